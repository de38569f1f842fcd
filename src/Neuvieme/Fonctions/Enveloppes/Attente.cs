using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes;

/// <summary>Une demande d'établissement qui attend le rectorat : des IMP en plus, ou une décharge à décider.</summary>
public sealed record Attente(bool EstDecharge, long Id, string Uai, string Denomination, int Quarts, string Objet, DateTime Depuis)
{
    sealed record Lue(long Id, string Uai, string Denomination, int Nombre, string Objet, DateTime Depuis);

    static readonly RequetePrete<string, int, Lue> Complements = new((db, academie, annee) =>
        db.DemandesComplement.Where(d => d.Annee == annee && d.Etat == EtatComplement.EnAttente).OrderBy(d => d.Id)
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), d => d.Uai, e => e.Uai, (d, e) => new Lue(d.Id, d.Uai, e.Denomination, d.Quarts, d.Motif, d.InstantUtc)));

    static readonly RequetePrete<string, int, Lue> Decharges = new((db, academie, annee) =>
        db.Conversions.Where(c => c.Annee == annee && c.Etat == EtatConversion.Demandee).OrderBy(c => c.Id)
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), c => c.Uai, e => e.Uai, (c, e) => new Lue(c.Id, c.Uai, e.Denomination, c.HeuresCentiemes, c.Intitule, c.InstantUtc)));

    /// <summary>Deux requêtes pour toute l'académie, la plus ancienne d'abord.</summary>
    public static async Task<IReadOnlyList<Attente>> De(NeuviemeDb db, string academie, int annee, CancellationToken ct) =>
    [
        .. (await Complements.Lire(db, academie, annee, ct)).Select(d => new Attente(false, d.Id, d.Uai, d.Denomination, d.Nombre, d.Objet, d.Depuis))
            .Concat((await Decharges.Lire(db, academie, annee, ct)).Select(c => new Attente(true, c.Id, c.Uai, c.Denomination, c.Nombre / 25, c.Objet, c.Depuis))).OrderBy(a => a.Depuis),
    ];

    public string Adresse => EstDecharge ? $"/enveloppes/decider?id={Id}" : $"/enveloppes/repondre?id={Id}";
}
