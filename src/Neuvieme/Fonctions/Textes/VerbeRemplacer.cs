using System.CommandLine;
using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit remplacer` : qui est payé, mois par mois, quand le titulaire est remplacé ou en congé.</summary>
static class VerbeRemplacer
{
    public static Command Verbe()
    {
        var montant = new Option<string>("--montant") { Description = "Montant annuel brut en euros : 1250 ou 312,50", Required = true };
        var annee = new Option<string>("--annee") { Description = "Année scolaire : 2026 ou 2026-2027", Required = true };
        var remplacement = new Option<string[]>("--remplacement") { Description = "Premier et dernier jour, et le nom s’il sert : 2027-01-12..2027-03-05 ou 2027-01-12..2027-03-05=Durand ; répétable" };
        var conge = new Option<string[]>("--conge") { Description = $"Congé du titulaire : 2027-01-04..2027-03-05=maladie-ordinaire, suivi au besoin de « ,accorde-le=DATE », « ,deja-pris=JOURS » pour ceux des douze mois d’avant qui ne sont pas donnés ici, « ,sans-carence », « ,garde=POURCENT » quand nul texte ne le fixe, « ,requalifie-le=DATE » pour une longue maladie qui suit une maladie ordinaire ; répétable. Natures : {string.Join(", ", Noms<NatureConge>.Tous.Skip(1))}" };
        var contractuel = new Option<string>("--contractuel") { Description = "Titulaire agent contractuel : oui ou non ; en maladie ordinaire, sa décision est manuelle" };
        var arret = new Option<string>("--arret") { Description = "Dernier jour tenu, quand la mission s’arrête avant son terme : 2027-01-15" };
        var titulaire = new Option<string>("--titulaire") { Description = "Nom du titulaire", DefaultValueFactory = _ => "titulaire" };
        var premier = new Option<string>("--premier-mois") { Description = "Mois du premier versement, de 9 à 12", DefaultValueFactory = _ => "10" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centimes" };
        var verbe = new Command("remplacer", "Titulaire et remplaçants d’une mission, mois par mois, au trentième et au centime") { montant, annee, remplacement, conge, contractuel, arret, titulaire, premier, json };
        verbe.SetAction(r => SortieVersement.Repondre(
            () => Suppleance.Ventiler(
                Mission(r.GetValue(montant)!, r.GetValue(annee)!, r.GetValue(titulaire)!, r.GetValue(remplacement) ?? [], r.GetValue(conge) ?? [], r.GetValue(contractuel), r.GetValue(arret)),
                LectureOptions.Choix(r.GetValue(premier))),
            r.GetValue(json), EnJson, EnTableau));
        return verbe;
    }

    static MissionAnnuelle Mission(string montant, string annee, string titulaire, string[] remplacements, string[] conges, string? contractuel, string? arret) =>
        new(LectureOptions.Somme("--montant", montant), LectureOptions.Annee(annee), titulaire)
        {
            Remplacements = [.. remplacements.Select((texte, i) =>
            {
                (Periode periode, string? nom) = LectureOptions.Periode("--remplacement", texte);
                return new Remplacement(nom ?? (remplacements.Length == 1 ? "remplaçant" : $"remplaçant {i + 1}"), periode);
            })],
            Conges = [.. conges.Select(Conge)],
            Contractuel = LectureOptions.OuiNon("--contractuel", contractuel),
            ArretLe = arret is null ? null : LectureOptions.Jour("--arret", arret),
        };

    static Conge Conge(string texte)
    {
        (Periode periode, string? reste) = LectureOptions.Periode("--conge", texte);
        string[] mots = (reste ?? "").Split(',');
        if (!Noms<NatureConge>.Lire(mots[0].Trim(), out NatureConge nature) || nature == NatureConge.Inconnu)
            throw LectureOptions.Fausse("--conge", texte, $"une nature est attendue après les dates, « =annuel » par exemple : {string.Join(", ", Noms<NatureConge>.Tous.Skip(1))}.");
        var conge = new Conge(nature, periode);
        foreach (string mot in mots.Skip(1).Select(m => m.Trim()))
        {
            conge = mot.Split('=', 2) switch
            {
                ["sans-carence"] => conge with { SansCarence = true },
                ["deja-pris", var jours] => conge with { JoursDejaPris = LectureOptions.Entier("--conge", jours, 0, 360, "des jours déjà pris, de 0 à 360, sont attendus.") },
                ["garde", var part] => conge with { Proportion = LectureOptions.Entier("--conge", part, 0, 100, "une part gardée, de 0 à 100, est attendue.") },
                ["requalifie-le", var jour] => conge with { RequalifieLe = LectureOptions.Jour("--conge", jour) },
                ["accorde-le", var jour] => conge with { AccordeLe = LectureOptions.Jour("--conge", jour) },
                _ => throw LectureOptions.Fausse("--conge", texte, $"« {mot} » n'est pas connu ; écrire accorde-le=DATE, deja-pris=JOURS, sans-carence, garde=POURCENT ou requalifie-le=DATE."),
            };
        }

        return conge;
    }

    static void EnJson(Utf8JsonWriter w, Ventilation v)
    {
        w.WriteStartArray("versements"u8);
        foreach (Versement x in v.Versements)
        {
            w.WriteStartObject();
            w.WriteString("mois"u8, x.Mois.ToString());
            w.WriteString("beneficiaire"u8, x.Beneficiaire);
            w.WriteNumber("trentiemes"u8, x.Trentiemes);
            w.WriteNumber("brut_centimes"u8, x.Brut.Centimes);
            w.WriteNumber("net_centimes"u8, x.NetEstime.Centimes);
            w.WriteNumber("retenue_centimes"u8, x.Retenue.Centimes);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteStartArray("totaux"u8);
        foreach ((string beneficiaire, Montant brut) in v.Totaux())
        {
            w.WriteStartObject();
            w.WriteString("beneficiaire"u8, beneficiaire);
            w.WriteNumber("brut_centimes"u8, brut.Centimes);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteNumber("retenue_centimes"u8, v.Retenues().Centimes);
    }

    static void EnTableau(Ventilation v)
    {
        bool conges = v.Retenues() != Montant.Zero;
        int large = int.Max(12, v.Versements.Select(x => x.Beneficiaire.Length).DefaultIfEmpty().Max());
        string nom = "bénéficiaire".PadRight(large);
        Console.WriteLine($"{"",2}  {"mois",-16} {nom} {"trentièmes",10} {"brut",14} {"net estimé",14}{(conges ? $" {"retenue",14}" : "")}");
        foreach (Versement x in v.Versements)
            Console.WriteLine($"{x.Rang,2}  {x.Mois.Libelle,-16} {x.Beneficiaire.PadRight(large)} {x.Trentiemes,10} {x.Brut,14} {x.NetEstime,14}{(conges ? $" {x.Retenue,14}" : "")}");
        Console.WriteLine();
        foreach ((string qui, Montant brut) in v.Totaux())
        {
            Montant net = v.Versements.Where(x => string.Equals(x.Beneficiaire, qui, StringComparison.OrdinalIgnoreCase)).Aggregate(Montant.Zero, (s, x) => s + x.NetEstime);
            Console.WriteLine($"{"",2}  {"total",-16} {qui.PadRight(large)} {"",10} {brut,14} {net,14}");
        }

        if (conges) Console.WriteLine($"{"",2}  {"retenu en congé",-16} {"".PadRight(large)} {"",10} {v.Retenues(),14}");
        Console.WriteLine("\nNet estimé : CSG et CRDS seulement, arrondies à chaque versement.");
    }
}
