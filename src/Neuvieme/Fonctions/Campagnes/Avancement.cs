using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes;

public enum EtapeCampagne { SansObjet, Reste, Fini }

/// <summary>Où en est un établissement dans une campagne, et ce qu'il lui reste.</summary>
public readonly record struct Reste(EtapeCampagne Etape, string Phrase)
{
    public string Libelle => Etape switch { EtapeCampagne.Fini => "fini", EtapeCampagne.SansObjet => "sans objet", _ => "reste" };
}

/// <summary>Ce qui, dans les données d'un établissement, dit où il en est de chaque campagne.</summary>
public sealed record Avancement(string Uai, string Denomination, string Commune, bool Prive)
{
    public int Notifie { get; init; }
    public int Missions { get; init; }
    public bool AvisPedagogique { get; init; }
    public bool AvisAdministration { get; init; }
    public bool Informes { get; init; }
    public int ASaisir { get; init; }
    public int SansLettre { get; init; }
    public IReadOnlyDictionary<EtatAttribution, int> Parts { get; init; } = new Dictionary<EtatAttribution, int>();

    int Nombre(params EtatAttribution[] etats) => etats.Sum(e => Parts.GetValueOrDefault(e));

    public Reste Pour(GenreCampagne genre) => genre switch
    {
        _ when genre is GenreCampagne.Preparer or GenreCampagne.DemanderAccords or GenreCampagne.Proposer && Notifie <= 0 && Missions == 0 => new(EtapeCampagne.SansObjet, "ni enveloppe ni mission"),
        GenreCampagne.Preparer => Dire([
            Missions == 0 ? "aucune mission prévue" : "",
            Prive && !Informes ? "enseignants à informer" : "",
            !Prive && !AvisPedagogique ? "avis du conseil pédagogique" : "",
            !Prive && !AvisAdministration ? "avis du conseil d’administration" : ""], "répartition présentée"),
        GenreCampagne.DemanderAccords => Dire([
            Parts.Count == 0 ? "aucune mission prévue" : "",
            Compte(Nombre(EtatAttribution.EnPreparation), "part sans accord demandé", "parts sans accord demandé")], "tous les accords sont demandés"),
        // Une personne qui a décliné se compte comme une réponse attendue : son refus ne se lit nulle part.
        GenreCampagne.Proposer => Dire([
            Compte(Nombre(EtatAttribution.ARectifier), "dossier renvoyé à corriger", "dossiers renvoyés à corriger"),
            Compte(Nombre(EtatAttribution.AccordDonne), "attribution à proposer", "attributions à proposer"),
            Compte(Nombre(EtatAttribution.AccordDemande, EtatAttribution.AccordDecline), "accord à obtenir", "accords à obtenir"),
            Nombre(EtatAttribution.Proposee, EtatAttribution.Validee, EtatAttribution.Refusee) == 0 ? "rien de proposé" : ""], "tout est proposé"),
        GenreCampagne.Instruire when Nombre(EtatAttribution.Proposee, EtatAttribution.Validee, EtatAttribution.Refusee, EtatAttribution.ARectifier) == 0 => new(EtapeCampagne.SansObjet, "rien de proposé"),
        GenreCampagne.Instruire => Dire([Compte(Nombre(EtatAttribution.Proposee), "proposition à instruire", "propositions à instruire")], "tout est instruit"),
        _ when Nombre(EtatAttribution.Validee) == 0 => new(EtapeCampagne.SansObjet, "aucune mission validée"),
        GenreCampagne.EtablirLettres => Dire([Compte(SansLettre, "lettre à établir", "lettres à établir")], "toutes les lettres sont établies"),
        _ => Dire([Compte(ASaisir, "ligne à saisir", "lignes à saisir")], "tout ce qui peut l’être est saisi"),
    };

    static string Compte(int n, string un, string plusieurs) => n == 0 ? "" : Francais.Nombre(n, un, plusieurs);

    static Reste Dire(string[] restes, string fini) => restes.Where(r => r.Length > 0).ToList() is { Count: > 0 } lus ? new(EtapeCampagne.Reste, string.Join(", ", lus)) : new(EtapeCampagne.Fini, fini);

