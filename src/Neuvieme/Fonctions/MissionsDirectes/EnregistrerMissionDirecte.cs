using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpPremierDegre;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>L'inspecteur prépare une IMP de sa circonscription, le directeur une part de son école, le chef ou son secrétariat celles de l'établissement, le rectorat une mission académique. Rien n'est encore demandé à personne.</summary>
/// <param name="Porteur">La circonscription, l'école, l'établissement ou l'académie qui paiera.</param>
public sealed record EnregistrerMissionDirecte(DispositifDirect Dispositif, string Porteur, AnneeScolaire Annee)
{
    /// <summary>Nul pour une mission nouvelle.</summary>
    public MissionVue? Vue { get; init; }
    public Guid CleSaisie { get; init; }
    public required string Code { get; init; }
    public required string Intitule { get; init; }
    public required string Contenu { get; init; }
    public Duree Duree { get; init; } = Duree.AnneeEntiere;
    public DateOnly? Debut { get; init; }
    public DateOnly? Fin { get; init; }
    public Echelon Echelon { get; init; }
    public long Centimes { get; init; }
    public bool? DefinieParAutorite { get; init; }
    public bool? DejaPayee { get; init; }
    public long AgentId { get; init; }
    public PrecisionsDeMission Precisions { get; init; } = new();

    /// <summary>Vingt parts pour une personne : une faute de frappe.</summary>
    const long Plafond = 20 * 125_000;

    /// <summary>Les missions permises ici.</summary>
    public IReadOnlyList<MissionAuChoix> Fiches { get; init; } = MissionAuChoix.De(Dispositif, Annee);

    public long Id { get; private set; }

    /// <summary>Les personnes à qui l'on peut proposer : de l'école ou de l'établissement, d'une école de la circonscription, de l'académie ; et toujours là cette année.</summary>
    public static IQueryable<Personnels.Agent> Personnes(NeuviemeDb db, DispositifDirect dispositif, string porteur, int annee)
    {
        var agents = dispositif switch
        {
            DispositifDirect.ImpPremierDegre => db.Agents.Where(a => db.Etablissements.Any(e => e.Uai == a.Uai && e.CirconscriptionCode == porteur)),
            DispositifDirect.Academique => db.Agents.Where(a => db.Etablissements.DuSecondDegre().Any(e => e.Uai == a.Uai && e.AcademieCode == porteur)),
            _ => db.Agents.Where(a => a.Uai == porteur),
        };
        return agents.Where(a => !db.Affectations.Any(x => x.AgentId == a.Id && x.Annee == annee && !x.Presente));
    }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (Verifier() is { Count: > 0 } refus)
        {
            return refus;
        }

        var portee = MissionDirecte.PorteeDe(Dispositif, Porteur);
        await using var transaction = await db.Commencer(portee, ct);
        if (!await Personnes(db, Dispositif, Porteur, Annee.Debut).AnyAsync(a => a.Id == AgentId, ct))
        {
            return [new("Saisie.AgentId", "Choisissez une personne de la liste.")];
        }

        var mission = Vue is { } vue ? await db.MissionsDirectes.FirstOrDefaultAsync(m => m.Id == vue.Id && m.Dispositif == Dispositif && (m.Uai ?? m.CirconscriptionCode ?? m.AcademieCode) == Porteur, ct) : null;
        if (Vue is not null && (mission is null || mission.Version != Vue.Value.Version))
        {
            return [new("", mission is null ? "Cette mission a été retirée entre-temps." : "Quelqu’un a changé cette mission pendant votre saisie. Rien n’a été écrasé : rechargez la page pour voir son changement, puis refaites le vôtre.")];
        }

        if (mission is { Etat: not EtatAttribution.EnPreparation })
        {
            return [new("", $"La mission est maintenant « {mission.EtatDit()} » : reprenez-la d’abord, l’accord portait sur ce qu’elle disait.")];
        }

        // Ce qui a été proposé l'a été pour quelqu'un, sur une mission : le dossier ne change ni de l'un ni de l'autre.
        if (mission is { ProposeeLe: not null } && (mission.AgentId != AgentId || mission.Code != Code))
        {
            return [new("Saisie.AgentId", "Cette mission a déjà été proposée pour quelqu’un : préparez-en une autre pour une autre personne ou une autre mission.")];
        }

        if (Precisions.District.Length > 0 && await AutreTaux(db, ct) is { } autre)
        {
            return [new("Saisie.TauxDistrict", $"Une autre part de ce district est préparée au taux de {autre} : un district n’a qu’un taux.")];
        }

