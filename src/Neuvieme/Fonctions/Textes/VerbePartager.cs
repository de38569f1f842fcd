using System.CommandLine;
using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit partager` et `neuvieme droit service-fait` : les parts d'une mission, le mois d'un versement unique.</summary>
static class VerbePartager
{
    public static Command Partager()
    {
        var annee = new Option<string>("--annee") { Description = "Année scolaire : 2026 ou 2026-2027", Required = true };
        var part = new Option<string[]>("--part") { Description = "Montant annuel de l’un : 625 ; à répéter pour chacun", Required = true };
        var mission = new Option<string>("--mission") { Description = $"Mission d’établissement : {string.Join(", ", Noms<Mission>.Tous.Skip(1))}" };
        var tauxDu = new Option<string>("--taux-du") { Description = "APSA : le taux dû à la coordination, 1250 ou 2500" };
        var justification = new Option<bool>("--justification") { Description = "APSA : une justification écrite accompagne le partage" };
        var district = new Option<string>("--district") { Description = "District UNSS : le taux fixé pour lui, de 1250 à 3750" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centimes" };
        var verbe = new Command("partager", "Les parts d’une mission confiée à plusieurs, ou d’un district UNSS") { annee, part, mission, tauxDu, justification, district, json };
        verbe.SetAction(r => SortieVersement.Repondre(
            () => Juger(
                new(LectureOptions.Annee(r.GetValue(annee)!), [.. r.GetValue(part)!.Select(p => LectureOptions.Somme("--part", p))])
                {
                    TauxDu = (r.GetValue(district) ?? r.GetValue(tauxDu)) is { } t ? LectureOptions.Somme(r.GetValue(district) is null ? "--taux-du" : "--district", t) : null,
                    JustificationPresente = r.GetValue(justification),
                },
                r.GetValue(mission), r.GetValue(district) is not null),
            r.GetValue(json), EnJson, EnTableau));
        return verbe;
    }

    public static Command ServiceFait()
    {
        var montant = new Option<string>("--montant") { Description = "Montant brut, un des cinq taux : 312,50", Required = true };
        var annee = new Option<string>("--annee") { Description = "Année scolaire : 2026 ou 2026-2027", Required = true };
        var fait = new Option<string>("--fait-le") { Description = "Jour où le service fait est attesté : 2027-03-20" };
        var validee = new Option<string>("--validee-le") { Description = "Jour de la validation par le recteur" };
        var limite = new Option<string>("--jour-limite") { Description = "Dernier jour pris dans la paie du mois", DefaultValueFactory = _ => "10" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centimes" };
        var verbe = new Command("service-fait", "Le mois où se verse une mission ponctuelle, ou qui ne couvre pas l’année") { montant, annee, fait, validee, limite, json };
        verbe.SetAction(r => SortieVersement.Repondre(
            () => Ponctuelle.Verser(
                LectureOptions.Somme("--montant", r.GetValue(montant)!), LectureOptions.Annee(r.GetValue(annee)!),
                LectureOptions.Jour("--fait-le", r.GetValue(fait)), LectureOptions.Jour("--validee-le", r.GetValue(validee)), LectureOptions.Choix(null, r.GetValue(limite))),
            r.GetValue(json),
            (w, u) =>
            {
                w.WritePropertyName("versements"u8);
                EcritureJson.Echeances(w, [u.Echeance]);
            },
            u => Console.WriteLine($"{u.Echeance.Brut} bruts en {u.Echeance.Mois.Libelle}, {u.Echeance.NetEstime} nets estimés")));
        return verbe;
    }

    static Reponse<PartsAdmises> Juger(PartsDeMission parts, string? mission, bool district)
    {
        if (district && mission is null) return Partage.DeDistrict(parts);
        if (district) throw LectureOptions.Fausse("--mission", mission, "un district n'est pas une mission d'établissement ; garder --district ou --mission.");
        return Noms<Mission>.Lire(mission ?? "", out Mission lue) && lue != default
            ? Partage.DEtablissement(parts with { Mission = lue })
            : throw LectureOptions.Fausse("--mission", mission, $"une mission est attendue, ou --district : {string.Join(", ", Noms<Mission>.Tous.Skip(1))}.");
    }

    static void EnJson(Utf8JsonWriter w, PartsAdmises a)
    {
        w.WriteStartArray("parts"u8);
        foreach (Taux t in a.Taux)
        {
            w.WriteStartObject();
            w.WriteString("taux"u8, t.Code);
            w.WriteNumber("montant_centimes"u8, t.Montant.Centimes);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteNumber("somme_centimes"u8, a.Somme.Centimes);
    }

    static void EnTableau(PartsAdmises a)
    {
        foreach (Taux t in a.Taux) Console.WriteLine(t.Libelle);
        Console.WriteLine($"{a.Somme} en tout");
    }
}
