namespace Neuvieme.Droit.Couverture;

/// <summary>Les documents que les lectures citent, nommés une fois.</summary>
static class Articles
{
    internal const string Decret = "décret n° 2015-475 du 27 avril 2015";
    internal const string Circulaire = "circulaire n° 2015-058 du 29 avril 2015";
    internal const string Projet = "projet de cette circulaire";
    internal const string Annexe = "note de service du 22 septembre 2025, annexe 1";
    internal const string ArticleImp = "J. Delmas, « IMP, missions particulières et lettres de mission »";
    internal const string ArticlePacte = "J. Delmas, « C’est nouveau, les missions pour les profs ? »";
}
