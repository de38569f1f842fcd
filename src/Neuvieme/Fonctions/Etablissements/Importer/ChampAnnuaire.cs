using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Un champ que les données ouvertes tiennent à jour : comment le lire dans la base et dans la ligne, comment l'écrire.</summary>
/// <param name="Code">Nom gardé en base pour dire que la valeur vient d'un fichier ouvert.</param>
/// <param name="Decisif">Une décision du droit en dépend : le changement est montré en premier et journalisé établissement par établissement.</param>
sealed record ChampAnnuaire(string Code, string Nom, Func<Etablissement, string> DeLaBase, Func<FicheLue, Etablissement?, string?> DeLaLigne, Action<Etablissement, FicheLue> Ecrire, bool Decisif = false)
{
    public static readonly IReadOnlyList<ChampAnnuaire> Tous =
    [
        new("nom", "nom", e => e.Denomination, (f, _) => f.Nom, (e, f) => e.Denomination = f.Nom!),
        new("academie", "académie", e => e.AcademieCode, (f, _) => f.Academie, (e, f) => e.AcademieCode = f.Academie!, Decisif: true),
        new("nature", "nature", e => e.NatureCode, (f, _) => f.Nature, (e, f) => e.NatureCode = f.Nature!, Decisif: true),
        new("secteur", "secteur", e => e.Secteur == Secteur.Inconnu ? "" : Dire(e.Secteur), (f, _) => f.Secteur is { } s ? Dire(s) : null, (e, f) => e.Secteur = f.Secteur!.Value, Decisif: true),
        new("ep", "éducation prioritaire", e => e.EducationPrioritaire == EducationPrioritaire.Inconnue ? "" : Dire(e.EducationPrioritaire), (f, _) => f.EducationPrioritaire is { } p ? Dire(p) : null,
            (e, f) => e.EducationPrioritaire = f.EducationPrioritaire!.Value, Decisif: true),
        new("etat", "état", e => e.Etat == EtatEtablissement.Inconnu ? "" : Dire(e.Etat), (f, _) => f.Etat is { } etat ? Dire(etat) : null, (e, f) => e.Etat = f.Etat!.Value, Decisif: true),
        new("departement", "département", e => e.DepartementCode, (f, _) => f.Departement, (e, f) => e.DepartementCode = f.Departement!),
        new("adresse", "adresse", e => e.Adresse, (f, _) => f.Adresse, (e, f) => e.Adresse = f.Adresse!),
        new("cp", "code postal", e => e.CodePostal, (f, _) => f.CodePostal, (e, f) => e.CodePostal = f.CodePostal!),
        new("commune", "commune", e => e.Commune, (f, _) => f.Commune, (e, f) => e.Commune = f.Commune!),
        new("telephone", "téléphone", e => e.Telephone, (f, _) => f.Telephone, (e, f) => e.Telephone = f.Telephone!),
        new("position", "coordonnées", e => Position(e.Latitude, e.Longitude), (f, _) => f is { Latitude: not null, Longitude: not null } ? Position(f.Latitude, f.Longitude) : null,
            (e, f) => (e.Latitude, e.Longitude) = (f.Latitude, f.Longitude)),
        new("ouverture", "ouverture", e => Jour(e.OuvertLe), (f, _) => Jour(f.OuvertLe) is { Length: > 0 } j ? j : null, (e, f) => e.OuvertLe = f.OuvertLe),
        new("fermeture", "fermeture", e => Jour(e.FermeLe), (f, _) => Jour(f.FermeLe) is { Length: > 0 } j ? j : null, (e, f) => e.FermeLe = f.FermeLe),
        new("eleves", "élèves", e => Effectif(e.Eleves, e.ElevesRentree), (f, e) => f.Eleves is null || PlusAncien(f.ElevesRentree, e?.Eleves, e?.ElevesRentree) ? null : Effectif(f.Eleves, f.ElevesRentree),
            (e, f) => (e.Eleves, e.ElevesRentree) = (f.Eleves, f.ElevesRentree)),
        new("etp", "ETP de personnels", e => Etp(e.EtpCentiemes, e.EtpRentree), (f, e) => f.EtpCentiemes is null || PlusAncien(f.EtpRentree, e?.EtpCentiemes, e?.EtpRentree) ? null : Etp(f.EtpCentiemes, f.EtpRentree),
            (e, f) => (e.EtpCentiemes, e.EtpRentree) = (f.EtpCentiemes, f.EtpRentree)),
    ];

    /// <summary>Ces deux écritures disent la même chose : la casse et les accents de STSWeb ne sont pas un désaccord.</summary>
    public static bool MemeSens(string a, string b) => Accents.Cle(a) == Accents.Cle(b);

    public static bool VientDUnFichier(Etablissement e, ChampAnnuaire champ) => e.ChampsOuverts.Split(' ').Contains(champ.Code, StringComparer.Ordinal);

    public static void Marquer(Etablissement e, ChampAnnuaire champ)
    {
        if (!VientDUnFichier(e, champ))
        {
            e.ChampsOuverts = e.ChampsOuverts.Length == 0 ? champ.Code : $"{e.ChampsOuverts} {champ.Code}";
        }
    }

    /// <summary>Un compte d'une rentrée passée ne remplace pas un compte plus récent.</summary>
    static bool PlusAncien(int? lue, int? valeurConnue, int? connue) => valeurConnue is not null && (lue ?? 0) < (connue ?? 0);

    public static string Dire(Secteur secteur) => secteur switch { Secteur.Public => "public", Secteur.PriveSousContrat => "privé sous contrat", Secteur.PriveHorsContrat => "privé hors contrat", _ => "inconnu" };

    public static string Dire(EducationPrioritaire ep) => ep switch { EducationPrioritaire.Rep => "REP", EducationPrioritaire.RepPlus => "REP+", EducationPrioritaire.Aucune => "hors éducation prioritaire", _ => "inconnue" };

    public static string Dire(EtatEtablissement etat) => etat switch
    {
        EtatEtablissement.Ouvert => "ouvert",
        EtatEtablissement.AOuvrir => "à ouvrir",
        EtatEtablissement.AFermer => "à fermer",
        EtatEtablissement.Ferme => "fermé",
        _ => "inconnu",
    };

    static string Position(double? latitude, double? longitude) => latitude is { } a && longitude is { } o
        ? string.Create(CultureInfo.InvariantCulture, $"{a:0.#####}, {o:0.#####}") : "";

    static string Jour(DateOnly? jour) => jour is { } j ? Francais.DateBreve(j) : "";

    static string Effectif(int? eleves, int? rentree) => eleves is { } n ? $"{n}{(rentree is { } r ? $" (rentrée {r})" : "")}" : "";

    static string Etp(int? centiemes, int? rentree) => centiemes is { } c ? $"{Francais.Centiemes(c)}{(rentree is { } r ? $" (rentrée {r})" : "")}" : "";
}
