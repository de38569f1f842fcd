using System.Text.Json.Serialization;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.Web;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Instances;

/// <summary>
/// Une mission telle qu'elle est présentée : besoin, durée, contenu, parts et taux, jamais la personne (décret art. 8 : les missions,
/// non les décisions individuelles). Sans aucune part, la mission a été présentée comme retirée. Les lignes figées avant que tout
/// cela soit gardé n'ont ni nom, ni article, ni contenu.
/// </summary>
public sealed record LignePresentee(long MissionId, string Code, string Intitule, string Duree, IReadOnlyList<long> Centimes)
{
    public string Libelle { get; init; } = "";
    /// <summary>« art. 6 » ou « art. 7 » du décret n° 2015-475.</summary>
    public string Article { get; init; } = "";
    public DateOnly? Debut { get; init; }
    public DateOnly? Fin { get; init; }
    public int? Heures { get; init; }
    /// <summary>Nul : la ligne a été figée avant que le contenu le soit.</summary>
    public IReadOnlyList<string>? Contenu { get; init; }
    /// <summary>Pourquoi ce taux, quand il s'écarte de l'usage.</summary>
    public IReadOnlyList<string> Justifications { get; init; } = [];

    /// <summary>Combien de personnes de l'établissement pouvaient la tenir : trop peu, et son taux dirait ce que touche quelqu'un.</summary>
    public int? Eligibles { get; init; }

    /// <summary>Un nom de personne a été retiré de cette ligne.</summary>
    [JsonIgnore]
    public bool NomRetire { get; init; }

    [JsonIgnore]
    public Montant Total => new(Centimes.Sum());

    [JsonIgnore]
    public Quotite Imp => new((int)(Centimes.Sum() / Quotite.CentimesParQuart));

    [JsonIgnore]
    public bool EstRetiree => Centimes.Count == 0;

    [JsonIgnore]
    public string Taux => string.Join(" + ", Centimes.Select(c => Rendu.Euros(new Montant(c))));

    [JsonIgnore]
    public string DureeEcrite => Mission.EcrireDuree(Duree == nameof(Droit.ImpSecondDegre.Duree.AnneeEntiere) ? Droit.ImpSecondDegre.Duree.AnneeEntiere : Droit.ImpSecondDegre.Duree.Ponctuelle, Debut, Fin);

    /// <summary>« 2 × 625 € · ½ IMP · taux 002 », une ligne par taux.</summary>
    public IEnumerable<string> TauxNommes(AnneeScolaire annee) => Centimes.GroupBy(c => c)
        .Select(g => (g.Count() > 1 ? $"{g.Count()} × " : "") + Rendu.TroisNoms(new Montant(g.Key), annee.PremierJour));

    public static LignePresentee De(Mission m, SansNom sansNom)
    {
        var fiche = Nomenclature.DeCode(m.Code);
        // Une part que quelqu'un a déclinée reste un besoin à son taux : l'enlever dirait aux conseils que quelqu'un a dit non.
        var parts = Parts(m);
        var brut = new { m.Intitule, Contenu = m.Activites, Justifications = parts.Select(a => a.Justification.Trim()).Where(j => j.Length > 0).Distinct(StringComparer.Ordinal).ToList() };
        var ligne = new LignePresentee(m.Id, m.Code, sansNom.De(m.Intitule), m.Duree.ToString(), [.. parts.Select(a => a.Centimes)])
        {
            Libelle = fiche?.Libelle ?? "", Article = fiche?.Article ?? "", Debut = m.Debut, Fin = m.Fin, Heures = m.HeuresEstimees,
            Contenu = [.. brut.Contenu.Select(sansNom.De)], Justifications = [.. brut.Justifications.Select(sansNom.De)],
        };
        return ligne with
        {
            NomRetire = ligne.Intitule != brut.Intitule || !ligne.Contenu!.SequenceEqual(brut.Contenu) || !ligne.Justifications.SequenceEqual(brut.Justifications),
        };
    }

    /// <summary>Les parts présentées, dans l'ordre où la ligne les montre.</summary>
    public static IReadOnlyList<Attribution> Parts(Mission m) =>
        [.. m.Attributions.Where(a => a.Etat is not EtatAttribution.Refusee).OrderBy(a => a.Centimes).ThenBy(a => a.Id)];
}
