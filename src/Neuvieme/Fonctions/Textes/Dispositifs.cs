using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Un dispositif que `droit evaluer` sait juger.</summary>
/// <param name="Nom">Sa valeur pour la clé « dispositif ».</param>
/// <param name="Titre">Son nom courant.</param>
/// <param name="Champs">Ses clés.</param>
/// <param name="Neuf">Une situation vide.</param>
sealed record Dispositif(string Nom, string Titre, Champ[] Champs, Func<Brouillon> Neuf)
{
    /// <summary>Ce qui reste à réconcilier une fois toutes les clés lues.</summary>
    public Action<Brouillon>? Achever { get; init; }
}

/// <summary>Les dispositifs, le premier par défaut.</summary>
static class Dispositifs
{
    const string Cle = "dispositif";

    public static readonly IReadOnlyList<Dispositif> Tous =
    [
        De<Situation>("imp-second-degre", "IMP du second degré", Champs.Situation, Evaluation.Evaluer) with { Achever = Montant },
        De<Droit.Pacte.Situation>("pacte", "Part fonctionnelle du Pacte", ChampsPacte.Situation, Droit.Pacte.Evaluation.Evaluer),
        De<Droit.ImpPremierDegre.Situation>("imp-premier-degre", "IMP du premier degré", ChampsPremierDegre.Situation, Droit.ImpPremierDegre.Evaluation.Evaluer),
        De<Droit.MissionsAcademiques.Situation>("missions-academiques", "Mission académique, district UNSS compris", ChampsAcademiques.Situation, Droit.MissionsAcademiques.Evaluation.Evaluer),
        De<Droit.Decharge.Situation>("decharge", "Décharge de service et conversion d'IMP en heures", ChampsDecharge.Situation, Droit.Decharge.Evaluation.Evaluer),
    ];

    public static Dispositif Defaut => Tous[0];

    /// <summary>Le dispositif d'une situation, où que soit sa clé ; le lecteur est copié, l'appelant n'avance pas.</summary>
    public static Dispositif Choisir(Utf8JsonReader r)
    {
        while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
        {
            bool ici = r.ValueTextEquals(Cle);
            r.Read();
            if (ici) return Lire(ref r);
            r.Skip();
        }

        return Defaut;
    }

    static Dispositif Lire(ref Utf8JsonReader r)
    {
        if (r.TokenType == JsonTokenType.Null) return Defaut;
        string? nom = r.TokenType == JsonTokenType.String ? Valeur.Chaine(ref r, "") : null;
        return Tous.FirstOrDefault(d => d.Nom == nom)
            ?? throw new EntreeInvalideException($".{Cle} : une de ces valeurs est attendue : {string.Join(", ", Tous.Select(d => d.Nom))} ; trouvé {Valeur.Montre(ref r)}");
    }

    static Dispositif De<TSituation>(string nom, string titre, Champ[] champs, Jugement<TSituation> juger)
        where TSituation : struct
    {
        bool defaut = nom == "imp-second-degre";
        var cle = new Champ(Cle, "choix", defaut ? "Dispositif jugé ; celui-ci par défaut." : "Dispositif jugé.", (b, ref r) =>
        {
            // La clé a déjà choisi cette table ; écrite avec un échappement, elle ne l'a pas pu.
            if (Lire(ref r).Nom != nom) throw new EntreeInvalideException("la clé « dispositif » s'écrit sans échappement");
        }, [nom], Obligatoire: !defaut);
        return new(nom, titre, [cle, .. champs], () => new Brouillon<TSituation>(juger));
    }

    static void Montant(Brouillon b)
    {
        Montant? duTaux = b.Taux is null ? null : TauxImp.DeCode(b.Taux)!.Montant;
        if (b.MontantCentimes is { } centimes && duTaux is { } taux && taux.Centimes != centimes)
            throw new EntreeInvalideException($" : « montant_centimes » et « taux » se contredisent ({centimes} et {taux.Centimes}) ; n'en garder qu'un");
        ref Situation s = ref ((Brouillon<Situation>)b).Situation;
        s = s with { Montant = b.MontantCentimes is { } c ? new Montant(c) : duTaux };
    }
}
