using System.CommandLine;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Socle.Cli;

/// <summary>`neuvieme sceau` : se donner une clé de cachet, et lire les cachets de n'importe quel PDF.</summary>
static class VerbeSceau
{
    public static Command Verbe() => new("sceau", "Le cachet électronique de l’organisme") { Creer(), Verifier() };

    static Command Creer()
    {
        var fichier = new Option<string>("--fichier") { Description = "Fichier PFX à créer ; il ne doit pas exister", Required = true };
        var nom = new Option<string>("--nom") { Description = "Nom de l’organisme, lu par qui vérifie : « Académie de … »", Required = true };
        var annees = new Option<int>("--annees") { Description = "Durée du certificat, de 1 à 10 ans", DefaultValueFactory = _ => 3 };
        var verbe = new Command("creer", $"Crée une clé et son certificat auto-signé ; mot de passe dans {ReglagesSceau.VariableDuMotDePasse}") { fichier, nom, annees };
        verbe.SetAction(async (r, ct) =>
        {
            try
            {
                if (OptionsDeSceau.Variable(ReglagesSceau.VariableDuMotDePasse) is not { } motDePasse)
                {
                    throw new SceauImpossibleException($"Donnez le mot de passe de la clé dans la variable {ReglagesSceau.VariableDuMotDePasse} : la ligne de commande, toute la machine peut la lire.");
                }

                var cree = CertificatAutoSigne.Creer(r.GetValue(fichier)!, r.GetValue(nom)!, motDePasse, new DateTimeOffset(new Horloge(TimeProvider.System).MaintenantUtc, TimeSpan.Zero), r.GetValue(annees));
                Console.WriteLine($"Clé créée : {cree.Fichier}, lisible de vous seul. Empreinte SHA-256 du certificat, à publier : {cree.EmpreinteSha256}");
                Console.WriteLine("Auto-signée, elle prouve que rien n’a changé, mais pas qui vous êtes : pour cela, employez un certificat de cachet délivré par une autorité.");
                Console.WriteLine(cree.Pem);
                return 0;
            }
            catch (SceauImpossibleException erreur)
            {
                await Console.Error.WriteLineAsync(erreur.Message);
                return 2;
            }
        });
        return verbe;
    }

    static Command Verifier()
    {
        var fichier = new Argument<string>("fichier") { Description = "Le PDF à vérifier" };
        var verbe = new Command("verifier", "Dit si les cachets d’un PDF sont intacts : 0 s’ils le sont, 1 sinon ou s’il n’en a pas") { fichier };
        verbe.SetAction(async (r, ct) =>
        {
            byte[] pdf;
            try
            {
                pdf = await File.ReadAllBytesAsync(r.GetValue(fichier)!, ct);
            }
            catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"« {r.GetValue(fichier)} » ne se lit pas : {erreur.Message}");
                return 2;
            }

            return Dire(new Verificateur(TimeProvider.System).Verifier(pdf));
        });
        return verbe;
    }

    static int Dire(ConstatDesSceaux constat)
    {
        foreach (var s in constat.Sceaux)
        {
            Console.WriteLine($"{(s.Valide ? s.CouvreToutLeFichier ? "intact" : "intact, mais le fichier a été complété ensuite" : "NON VALIDE")} : {s.Signataire}, {Confiance(s.Confiance)}, certificat {s.EmpreinteDuCertificat}{(s.Motif.Length > 0 ? " — " + s.Motif : "")}");
            if (s.Horodatage is { } h)
            {
                Console.WriteLine($"  horodaté {(h.Instant is { } i ? "le " + Francais.Instant(i.UtcDateTime) : "")} par {h.Autorite}{(h.Valide ? "" : " — NON VALIDE : " + h.Motif)}");
            }
        }

        if (constat.Sceaux.Count == 0)
        {
            Console.WriteLine(constat.Illisible.Length > 0 ? constat.Illisible : "Ce PDF ne porte aucun cachet.");
        }

        return constat.Intact ? 0 : 1;
    }

    static string Confiance(Confiance confiance) => confiance switch
    {
        Sceau.Confiance.Reconnue => "autorité reconnue",
        Sceau.Confiance.AutoSignee => "certificat auto-signé, à comparer à l’empreinte publiée",
        Sceau.Confiance.HorsValidite => "certificat hors de ses dates",
        _ => "autorité inconnue ici",
    };
}
