using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Ajouter;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : FormulaireMission(db, contexte)
{
    /// <summary>Les missions de l'article 7 que l'établissement a déjà définies, sans celles que l'année prévoit déjà.</summary>
    public IReadOnlyList<MissionLocale> Locales { get; private set; } = [];

    /// <param name="modele">Une mission d'une année passée, à reprendre telle qu'elle était : contenu et taux, ni personne ni dates.</param>
    public async Task<IActionResult> OnGetAsync(string? code, long? modele)
    {
        await ChargerPlan();
        if (modele is not null)
        {
            return await Reprendre(modele.Value) ? Page() : NotFound();
        }

        if (code is null)
        {
            Locales = await MissionLocale.Lire(Db, Plan, Ct);
        }

        if (Nomenclature.DeCode(code) is { } fiche)
        {
            Saisie = new()
            {
                CleSaisie = Guid.NewGuid(), Code = fiche.Code, Intitule = fiche.Libelle, Contenu = string.Join('\n', fiche.Contenu), Parts = [new() { Centimes = TauxPropose(fiche) }],
                Duree = fiche.Mission is Droit.ImpSecondDegre.Mission.Voyages or Droit.ImpSecondDegre.Mission.MissionPonctuelle ? Duree.Ponctuelle : Duree.AnneeEntiere,
            };
        }

        return Page();
    }

    async Task<bool> Reprendre(long modele)
    {
        var uai = Contexte.Etablissement.Uai;
        if (await Db.Missions.AsNoTracking().Include(m => m.Attributions).FirstOrDefaultAsync(m => m.Id == modele && m.Uai == uai, Ct) is not { } mission || Nomenclature.DeCode(mission.Code) is not { } fiche)
        {
            return false;
        }

        // Les faits qui fondent le besoin se redisent chaque année.
        mission.Besoin = new();
        Saisie = SaisieMission.De(mission);
        (Saisie.Version, Saisie.CleSaisie, Saisie.Debut, Saisie.Fin) = (0, Guid.NewGuid(), null, null);
        var centimes = mission.Attributions.Select(a => a.Centimes).DefaultIfEmpty(0).Max();
        Saisie.Parts = [new() { Centimes = Taux.Any(t => t.Montant.Centimes == centimes) ? centimes : TauxPropose(fiche) }];
        return true;
    }

    /// <summary>Ce qui refuse cette mission dans cet établissement, quelle que soit la personne ; absent si rien ne s'y oppose.</summary>
    public Droit.Motif? RefuseIci(FicheMission fiche) =>
        Essayer(fiche, 0).FirstOrDefault(m => m is { Rubrique: Droit.Rubrique.Mission or Droit.Rubrique.Besoin or Droit.Rubrique.Vigueur, Gravite: Droit.Gravite.Refus });

    IReadOnlyList<Droit.Motif> Essayer(FicheMission fiche, long centimes)
    {
        var essai = new Mission { Uai = Contexte.Etablissement.Uai, Annee = Contexte.Annee.Debut, Code = fiche.Code, Intitule = "" };
        return Plan.Controler(essai, new Attribution { Uai = essai.Uai, Annee = essai.Annee, Centimes = centimes }).Motifs;
    }

    /// <summary>Le premier taux usuel que le droit ne refuse pas ici : pour l'EPS, celui que l'effectif rend dû.</summary>
    long TauxPropose(FicheMission fiche)
    {
        var usuels = Taux.Where(t => fiche.Usage(t) == UsageTaux.Usuel).Select(t => t.Montant.Centimes).ToList();
        foreach (var centimes in usuels)
        {
            if (!Essayer(fiche, centimes).Any(m => m is { Rubrique: Droit.Rubrique.Taux, Gravite: Droit.Gravite.Refus }))
            {
                return centimes;
            }
        }

        return usuels.Count > 0 ? usuels[0] : Taux[2].Montant.Centimes;
    }
}
