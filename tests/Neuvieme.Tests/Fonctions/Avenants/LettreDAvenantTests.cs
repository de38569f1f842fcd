using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Tests.Fonctions.Attributions;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Avenants;

/// <summary>
/// La lettre signée demeure ; l'avenant que la personne a accepté s'écrit, se signe des deux et s'ajoute. Le taux de Linh Nguyen passe de 2 500 € à
/// 3 750 € le 15 décembre, après le jour limite de paie : trois mois déjà payés font 3 × (416,67 − 277,78) = 416,67 € de plus sur la paie de janvier.
/// </summary>
public class LettreDAvenantTests
{
    const string Linh = "linh.nguyen@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task Accepter(ServeurDeTest serveur, long id, string courriel, params (string, string)[] champs)
    {
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        using var anne = await serveur.Visiteur(courriel);
        await chef.EnvoyerFormulaire($"/avenants/proposer/{id}", [("EffetLe", "2026-12-15"), ("Motif", "Deux gymnases de plus."), .. champs]);
        await anne.Cliquer($"/avenants/repondre/{await serveur.Lire(db => db.Avenants.OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync(Ct))}", "J’accepte");
    }

    static async Task SignerDesDeux(ServeurDeTest serveur, long id, string courriel = GestesDeSignature.Anne)
    {
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        using var personne = await serveur.Visiteur(courriel);
        await personne.Signer(id);
        await chef.SignerEnChef();
    }

    static Task<List<(int Numero, EtatLettre Etat, int? Avenant)>> Versions(ServeurDeTest serveur, long id) =>
        serveur.Lire(async db => (await db.Lettres.Where(l => l.AttributionId == id).OrderBy(l => l.Numero).Select(l => new { l.Numero, l.Etat, l.NumeroAvenant }).ToListAsync(Ct)).Select(l => (l.Numero, l.Etat, l.NumeroAvenant)).ToList());

