using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Lettres.Etablir;

/// <summary>L'état de la lettre d'une attribution validée : la dernière version, et si les données ont changé depuis.</summary>
public sealed record EtatDeLettre(Mission Mission, Attribution Attribution, LettreImp AEcrire, VersionDeLettre? Derniere)
{
    /// <summary>Ce que la personne a dit d'une lettre que l'académie laisse facultative ; nul : rien, ou elle est exigée.</summary>
    public bool? Souhait { get; init; }

    /// <summary>Le dernier jour tenu d'une mission que le recteur a arrêtée : sa lettre ne s'établit, ne part ni ne se signe plus ; signée, elle demeure.</summary>
    public DateOnly? ArreteeLe { get; init; }

    /// <summary>Elle s'en passe, et rien n'est établi.</summary>
    public bool SenPasse => Souhait == false && Derniere is null;

    /// <summary>Ce qu'elle engage n'est plus ce que disent les données.</summary>
    public bool Depassee { get; } = Derniere is { Etat: not EtatLettre.SansEffet, EffaceeUtc: null } && !LettreImp.MemeEngagement(AEcrire.EnJson(), JsonNode.Parse(Derniere.Donnees)!.AsObject());

    /// <summary>La dernière version que tous ont signée, lettre ou avenant ; nulle : rien n'engage encore.</summary>
    public VersionDeLettre? Signee { get; init; }

    /// <summary>La lettre entière qu'un avenant modifie.</summary>
    public VersionDeLettre? Origine { get; init; }

    /// <summary>Les avenants appliqués depuis <see cref="Signee"/>.</summary>
    public IReadOnlyList<Avenant> Avenants { get; init; } = [];

    public IReadOnlyList<EcartDePaie> Ecarts { get; init; } = [];

    /// <summary>Ce que la personne a accepté depuis la signature change la lettre, et cela seul : elle demeure, un avenant la modifie.</summary>
    public bool AvenantAEtablir => ArreteeLe is null && Depassee && Signee is { } s && Origine is not null && Avenants.Count > 0 && LettreAvenant.Suffit(s.Donnees, AEcrire.EnJson().ToJsonString());

    public bool AEtablir => ArreteeLe is null && !SenPasse && Derniere?.EffaceeUtc is null && (Derniere is null or { Etat: EtatLettre.SansEffet } || (Depassee && !ARefaire));

    /// <summary>Signée de tous, puis dépassée autrement que par un avenant : elle ne se remplace que choisie nommément, car il faudra la signer de nouveau.</summary>
    public bool ARefaire => ArreteeLe is null && Depassee && Signee is not null && !AvenantAEtablir;

    /// <summary>L'avenant qui s'écrirait ce jour, sous cette signature.</summary>
    public LettreAvenant Avenant(Signataire chef, DateOnly jour) => new()
    {
        Lettre = AEcrire with { EtablieLe = jour, Chef = chef }, Avant = LettreAvenant.LettreDe(JsonNode.Parse(Signee!.Donnees)!.AsObject()), Numero = Avenants[^1].Numero, LettreLe = Horloge.AParis(Origine!.InstantUtc),
        Motif = string.Join("\n", Avenants.Select(a => a.Motif).Distinct()), EffetLe = Avenants[^1].EffetLe, DecideLe = Avenants.LastOrDefault(a => a.ChangeLeTaux)?.DecideLe is { } d ? Horloge.AParis(d) : null, Ecarts = Ecarts,
    };
}

/// <param name="SujetId">L'attribution, ou la mission proposée directement.</param>
public sealed record VersionDeLettre(long Id, long SujetId, int Numero, string Sha256, string Donnees, DateTime InstantUtc, string Auteur, EtatLettre Etat, DateOnly? ExpireLe, Partie Premier, bool SigneeParLAgent, bool SigneeParLeChef, DateTime? EffaceeUtc = null, int? NumeroAvenant = null)
{
    /// <summary>Où elle en est, en une ligne.</summary>
    public string Parcours => Etat != EtatLettre.ASigner ? $"{Etat.Libelle()} ·" : $"à signer jusqu’au {Francais.Date(ExpireLe!.Value)}, {(Attend(Partie.Agent) ? "par la personne" : "par vous")} ·";

    /// <summary>Vrai quand cette partie est la prochaine à signer.</summary>
    public bool Attend(Partie partie) => Etat == EtatLettre.ASigner && partie == ((Premier == Partie.Agent ? SigneeParLAgent : SigneeParLeChef) ? (Premier == Partie.Agent ? Partie.Chef : Partie.Agent) : Premier);
}

