using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.PremierDegre.GestesDuPremierDegre;

namespace Neuvieme.Tests.Fonctions.PremierDegre;

/// <summary>Chacun chez soi, à plusieurs à la fois, et devant de mauvaises entrées.</summary>
public class PorteesTests
{
    static async Task Voisine(NeuviemeDb db)
    {
        db.Circonscriptions.Add(new() { Code = "0990901S", Nom = "Circonscription voisine", AcademieCode = Demonstration.Academie, Departement = "099" });
        db.Etablissements.Add(new() { Uai = "0990103Z", Denomination = "École voisine", AcademieCode = Demonstration.Academie, CirconscriptionCode = "0990901S", NatureCode = "151" });
        var directrice = await db.Users.Include(c => c.Habilitations).SingleAsync(c => c.Email == Directrice);
        directrice.Habilitations.Add(new() { Role = Role.DirecteurEcole, Uai = "0990103Z", Debut = new(2026, 9, 1) });
        var ien = await db.Users.Include(c => c.Habilitations).SingleAsync(c => c.Email == Ien);
        ien.Habilitations.Add(new() { Role = Role.Ien, AcademieCode = Demonstration.Academie, CirconscriptionCode = "0990901S", Debut = new(2026, 9, 1) });
        await db.SaveChangesAsync();
    }

