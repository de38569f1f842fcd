using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Sceau;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Ce que font le chef et la personne devant une lettre à signer, et les situations d'où ils partent.</summary>
static class GestesDeSignature
{
    public const string Chef = "principal@demo.neuvieme.fr";
    public const string Anne = "anne.kervella@demo.neuvieme.fr";
    public const string MotDePasse = Demonstration.MotDePasse;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string Texte(this IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    public static string Alerte(this IHtmlDocument page) => page.QuerySelector("[role=alert]")?.TextContent ?? "";

    public static Task<long> Eps(this ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-APSA" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync(Ct));

    public static Task<Lettre> Lettre(this ServeurDeTest serveur, long attribution) => serveur.Lire(db => db.Lettres.AsNoTracking().Include(l => l.Signatures).Where(l => l.AttributionId == attribution).OrderByDescending(l => l.Numero).FirstAsync(Ct));

    /// <summary>Établit les lettres par l'écran, les envoie, et rend l'attribution d'Anne Kervella.</summary>
    public static async Task<long> EtablirEtEnvoyer(this ServeurDeTest serveur)
    {
        using var chef = await serveur.Visiteur(Chef);
        await chef.Cliquer("/lettres", "Établir");
        (await chef.Cliquer("/lettres", "Envoyer")).QuerySelector("[role=status]")!.TextContent.ShouldContain("à la signature");
        return await serveur.Eps();
    }

    /// <summary>La même chose sans composer les PDF, lents : pour ce qui ne les lit pas.</summary>
    public static async Task<long> Envoyees(this ServeurDeTest serveur, bool envoyer = true)
    {
        await serveur.Lire(async db =>
        {
            var (instant, jour) = (serveur.Temps.GetUtcNow().UtcDateTime, new Horloge(serveur.Temps).Aujourdhui);
            var etablissement = await db.Etablissements.AsNoTracking().Include(e => e.Academie).SingleAsync(e => e.Uai == Demonstration.College, Ct);
            var plan = await Plan.Charger(db, etablissement, new AnneeScolaire(2026), jour, Ct);
            foreach (var etat in (await EtablirLettres.Etat(db, plan, new Signataire("Hugo Roussel"), Ct)).Where(e => e.Derniere is null))
            {
                db.Lettres.Add(new() { AttributionId = etat.Attribution.Id, Numero = 1, Pdf = "%PDF-1.7"u8.ToArray(), Sha256 = etat.Attribution.Id.ToString("x64", null), Code = EtatPublic.NouveauCode(), Donnees = etat.AEcrire.EnJson().ToJsonString(), Auteur = "Hugo Roussel", InstantUtc = instant });
            }

            return await db.SaveChangesAsync(Ct);
        });
        if (envoyer)
        {
            using var chef = await serveur.Visiteur(Chef);
            await chef.Cliquer("/lettres", "Envoyer");
        }

        return await serveur.Eps();
    }

    public static async Task<IHtmlDocument> Signer(this Visiteur personne, long attribution, string motDePasse = MotDePasse)
    {
        (await personne.Obtenir($"/lettres/telecharger/{attribution}")).Dispose();
        return await personne.EnvoyerFormulaire($"/mes-missions/signer/{attribution}", ("MotDePasse", motDePasse));
    }

    public static Task<IHtmlDocument> SignerEnChef(this Visiteur chef) => chef.EnvoyerFormulaire("/lettres/signer", ("MotDePasse", MotDePasse));

    public static Task ChefDAbord(NeuviemeDb db) => Regler(db, CleParametre.ChefSigneDAbord, 1);

    public static async Task Regler(NeuviemeDb db, CleParametre cle, int valeur)
    {
        db.Parametres.Add(new() { AcademieCode = Demonstration.Academie, Cle = cle, Valeur = valeur, Depuis = new(2026, 1, 1), Motif = "essai", Auteur = "essai", InstantUtc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Des personnes de plus au collège, chacune avec une mission validée et un compte au même mot de passe.</summary>
    public static async Task<List<(long Attribution, string Courriel)>> Ajouter(NeuviemeDb db, int nombre)
    {
        var anne = await db.Users.AsNoTracking().SingleAsync(c => c.Email == Anne, Ct);
        var auteur = new Auteur(null, "essai", "essai", new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc), new(2026, 9, 1));
        List<(Attribution, string)> ajoutees = [];
        for (var i = 0; i < nombre; i++)
        {
            var courriel = $"agent{i}@essai.fr";
            var compte = new Compte
            {
                UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(), NomAffiche = $"Agent {i}", SecurityStamp = $"timbre-{i}", PasswordHash = anne.PasswordHash,
                Habilitations = [new() { Role = Role.Agent, Uai = Demonstration.College, Debut = new(2026, 1, 1) }],
            };
            db.Users.Add(compte);
            await db.SaveChangesAsync(Ct);
            var agent = new Agent { Uai = Demonstration.College, TypeSts = "epp", IdSts = $"9{i:0000}", NomUsage = $"ESSAI{i:00}", Prenom = "Agent", Fonction = Fonction.Enseignant, CompteId = compte.Id };
            agent.Affectations.Add(new() { Uai = Demonstration.College, Annee = 2026 });
            var attribution = new Attribution { Uai = Demonstration.College, Annee = 2026, Agent = agent, Centimes = 62_500 };
            foreach (var action in (ActionAttribution[])[ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer, ActionAttribution.Valider])
            {
                attribution.Passer(action, auteur).ShouldBeNull();
            }

            db.Missions.Add(new() { Uai = Demonstration.College, Annee = 2026, Code = "IMP-TUT", Intitule = $"Tutorat {i}", Attributions = { attribution } });
            ajoutees.Add((attribution, courriel));
        }

        await db.SaveChangesAsync(Ct);
        return [.. ajoutees.Select(a => (a.Item1.Id, a.Item2))];
    }

    /// <summary>Une clé de cachet d'essai, valable à la rentrée.</summary>
    public static ReglagesSceau Cachet(string nom = "Rectorat d’essai")
    {
        var fichier = Path.Combine(Modeles.Dossier, $"{Guid.NewGuid():N}.pfx");
        CertificatAutoSigne.Creer(fichier, nom, "neuf-segments", TempsDeTest.Rentree.AddYears(-1), 3);
        return new(fichier, MotDePasse: "neuf-segments");
    }
}
