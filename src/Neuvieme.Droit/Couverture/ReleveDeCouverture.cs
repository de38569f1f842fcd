namespace Neuvieme.Droit.Couverture;

/// <summary>Les 266 points du relevé documentaire, et ce qui tient chacun.</summary>
public static class ReleveDeCouverture
{
    /// <summary>Tous les points, dans l'ordre du relevé.</summary>
    public static IReadOnlyList<PointDuReleve> Points { get; } = Etablir();

    /// <summary>Les parties du relevé, dans l'ordre.</summary>
    public static IReadOnlyList<Section> Sections { get; } = [.. Points.Select(p => p.Section).Distinct()];

    /// <summary>Le point qui porte cet identifiant.</summary>
    public static PointDuReleve? De(string id) => Points.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <summary>Nombre de points dans cet état.</summary>
    public static int Nombre(EtatCouverture etat) => Points.Count(p => p.Etat == etat);

    static PointDuReleve[] Etablir()
    {
        ILookup<string, Regle> citations = Catalogue.Regles.SelectMany(r => r.Catalogue.Distinct(StringComparer.Ordinal), (r, id) => (r, id)).ToLookup(x => x.id, x => x.r, StringComparer.Ordinal);
        (char, string, Declaration[])[] sections =
        [
            .. SectionsGenerales.Toutes, .. SectionsEnveloppe.Toutes, .. SectionsTaux.Toutes, .. SectionLettre.Toutes, .. SectionArticle6.Toutes,
            .. SectionArticle7.Toutes, .. SectionPacte.Toutes, .. SectionMissionsDuPacte.Toutes, .. SectionComparaison.Toutes, .. SectionActeurs.Toutes,
        ];
        return
        [
            .. from s in sections
               let section = new Section(s.Item1, s.Item2)
               from d in s.Item3
               select new PointDuReleve(d, section, [.. citations[d.Id]]),
        ];
    }
}
