namespace Neuvieme.Droit.ImpPremierDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Les mêmes fonctions ne sont pas indemnisées deux fois.</summary>
static class Exclusivite
{
    static readonly Regle MemesFonctions = Textes.Regle("PREM-EXCLUSIVITE", Rubrique.Mission, Textes.Decret(),
        "L'IMP du premier degré exclut toute autre indemnité pour les mêmes fonctions.");

    static readonly Constat Inconnue = Constat.Manque("PREM-EXCLUSIVITE-INCONNUE", MemesFonctions, "autre_indemnite_memes_fonctions",
        "Dire si l'agent reçoit déjà une indemnité pour les mêmes fonctions.");

    static readonly Constat Double = Constat.Refus("PREM-DOUBLE-INDEMNITE", MemesFonctions, "L'agent est déjà indemnisé pour les mêmes fonctions.");

    internal static readonly Regle[] Regles = [MemesFonctions];
    internal static readonly Constat[] Constats = [Inconnue, Double];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(MemesFonctions);
        t.Note("autre_indemnite_memes_fonctions", s.AutreIndemniteMemesFonctions);
        if (s.AutreIndemniteMemesFonctions is not { } autre) t.Constate(Inconnue);
        else if (autre) t.Constate(Double);
    }
}
