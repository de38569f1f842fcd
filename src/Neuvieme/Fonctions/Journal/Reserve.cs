namespace Neuvieme.Fonctions.Journal;

/// <summary>
/// Les événements scellés dans la chaîne et vérifiés avec elle, mais jamais montrés : qu'une demande se ferme sans accord, ou qu'un intérêt
/// soit retiré, dirait à qui la lit la réponse de la personne.
/// </summary>
public static class Reserve
{
    public const string DemandeClose = "demande d’accord close";
    public const string Candidature = "candidature déposée, changée ou retirée";

    /// <summary>La personne a décliné la signature, ou demandé un changement.</summary>
    public const string LettreNonSignee = "lettre non signée";

    public static readonly string[] Evenements = [DemandeClose, Candidature, LettreNonSignee];
}
