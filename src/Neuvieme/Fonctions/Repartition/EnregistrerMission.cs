using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Ajoute une mission à la répartition (<see cref="Id"/> nul) ou la modifie, avec un titulaire pressenti ou plusieurs parts.</summary>
public sealed record EnregistrerMission
{
    public long? Id { get; init; }
    public int Version { get; init; }
    public Guid? CleSaisie { get; init; }
    public required string Code { get; init; }
    public string Intitule { get; init; } = "";
    public string Contenu { get; init; } = "";
    public Duree Duree { get; init; } = Duree.AnneeEntiere;
    public DateOnly? Debut { get; init; }
    public DateOnly? Fin { get; init; }
    public int? HeuresEstimees { get; init; }
    public string Niveaux { get; init; } = "";
    public Besoin Besoin { get; init; } = new();
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>Une part de la mission : la personne pressentie (ou personne encore), le taux, et pourquoi il s'écarte du taux prévu.</summary>
    public sealed record Part(long? AttributionId, long? AgentId, long Centimes, string Justification);

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Verifier(annee) is { Count: > 0 } refus)
        {
            return refus;
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (Id is null && CleSaisie is not null && await db.Missions.AsNoTracking().Include(m => m.Attributions).FirstOrDefaultAsync(m => m.Uai == uai && m.CleSaisie == CleSaisie, ct) is { } deja)
        {
            // Le même formulaire envoyé deux fois : la mission est là, il n'y a rien à refuser ni à refaire. Changé entre-temps, il n'a rien enregistré.
            var voulue = new Mission { Uai = uai, Annee = annee.Debut, Code = Code, Intitule = "" };
            Remplir(voulue, db, annee, auteur);
            return JsonSerializer.Serialize(Resume(voulue)) == JsonSerializer.Serialize(Resume(deja)) ? []
                : [new("", $"Ce formulaire a déjà ajouté « {deja.Intitule} », et rien de ce qui y a changé depuis n’est enregistré. Ouvrez-la dans Répartition pour la corriger, ou rouvrez « Ajouter une mission » pour une autre.")];
        }

        var mission = Id is null
            ? new Mission { Uai = uai, Annee = annee.Debut, Code = Code, Intitule = "", CleSaisie = CleSaisie }
            : await db.Missions.Include(m => m.Attributions).FirstOrDefaultAsync(m => m.Id == Id && m.Uai == uai && m.Annee == annee.Debut, ct);
        if (mission is null)
        {
            return [new("", "Cette mission n’est plus dans la répartition : quelqu’un l’a retirée.")];
        }

        if (Id is not null && mission.Version != Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        var agents = Parts.Where(p => p.AgentId is not null).Select(p => p.AgentId!.Value).ToHashSet();
        if (await db.Agents.CountAsync(a => a.Uai == uai && agents.Contains(a.Id), ct) != agents.Count)
        {
            return [new("", "La personne choisie n’est pas de cet établissement.")];
        }

        if (Id is not null && (mission.Code != Code || mission.Duree != Duree) && await db.Conversions.AnyAsync(c => c.MissionId == Id && (c.Etat == EtatConversion.Demandee || c.Etat == EtatConversion.Accordee), ct))
        {
            return [new(nameof(Code), "Une décharge est demandée ou accordée pour cette mission : ni son type ni sa durée ne changent. Retirez d’abord la demande, ou faites annuler la décharge.")];
        }

        var ferme = await Fenetres.Fermee(db, uai, annee.Debut, GenreCampagne.Preparer, auteur, ct);
        if (ferme is not null && Id is null)
        {
            return [ferme];
        }

        var vu = VuDesInstances(mission);
        await Scenario.Garder(db, uai, annee, auteur, Id is null ? $"avant d’ajouter « {Titre} »" : $"avant de modifier « {mission.Intitule} »", ct);
        var avant = Id is null ? null : Resume(mission);
        if (Remplir(mission, db, annee, auteur) is { } impossible)
        {
            return [impossible];
        }

        // La préparation close, la personne pressentie et les justifications changent encore ; ce que les instances ont vu, non.
        if (ferme is not null && VuDesInstances(mission) != vu)
        {
            return [ferme];
        }

        if (Id is null)
        {
            db.Missions.Add(mission);
        }

        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter(Id is null ? "mission ajoutée" : "mission modifiée", $"mission:{mission.Id}", avant, Resume(mission));
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    string Titre => string.IsNullOrWhiteSpace(Intitule) ? Nomenclature.DeCode(Code)!.Libelle : Intitule.Trim();

    /// <summary>Ce qui ne peut s'enregistrer, quel que soit le droit.</summary>
    public IReadOnlyList<Refus> Verifier(AnneeScolaire annee)
    {
        List<Refus> refus = [];
        if (Nomenclature.DeCode(Code) is null)
        {
            refus.Add(new(nameof(Code), "Choisissez une mission de la nomenclature."));
        }

        if (Intitule.Length > 200)
        {
            refus.Add(new(nameof(Intitule), "L’intitulé est trop long : 200 caractères au plus."));
        }

        if (Contenu.Length > 8000)
        {
            refus.Add(new(nameof(Contenu), "Ce qui est attendu est trop long : 8 000 caractères au plus."));
        }

        refus.AddRange(DesParts(p => p.Justification.Length > 2000, nameof(Part.Justification), "Une justification est trop longue : 2 000 caractères au plus."));

        if (HeuresEstimees is < 1 or > 1607)
        {
            refus.Add(new(nameof(HeuresEstimees), "Les heures estimées vont de 1 à 1 607."));
        }

        foreach (var (champ, jour) in new[] { (nameof(Debut), Debut), (nameof(Fin), Fin) })
        {
            if (jour is { } j && !annee.Contient(j))
            {
                refus.Add(new(champ, $"Le {Francais.Date(j)} n’est pas dans l’année scolaire {annee} : donnez un jour du 1er septembre au 31 août."));
            }
        }

        if (Fin < Debut)
        {
            refus.Add(new(nameof(Fin), "La mission finit avant de commencer : corrigez l’un des deux jours."));
        }

        if (Parts.Count is 0 or > 20)
        {
            refus.Add(new("", "Une mission a de une à vingt parts."));
        }

        refus.AddRange(DesParts(p => TauxImp.DeMontant(new Montant(p.Centimes), annee.PremierJour) is null, nameof(Part.Centimes), "Choisissez l’un des cinq taux."));
        refus.AddRange(DesParts(p => p.AgentId is not null && Parts.Count(autre => autre.AgentId == p.AgentId) > 1, nameof(Part.AgentId),
            "La même personne ne peut tenir deux parts de la même mission : choisissez un taux plus élevé."));
        return refus;
    }

    IEnumerable<Refus> DesParts(Func<Part, bool> enDefaut, string champ, string message) =>
        Parts.Select((p, i) => (p, i)).Where(x => enDefaut(x.p)).Select(x => new Refus($"{nameof(Parts)}[{x.i}].{champ}", message));

    Refus? Remplir(Mission m, NeuviemeDb db, AnneeScolaire annee, Auteur auteur)
    {
        var debutLu = m.Debut;
        var engagees = m.Attributions.Where(a => a.Etat != EtatAttribution.EnPreparation).ToList();
        var contenu = string.IsNullOrWhiteSpace(Contenu) ? string.Join('\n', Nomenclature.DeCode(Code)!.Contenu) : Contenu.Replace("\r", "", StringComparison.Ordinal).Trim();
        var intitule = Titre;
        // Dire que la mission est tenue depuis la rentrée précise ce qui a été accepté, sans le changer.
        var precise = m.Debut is null && Debut is { Month: 9 } && m.Fin == Fin && m.Duree == Duree.AnneeEntiere;
        if (engagees.Count > 0 && (m.Code != Code || m.Duree != Duree || (!precise && (m.Debut != Debut || m.Fin != Fin)) || m.Intitule != intitule || m.Contenu != contenu || m.HeuresEstimees != HeuresEstimees || m.Niveaux != Niveaux))
        {
            return new("", "L’accord demandé à une personne porte sur ce qu’elle a lu : ni le type, ni l’intitulé, ni le contenu, ni la durée, ni les dates, ni les heures ne changent. Reprenez d’abord cet accord.");
        }

        if (Besoin.Sur(m.Besoin, Code) != m.Besoin
            && engagees.FirstOrDefault(a => a.Etat is EtatAttribution.Proposee or EtatAttribution.Validee) is { } lue)
        {
            return new("", lue.Etat == EtatAttribution.Proposee
                ? "Le rectorat instruit une proposition sur ces faits : corrigez-les dans Attributions, par « Corriger », avec votre motif. Il lira l’ancien et le nouveau."
                : "Le rectorat a validé une part de cette mission sur ces faits : ils ne changent qu’une fois sa décision annulée. Rien n’est enregistré.");
        }

        (m.Code, m.Duree, m.Debut, m.Fin, m.HeuresEstimees, m.Niveaux) = (Code, Duree, Debut, Fin, HeuresEstimees, Niveaux);
        (m.Intitule, m.Contenu) = (intitule, contenu);
        m.Besoin = Besoin.Sur(m.Besoin, Code);
        m.Version++;

        foreach (var enlevee in m.Presentes.Where(a => a.Etat == EtatAttribution.EnPreparation && Parts.All(p => p.AttributionId != a.Id)).ToList())
        {
            m.Enlever(enlevee, db, auteur.InstantUtc);
        }

        foreach (var part in Parts)
        {
            var attribution = part.AttributionId is { } id ? m.Attributions.FirstOrDefault(a => a.Id == id) : null;
            if (attribution is null)
            {
                m.Attributions.Add(attribution = new Attribution { Uai = m.Uai, Annee = annee.Debut, AgentId = part.AgentId });
            }
            else if (attribution.Etat != EtatAttribution.EnPreparation)
            {
                var instruite = attribution.Etat is EtatAttribution.Proposee or EtatAttribution.Validee or EtatAttribution.Refusee;
                if (attribution.AgentId != part.AgentId || attribution.Centimes != part.Centimes || (instruite && attribution.Justification != part.Justification.Trim()))
                {
                    return new("", $"L’accord porte sur une personne et un taux précis : la part « {attribution.Etat.SansRefus().Libelle()} » ne change plus. Reprenez d’abord cet accord.");
                }
            }

            if (m.Debut == debutLu && m.RedemanderLePremierJour(attribution, part.AgentId, auteur.Aujourdhui) is { } autreMission)
            {
                return autreMission;
            }

            attribution = m.Confier(attribution, part.AgentId, auteur);
            (attribution.Centimes, attribution.Justification) = (part.Centimes, part.Justification.Trim());
            attribution.Version++;
        }

        return null;
    }

    /// <summary>Ce que les instances voient de la mission ; ni les personnes, ni le jour où chacune commence.</summary>
    static string VuDesInstances(Mission m) => JsonSerializer.Serialize(new { m.Code, m.Intitule, m.Contenu, m.Duree, m.Fin, m.HeuresEstimees, m.Niveaux, parts = m.Presentes.Select(a => a.Centimes).Order() });

    static object Resume(Mission m) => new
    {
        code = m.Code, intitule = m.Intitule, contenu = m.Contenu, duree = m.Duree.ToString(), debut = m.Debut, fin = m.Fin, heures = m.HeuresEstimees, niveaux = m.Niveaux,
        // Une personne pressentie n'a rien dit : le journal n'en retient le nom qu'une fois son accord donné.
        parts = m.Presentes.Select(a => new { agent = a.Etat.AUnAccord() ? a.AgentId : null, centimes = a.Centimes, justification = a.Justification }).ToList(),
    };
}
