using System.Text.Json;
using Neuvieme.Droit;
using ParametresImp = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Les clés que tous les dispositifs partagent.</summary>
static class Cles
{
    public const long CentimesMax = 100_000_000_000;

    public static readonly Champ Reference =
        new("reference", "texte", "Repère libre, rendu tel quel avec la décision ; 200 caractères au plus.", (b, ref r) => b.Reference = Valeur.Texte(ref r, 200));

    public static readonly Champ Parametres = new("parametres", "objet", "Choix de l'académie ; ceux du droit par défaut.", LectureJson.Parametres);

    /// <summary>Les clés de « parametres ».</summary>
    public static readonly Champ[] DesParametres =
    [
        Entier("premier_mois", "Mois du premier neuvième ; 10 par défaut.", 9, 12, (p, v) => p with { PremierMois = v }),
        Entier("jour_limite_paie", "Dernier jour du mois pris dans la paie du mois ; 10 par défaut.", 1, 31, (p, v) => p with { JourLimitePaie = v }),
        Vrai("inclure_hsa_eps", "Compter les heures supplémentaires d'EPS ; non par défaut.", (p, v) => p with { InclureHsaEps = v }),
        Vrai("are_par_demi_heures", "Convertir des IMP en décharge par demi-heures ; non par défaut.", (p, v) => p with { AreParDemiHeures = v }),
        new("priorite_pacte", "choix", "Force de l'ordre des niveaux du Pacte ; bloquante par défaut.",
            (b, ref r) => b.Parametres = b.Parametres with { PrioritePacte = Valeur.Choix<PrioritePacte>(ref r) }, Noms<PrioritePacte>.Tous),
        Entier("pourcentage_rcd_minimal", "Part minimale du remplacement de courte durée dans la dotation, en pour cent ; aucune par défaut.", 1, 100, (p, v) => p with { PourcentageRcdMinimal = v }),
    ];

    static Champ Entier(string nom, string description, int min, int max, Func<ParametresImp, int, ParametresImp> ecrit) =>
        new(nom, "entier", description, (b, ref r) => b.Parametres = ecrit(b.Parametres, (int)(Valeur.Entier(ref r, min, max) ?? throw Valeur.Absent())), Bornes: (min, max));

    static Champ Vrai(string nom, string description, Func<ParametresImp, bool, ParametresImp> ecrit) =>
        new(nom, "booleen", description, (b, ref r) => b.Parametres = ecrit(b.Parametres, Valeur.Booleen(ref r) ?? throw Valeur.Absent()));
}

/// <summary>De quoi écrire les clés d'un dispositif, une par ligne.</summary>
static class Cles<TSituation>
    where TSituation : struct
{
    public delegate TSituation Ecrit(TSituation s, ref Utf8JsonReader r);

    public static Champ Fait(string nom, string description, Ecrit ecrit, bool obligatoire = false) => Champ(nom, "date", description, ecrit, obligatoire: obligatoire);

    public static Champ Annee(Func<TSituation, AnneeScolaire, TSituation> ecrit) =>
        Champ("annee", "annee", "Année scolaire de la mission : « 2026-2027 », ou 2026 pour la rentrée 2026.", (s, ref r) => ecrit(s, Valeur.Annee(ref r)), obligatoire: true);

    public static Champ Choix(string nom, string description, IEnumerable<string> valeurs, Ecrit ecrit, bool obligatoire = false) => Champ(nom, "choix", description, ecrit, valeurs, obligatoire);

    public static Champ Choix<T>(string nom, string description, Func<TSituation, T, TSituation> ecrit)
        where T : struct, Enum => Champ(nom, "choix", description, (s, ref r) => ecrit(s, Valeur.Choix<T>(ref r)), Noms<T>.Tous);

    public static Champ Liste(string nom, string description, IEnumerable<string> valeurs, Ecrit ecrit) => Champ(nom, "liste", description, ecrit, valeurs);

    public static Champ OuiNon(string nom, string description, Func<TSituation, bool?, TSituation> ecrit) => Champ(nom, "booleen", description, (s, ref r) => ecrit(s, Valeur.Booleen(ref r)));

    public static Champ Vrai(string nom, string description, Func<TSituation, bool, TSituation> ecrit) =>
        Champ(nom, "booleen", description + " Par défaut non.", (s, ref r) => ecrit(s, Valeur.Booleen(ref r) ?? false));

    public static Champ Nombre(string nom, string description, int max, Func<TSituation, int?, TSituation> ecrit, int min = 0) =>
        Champ(nom, "entier", description, (s, ref r) => ecrit(s, (int?)Valeur.Entier(ref r, min, max)), bornes: (min, max));

    public static Champ Quarts(string nom, string description, Func<TSituation, Quotite?, TSituation> ecrit) => Nombre(nom, description, 1_000_000, (s, v) => ecrit(s, v is { } q ? new Quotite(q) : null));

    public static Champ Somme(string nom, string description, Func<TSituation, Montant?, TSituation> ecrit) =>
        Champ(nom, "entier", description, (s, ref r) => ecrit(s, Valeur.Entier(ref r, 0, Cles.CentimesMax) is { } c ? new Montant(c) : null), bornes: (0, Cles.CentimesMax));

    static Champ Champ(string nom, string forme, string description, Ecrit ecrit, IEnumerable<string>? valeurs = null, bool obligatoire = false, (long Min, long Max)? bornes = null) =>
        new(nom, forme, description, (b, ref r) => Poser((Brouillon<TSituation>)b, ecrit, ref r), valeurs is null ? null : [.. valeurs], obligatoire, bornes);

    static void Poser(Brouillon<TSituation> b, Ecrit ecrit, ref Utf8JsonReader r) => b.Situation = ecrit(b.Situation, ref r);
}
