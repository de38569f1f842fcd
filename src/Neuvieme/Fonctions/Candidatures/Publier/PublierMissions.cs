using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Candidatures.Publier;

/// <summary>Le chef publie des missions de la répartition aux personnels, entre deux dates ; celles qu'il ne coche plus ne se voient plus.</summary>
public sealed record PublierMissions(IReadOnlyCollection<long> Missions, DateOnly? OuvertLe, DateOnly? FermeLe, string Message, int Version)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Verifier(annee) is { Count: > 0 } refus)
        {
            return refus;
        }

        await using var transaction = await db.Commencer(uai, ct);
        var missions = await db.Missions.Where(m => m.Uai == uai && m.Annee == annee.Debut).ToListAsync(ct);
        if (Missions.Any(id => missions.All(m => m.Id != id)))
        {
            return [new("Missions", "Une mission cochée n’est plus dans la répartition : rechargez la page.")];
        }

        var appel = await db.AppelsCandidatures.FirstOrDefaultAsync(a => a.Uai == uai && a.Annee == annee.Debut, ct);
        if ((appel?.Version ?? 0) != Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (appel is null)
        {
            db.AppelsCandidatures.Add(appel = new() { Uai = uai, Annee = annee.Debut });
        }

        (appel.OuvertLe, appel.FermeLe, appel.Message) = (OuvertLe!.Value, FermeLe!.Value, Message.Trim());
        appel.Version++;
        foreach (var mission in missions)
        {
            mission.Publiee = Missions.Contains(mission.Id);
        }

        var plume = new Plume(db, auteur, uai);
        plume.Noter("missions publiées aux personnels", $"candidatures:{annee.Debut}", null,
            new { du = OuvertLe, au = FermeLe, missions = missions.Where(m => m.Publiee).Select(m => m.Intitule).ToList() });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    List<Refus> Verifier(AnneeScolaire annee)
    {
        List<Refus> refus = [];
        if (OuvertLe is null || FermeLe is null)
        {
            refus.Add(new(OuvertLe is null ? nameof(OuvertLe) : nameof(FermeLe), "Donnez les deux jours entre lesquels chacun peut se déclarer."));
        }
        else if (FermeLe < OuvertLe)
        {
            refus.Add(new(nameof(FermeLe), "L’appel finit avant de commencer : corrigez l’un des deux jours."));
        }
        else if (OuvertLe < annee.PremierJour.AddYears(-1) || FermeLe > annee.DernierJour)
        {
            refus.Add(new(nameof(OuvertLe), $"Ces jours ne préparent pas l’année {annee}."));
        }

        if (Message.Length > 1000)
        {
            refus.Add(new(nameof(Message), "Le message a au plus 1 000 caractères."));
        }

        return refus;
    }
}
