using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Fonctions.Suivi;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>Chaque décision défavorable dit comment la contester (CJA, art. R. 421-1 et R. 421-5 ; CRPA, art. L. 411-2), à l'écran et dans le courriel, qui ne dit pas laquelle.</summary>
public class RecoursTests
{
    const string Recteur = "recteur@demo.neuvieme.fr";
    const string Chef = "principal@demo.neuvieme.fr";

    static Task<long> Proposee(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());

    static Task<List<string>> Courriels(ServeurDeTest serveur, string adresse) => serveur.Lire(db => db.Courriels.Where(c => c.Adresse == adresse).OrderBy(c => c.Id).Select(c => c.Texte).ToListAsync());

    static async Task<string> Texte(Visiteur visiteur, string url) => (await visiteur.Page(url)).QuerySelector("main")!.TextContent;

    [Theory, SurLesDeuxBases]
    public async Task Refus_DitLeDelaiEtLeTribunal_QueLAcademieChoisit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Proposee(serveur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var linh = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        (await Texte(linh, $"/mes-missions/consulter/{id}")).ShouldNotContain("se conteste");

        await serveur.Refuser(recteur, id, MotifRectorat.EnveloppeInsuffisante, "Plus de crédits.");

        var ecran = await Texte(linh, $"/mes-missions/consulter/{id}");
        ecran.ShouldContain("dans les deux mois");
        ecran.ShouldContain("art. L. 411-2");
        ecran.ShouldContain("le tribunal administratif dont relève votre lieu d’affectation");
        var courriel = (await Courriels(serveur, "linh.nguyen@demo.neuvieme.fr"))[^1];
        courriel.ShouldContain("code de justice administrative, art. R. 421-1");
        courriel.ShouldNotContain("crédits");

        await recteur.EnvoyerFormulaire("/parametres/modifier?cle=TribunalAdministratif", ("Valeur", "26"), ("Depuis", "2026-09-08"), ("Motif", "Ressort de Rennes."));
        (await Texte(linh, $"/mes-missions/consulter/{id}")).ShouldContain("le tribunal administratif de Rennes");
    }

    [Theory, SurLesDeuxBases]
    public async Task ArretVise_EtDecisionReprise_DisentCommentContester(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => GestesDeSignature.Regler(db, CleParametre.TribunalAdministratif, 26));
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync());
        using var chef = await serveur.Visiteur(Chef);
        using var recteur = await serveur.Visiteur(Recteur);
        using var anne = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", ("Saisie.Quoi", "Arret"), ("Saisie.Du", "2027-01-15"), ("Saisie.Fondement", "ConditionNonRemplie"), ("Saisie.Motif", "Le poste ferme."));
        await recteur.ViserTout();

        var ecran = await Texte(anne, $"/mes-missions/consulter/{id}");
        ecran.ShouldContain("Motif : Le poste ferme.");
        ecran.ShouldContain("le tribunal administratif de Rennes");
        (await Courriels(serveur, "anne.kervella@demo.neuvieme.fr"))[^1].ShouldContain("le tribunal administratif de Rennes");

        await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Taux hors fourchette."), ("Retrait.Fondement", "Illegale"));
        (await Texte(anne, $"/mes-missions/consulter/{id}")).ShouldContain("se conteste dans les deux mois");
    }

    [Theory, SurLesDeuxBases]
    public async Task PartReprise_DitCommentContester(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Chef);
        using var legrand = await serveur.Visiteur("loic.legrand@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Uai == Demonstration.College && m.Agent!.IdSts == "20120" && m.Etat == EtatAttribution.AccordDonne).Select(m => m.Id).FirstAsync());
        await chef.Cliquer($"/parts/suivre/{id}", "Confier la mission");
        (await Texte(legrand, $"/mes-missions/directe/{id}")).ShouldNotContain("se conteste");

        await chef.Cliquer($"/parts/suivre/{id}", "Revenir sur la décision", ("Motif", "Erreur de personne."), ("Retrait.Fondement", "Illegale"));

        var ecran = await Texte(legrand, $"/mes-missions/directe/{id}");
        ecran.ShouldContain("Erreur de personne.");
        ecran.ShouldContain("se conteste dans les deux mois");
        (await Courriels(serveur, "loic.legrand@demo.neuvieme.fr"))[^1].ShouldContain("art. L. 411-2");
    }
}
