using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions;

/// <summary>Une étape du fil « où en est mon IMP ? ».</summary>
public sealed record EtapeDuFil(string Classe, string Texte, string Quand);

/// <summary>Ce que voit l'agent de l'une de ses attributions : jamais celles en préparation, jamais celles des autres.</summary>
public sealed record MaMission(Attribution Attribution, Etablissement Etablissement, IReadOnlyList<EcheanceStockee> Echeances, DateTime? LettreEtablieLe)
{
    public static async Task<IReadOnlyList<MaMission>> Charger(NeuviemeDb db, long compteId, long? id, CancellationToken ct)
    {
        var attributions = await Attributions.Lire(db, compteId, id, ct);
        var uais = attributions.Select(a => a.Uai).Distinct().ToArray();
        var ids = attributions.Select(a => a.Id).ToArray();
        var etablissements = (await Etablissements.Lire(db, uais, ids, ct)).ToDictionary(e => e.Uai);
        var echeances = (await Versements.Lire(db, uais, ids, ct)).ToLookup(e => e.AttributionId);
        var lettres = (await Lettres.Lire(db, uais, ids, ct)).ToLookup(x => x.AttributionId);
        var arrets = (await Arrets.Lire(db, uais, ids, ct)).ToLookup(x => x.AttributionId, x => x.Du);
        return [.. attributions.Select(a => new MaMission(a, etablissements[a.Uai], [.. echeances[a.Id]], lettres[a.Id].FirstOrDefault()?.Le)
        {
            LettreASigner = a.Etat == EtatAttribution.Validee && lettres[a.Id].Any(l => l.ASigner), LettreSignee = lettres[a.Id].Any(l => l.Etat == EtatLettre.Signee),
            ArreteeLe = a.Etat == EtatAttribution.Validee && arrets[a.Id].Any() ? arrets[a.Id].Min() : null,
        })];
    }

    static readonly RequetePrete<long, long?, Attribution> Attributions = new((db, compte, id) =>
        db.Attributions.AsNoTracking().Include(a => a.Mission).Include(a => a.Agent).AsSingleQuery()
            .Where(a => a.Agent!.CompteId == compte && (a.Etat != EtatAttribution.EnPreparation || a.ModificationDemandee != "") && (id == null || a.Id == id))
            .OrderByDescending(a => a.Annee).ThenBy(a => a.Id));

    static readonly RequetePrete<string[], long[], Etablissement> Etablissements = new((db, uais, _) =>
        db.Etablissements.AsNoTracking().Where(e => uais.Contains(e.Uai)));

    static readonly RequetePrete<string[], long[], EcheanceStockee> Versements = new((db, _, ids) =>
        db.Echeances.AsNoTracking().Where(e => ids.Contains(e.AttributionId) && e.Beneficiaire!.Titulaire).OrderBy(e => e.Rang));

    sealed record ArretVise(long AttributionId, DateOnly Du);

    static readonly RequetePrete<string[], long[], ArretVise> Arrets = new((db, _, ids) =>
        db.Interruptions.Where(i => ids.Contains(i.AttributionId) && i.Genre == GenreDInterruption.Arret && i.Visa == EtatDuVisa.Vise && i.AnnuleeUtc == null).Select(i => new ArretVise(i.AttributionId, i.Du)));

    sealed record DerniereLettre(long AttributionId, DateTime Le, EtatLettre Etat, bool ASigner);

    static readonly RequetePrete<string[], long[], DerniereLettre> Lettres = new((db, _, ids) =>
        db.Lettres.Where(l => l.AttributionId != null && ids.Contains(l.AttributionId.Value) && l.Etat != EtatLettre.Remplacee && l.Etat != EtatLettre.SansEffet)
            .Select(l => new DerniereLettre(l.AttributionId!.Value, l.InstantUtc, l.Etat, l.Etat == EtatLettre.ASigner && !l.Signatures.Any(s => s.Partie == Partie.Agent) && (l.Premier == Partie.Agent || l.Signatures.Any()))));

    /// <summary>Sa signature est attendue maintenant.</summary>
    public bool LettreASigner { get; init; }
    public bool LettreSignee { get; init; }
    /// <summary>Le dernier jour tenu, quand le recteur a arrêté la mission.</summary>
    public DateOnly? ArreteeLe { get; init; }

    /// <summary>Le rectorat l'a refusée, ou il est revenu sur sa décision.</summary>
    public bool EstRefuseeOuReprise => Attribution is { Etat: EtatAttribution.Refusee } or { Etat: EtatAttribution.Proposee, CodeMotif: null, MotifInstruction.Length: > 0 };

    public AnneeScolaire Annee => new(Attribution.Annee);

