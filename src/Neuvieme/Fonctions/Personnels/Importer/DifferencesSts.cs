using Neuvieme.Droit;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Ce qui change d'une personne connue, champ par champ, en mots que le chef d'établissement reconnaît.</summary>
static class DifferencesSts
{
    public const string Naissance = "date de naissance", Annee = "année scolaire";

    public static List<ChampChange> Entre(PersonneConnue avant, IndividuSts apres, FaitsPersonne faits, Func<DateOnly, string> naissance)
    {
        List<ChampChange> champs = [];
        Comparer("civilité", Civilite(avant.CodeCivilite), apres.Civilite);
        Comparer("nom d’usage", avant.NomUsage, apres.NomUsage);
        Comparer("nom patronymique", avant.NomPatronymique, apres.NomPatronymique);
        Comparer("prénom", avant.Prenom, apres.Prenom);
        // L'empreinte ne se montre pas : elle dit seulement que la date n'est plus la même.
        if (apres.DateNaissance is { } d && !string.Equals(avant.Naissance, naissance(d), StringComparison.Ordinal))
            champs.Add(new(Naissance, avant.Naissance is null ? null : "autre date", Francais.DateBreve(d)));
        Comparer("grade", avant.Grade, apres.Grade);
        // Corps et fonction se déduisent du fichier : tant que leur source ne bouge pas, la correction du chef d'établissement reste.
        if (!Egaux(avant.Grade, apres.Grade) && apres.Corps != Corps.Inconnu)
            Comparer("corps", Nom(avant.Corps), Nom(apres.Corps));
        if ((!Egaux(avant.FonctionSource, apres.FonctionSource) || !Egaux(avant.Faits?.DisciplineCode, faits.DisciplineCode)) && apres.Fonction != Fonction.Inconnue)
            Comparer("fonction", Nom(avant.Fonction), Nom(apres.Fonction));
        if (avant.Faits is null)
            champs.Add(new(Annee, "pas encore affectée", "affectée"));
        else
            Faits(avant.Faits, faits, avant.Presente, champs);
        return champs;

        void Comparer(string champ, string? a, string? b) => Ajouter(champs, champ, a, b);
    }

    static void Faits(FaitsPersonne avant, FaitsPersonne apres, bool presente, List<ChampChange> champs)
    {
        if (!presente)
            champs.Add(new("présence", "absente du fichier précédent", "présente"));
        Ajouter(champs, "discipline", avant.Discipline, apres.Discipline);
        Ajouter(champs, "enseigne la technologie", OuiNon(avant.EnseigneTechnologie), OuiNon(apres.EnseigneTechnologie));
        if (Egaux(avant.OrigineHeures, FaitsPersonne.SaisieDuChef))
            return;
        Ajouter(champs, "enseigne l’EPS", OuiNon(avant.EnseigneEps), OuiNon(apres.EnseigneEps));
        Ajouter(champs, "heures d’EPS", Heures(avant.HeuresEps), Heures(apres.HeuresEps));
        Ajouter(champs, "maximum de service", Heures(avant.Maximum), Heures(apres.Maximum));
    }

    // Une donnée absente du fichier n'efface jamais celle de la base : les fiches locales sont souvent à moitié vides.
    static void Ajouter(List<ChampChange> champs, string champ, string? avant, string? apres)
    {
        if (!string.IsNullOrEmpty(apres) && !Egaux(avant, apres))
            champs.Add(new(champ, string.IsNullOrEmpty(avant) ? null : avant, apres));
    }

    static bool Egaux(string? a, string? b) => string.Equals(a ?? "", b ?? "", StringComparison.Ordinal);

    static string OuiNon(bool valeur) => valeur ? "oui" : "non";

    static string? Heures(int? centiemes) => centiemes is { } h ? Francais.Centiemes(h) + " h" : null;

    static string? Civilite(string? code) => code switch { "1" => "M.", "2" or "3" => "Mme", _ => null };

    public static string Nom(Fonction fonction) => fonction switch
    {
        Fonction.Enseignant => "enseignant",
        Fonction.Documentaliste => "documentaliste",
        Fonction.Cpe => "CPE",
        Fonction.Direction => "direction",
        Fonction.Autre => "autre",
        _ => "inconnue",
    };

    public static string Nom(Corps corps) => corps switch
    {
        Corps.Agrege => "agrégé",
        Corps.Certifie => "certifié",
        Corps.Peps => "professeur d’EPS",
        Corps.ChargeEnseignementEps => "chargé d’enseignement d’EPS",
        Corps.Plp => "PLP",
        Corps.Pegc => "PEGC",
        Corps.Cpe => "CPE",
        Corps.ProfesseurDesEcoles => "professeur des écoles",
        Corps.Instituteur => "instituteur",
        Corps.ChaireSuperieure => "chaire supérieure",
        Corps.AdjointEnseignement => "adjoint d’enseignement",
        Corps.PsyEn => "PsyEN",
        Corps.Contractuel => "contractuel",
        Corps.MaitreAuxiliaire => "maître auxiliaire",
        Corps.Direction => "direction",
        Corps.Autre => "autre",
        _ => "inconnu",
    };
}
