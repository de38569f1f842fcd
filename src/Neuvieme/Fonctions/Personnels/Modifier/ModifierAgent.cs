using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Personnels.Modifier;

/// <summary>Le chef d'établissement complète ce que STSWeb ne dit pas, ou corrige le compte d'EPS en disant pourquoi.</summary>
public sealed record ModifierAgent(
    long AgentId, int VersionAgent, int VersionAffectation, Fonction Fonction, Corps Corps, string Courriel,
    bool? ServiceCompletCpge, bool EnseigneEps, int? HeuresEpsCentiemes, int? MaximumServiceCentiemes, string Motif)
{
    public const int MaximumHeuresCentiemes = 4000;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Verifier() is { Count: > 0 } refus)
        {
            return refus;
        }

        await using var transaction = await db.Commencer(uai, ct);
        var affectation = await db.Affectations.Include(a => a.Agent).FirstOrDefaultAsync(a => a.AgentId == AgentId && a.Uai == uai && a.Annee == annee.Debut, ct);
        if (affectation?.Agent is not { } agent)
        {
            return [new("", "Cette personne n’est plus dans l’établissement cette année.")];
        }

        if (agent.Version != VersionAgent || affectation.Version != VersionAffectation)
        {
            return [new("", await QuiAChange(db, uai, ct))];
        }

        var (avant, apres) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        var courriel = Courriel.Trim();
        void Changer(string champ, string ancien, string nouveau)
        {
            if (ancien != nouveau)
            {
                (avant[champ], apres[champ]) = (ancien, nouveau);
            }
        }

        Changer("fonction", Libelles.De(agent.Fonction), Libelles.De(Fonction));
        Changer("corps", Libelles.De(agent.Corps), Libelles.De(Corps));
        Changer("courriel", agent.Courriel ?? "", courriel);
        var agentChange = avant.Count > 0;
        Changer("service complet en CPGE", Libelles.OuiNon(affectation.ServiceCompletCpge), Libelles.OuiNon(ServiceCompletCpge));
        var autresQueEps = avant.Count;
        Changer("enseigne l’EPS", Libelles.OuiNon(affectation.EnseigneEps), Libelles.OuiNon(EnseigneEps));
        Changer("heures d’EPS", Libelles.Heures(affectation.HeuresEpsCentiemes), Libelles.Heures(HeuresEpsCentiemes));
        Changer("maximum de service", Libelles.Heures(affectation.MaximumServiceCentiemes), Libelles.Heures(MaximumServiceCentiemes));
        if (avant.Count == 0)
        {
            return [];
        }

        if (avant.Count > autresQueEps && string.IsNullOrWhiteSpace(Motif))
        {
            return [new(nameof(Motif), "Écrivez pourquoi vous corrigez le compte d’EPS : il décide du taux de la coordination.")];
        }

        if (avant.ContainsKey("courriel"))
        {
            await Rattacher(db, agent, courriel, avant, apres, ct);
        }

        if (avant.ContainsKey("heures d’EPS") || avant.ContainsKey("maximum de service"))
        {
            // Un import suivant respecte ce que le chef a saisi.
            affectation.OrigineHeures = HeuresEpsCentiemes is null ? "" : FaitsPersonne.SaisieDuChef;
        }

        (agent.Fonction, agent.Corps, agent.Courriel) = (Fonction, Corps, courriel.Length == 0 ? null : courriel);
        (affectation.ServiceCompletCpge, affectation.EnseigneEps, affectation.HeuresEpsCentiemes, affectation.MaximumServiceCentiemes) = (ServiceCompletCpge, EnseigneEps, HeuresEpsCentiemes, MaximumServiceCentiemes);
        agent.Version += agentChange ? 1 : 0;
        affectation.Version++;
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter("agent modifié", $"agent:{AgentId}", avant, apres, $"{agent.NomComplet}{(string.IsNullOrWhiteSpace(Motif) ? "" : " : " + Motif.Trim())}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    List<Refus> Verifier()
    {
        var refus = new List<Refus>();
        if (!Enum.IsDefined(Fonction) || !Enum.IsDefined(Corps))
        {
            refus.Add(new("", "La fonction ou le corps ne figure pas dans la liste."));
        }

        if (Courriel.Trim() is { Length: > 0 } courriel && (courriel.Length > 200 || !MailAddress.TryCreate(courriel, out var adresse) || adresse.Address != courriel))
        {
            refus.Add(new(nameof(Courriel), $"« {courriel} » n’est pas une adresse de courriel."));
        }

        if (HeuresEpsCentiemes is < 0 or > MaximumHeuresCentiemes)
        {
            refus.Add(new("HeuresEps", "Les heures d’EPS vont de 0 à 40 par semaine."));
        }
        else if (HeuresEpsCentiemes is not null && !EnseigneEps)
        {
            refus.Add(new("HeuresEps", "Des heures d’EPS sans enseigner l’EPS : cochez « enseigne l’EPS » ou videz les heures."));
        }

        if (MaximumServiceCentiemes is < 100 or > MaximumHeuresCentiemes)
        {
            refus.Add(new("Maximum", "Le maximum de service va de 1 à 40 heures par semaine ; laissez-le vide pour celui du corps."));
        }

        if (Motif.Length > 500)
        {
            refus.Add(new(nameof(Motif), "Le motif tient en 500 caractères."));
        }

        return refus;
    }

    /// <summary>Le compte d'agent de l'établissement qui porte ce courriel ouvre les missions de cette personne ; l'ancien, s'il ne tenait qu'à l'ancienne adresse, ne les ouvre plus.</summary>
    static async Task Rattacher(NeuviemeDb db, Agent agent, string courriel, Dictionary<string, string> avant, Dictionary<string, string> apres, CancellationToken ct)
    {
        var (nouveau, ancien) = (courriel.ToUpperInvariant(), (agent.Courriel ?? "").ToUpperInvariant());
        var comptes = await db.Users.Where(c => c.Id == agent.CompteId
            || (c.NormalizedEmail == nouveau && c.Habilitations.Any(h => h.Role == Role.Agent && h.Uai == agent.Uai)
                && !c.Habilitations.Any(h => (h.Role == Role.ChefEtablissement || h.Role == Role.Adjoint || h.Role == Role.Secretariat) && h.Uai == agent.Uai)
                && !db.Agents.Any(autre => autre.CompteId == c.Id && autre.Uai == agent.Uai && autre.Id != agent.Id))).ToListAsync(ct);
        var lie = comptes.FirstOrDefault(c => c.Id == agent.CompteId);
        var cible = comptes.FirstOrDefault(c => c.NormalizedEmail == nouveau) ?? (lie?.NormalizedEmail == ancien ? null : lie);
        if (cible?.Id != agent.CompteId)
        {
            (avant["compte"], apres["compte"]) = (lie?.Email ?? "aucun", cible?.Email ?? "aucun");
            agent.CompteId = cible?.Id;
        }
    }

    async Task<string> QuiAChange(NeuviemeDb db, string uai, CancellationToken ct)
    {
        var objet = $"agent:{AgentId}";
        var derniere = await db.Journal.AsNoTracking().Where(e => e.Portee == uai && e.Objet == objet).OrderByDescending(e => e.Rang).FirstOrDefaultAsync(ct);
        var qui = derniere is null ? "Un import a modifié cette fiche pendant votre saisie."
            : $"{derniere.Auteur} a modifié cette fiche le {Francais.Instant(derniere.InstantUtc)} : {Lecture.SansNoms.EnUneLigne(derniere)}.";
        return qui + " Rien n’a été écrasé et votre saisie est encore à l’écran : enregistrez de nouveau pour la garder.";
    }
}
