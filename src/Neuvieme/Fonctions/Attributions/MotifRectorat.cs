namespace Neuvieme.Fonctions.Attributions;

/// <summary>Pourquoi le rectorat renvoie ou refuse : un code pour compter, toujours avec un texte pour comprendre.</summary>
public enum MotifRectorat
{
    Incorrect, Incomplet, Perime,
    HorsNomenclature, BesoinNonEtabli, TauxNonJustifie, ProcedureIrreguliere, EnveloppeInsuffisante, DoubleEmploi, Autre,
}

public static class MotifsRectorat
{
    /// <summary>Un dossier revient pour être corrigé : un élément est faux, manque, ou n'est plus vrai.</summary>
    public static readonly IReadOnlyList<MotifRectorat> DeRetour = [MotifRectorat.Incomplet, MotifRectorat.Incorrect, MotifRectorat.Perime];

    public static readonly IReadOnlyList<MotifRectorat> DeRefus =
    [
        MotifRectorat.HorsNomenclature, MotifRectorat.BesoinNonEtabli, MotifRectorat.TauxNonJustifie, MotifRectorat.ProcedureIrreguliere,
        MotifRectorat.EnveloppeInsuffisante, MotifRectorat.DoubleEmploi, MotifRectorat.Autre,
    ];

    public static string Libelle(this MotifRectorat motif) => motif switch
    {
        MotifRectorat.Incorrect => "un élément est incorrect",
        MotifRectorat.Incomplet => "un élément manque",
        MotifRectorat.Perime => "un élément n’est plus à jour",
        MotifRectorat.HorsNomenclature => "la mission n’entre ni dans l’article 6 ni dans l’article 7",
        MotifRectorat.BesoinNonEtabli => "le besoin de service n’est pas établi",
        MotifRectorat.TauxNonJustifie => "le taux n’est pas justifié",
        MotifRectorat.ProcedureIrreguliere => "la procédure n’est pas régulière",
        MotifRectorat.EnveloppeInsuffisante => "l’enveloppe ne le permet pas",
        MotifRectorat.DoubleEmploi => "la même tâche est déjà rémunérée autrement",
        _ => "autre motif",
    };
}
