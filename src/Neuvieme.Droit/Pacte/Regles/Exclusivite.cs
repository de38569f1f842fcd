namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>Le même travail n'est pas payé deux fois.</summary>
static class Exclusivite
{
    static readonly Regle MemeTravail = Textes.Regle("PAC-EXCLUSIVITE", Rubrique.Mission, Textes.Decret(),
        "Chaque part exclut toute autre indemnité ou rémunération pour la même mission : ni IMP, ni heures supplémentaires, ni allègement.", ["R032"]);

    static readonly Constat Inconnue = Constat.Manque("PAC-EXCLUSIVITE-INCONNUE", MemeTravail, "autre_remuneration_meme_mission",
        "Dire si l'agent est déjà payé pour ce même travail.");

    static readonly Constat Double = Constat.Refus("PAC-DOUBLE-REMUNERATION", MemeTravail, "L'agent est déjà payé pour ce même travail.");

    internal static readonly Regle[] Regles = [MemeTravail];
    internal static readonly Constat[] Constats = [Inconnue, Double];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(MemeTravail);
        t.Note("autre_remuneration_meme_mission", s.AutreRemunerationMemeMission);
        if (s.AutreRemunerationMemeMission is not { } autre) t.Constate(Inconnue);
        else if (autre) t.Constate(Double);
    }
}