/// <summary>Établit les lettres qui manquent ou dont les données ont changé : une version de plus, l'ancienne est gardée.</summary>
public static class EtablirLettres
{
    public static async Task<IReadOnlyList<EtatDeLettre>> Etat(NeuviemeDb db, Plan plan, Signataire chef, CancellationToken ct)
    {
        var (uai, annee) = (plan.Etablissement.Uai, plan.Annee.Debut);
        var versions = await db.Lettres.AsNoTracking().Where(l => l.Attribution!.Uai == uai && l.Attribution.Annee == annee).OrderBy(l => l.Numero)
            .Select(l => new VersionDeLettre(l.Id, l.AttributionId!.Value, l.Numero, l.Sha256, l.Donnees, l.InstantUtc, l.Auteur, l.Etat, l.ExpireLe, l.Premier, l.Signatures.Any(s => s.Partie == Partie.Agent), l.Signatures.Any(s => s.Partie == Partie.Chef), l.EffaceeUtc, l.NumeroAvenant)).ToListAsync(ct);
        var parAttribution = versions.ToLookup(v => v.SujetId);
        var avenants = (await db.Avenants.AsNoTracking().Where(a => a.Etat == EtatAvenant.Applique && a.Attribution!.Uai == uai && a.Attribution.Annee == annee).OrderBy(a => a.Numero).ToListAsync(ct)).ToLookup(a => a.AttributionId);
        var ecarts = avenants.Count == 0 ? null : (await db.Echeances.AsNoTracking().Where(e => e.Rang > Echeancier.Nombre && e.Beneficiaire!.Titulaire && db.Attributions.Any(a => a.Id == e.AttributionId && a.Uai == uai && a.Annee == annee)).ToListAsync(ct)).ToLookup(e => e.AttributionId);
        // La lettre rapporte ce que doit la mission, et les mois qu'elle a fait attendre : une absence ou un remplacement ne la récrit pas.
        var echeances = (await db.Echeances.IgnoreQueryFilters().AsNoTracking()
            .Where(e => e.Beneficiaire!.Titulaire && db.Attributions.Any(a => a.Id == e.AttributionId && a.Uai == uai && a.Annee == annee)
                && e.Version == db.VersionsEcheancier.Where(v => v.AttributionId == e.AttributionId && (v.Cause == CauseDeVersion.Validation || v.Cause == CauseDeVersion.ServiceFait)).Max(v => (int?)v.Numero))
            .OrderBy(e => e.Rang).ToListAsync(ct)).ToLookup(e => e.AttributionId);
        var souhaits = await LettreFacultative.Dans(db, plan.Etablissement.AcademieCode, plan.Jour, ct) ? await LettreFacultative.Souhaits(db, uai, annee, ct) : [];
        return
        [
            .. plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a.Etat == EtatAttribution.Validee)
                .OrderBy(x => x.a.Agent?.NomPourListe, StringComparer.Ordinal).ThenBy(x => x.a.Id)
                .Select(x =>
                {
                    var version = parAttribution[x.a.Id].LastOrDefault();
                    var signee = parAttribution[x.a.Id].LastOrDefault(v => v.Etat == EtatLettre.Signee);
                    return new EtatDeLettre(x.m, x.a, Lettre(plan, x.m, x.a, [.. echeances[x.a.Id]], version is { } v ? SignataireDe(v) : chef, version is { } w ? Horloge.AParis(w.InstantUtc) : plan.Jour), version)
                    {
                        ArreteeLe = plan.Interruptions[x.a.Id].FirstOrDefault(i => i.Genre == GenreDInterruption.Arret)?.Du,
                        Souhait = souhaits.TryGetValue(x.a.Id, out var veut) ? veut : null,
                        Signee = signee, Origine = parAttribution[x.a.Id].LastOrDefault(v => v.Etat == EtatLettre.Signee && v.NumeroAvenant is null),
                        Avenants = signee is null ? [] : [.. avenants[x.a.Id].Where(a => (a.DecideLe ?? a.AccordLe) >= signee.InstantUtc)], Ecarts = ecarts is null ? [] : EcartDePaie.De(ecarts[x.a.Id]),
                    };
                }),
        ];
    }

    /// <summary>Le signataire imprimé sur la dernière version : qui regarde la liste ne rend pas une lettre périmée.</summary>
    static Signataire SignataireDe(VersionDeLettre version)
    {
        var chef = JsonNode.Parse(version.Donnees) is JsonObject donnees ? LettreAvenant.LettreDe(donnees)["chef"] : null;
        return new(chef?["nom"]?.GetValue<string>() ?? "", chef?["qualite"]?.GetValue<string>() ?? Signataire.ChefDEtablissement);
    }

    static LettreImp Lettre(Plan plan, Mission m, Attribution a, IReadOnlyList<EcheanceStockee> echeances, Signataire chef, DateOnly etablieLe)
    {
        var e = plan.Etablissement;
        var fiche = Nomenclature.DeCode(m.Code)!;
        return new LettreImp
        {
            Reference = $"{e.Uai}-{a.Annee}-{a.Id:0000}",
            EtablieLe = etablieLe,
            Annee = plan.Annee,
            Etablissement = new(e.Denomination, [.. new[] { e.Adresse, $"{e.CodePostal} {e.Commune}".Trim(), $"UAI {e.Uai}" }.Where(l => l.Length > 0)], $"Académie {e.Academie?.Libelle}".Trim(), e.Secteur),
            Chef = chef,
            Agent = new(a.Agent!.NomDeCivilite, plan.Precision(a.AgentId), $"identifiant STS {a.Agent.IdSts}"),
            Corps = a.Agent.Fonction == Fonction.Cpe ? Corps.Cpe : a.Agent.Corps,
            Fiche = fiche,
            Intitule = m.Intitule == fiche.Libelle ? "" : m.Intitule,
            Contenu = m.Activites,
            HeuresEstimees = m.HeuresEstimees,
            Duree = m.Duree,
            Debut = m.Debut,
            Fin = m.Fin,
            Taux = TauxImp.DeMontant(a.Montant, plan.Annee.PremierJour)!,
            // Un avenant change le taux de l'année entière : les neuvièmes sont ceux du taux présent.
            Echeances = echeances.Count == Echeancier.Nombre ? Echeancier.ParNeuviemes(a.Montant, plan.Annee, echeances[0].MoisDu.Numero) : [.. echeances.Select(x => new Echeance(x.Rang, x.MoisDu, x.Brut, x.NetEstime))],
            Rappel = echeances.Where(x => x.EstRappel).ToList() is { Count: > 0 } rappels
                ? $"{Francais.Nombre(rappels.Count, "neuvième échu", "neuvièmes échus")} avant la validation, payés en rappel sur la paie {Francais.De(rappels[0].MoisDePaie.Libelle)}." : "",
            AccordLe = a.AccordLe,
            DecisionLe = a.InstruiteLe is { } decidee ? Horloge.AParis(decidee) : null,
            DecisionReference = a.Reference,
            AvisConseilPedagogique = plan.AvisSur(m, a).ConseilPedagogique,
            AvisConseilAdministration = plan.AvisSur(m, a).ConseilAdministration,
            // Notée après la validation, l'information ne rend pas périmée une lettre déjà établie.
            EnseignantsInformesLe = plan.EnseignantsInformesLe(m, a.InstruiteLe),
            // Si les faits ont changé depuis la validation, le raisonnement présent n'est plus celui qui l'a fondée.
            Raisons = plan.Controler(m, a) is { Issue: Issue.Accordee } decision ? Explication.De(decision) : [],
        };
    }

    /// <summary>Ce qui s'imprime si la lettre est établie ce jour, sous cette signature.</summary>
    public static JsonObject Donnees(EtatDeLettre etat, Signataire chef, DateOnly jour) => etat.AvenantAEtablir ? etat.Avenant(chef, jour).EnJson() : (etat.AEcrire with { EtablieLe = jour, Chef = chef }).EnJson();

    /// <param name="nommement">Cette attribution seulement, même si sa lettre est signée ; nul : toutes celles à établir.</param>
    /// <summary>Quelques lettres, pendant que la personne attend : toutes celles qui se rendent, ou aucune si des données changent pendant ce temps.</summary>
    public static async Task<(int Etablies, IReadOnlyList<Refus> Refus)> Executer(NeuviemeDb db, MoteurTypst moteur, ReglagesCourrier site, Plan plan, long? nommement, Auteur auteur, CancellationToken ct = default)
    {
        var chef = Signataire.De(auteur);
        var aEtablir = (await Etat(db, plan, chef, ct)).Where(l => nommement is null ? l.AEtablir : l.Attribution.Id == nommement && (l.AEtablir || l.ARefaire)).ToList();
        if (aEtablir.Count == 0)
        {
            return (0, [new("", nommement is null ? "Toutes les lettres sont à jour." : "Cette lettre est à jour.")]);
        }

        var modeles = await ModelesDeLettre.De(db, plan.Etablissement.AcademieCode, ct);
        var paquet = await PaquetDeLettres.Rendre(moteur, site, modeles, plan, aEtablir, chef, auteur, ct);
        if (await paquet.Enregistrer(db, revision: null, avancer: null, ct) is null)
        {
            return (0, [new("", "Des données ont changé pendant la composition : aucune lettre n’est enregistrée. Relisez la liste et recommencez.")]);
        }

        await modeles.Prevenir(db, plan.Etablissement.AcademieCode, auteur, ct);
        return (paquet.Lettres.Count, [.. paquet.Manques.Select(m => new Refus("", $"{m.Nom} : la lettre n’a pas pu être composée. {(paquet.Lettres.Count > 0 ? "Les autres sont établies. " : "")}{m.Raison}"))]);
    }
}