        var avant = mission is null ? null : Dite(mission);
        if (mission is null)
        {
            mission = new()
            {
                Dispositif = Dispositif, CirconscriptionCode = Dispositif == DispositifDirect.ImpPremierDegre ? Porteur : null, Uai = Dispositif.EstPacte() ? Porteur : null,
                AcademieCode = Dispositif == DispositifDirect.Academique ? Porteur : null, Annee = Annee.Debut, Code = Code, Intitule = "", CleSaisie = CleSaisie,
            };
            db.MissionsDirectes.Add(mission);
        }
        else
        {
            mission.Version++;
        }

        (mission.Code, mission.Intitule, mission.Contenu, mission.Centimes, mission.AgentId, mission.DejaPayee) = (Code, Intitule.Trim(), Contenu.Trim(), Centimes, AgentId, DejaPayee);
        mission.Precisions = Precisions.Ecrire();
        if (!Dispositif.EstPacte())
        {
            (mission.Duree, mission.Debut, mission.Fin, mission.Echelon, mission.DefinieParAutorite) = (Duree, Debut, Fin, Echelon, DefinieParAutorite);
        }

        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter(avant is null ? "mission préparée" : "mission modifiée", mission.Objet, avant, Dite(mission));
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        Id = mission.Id;
        return [];
    }

    async Task<Montant?> AutreTaux(NeuviemeDb db, CancellationToken ct)
    {
        var voisines = await db.MissionsDirectes.AsNoTracking().Where(m => m.AcademieCode == Porteur && m.Annee == Annee.Debut && m.Code == Code && m.Etat != EtatAttribution.Refusee && m.Etat != EtatAttribution.AccordDecline).ToListAsync(ct);
        return voisines.Where(m => m.Id != Vue?.Id).Select(m => m.Details).FirstOrDefault(d => string.Equals(d.District, Precisions.District, StringComparison.OrdinalIgnoreCase) && d.TauxDistrictCentimes != Precisions.TauxDistrictCentimes)
            is { TauxDistrictCentimes: { } taux } ? new Montant(taux) : null;
    }

    /// <summary>Sans la personne pressentie : le journal ne la nomme qu'une fois son accord donné.</summary>
    static object Dite(MissionDirecte m) => new { intitule = m.Intitule, centimes = m.Centimes, duree = m.Duree.ToString(), contenu = m.Contenu };

    List<Refus> Verifier()
    {
        List<Refus> refus = [];
        if (Fiches.All(f => f.Code != Code))
        {
            refus.Add(new("Saisie.Code", "Choisissez la mission dans la liste."));
        }

        if (Intitule.Trim().Length is 0 or > 200)
        {
            refus.Add(new("Saisie.Intitule", "Écrivez l’intitulé, 200 caractères au plus."));
        }

        if (Contenu.Length > 4000)
        {
            refus.Add(new("Saisie.Contenu", "Le contenu a au plus 4 000 caractères."));
        }

        if (Centimes <= 0 || Centimes > Plafond || Centimes % Dispositif.Pas() != 0)
        {
            refus.Add(new("Saisie.Centimes", Dispositif switch { DispositifDirect.ImpPremierDegre => "Choisissez l’un des deux taux, 1 250 € ou 2 500 €.", DispositifDirect.Academique => "Choisissez l’un des cinq taux.", _ => "Choisissez un nombre de parts, par demi-parts, de ½ à 20." }));
        }

        if (Debut?.Year is < 2017 or > 2100 || Fin?.Year is < 2017 or > 2100)
        {
            refus.Add(new("Saisie.Debut", "Ces dates sont hors de toute année scolaire : vérifiez l’année."));
        }

        foreach (var (champ, texte) in new[] { ("Creneaux", Precisions.Creneaux), ("Repli", Precisions.Repli), ("Conditions", Precisions.Conditions), ("Objectifs", Precisions.Objectifs), ("Resultats", Precisions.Resultats), ("Priorites", Precisions.Priorites) })
        {
            if (texte.Length > 2000)
            {
                refus.Add(new($"Saisie.{champ}", "Ce texte a au plus 2 000 caractères."));
            }
        }

        if (Precisions.Charge.Length > 200 || Precisions.Territoire.Length > 200 || Precisions.District.Length > 100)
        {
            refus.Add(new("Saisie.Charge", "La charge et le territoire ont au plus 200 caractères, le nom du district 100."));
        }

        if (Code == "ACA-UNSS" && Precisions.District.Length == 0)
        {
            refus.Add(new("Saisie.District", "Nommez le district : ses parts se reconnaissent à ce nom."));
        }

        if (!Enum.IsDefined(Duree) || !Enum.IsDefined(Echelon))
        {
            refus.Add(new("", "Choisissez la durée et l’échelon dans leurs listes."));
        }

        return refus;
    }
}
