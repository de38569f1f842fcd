using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit;
using Neuvieme.Droit.Comparateur;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes.Comparer;

/// <summary>Ce que rapporte une heure de chaque activité, mois par mois, avec la source de chaque chiffre.</summary>
[AccesPublic]
public sealed class IndexModel(Horloge horloge) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Corps { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Annee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Heures { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Activites { get; set; } = [];

    public string? FauteAnnee { get; private set; }
    public string? FauteHeures { get; private set; }
    public Comparaison? Comparaison { get; private set; }

    public IReadOnlyList<LigneComparee> Lignes => [.. Comparaison?.Lignes.Where(l => EstChoisie(l.Activite)) ?? []];

    /// <summary>Une colonne par suite de versements : les trois parts fonctionnelles n'en font qu'une.</summary>
    public IReadOnlyList<LigneComparee> Mensuelles => [.. Lignes.Where(l => l.EnNeuviemes && l.Code is not ("pacte-24" or "pacte-annuel"))];

    public IEnumerable<LigneComparee> Conditions => Lignes.DistinctBy(l => l.Activite);
    public IEnumerable<Regle> Sources => Catalogue.Regles.Where(r => r.Rubrique is Rubrique.Comparaison or Rubrique.Fiscalite);
    public long NetLePlusFort => Lignes.Max(l => l.NetParHeure?.Centimes) ?? 1;

    public void OnGet()
    {
        var annee = AnneeScolaire.De(horloge.Aujourdhui);
        if (!Noms<Corps>.Lire(Corps ?? "", out var corps) || !Droit.Comparateur.Comparaison.CorpsCompares.Contains(corps)) corps = Droit.Corps.Certifie;
        var heures = Releves.Semaines;
        if (!string.IsNullOrWhiteSpace(Annee) && !AnneeScolaire.TryParse(Annee.Trim(), out annee))
            FauteAnnee = "Écrire une année scolaire : 2023 ou 2023-2024.";
        if (!string.IsNullOrWhiteSpace(Heures) && (!int.TryParse(Heures.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out heures) || heures is < 1 or > Droit.Comparateur.Comparaison.HeuresMaximales))
            FauteHeures = $"Écrire un nombre entier d’heures, de 1 à {Droit.Comparateur.Comparaison.HeuresMaximales}.";
        Corps = EcritureJson.Nom(corps);
        if (string.IsNullOrWhiteSpace(Heures)) Heures = heures.ToString();
        if (FauteAnnee is null && FauteHeures is null)
        {
            Comparaison = Droit.Comparateur.Comparaison.Etablir(corps, annee, heures);
            if (Comparaison is null) FauteAnnee = $"Hors vigueur : le net et l’impôt ne sont couverts qu’à partir de {Droit.Comparateur.Comparaison.PremiereAnnee}.";
        }

        if (string.IsNullOrWhiteSpace(Annee)) Annee = annee.ToString();
    }

    public bool EstChoisie(Activite activite) => Activites.Length == 0 || Activites.Contains(EcritureJson.Nom(activite));

    public static string Nom<T>(T valeur)
        where T : struct, Enum => EcritureJson.Nom(valeur);
}
