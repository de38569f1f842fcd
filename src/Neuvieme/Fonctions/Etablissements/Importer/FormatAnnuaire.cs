using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Etablissements.Importer;

public enum GenreDeFichier { Academies, Departements, Natures, Annuaire, Geolocalisation, Liste, EffectifsSecondDegre, EffectifsColleges, EffectifsEcoles, Etp }

/// <summary>Un format de données ouvertes, reconnu à ses en-têtes, sans égard à la casse, aux accents ni à l'ordre des colonnes.</summary>
/// <param name="Colonnes">Champ → titres acceptés. Un titre qui finit par « … » se reconnaît à son début.</param>
/// <param name="Cree">Un établissement inconnu s'y crée ; sinon le fichier ne fait que compléter ceux de la base.</param>
/// <param name="Complet">Liste tous les établissements de ce qu'il couvre : qui n'y est pas est absent.</param>
sealed record FormatAnnuaire(GenreDeFichier Genre, string Nom, string[] Necessaires, Dictionary<string, string[]> Colonnes, bool Cree = false, bool Complet = false)
{
    public static readonly IReadOnlyList<FormatAnnuaire> Tous =
    [
        new(GenreDeFichier.Annuaire, "annuaire de l’éducation", ["uai", "nom", "nature"], new()
        {
            ["uai"] = ["Identifiant de l etablissement"], ["nom"] = ["Nom etablissement"], ["nature"] = ["code nature"], ["nature_libelle"] = ["libelle nature"],
            ["academie"] = ["Code academie"], ["academie_libelle"] = ["Libelle academie"], ["departement"] = ["Code departement"], ["departement_libelle"] = ["Libelle departement"],
            ["secteur"] = ["Statut public prive"], ["contrat"] = ["Type contrat prive"], ["contrat_code"] = ["Code type contrat prive"], ["ep"] = ["Appartenance Education Prioritaire"],
            ["adresse"] = ["Adresse 1"], ["adresse2"] = ["Adresse 2"], ["cp"] = ["Code postal"], ["commune"] = ["Nom commune"], ["telephone"] = ["Telephone"], ["eleves"] = ["Nombre d eleves"],
            ["latitude"] = ["latitude"], ["longitude"] = ["longitude"], ["etat"] = ["etat"], ["ouverture"] = ["date ouverture"], ["fermeture"] = ["date fermeture"],
            ["ministere"] = ["ministere tutelle"], ["maj"] = ["date maj ligne"],
        }, Cree: true, Complet: true),
        new(GenreDeFichier.Geolocalisation, "adresse et géolocalisation des établissements", ["uai", "nature", "secteur"], new()
        {
            ["uai"] = ["numero uai"], ["nom"] = ["appellation officielle"], ["nom2"] = ["denomination principale"], ["patronyme"] = ["patronyme uai"], ["nature"] = ["nature uai"], ["nature_libelle"] = ["nature uai libe"],
            ["academie"] = ["code academie"], ["academie_libelle"] = ["libelle academie"], ["departement"] = ["code departement"], ["departement_libelle"] = ["libelle departement"],
            ["secteur"] = ["secteur public prive libe"], ["contrat"] = ["secteur prive libelle type contrat"], ["contrat_code"] = ["secteur prive code type contrat"],
            ["adresse"] = ["adresse uai"], ["adresse2"] = ["lieu dit uai"], ["cp"] = ["code postal uai"], ["commune"] = ["libelle commune"], ["latitude"] = ["latitude"], ["longitude"] = ["longitude"],
            ["etat"] = ["etat etablissement libe"], ["ouverture"] = ["date ouverture"], ["fermeture"] = ["date fermeture"], ["ministere"] = ["libelle ministere"],
        }, Cree: true, Complet: true),
        new(GenreDeFichier.Liste, "liste d’établissements", ["uai", "nom", "nature", "academie"], new()
        {
            ["uai"] = ["uai"], ["nom"] = ["nom"], ["nature"] = ["code nature"], ["nature_libelle"] = ["nature"], ["academie"] = ["code academie"], ["academie_libelle"] = ["academie"], ["departement"] = ["code departement"],
            ["secteur"] = ["statut"], ["contrat"] = ["contrat"], ["ep"] = ["education prioritaire"], ["commune"] = ["commune"], ["eleves"] = ["nb eleves annuaire", "nb eleves"], ["etat"] = ["etat"],
            ["etp"] = ["etp total…"],
        }, Cree: true),
        new(GenreDeFichier.Etp, "personnels des établissements du second degré", ["uai", "etp", "rentree"], new()
        {
            ["uai"] = ["Identifiant de l etablissement"], ["etp"] = ["ETP total"], ["rentree"] = ["Annee de la rentree scolaire"],
        }),
        new(GenreDeFichier.EffectifsSecondDegre, "effectifs du second degré", ["uai", "eleves", "rentree"], new()
        {
            ["uai"] = ["Numero d etablissement"], ["eleves"] = ["Nombre d eleves"], ["rentree"] = ["Annee scolaire"],
        }),
        new(GenreDeFichier.EffectifsColleges, "effectifs des collèges", ["uai", "eleves", "rentree"], new()
        {
            ["uai"] = ["Numero du college"], ["eleves"] = ["Nombre d eleves total…"], ["rentree"] = ["Rentree scolaire"], ["rep"] = ["REP"], ["rep_plus"] = ["REP +", "REP+"],
        }),
        new(GenreDeFichier.EffectifsEcoles, "effectifs des écoles", ["uai", "eleves", "rentree"], new()
        {
            ["uai"] = ["Numero de l ecole"], ["eleves"] = ["Nombre total d eleves"], ["rentree"] = ["Rentree scolaire"], ["rep"] = ["REP"], ["rep_plus"] = ["REP +", "REP+"],
        }),
        new(GenreDeFichier.Departements, "départements", ["code", "libelle", "academie", "prefixe"], new()
        {
            ["code"] = ["code departement"], ["libelle"] = ["libelle"], ["academie"] = ["code academie"], ["prefixe"] = ["prefixe uai"],
        }),
        new(GenreDeFichier.Academies, "académies", ["code", "libelle", "region"], new() { ["code"] = ["code academie"], ["libelle"] = ["libelle"], ["region"] = ["code region"] }),
        new(GenreDeFichier.Natures, "natures d’établissement", ["code", "libelle"], new() { ["code"] = ["code nature"], ["libelle"] = ["libelle"] }),
    ];

