namespace Neuvieme.Fonctions.Lettres;

/// <summary>Les états, parties et événements tels qu'on les lit.</summary>
public static class ParcoursDeLettre
{
    public static string Libelle(this EtatLettre etat) => etat switch
    {
        EtatLettre.Etablie => "établie, pas encore envoyée",
        EtatLettre.ASigner => "à signer",
        EtatLettre.Signee => "signée",
        EtatLettre.Declinee => "non signée : la personne a décliné",
        EtatLettre.ModificationDemandee => "à revoir : un changement est demandé",
        EtatLettre.Expiree => "délai de signature passé",
        EtatLettre.SansEffet => "sans effet : la décision qu’elle rapporte a pris fin",
        _ => "remplacée par une version plus récente",
    };

    /// <summary>Ce qu'en lit n'importe qui : si elle vaut, jamais qui a refusé ni qui tarde, ni pourquoi elle ne vaut plus.</summary>
    public static string Public(this EtatLettre etat) => etat == EtatLettre.SansEffet ? "sans effet" : etat is EtatLettre.Signee or EtatLettre.Remplacee ? etat.Libelle() : "établie, mais pas signée de tous";

    /// <summary>Pour le chef seul : qui a refusé, demandé un changement ou tardé ne s'imprime ni ne se joint à une preuve.</summary>
    public static bool EstReserve(this GenreDEvenement genre) => genre is GenreDEvenement.Declinee or GenreDEvenement.ModificationDemandee or GenreDEvenement.Rappelee;

    public static string Libelle(this Partie partie) => partie == Partie.Agent ? "de la personne" : "de l’autorité";

    public static string Libelle(this MoyenDeSignature moyen) => moyen switch
    {
        MoyenDeSignature.MotDePasse => "mot de passe redemandé",
        MoyenDeSignature.CleDAcces => "clé d’accès de l’appareil, déverrouillée par la personne",
        MoyenDeSignature.CodeATempsLimite => "mot de passe et code à usage unique",
        _ => "signature sur papier, numérisée",
    };

    public static string Libelle(this GenreDEvenement genre) => genre switch
    {
        GenreDEvenement.Etablie => "établie",
        GenreDEvenement.Envoyee => "envoyée à la signature",
        GenreDEvenement.Lue => "ouverte",
        GenreDEvenement.Signee => "signée",
        GenreDEvenement.Declinee => "déclinée",
        GenreDEvenement.ModificationDemandee => "changement demandé",
        GenreDEvenement.Rappelee => "rappel envoyé",
        GenreDEvenement.Expiree => "délai de signature passé",
        GenreDEvenement.Remplacee => "remplacée",
        GenreDEvenement.SansEffet => "privée d’effet : la décision qu’elle rapporte a pris fin",
        GenreDEvenement.SigneeSurPapier => "signée sur papier, numérisation déposée",
        _ => "cachetée par l’organisme",
    };
}