    /// <summary>Neuf versements ; un écart de mois déjà payé n'en est pas un de plus.</summary>
    public bool EstAnnuelle => Echeances.Count(e => !e.EstEcart) == Echeancier.Nombre;

    public int Echues(DateOnly jour) => Echeances.Count(e => !e.EstEcart && e.Paie < jour.Year * 100 + jour.Month);

    public IReadOnlyList<EtapeDuFil> Fil(DateOnly jour)
    {
        var a = Attribution;
        var etat = a.Etat;
        List<EtapeDuFil> fil = [];
        if (etat == EtatAttribution.EnPreparation)
        {
            return [new("n-encours", $"Vous avez demandé un changement : « {a.ModificationDemandee} ». Votre chef d’établissement le lit ; s’il vous propose de nouveau la mission, elle attendra votre réponse ici.", "")];
        }

        if (etat == EtatAttribution.AccordDecline)
        {
            return [new("n-fait", "Vous n’avez pas donné suite. Rien n’est reproché, rien n’est montré aux autres.", Le(a.AccordReponduLe))];
        }

        fil.Add(a.AccordReponduLe is null ? new("n-encours", "Votre accord est demandé", Le(a.AccordDemandeLe)) : new("n-fait", "Vous avez donné votre accord", Le(a.AccordReponduLe)));
        var proposee = a.ProposeeLe is not null && etat is not (EtatAttribution.AccordDemande or EtatAttribution.AccordDonne);
        fil.Add(proposee ? new("n-fait", $"Proposée au rectorat par {a.ProposeePar}", Le(a.ProposeeLe))
            : new(a.AccordReponduLe is null ? "n-avenir" : "n-encours", "Proposition au rectorat par votre chef d’établissement", ""));
        fil.Add(etat switch
        {
            EtatAttribution.Validee => new("n-fait", $"Validée par {a.InstruitePar}", Le(a.InstruiteLe)),
            EtatAttribution.Refusee => new("n-arrete", $"Refusée par le rectorat : {new MotifDeLigne(a.MotifInstruction, a.CodeMotif)}", Le(a.InstruiteLe)),
            EtatAttribution.ARectifier => new("n-encours", $"Le rectorat a demandé une précision à votre établissement : {a.MotifInstruction}", Le(a.InstruiteLe)),
            EtatAttribution.Proposee when a is { CodeMotif: null, MotifInstruction.Length: > 0 } => new("n-encours", $"Le rectorat est revenu sur sa décision et la reprend : {a.MotifInstruction}", Le(a.InstruiteLe)),
            _ => new(proposee ? "n-encours" : "n-avenir", "Validation par le rectorat", ""),
        });
        if (etat != EtatAttribution.Refusee)
        {
            if (etat == EtatAttribution.Validee)
            {
                if (ArreteeLe is { } arret)
                {
                    fil.Add(new("n-arrete", $"Mission arrêtée par le rectorat, tenue jusqu’au {Francais.Date(arret)}", ""));
                    if (LettreSignee)
                    {
                        fil.Add(new("n-fait", arret < jour ? $"Lettre de mission signée, {FinDEffet.Dire(arret.AddDays(1))}" : $"Lettre de mission signée, valable jusqu’au {Francais.Date(arret)}", ""));
                    }
                }
                else fil.Add(LettreEtablieLe is null ? new("n-encours", "Lettre de mission, à établir par votre chef d’établissement", "")
                    : LettreASigner ? new("n-encours", "Votre lettre de mission est à signer", "") : LettreSignee ? new("n-fait", "Lettre de mission signée", "") : new("n-fait", "Lettre de mission établie", Le(LettreEtablieLe)));
            }

            var echues = Echues(jour);
            fil.Add(Echeances.Count == 0 ? new("n-avenir", a.Mission!.Duree == Droit.ImpSecondDegre.Duree.Ponctuelle ? "Un versement, une fois le service fait constaté par votre chef d’établissement" : "Neuf versements, une fois la mission validée", "")
                : new(echues == Echeances.Count(e => !e.EstEcart) ? "n-fait" : echues > 0 ? "n-encours" : "n-avenir", EstAnnuelle
                    ? $"{(ArreteeLe is null ? "Neuf versements" : "Versements")}, {Francais.De(Echeances[0].MoisDu.Libelle)} à {(Echeances.LastOrDefault(e => !e.EstEcart && (ArreteeLe is null || e.Brut > Montant.Zero)) ?? Echeances[0]).MoisDu.Libelle}" : $"Un versement, en {Echeances[0].MoisDu.Libelle}", ""));
        }

        return fil;
    }

    static string Le(DateTime? instant) => instant is { } i ? Francais.Date(Horloge.AParis(i)) : "";
}
