using System.CommandLine;
using System.Text.Json;
using Neuvieme.Droit.Couverture;

namespace Neuvieme.Fonctions.Textes.Contradictions;

/// <summary>`neuvieme droit contradictions` : ce que les textes disent l'un contre l'autre, et la lecture retenue.</summary>
static class VerbeContradictions
{
    public static Command Verbe()
    {
        var json = new Option<bool>("--json") { Description = "Écrit du JSON" };
        var verbe = new Command("contradictions", "Les textes qui se contredisent, la lecture retenue, la règle qui la tient") { json };
        verbe.SetAction(r =>
        {
            if (r.GetValue(json)) VerbeDroit.Ecrire(EnJson);
            else Tableau();
            return 0;
        });
        return verbe;
    }

    static void Tableau()
    {
        foreach (LectureRetenue l in LecturesRetenues.Toutes)
        {
            Console.WriteLine($"{l.Id}  {l.Sujet}");
            foreach (string texte in l.Textes) Console.WriteLine($"     - {texte}");
            Console.WriteLine($"     {l.Lecture}");
            if (l.Regles.Count > 0) Console.WriteLine($"     Règles : {string.Join(", ", l.Regles)}");
            if (l.Parametre is { } choix) Console.WriteLine($"     Au choix de l’académie : {MotsDeCouverture.Choix(choix)}");
            if (l.Ailleurs is { } ailleurs) Console.WriteLine($"     {ailleurs}");
            Console.WriteLine();
        }

        Console.WriteLine($"{LecturesRetenues.Contradictions.Count} contradictions, {LecturesRetenues.Precisions.Count} précisions.");
    }

    static void EnJson(Utf8JsonWriter w)
    {
        w.WriteStartArray();
        foreach (LectureRetenue l in LecturesRetenues.Toutes)
        {
            w.WriteStartObject();
            w.WriteString("id"u8, l.Id);
            w.WriteString("sujet"u8, l.Sujet);
            EcritureJson.Textes(w, "textes", l.Textes);
            w.WriteString("lecture"u8, l.Lecture);
            EcritureJson.Textes(w, "regles", l.Regles);
            w.WriteString("parametre"u8, l.Parametre);
            w.WriteString("ailleurs"u8, l.Ailleurs);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }
}