    public static async Task<Avancement> DeLEtablissement(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct) =>
        (await Lire(db, db.Etablissements.Where(e => e.Uai == uai), annee, ct)).Single();

    public static Task<IReadOnlyList<Avancement>> DeLAcademie(NeuviemeDb db, string academie, AnneeScolaire annee, CancellationToken ct) =>
        Lire(db, db.Etablissements.DuSecondDegre().Where(e => e.AcademieCode == academie), annee, ct);

    /// <summary>Huit requêtes, quel que soit le nombre d'établissements.</summary>
    static async Task<IReadOnlyList<Avancement>> Lire(NeuviemeDb db, IQueryable<Etablissement> siens, AnneeScolaire annee, CancellationToken ct)
    {
        var an = annee.Debut;
        var lieux = await siens.AsNoTracking().Select(e => new { e.Uai, e.Denomination, e.Commune, e.Secteur }).ToListAsync(ct);
        var notifies = await db.LignesEnveloppe.Notifications().Where(l => l.Annee == an && siens.Any(e => e.Uai == l.Uai))
            .GroupBy(l => l.Uai).Select(g => new { g.Key, Quarts = g.Sum(l => l.Quarts) }).ToDictionaryAsync(g => g.Key, g => g.Quarts, ct);
        var missions = await db.Missions.Where(m => m.Annee == an && siens.Any(e => e.Uai == m.Uai))
            .GroupBy(m => m.Uai).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);
        // Une part qu'une décharge remplace n'est pas à demander.
        var parts = (await db.Attributions.Where(a => a.Annee == an && siens.Any(e => e.Uai == a.Uai)
                && (a.Etat != EtatAttribution.EnPreparation || !db.Conversions.Any(c => c.MissionId == a.MissionId && c.AgentId == a.AgentId && (c.Etat == EtatConversion.Demandee || c.Etat == EtatConversion.Accordee))))
            .GroupBy(a => new { a.Uai, a.Etat }).Select(g => new { g.Key.Uai, g.Key.Etat, Nombre = g.Count() }).ToListAsync(ct)).ToLookup(p => p.Uai);
        var avis = (await db.Avis.Where(a => a.Annee == an && siens.Any(e => e.Uai == a.Uai)).Select(a => new { a.Uai, a.Instance }).Distinct().ToListAsync(ct)).ToLookup(a => a.Uai, a => a.Instance);
        var informes = (await db.Informations.Where(i => i.Annee == an && siens.Any(e => e.Uai == i.Uai)).Select(i => i.Uai).Distinct().ToListAsync(ct)).ToHashSet();
        var validees = db.Attributions.Where(a => a.Annee == an && a.Etat == EtatAttribution.Validee && siens.Any(e => e.Uai == a.Uai));
        var aSaisir = await validees.Where(a => (a.Mission!.Duree != Duree.Ponctuelle || a.ServiceFaitLe != null) && !db.SaisiesSts.Any(s => s.AttributionId == a.Id && s.AnnuleeUtc == null))
            .GroupBy(a => a.Uai).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);
        var sansLettre = await validees.Exigees(db, await LettreFacultative.Academies(db, annee.DernierJour, ct)).Where(a => !db.Lettres.Any(l => l.AttributionId == a.Id))
            .GroupBy(a => a.Uai).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);
        return [.. lieux.Select(e => new Avancement(e.Uai, e.Denomination, e.Commune, e.Secteur == Secteur.PriveSousContrat)
        {
            Notifie = notifies.GetValueOrDefault(e.Uai),
            Missions = missions.GetValueOrDefault(e.Uai),
            AvisPedagogique = avis[e.Uai].Contains(Instance.ConseilPedagogique),
            AvisAdministration = avis[e.Uai].Contains(Instance.ConseilAdministration),
            Informes = informes.Contains(e.Uai),
            ASaisir = aSaisir.GetValueOrDefault(e.Uai),
            SansLettre = sansLettre.GetValueOrDefault(e.Uai),
            Parts = parts[e.Uai].ToDictionary(p => p.Etat, p => p.Nombre),
        }).OrderBy(e => Recherches.Aplatir(e.Denomination), StringComparer.Ordinal).ThenBy(e => e.Uai, StringComparer.Ordinal)];
    }
}