    public static string Reconnus => string.Join(", ", Tous.Select(f => f.Nom));

    /// <summary>Le format dont toutes les colonnes nécessaires sont là, et la place de chacune ; nul si aucun.</summary>
    public static (FormatAnnuaire Format, Dictionary<string, int> Places)? Reconnaitre(IReadOnlyList<string> entetes)
    {
        foreach (var format in Tous)
        {
            var places = format.Colonnes.Select(c => (c.Key, Place: Place(entetes, c.Value))).Where(c => c.Place >= 0).ToDictionary(c => c.Key, c => c.Place, StringComparer.Ordinal);
            if (format.Necessaires.All(places.ContainsKey))
            {
                return (format, places);
            }
        }

        return null;
    }

    static int Place(IReadOnlyList<string> entetes, string[] titres)
    {
        for (var i = 0; i < entetes.Count; i++)
        {
            if (Array.Exists(titres, t => t[^1] == '…' ? Cle(entetes[i]).StartsWith(Cle(t[..^1]), StringComparison.Ordinal) : Cle(entetes[i]) == Cle(t)))
            {
                return i;
            }
        }

        return -1;
    }

    // « REP » et « REP + » ne diffèrent que par ce signe, que la clé ôterait.
    static string Cle(string titre) => Accents.Cle(titre.Replace("+", " plus", StringComparison.Ordinal));
}
