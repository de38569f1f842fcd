using System.CommandLine;
using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit …` : le droit seul, sans base ni site.</summary>
static class VerbeDroit
{
    const int EntreeMaximale = 512 * 1024 * 1024;

    public static Command Verbe() => new("droit", "Le droit : échéancier, versements, comparaison, impôt, règles, couverture, évaluation")
    {
        Echeancier(), VerbeRemplacer.Verbe(), VerbePartager.Partager(), VerbePartager.ServiceFait(), VerbeAvances.Verbe(), VerbeRedeployer.Verbe(),
        VerbeComparer.Verbe(), VerbeImpot.Verbe(), Regles(), Couverture.VerbeCouverture.Verbe(), Contradictions.VerbeContradictions.Verbe(), Evaluer(), Schema(),
    };

    static Command Echeancier()
    {
        var montant = new Option<string>("--montant") { Description = "Montant annuel brut en euros : 1250 ou 312,50", Required = true };
        var annee = new Option<string>("--annee") { Description = "Année scolaire : 2026 ou 2026-2027", Required = true };
        var premier = new Option<string>("--premier-mois") { Description = "Mois du premier versement, de 9 à 12", DefaultValueFactory = _ => "10" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centimes" };
        var verbe = new Command("echeancier", "Les neuf versements d’une mission annuelle, brut et net estimé") { montant, annee, premier, json };
        verbe.SetAction(r => VerbeEcheancier.Executer(r.GetValue(montant)!, r.GetValue(annee)!, r.GetValue(premier)!, r.GetValue(json)));
        return verbe;
    }

    static Command Regles()
    {
        var json = new Option<bool>("--json") { Description = "Écrit du JSON" };
        var verbe = new Command("regles", "Toutes les règles codées, avec leur texte") { json };
        verbe.SetAction(r =>
        {
            if (r.GetValue(json)) Ecrire(EcritureJson.Regles);
            else foreach (Regle regle in Catalogue.Regles) Console.WriteLine($"{regle.Code}\n  {regle.Enonce}\n  {regle.Source} ; depuis le {Socle.Francais.Date(regle.Depuis)}\n");
            return 0;
        });
        return verbe;
    }

    static Command Evaluer()
    {
        var fichier = new Argument<string>("fichier") { Description = "Fichier JSON, ou « - » pour l’entrée standard", DefaultValueFactory = _ => "-" };
        var verbe = new Command("evaluer", "Juge un tableau JSON de situations") { fichier };
        verbe.SetAction(r => Evaluer(r.GetValue(fichier)!));
        return verbe;
    }

    static Command Schema()
    {
        var verbe = new Command("schema", "Le schéma JSON de l’entrée et de la sortie d’« evaluer »");
        verbe.SetAction(_ =>
        {
            Ecrire(SchemaJson.Ecrire, aere: true);
            return 0;
        });
        return verbe;
    }

    /// <summary>Rien n'est écrit tant que toute l'entrée n'est pas lue.</summary>
    static int Evaluer(string fichier)
    {
        List<Brouillon> demandes;
        try
        {
            demandes = LectureJson.Lire(Charger(fichier));
        }
        catch (Exception e) when (e is EntreeInvalideException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{(fichier == "-" ? "entrée standard" : fichier)} : {(e is EntreeInvalideException ? e.Message : "fichier illisible ; vérifier le chemin et les droits.")}");
            return 2;
        }

        Ecrire(w =>
        {
            w.WriteStartArray();
            foreach (Brouillon d in demandes)
            {
                EcritureJson.Decision(w, d.Reference, d.Evaluer());
                if (w.BytesPending > 1 << 20) w.Flush();
            }

            w.WriteEndArray();
        });
        return 0;
    }

    static ReadOnlySpan<byte> Charger(string fichier)
    {
        using Stream flux = fichier == "-" ? Console.OpenStandardInput() : File.OpenRead(fichier);
        using var memoire = new MemoryStream();
        byte[] tampon = new byte[1 << 16];
        int lus;
        while ((lus = flux.Read(tampon)) > 0)
        {
            if (memoire.Length + lus > EntreeMaximale)
                throw new EntreeInvalideException($"plus de {EntreeMaximale >> 20} Mio ; découper l'entrée.");
            memoire.Write(tampon, 0, lus);
        }

        return memoire.GetBuffer().AsSpan(0, (int)memoire.Length);
    }

    internal static void Ecrire(Action<System.Text.Json.Utf8JsonWriter> contenu, bool aere = false)
    {
        using Stream sortie = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        EcritureJson.Ecrire(sortie, contenu, aere);
    }
}
