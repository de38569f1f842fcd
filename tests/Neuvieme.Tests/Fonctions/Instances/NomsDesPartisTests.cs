using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>R048 : aucun nom d'agent devant l'instance, pas même celui de qui n'est pas, ou pas encore, dans l'établissement cette année.</summary>
public class NomsDesPartisTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static async Task AnDernier(NeuviemeDb db)
    {
        var partie = new Agent { Uai = Demonstration.College, TypeSts = "epp", IdSts = "90210", NomUsage = "TRÉGUIER", Prenom = "Odile" };
        partie.Affectations.Add(new() { Uai = Demonstration.College, Annee = 2025 });
        db.Agents.Add(partie);
        var mission = new Mission { Uai = Demonstration.College, Annee = 2025, Code = "IMP-CULT", Intitule = "Cinéma et patrimoine", Contenu = "Reprendre les séances de TREGUIER Odile\nPréparer avec M. Ollivier", HeuresEstimees = 18 };
        mission.Attributions.Add(new() { Uai = Demonstration.College, Annee = 2025, Agent = partie, Centimes = 62_500, Justification = "Comme Mme Tréguier, Odile" });
        db.Missions.Add(mission);
        await db.SaveChangesAsync();
    }

    [Theory, SurLesDeuxBases(true), SurLesDeuxBases(false)]
    public async Task Dossier_MissionReconduite_NePorteAucunNom(Base sur, bool personnelsImportes)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await AnDernier(db);
            if (!personnelsImportes)
            {
                await db.Affectations.Where(a => a.Annee == 2026).ExecuteDeleteAsync();
            }
        });
        using var chef = await serveur.Visiteur(Principal);
        await chef.Cliquer("/repartition/reconduire", "Reprendre les missions cochées", ("FaitsConfirmes", "true"));

        await chef.EnvoyerFormulaire("/instances/preparer?instance=ConseilPedagogique", ("SeanceLe", "2026-09-10"));

        chef.Ici.ShouldStartWith("/instances/dossier/");
        var id = long.Parse(chef.Ici.Split('/')[^1]);
        var contenu = await serveur.Lire(db => db.DossiersInstance.Where(d => d.Id == id).Select(d => d.Contenu).SingleAsync());
        contenu.ShouldContain("Reprendre les séances de [nom]\"");
        contenu.ShouldContain("Préparer avec [nom]\"");
        contenu.ShouldContain("Comme [nom]\"");
        foreach (var nom in (string[])["guier", "Odile", "Ollivier"])
        {
            contenu.ShouldNotContain(nom, Case.Insensitive);
        }
    }
}
