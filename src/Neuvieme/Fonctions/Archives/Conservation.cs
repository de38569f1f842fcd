using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Ce qui se conserve ensemble : les lettres qui portent une signature, avec leurs preuves ; et celles que personne n'a signées.</summary>
public enum Famille { Signees, Autres }

/// <summary>Les lettres d'un lieu et d'une année, avec le jour où leur conservation prend fin.</summary>
public sealed record Conservees(string Code, string Lieu, int Annee, Famille Famille, int Nombre, DateOnly Terme, DateOnly AvertirLe)
{
    public bool EstAuTerme(DateOnly jour) => Terme <= jour;
}

/// <summary>Combien de temps l'académie garde chaque famille, comptées depuis la fin de l'année scolaire.</summary>
public sealed record Conservation(int AnsSignees, int AnsAutres, int JoursAvant)
{
    public static async Task<Conservation> DuJour(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct)
    {
        var choix = await Parametre.ValeursDuJour(db, academie, jour, ct);
        int Valeur(CleParametre cle) => choix.TryGetValue(cle, out var v) ? v : FicheParametre.De(cle)!.Defaut;
        return new(Valeur(CleParametre.ConservationSignees), Valeur(CleParametre.ConservationAutres), Valeur(CleParametre.AvertirConservation));
    }

    public DateOnly Terme(int annee, Famille famille) => new AnneeScolaire(annee).DernierJour.AddYears(famille == Famille.Signees ? AnsSignees : AnsAutres);

    /// <summary>La plus courte conservation et le plus long avertissement : les années d'après n'ont encore rien à signaler.</summary>
    public static int DerniereAnnee(DateOnly jour) => jour.Year - 2;

    /// <summary>Ce dont le terme est proche ou passé.</summary>
    public static async Task<IReadOnlyList<Conservees>> Proches(NeuviemeDb db, string academie, string? uai, DateOnly jour, CancellationToken ct) =>
        [.. (await Lire(db, academie, uai, jour, ct, DerniereAnnee(jour))).Where(c => c.AvertirLe <= jour)];

    /// <summary>Ce que garde une académie, ou un de ses établissements : une ligne par lieu, année et famille, sans requête qui croisse avec eux.</summary>
    public static async Task<IReadOnlyList<Conservees>> Lire(NeuviemeDb db, string academie, string? uai, DateOnly jour, CancellationToken ct, int jusqua = int.MaxValue)
    {
        var durees = await DuJour(db, academie, jour, ct);
        var entieres = db.Lettres.IgnoreQueryFilters().Where(l => l.EffaceeUtc == null)
            .Select(l => new { Uai = l.Attribution!.Uai ?? l.MissionDirecte!.Uai, Annee = l.MissionDirecteId == null ? l.Attribution!.Annee : l.MissionDirecte!.Annee, l.MissionDirecte!.AcademieCode, Signee = l.Signatures.Any() }).Where(l => l.Annee <= jusqua);
        var lignes = await entieres.Where(l => uai == null || l.Uai == uai).Join(db.Etablissements.Where(e => e.AcademieCode == academie), l => l.Uai, e => e.Uai, (l, e) => new { e.Uai, e.Denomination, l.Annee, l.Signee })
            .GroupBy(x => new { x.Uai, x.Denomination, x.Annee, x.Signee }).Select(g => new { Code = g.Key.Uai, Nom = g.Key.Denomination, g.Key.Annee, g.Key.Signee, Nombre = g.Count() }).ToListAsync(ct);
        if (uai is null)
        {
            lignes.AddRange(await entieres.Where(l => l.Uai == null && l.AcademieCode == academie).Join(db.Academies, l => l.AcademieCode, a => a.Code, (l, a) => new { a.Libelle, l.Annee, l.Signee })
                .GroupBy(x => new { x.Libelle, x.Annee, x.Signee }).Select(g => new { Code = LieuDArchive.DesMissionsAcademiques, Nom = LieuDArchive.NomDe(g.Key.Libelle), g.Key.Annee, g.Key.Signee, Nombre = g.Count() }).ToListAsync(ct));
        }

        return [.. lignes.Select(l => (l, famille: l.Signee ? Famille.Signees : Famille.Autres)).Select(x => (x.l, x.famille, terme: durees.Terme(x.l.Annee, x.famille)))
            .Select(x => new Conservees(x.l.Code, x.l.Nom, x.l.Annee, x.famille, x.l.Nombre, x.terme, x.terme.AddDays(-durees.JoursAvant)))
            .OrderBy(c => c.Terme).ThenBy(c => c.Lieu, StringComparer.Ordinal).ThenBy(c => c.Code, StringComparer.Ordinal)];
    }

    /// <summary>Celles d'une famille, encore entières ; une lettre signée qui attend son certificat n'est pas finie.</summary>
    public static IQueryable<Lettre> Lettres(NeuviemeDb db, LieuDArchive lieu, int annee, Famille famille) =>
        lieu.Lettres(db.Lettres.IgnoreQueryFilters(), annee).Where(l => l.EffaceeUtc == null && !l.ACertifier && l.Signatures.Any() == (famille == Famille.Signees));

    public static string Libelle(Famille famille, int nombre) => famille == Famille.Signees
        ? Socle.Francais.Nombre(nombre, "lettre signée et ses preuves", "lettres signées et leurs preuves") : Socle.Francais.Nombre(nombre, "lettre sans signature", "lettres sans signature");
}
