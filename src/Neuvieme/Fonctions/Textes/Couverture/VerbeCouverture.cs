using System.CommandLine;
using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.Couverture;

namespace Neuvieme.Fonctions.Textes.Couverture;

/// <summary>`neuvieme droit couverture` : chaque point du relevé, et ce qui le tient.</summary>
static class VerbeCouverture
{
    public static Command Verbe()
    {
        var json = new Option<bool>("--json") { Description = "Écrit du JSON" };
        var verbe = new Command("couverture", "Les 266 points du relevé : codés, au choix de l’académie, tenus par l’application, ou non, et pourquoi") { json };
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
        foreach (PointDuReleve p in ReleveDeCouverture.Points) Console.WriteLine($"{p.Id}  {MotsDeCouverture.De(p.Etat),-21} {p.Objet} — {Ou(p)}");
        Console.WriteLine(MotsDeCouverture.Bilan());
    }

    static string Ou(PointDuReleve p) => p.Etat switch
    {
        EtatCouverture.NonCodee => p.Raison ?? "",
        EtatCouverture.Application => p.Adresse!,
        _ => string.Join(", ", p.Regles.Select(r => r.Code)),
    } + (p.Parametre is { } choix ? $" (choix : {choix})" : "") + (p.Limite is { } limite ? $" ; limite : {limite}" : "");

    static void EnJson(Utf8JsonWriter w)
    {
        w.WriteStartArray();
        foreach (PointDuReleve p in ReleveDeCouverture.Points)
        {
            w.WriteStartObject();
            w.WriteString("id"u8, p.Id);
            w.WriteString("partie"u8, p.Section.Titre);
            w.WriteString("objet"u8, p.Objet);
            w.WriteString("etat"u8, EcritureJson.Nom(p.Etat));
            EcritureJson.Textes(w, "regles", p.Regles.Select(r => r.Code));
            w.WriteString("parametre"u8, p.Parametre);
            w.WriteString("adresse"u8, p.Adresse);
            w.WriteString("preuve"u8, p.Preuve);
            w.WriteString("raison"u8, p.Etat == EtatCouverture.NonCodee ? p.Raison : null);
            w.WriteString("limite"u8, p.Limite);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }
}
