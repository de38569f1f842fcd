using System.CommandLine;
using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit redeployer` : passer des heures d'une mission à une autre de la même part.</summary>
static class VerbeRedeployer
{
    public static Command Verbe()
    {
        (Option<string> annee, Option<string> parts, Option<string> modalite) = VerbeAvances.DesParts();
        var mission = new Option<string[]>("--mission") { Description = "Une mission de la part, heures prévues et faites : RCD=18/10 ; répétable", Required = true };
        var source = new Option<string>("--de") { Description = "Mission qui cède des heures", Required = true };
        var cible = new Option<string>("--vers") { Description = "Mission qui les reçoit, présente ou nouvelle", Required = true };
        var heures = new Option<string>("--heures") { Description = "Heures cédées : 8 ou 8,5", Required = true };
        var accord = new Option<string>("--accord") { Description = "L’agent est d’accord : oui ou non" };
        var repli = new Option<bool>("--repli") { Description = "La lettre nomme déjà la mission qui reçoit comme repli" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centièmes d’heure" };
        var verbe = new Command("redeployer", "Des heures non faites du Pacte, d’une mission à une autre de la même part") { annee, parts, modalite, mission, source, cible, heures, accord, repli, json };
        verbe.SetAction(r => SortieVersement.Repondre(
            () => Redeploiement.Juger(new(
                LectureOptions.Parts(r.GetValue(annee)!, r.GetValue(parts)!, r.GetValue(modalite)!), [.. r.GetValue(mission)!.Select(Mission)],
                r.GetValue(source)!, r.GetValue(cible)!, LectureOptions.Heures("--heures", r.GetValue(heures)!))
            {
                AccordDeLAgent = LectureOptions.OuiNon("--accord", r.GetValue(accord)), RepliPrevu = r.GetValue(repli),
            }),
            r.GetValue(json), EnJson, EnTableau));
        return verbe;
    }

    static HeuresDeMission Mission(string texte)
    {
        int egal = texte.LastIndexOf('=');
        string[] heures = egal < 0 ? [] : texte[(egal + 1)..].Split('/');
        return heures.Length == 2 && egal > 0
            ? new(texte[..egal].Trim(), LectureOptions.Heures("--mission", heures[0]), LectureOptions.Heures("--mission", heures[1]))
            : throw LectureOptions.Fausse("--mission", texte, "un nom, les heures prévues et les heures faites sont attendus, écrits RCD=18/10.");
    }

    static void EnJson(Utf8JsonWriter w, PartRedeployee part)
    {
        w.WriteStartArray("missions"u8);
        foreach (HeuresDeMission m in part.Missions)
        {
            w.WriteStartObject();
            w.WriteString("mission"u8, m.Mission);
            w.WriteNumber("prevues_centiemes"u8, m.PrevuesCentiemes);
            w.WriteNumber("faites_centiemes"u8, m.FaitesCentiemes);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    static void EnTableau(PartRedeployee part)
    {
        int large = int.Max(7, part.Missions.Max(m => m.Mission.Length));
        Console.WriteLine($"{"mission".PadRight(large)} {"prévues",10} {"faites",10}");
        foreach (HeuresDeMission m in part.Missions)
            Console.WriteLine($"{m.Mission.PadRight(large)} {new Montant(m.PrevuesCentiemes).Nombre(),8} h {new Montant(m.FaitesCentiemes).Nombre(),8} h");
        Console.WriteLine($"{"total".PadRight(large)} {new Montant(part.Missions.Sum(m => m.PrevuesCentiemes)).Nombre(),8} h {new Montant(part.Missions.Sum(m => m.FaitesCentiemes)).Nombre(),8} h");
    }
}