    [Theory, SurLesDeuxBases]
    public async Task DeuxEcolesDeuxCirconscriptions_OnNEnVoitQuUneALaFois(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, Voisine);
        using var ien = await serveur.Visiteur(Ien);
        using var directrice = await serveur.Visiteur(Directrice);
        var (stage, erseh) = (await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-STAGE").Select(m => m.Id).SingleAsync()), await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PREM-ERSEH").Select(m => m.Id).SingleAsync()));
        Texte(await ien.Page("/premier-degre")).ShouldNotContain("voisine");
        Texte(await directrice.Page("/premier-degre")).ShouldNotContain("voisine");
        await ien.Page("/journal?portee=0990103Z", HttpStatusCode.NotFound);

        await Changer(serveur, ien, "0990901S");
        await Changer(serveur, directrice, "0990103Z");

        Texte(await ien.Page("/premier-degre")).ShouldNotContain("Tilleuls");
        await ien.Page($"/premier-degre/decider/{stage}", HttpStatusCode.NotFound);
        await ien.Page($"/premier-degre/suivre/{erseh}", HttpStatusCode.NotFound);
        await directrice.Page($"/premier-degre/suivre/{stage}", HttpStatusCode.NotFound);
        Texte(await directrice.Page("/premier-degre/professeurs")).ShouldNotContain("MORVAN");
        await ien.Page($"/journal?portee={Tilleuls}", HttpStatusCode.NotFound);
    }

    /// <summary>Le formulaire d'un autre onglet, ouvert sous l'autre circonscription, n'écrit pas dans celle-ci.</summary>
    [Fact]
    public async Task FormulaireOuvertSousLAutreCirconscription_Refuse()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, Voisine);
        using var ien = await serveur.Visiteur(Ien);
        var page = await ien.Page("/premier-degre/preparer?code=PREM-ERUN");
        await Changer(serveur, ien, "0990901S");

        await ien.Soumettre(page, "/premier-degre/preparer?code=PREM-ERUN", ("Saisie.AgentId", "1"));

        (await serveur.Lire(db => db.MissionsDirectes.CountAsync(m => m.CirconscriptionCode == "0990901S"))).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task DemanderAccord_SixALaFoisPourUneImp_UneSeulePasse(Base sur)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using (var db = laBase.Ouvrir())
        {
            var agent = await db.Agents.Where(a => a.Courriel == Tessier).Select(a => a.Id).SingleAsync(ct);
            // Une IMP reste libre à la circonscription (voir ImpDeCirconscriptionTests).
            db.MissionsDirectes.AddRange(Enumerable.Range(0, 6).Select(i => new MissionDirecte
            {
                Dispositif = DispositifDirect.ImpPremierDegre, CirconscriptionCode = Circonscription, Annee = 2026, Code = "PREM-ERUN", Intitule = $"Essai {i}", Contenu = "essai", Centimes = 125_000,
                Echelon = Droit.ImpPremierDegre.Echelon.Departement, DejaPayee = false, AgentId = agent, CleSaisie = Guid.NewGuid(),
            }));
            await db.SaveChangesAsync(ct);
        }

        List<long> ids;
        await using (var db = laBase.Ouvrir())
        {
            ids = await db.MissionsDirectes.Where(m => m.Intitule.StartsWith("Essai ")).Select(m => m.Id).ToListAsync(ct);
        }

        var auteur = new Auteur(null, "Essai", "Inspecteur", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));
        var resultats = await Task.WhenAll(ids.Select(id => Task.Run(async () =>
        {
            await using var db = laBase.Ouvrir();
            return await SuivreMission.DemanderAccord(new(id, 0), db, Demonstration.Academie, auteur, ct).Executer(db, db.MissionsDirectes, Demonstration.Academie, auteur, ct);
        }, ct)));

        resultats.Count(r => r.Count == 0).ShouldBe(1, string.Join(" | ", resultats.SelectMany(r => r).Select(r => r.Message)));
        resultats.Where(r => r.Count > 0).ShouldAllBe(r => r[0].Message.Contains("L’enveloppe n’y suffit plus"));
        await using var lecture = laBase.Ouvrir();
        (await lecture.MissionsDirectes.Where(m => m.CirconscriptionCode == Circonscription).ToListAsync(ct)).Where(m => m.Etat.Engage()).Sum(m => m.Centimes).ShouldBe(4 * 125_000);
        var chaine = await lecture.Journal.Where(j => j.Portee == "circonscription:" + Circonscription).OrderBy(j => j.Rang).ToListAsync(ct);
        chaine.Select(j => j.Rang).ShouldBe(Enumerable.Range(1, chaine.Count).Select(i => (long)i));
        chaine.ShouldAllBe(j => j.CalculerEmpreinte() == j.Empreinte);
    }

    [Theory, SurLesDeuxBases]
    public async Task Notifier_AjoutePuisReprend_JamaisSousLEngage_NiDeuxFois(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        var adresse = $"/premier-degre/notifier?cible={Tilleuls}";
        // Neuf demi-parts notifiées, cinq engagées : deux parts libres.
        var page = await gestion.Page(adresse);
        await gestion.Soumettre(page, adresse, ("Nombre", "1,5"), ("Motif", "ajustement"));
        Texte(await gestion.Soumettre(page, adresse, ("Nombre", "1,5"), ("Motif", "ajustement"))).ShouldContain("Une notification vient d’être enregistrée");
        Texte(await gestion.EnvoyerFormulaire(adresse, ("Nombre", "-4"), ("Motif", "reprise"))).ShouldContain("on ne peut reprendre que 4 375 € · 3,5 parts");
        foreach (var nombre in (string[])["0", "0,3", "99999", "douze"])
        {
            await gestion.EnvoyerFormulaire(adresse, ("Nombre", nombre), ("Motif", "essai"));
        }

        // Une circonscription ne reçoit que des IMP entières.
        Texte(await gestion.EnvoyerFormulaire($"/premier-degre/notifier?cible={Circonscription}", ("Nombre", "0,5"), ("Motif", "essai"))).ShouldContain("Le nombre d’IMP est entier");
        (await serveur.Lire(db => db.LignesDirectes.Where(l => l.Uai == Tilleuls).SumAsync(l => l.Centimes))).ShouldBe(12 * 62_500);
        await gestion.Page($"/premier-degre/notifier?cible={Demonstration.College}", HttpStatusCode.NotFound);
    }

    [Theory, SurLesDeuxBases]
    public async Task Preparer_EntreesHostiles_RienNEstEcrit_EtLaSaisieReste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var directrice = await serveur.Visiteur(Directrice);
        var (dAilleurs, dIci) = (await Agent(serveur, "yves.labbe@demo.neuvieme.fr"), await Agent(serveur, Tessier));
        var avant = await serveur.Lire(db => db.MissionsDirectes.CountAsync());
        foreach (var (champ, valeur) in ((string, string)[])[("Saisie.AgentId", $"{dAilleurs}"), ("Saisie.AgentId", "-1"), ("Saisie.Centimes", "1"), ("Saisie.Centimes", "-62500"), ("Saisie.Centimes", "9999999999"), ("Saisie.Code", "IMP-TUT"), ("Saisie.Code", "PAC-SOUT-6E"), ("Saisie.Intitule", new string('x', 201)), ("Saisie.Contenu", new string('x', 4001))])
        {
            (string, string)[] champs = [.. ((string, string)[])[("Saisie.AgentId", $"{dIci}"), ("Saisie.DejaPayee", "false"), ("Saisie.Contenu", "gardé <i>")], (champ, valeur)];
            var page = await directrice.EnvoyerFormulaire("/premier-degre/preparer?code=PAC-SOUT-ECOLE", [.. champs.GroupBy(c => c.Item1).Select(g => g.Last())]);
            page.QuerySelector("[role=alert], .n-carte").ShouldNotBeNull($"{champ} = {valeur}");
        }

        (await serveur.Lire(db => db.MissionsDirectes.CountAsync())).ShouldBe(avant);
        // Le même formulaire envoyé deux fois n'en fait qu'une.
        var vierge = await directrice.Page("/premier-degre/preparer?code=PAC-SOUT-ECOLE");
        await directrice.Soumettre(vierge, "/premier-degre/preparer?code=PAC-SOUT-ECOLE", ("Saisie.AgentId", $"{dIci}"));
        Texte(await directrice.Soumettre(vierge, "/premier-degre/preparer?code=PAC-SOUT-ECOLE", ("Saisie.AgentId", $"{dIci}"))).ShouldContain("déjà enregistré");
        (await serveur.Lire(db => db.MissionsDirectes.CountAsync())).ShouldBe(avant + 1);
    }

    [Theory, SurLesDeuxBases]
    public async Task PagePerimee_DeuxPersonnes_LaSecondeEstPrevenue(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var leila = await serveur.Visiteur(Morvan);
        using var directrice = await serveur.Visiteur(Directrice);
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-INNO").Select(m => m.Id).SingleAsync());
        var ouverte = await leila.Page($"/premier-degre/ma-mission/{id}");

        await Suivre(directrice, id, "Reprendre la préparation");
        await leila.CliquerSur(ouverte, "Je donne mon accord");
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.EnPreparation);

        await Suivre(directrice, id, "Demander l’accord");
        Texte(await leila.CliquerSur(ouverte, "Je donne mon accord")).ShouldContain("a changé depuis que vous l’avez lue");
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.AccordDemande);
    }

    [Theory, SurLesDeuxBases]
    public async Task Professeurs_InscrireOuvrirPartir_HomonymesJamaisFondus(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var directrice = await serveur.Visiteur(Directrice);
        (string, string)[] fiche = [("Saisie.Civilite", "2"), ("Saisie.Nom", "MORVAN"), ("Saisie.Prenom", "Leïla")];

        Texte(await directrice.EnvoyerFormulaire("/premier-degre/professeurs", [.. fiche, ("Saisie.Courriel", "")])).ShouldContain("est déjà dans la liste");
        await directrice.EnvoyerFormulaire("/premier-degre/professeurs", [.. fiche, ("Saisie.Courriel", "leila.morvan2@essai.fr")]);
        (await serveur.Lire(db => db.Agents.CountAsync(a => a.Uai == Tilleuls && a.NomUsage == "MORVAN"))).ShouldBe(2);
        Texte(await directrice.Cliquer("/premier-degre/professeurs", "Ouvrir l’accès")).ShouldContain("leila.morvan2@essai.fr");
        (await serveur.Lire(db => db.Agents.CountAsync(a => a.Courriel == "leila.morvan2@essai.fr" && a.CompteId != null))).ShouldBe(1);

        var partie = await Agent(serveur, "leila.morvan2@essai.fr");
        await directrice.EnvoyerFormulaire("/premier-degre/professeurs", ("id", $"{partie}"), ("presente", "false"));
        (await directrice.Page("/premier-degre/preparer?code=PAC-INNO")).QuerySelector($"option[value='{partie}']").ShouldBeNull();
    }

    /// <summary>Une école n'a ni conseil d'administration ni enveloppe d'établissement : elle n'est en retard de rien dans les tableaux du second degré.</summary>
    [Fact]
    public async Task TableauxDuSecondDegre_NeComptentPasLesEcoles()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var recteur = await serveur.Visiteur(Recteur);
        await using var db = Connexion.Ouvrir(serveur.Chaine);

        foreach (var adresse in (string[])["/", "/etablissements", "/enveloppes/notifier"])
        {
            (await recteur.Page(adresse)).Body!.TextContent.ShouldNotContain("Tilleuls");
        }

        (await Neuvieme.Fonctions.Campagnes.Avancement.DeLAcademie(db, Demonstration.Academie, new AnneeScolaire(2026), TestContext.Current.CancellationToken)).Select(a => a.Uai)
            .ShouldBe([Demonstration.College, Demonstration.Lycee]);
    }

    [Fact]
    public async Task Ecran_NombreDeRequetes_NeCroitPasAvecLesEcoles()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var ien = await serveur.Visiteur(Ien);
        using var compteur = await CompteurDeRequetes.Sur(serveur.Chaine);
        await ien.Page("/premier-degre");
        var avant = compteur.Nombre;
        await ien.Page("/premier-degre");
        var peu = compteur.Nombre - avant;
        await serveur.Lire(async db =>
        {
            var agent = await db.Agents.Where(a => a.Courriel == Tessier).Select(a => a.Id).SingleAsync();
            for (var i = 0; i < 30; i++)
            {
                var uai = $"099{2000 + i}A";
                db.Etablissements.Add(new() { Uai = uai, Denomination = $"École {i}", AcademieCode = Demonstration.Academie, CirconscriptionCode = Circonscription, NatureCode = "151" });
                db.MissionsDirectes.Add(new() { Dispositif = DispositifDirect.PactePremierDegre, Uai = uai, Annee = 2026, Code = "PAC-INNO", Intitule = $"Projet {i}", Centimes = 62_500, AgentId = agent, CleSaisie = Guid.NewGuid() });
            }

            return await db.SaveChangesAsync();
        });

        avant = compteur.Nombre;
        await ien.Page("/premier-degre");

        peu.ShouldBeGreaterThan(0);
        (compteur.Nombre - avant).ShouldBe(peu);
    }

    static async Task Changer(ServeurDeTest serveur, Visiteur qui, string porteur)
    {
        var habilitation = await serveur.Lire(db => db.Habilitations.Where(h => h.Uai == porteur || h.CirconscriptionCode == porteur).Select(h => h.Id).SingleAsync());
        await qui.EnvoyerFormulaire("/comptes/changer", ("Qualite", $"{habilitation}"));
    }
}
