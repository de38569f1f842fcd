using MemeMission = Neuvieme.Droit.ImpSecondDegre.Regles.Exclusivite;
using MissionAcademique = Neuvieme.Droit.MissionsAcademiques.Regles;

namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>En établissement, l'allègement exclut l'IMP de la même mission ; à l'échelon académique il s'y ajoute ; pour un district, jamais.</summary>
static class Exclusivite
{
    static readonly LectureForme<Situation> Forme = new("ARE", (in s) => s.ImpMemeMission);

    static readonly Constat CadreInconnu = Constat.Manque("ARE-CADRE-INCONNU", MemeMission.Cumul, "cadre", "Dire si la mission est d'établissement, académique ou d'un district UNSS.");

    static readonly Constat ImpInconnue = Constat.Manque("ARE-IMP-INCONNUE", MemeMission.Cumul, "imp_meme_mission_centimes",
        "Dire ce que l'agent reçoit d'IMP pour cette mission ; 0 sinon.");

    static readonly Constat ImpAcademiqueInconnue = Constat.Manque("ARE-ACA-IMP-INCONNUE", MissionAcademique.Cumul.AvecDecharge, "imp_meme_mission_centimes",
        "Dire quelle IMP s'ajoute à l'allègement, 0 sinon : la lettre en écrit le taux.");

    static readonly Constat ImpHorsTaux = new("ARE-ACA-IMP-HORS-TAUX", MissionAcademique.Taux.CinqTaux, Gravite.Refus, (c, in s, _) => new MontantHorsTaux(c, s.ImpMemeMission ?? Montant.Zero));

    static readonly Constat District = Constat.Refus("ARE-DISTRICT-UNSS", MissionAcademique.DistrictUnss.SansDecharge,
        "La coordination d'un district UNSS n'ouvre droit à aucune décharge.");

    internal static readonly Constat[] Constats = [.. Forme.Constats, CadreInconnu, ImpInconnue, ImpAcademiqueInconnue, ImpHorsTaux, District];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        bool etablissement = s.Cadre == Cadre.Etablissement;
        Forme.Lire(etablissement ? s.ImpMemeMission : null, s.Fonction, s.Corps, ref t);
        t.Note("cadre", s.Cadre);
        switch (s.Cadre)
        {
            case Cadre.Etablissement:
                t.Examine(MemeMission.Cumul);
                t.Note("imp_meme_mission", s.ImpMemeMission);
                if (s.ImpMemeMission is null) t.Constate(ImpInconnue);
                break;
            case Cadre.Academique:
                t.Examine(MissionAcademique.Cumul.AvecDecharge);
                t.Note("imp_meme_mission", s.ImpMemeMission);
                if (s.ImpMemeMission is not { } imp) t.Constate(ImpAcademiqueInconnue);
                else if (imp.Centimes != 0) LireTaux(in s, ref t);
                break;
            case Cadre.DistrictUnss:
                t.Examine(MissionAcademique.DistrictUnss.SansDecharge);
                t.Constate(District);
                break;
            default:
                t.Examine(MemeMission.Cumul);
                t.Constate(CadreInconnu);
                break;
        }
    }

    static void LireTaux<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(MissionAcademique.Taux.CinqTaux);
        t.Note("imp_meme_mission", s.ImpMemeMission);
        if (MissionAcademique.Taux.Du(s.ImpMemeMission, s.Annee) is null) t.Constate(ImpHorsTaux);
    }
}