    [Theory, SurLesDeuxBases]
    public async Task Taux_LAvenantSeSigne_LaLettreDemeure_EtLaPagePubliqueLeDit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await serveur.Lire(async db =>
        {
            db.LignesEnveloppe.Add(new() { Uai = Demonstration.College, Annee = 2026, Genre = GenreLigne.Ajustement, Quarts = 8, Motif = "ajustement", NotifieeLe = new(2026, 9, 8), Auteur = "essai", InstantUtc = serveur.Temps.GetUtcNow().UtcDateTime });
            return await db.SaveChangesAsync(Ct);
        });
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync(Ct));
        using (var decide = await serveur.Visiteur("recteur@demo.neuvieme.fr"))
        {
            await serveur.Valider(decide, id);
        }

        await serveur.Envoyees();
        await SignerDesDeux(serveur, id, Linh);
        serveur.Temps.Aller(new(2026, 12, 15, 9, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        using var linh = await serveur.Visiteur(Linh);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await Accepter(serveur, id, Linh, ("Centimes", "375000"));
        (await chef.Page("/lettres")).Texte().ShouldNotContain("avenant n° 1 à établir", Case.Insensitive, "le recteur n’a pas décidé");
        await recteur.Cliquer($"/avenants/decider/{await serveur.Lire(db => db.Avenants.Select(a => a.Id).SingleAsync(Ct))}", "Valider");

        (await chef.Page("/lettres")).Texte().ShouldContain("avenant n° 1 à établir : la lettre signée demeure");
        await chef.Cliquer("/lettres", "Établir");
        using (var pdf = await chef.Obtenir($"/lettres/telecharger/{id}?numero=2"))
        {
            var texte = await Outils.TexteSansBlancs(await pdf.Content.ReadAsByteArrayAsync(Ct));
            foreach (var attendu in (string[])["Avenantn°1àlalettredemission", "Deuxgymnasesdeplus", "2500€·2IMP·taux004", "3750€·3IMP·taux005", "416,67€deplus,verséssurlapaiedejanvier2027", "juin2027416,64€", "décidéle15décembre2026", "HugoRoussel"])
            {
                texte.ShouldContain(attendu);
            }
        }

        (await Versions(serveur, id)).ShouldBe([(1, EtatLettre.Signee, null), (2, EtatLettre.Etablie, 1)]);
        (await chef.Page("/lettres")).Texte().ShouldNotContain("à établir");
        await chef.Cliquer("/lettres", "Envoyer");
        var page = await linh.Page($"/mes-missions/signer/{id}");
        page.Texte().ShouldContain("Avenant n° 1 à ma lettre de mission");
        page.QuerySelectorAll("main a").ShouldContain(a => a.TextContent.Contains("La lettre que cet avenant modifie, version 1"));
        await linh.Signer(id);
        (await chef.Page("/lettres/signer")).Texte().ShouldMatch("Taux, pour l’année entière\\s*2.500.€ · 2.IMP · taux.004 → 3.750.€ · 3.IMP · taux.005");
        await chef.SignerEnChef();

        (await Versions(serveur, id)).ShouldBe([(1, EtatLettre.Signee, null), (2, EtatLettre.Signee, 1)]);
        (await serveur.Lire(db => db.Lettres.Where(l => l.AttributionId == id).OrderBy(l => l.Numero).SelectMany(l => l.Signatures.Where(s => s.Partie == Partie.Agent).Select(s => s.Consentement)).ToListAsync(Ct)))
            .ShouldBe(["J’ai lu cette lettre de mission, j’en accepte le contenu et je la signe.", "J’ai lu cet avenant à ma lettre de mission, j’en accepte le contenu et je le signe."]);
        var codes = await serveur.Lire(db => db.Lettres.Where(l => l.AttributionId == id).OrderBy(l => l.Numero).Select(l => l.Code).ToListAsync(Ct));
        using var quiconque = serveur.Visiteur();
        (await quiconque.Page($"/lettres/verifier?code={codes[0]}")).Texte().ShouldContain("Un avenant signé depuis la modifie");
        // Recopié d'un papier : sans tirets, en majuscules, avec des espaces.
        (await quiconque.Page($"/lettres/verifier?code={Uri.EscapeDataString(codes[0].Replace('-', ' ').ToUpperInvariant())}")).Texte().ShouldContain("Un avenant signé depuis la modifie");
        (await quiconque.Page($"/lettres/verifier?code={codes[1]}")).Texte().ShouldContain("version 2 (avenant)");
        (await chef.Page("/lettres")).Texte().ShouldNotContain("les données ont changé");
    }

    /// <summary>Sans taux, ni rectorat ni versements ; un second avenant part du premier, signé.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Heures_PuisTaches_UnAvenantApresLAutre_ChacunNeDitQueCeQuIlChange(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        await SignerDesDeux(serveur, id);
        foreach (var (jour, champ, valeur) in new[] { (20, "Heures", "60"), (25, "Contenu", "Répartir les gymnases") })
        {
            serveur.Temps.Aller(new(2026, 9, jour, 9, 0, 0, TimeSpan.Zero));
            await Accepter(serveur, id, GestesDeSignature.Anne, (champ, valeur));
            await serveur.EtablirEtEnvoyer();
            await SignerDesDeux(serveur, id);
        }

        (await Versions(serveur, id)).ShouldBe([(1, EtatLettre.Signee, null), (2, EtatLettre.Signee, 1), (3, EtatLettre.Signee, 2)]);
        var champs = await serveur.Lire(async db => (await db.Lettres.Where(l => l.AttributionId == id && l.NumeroAvenant != null).OrderBy(l => l.Numero).Select(l => l.Donnees).ToListAsync(Ct))
            .Select(d => string.Join(", ", System.Text.Json.Nodes.JsonNode.Parse(d)!["changements"]!.AsArray().Select(c => (string)c!["champ"]!))).ToList());
        champs.ShouldBe(["Temps estimé", "Tâches"]);
    }

    /// <summary>Un changement que nul avenant n'explique ne remplace jamais, à la volée, une lettre signée.</summary>
    [Theory, SurLesDeuxBases]
    public async Task AutreChangementPendantLAvenant_LaLettreSigneeNeSeRemplaceQueNommement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        await SignerDesDeux(serveur, id);
        await Accepter(serveur, id, GestesDeSignature.Anne, ("Heures", "60"));
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        await chef.Cliquer("/lettres", "Établir");
        await serveur.Lire(db => db.Agents.Where(a => a.CompteId != null && db.Attributions.Any(x => x.Id == id && x.AgentId == a.Id)).ExecuteUpdateAsync(s => s.SetProperty(a => a.NomUsage, "KERVELLA-MOAL"), Ct));
        // Un geste noté au journal : ce que la page garde en mémoire se relit.
        var autre = await serveur.Lire(db => db.Attributions.Where(a => a.Id != id && a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee).Select(a => a.Id).FirstAsync(Ct));
        await chef.EnvoyerFormulaire($"/avenants/proposer/{autre}", ("EffetLe", "2026-12-15"), ("Motif", "Une classe de plus."), ("Heures", "40"));

        var page = await chef.Page("/lettres");
        page.Texte().ShouldContain("les données ont changé depuis");
        page.QuerySelectorAll("main form[action='/lettres/etablir']").Length.ShouldBe(1, "la seule, nommément");
        (await Versions(serveur, id))[0].Etat.ShouldBe(EtatLettre.Signee);
    }
}
