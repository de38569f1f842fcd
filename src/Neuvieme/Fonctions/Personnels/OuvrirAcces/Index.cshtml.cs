using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Comptes.Creer;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Personnels.OuvrirAcces;

/// <summary>Le chef d'établissement ouvre l'accès d'un agent : sans lui, personne ne peut donner son accord.</summary>
public sealed record OuvrirLAcces(long AgentId, string Courriel, bool ParLien)
{
    public CompteCree? Resultat { get; private set; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        var courriel = Courriel.Trim();
        await using var transaction = await db.Commencer(uai, ct);
        var agent = await db.Agents.FirstOrDefaultAsync(a => a.Id == AgentId && a.Uai == uai, ct);
        if (agent is null)
        {
            return [new("", "Cette personne n’est pas de votre établissement.")];
        }

        if (agent.CompteId is not null)
        {
            return [new("", $"{agent.NomComplet} a déjà un accès.")];
        }

        var autres = await db.Agents.Where(a => a.Uai == uai && a.Id != AgentId && a.Courriel != null).Select(a => a.Courriel).ToListAsync(ct);
        if (autres.Contains(courriel, StringComparer.OrdinalIgnoreCase))
        {
            return [new(nameof(Courriel), "Cette adresse est déjà celle d’une autre personne de l’établissement.")];
        }

        if (courriel.Length > 200 || !MailAddress.TryCreate(courriel, out var adresse) || adresse.Address != courriel)
        {
            return [new(nameof(Courriel), $"« {courriel} » n’est pas une adresse de courriel.")];
        }

        // Un compte existant n'est pas au chef d'établissement : l'y relier lui permettrait de répondre à la place d'un autre.
        var cle = courriel.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == cle, ct))
        {
            return [new(nameof(Courriel), "Un compte existe déjà pour cette adresse : demandez à l’administrateur de l’instance de lui donner la qualité d’agent dans votre établissement.")];
        }

        // La création relie au compte les agents qui portent ce courriel : il s'écrit d'abord, dans la même transaction.
        var plume = new Plume(db, auteur, uai);
        if (!string.Equals(agent.Courriel ?? "", courriel, StringComparison.Ordinal))
        {
            plume.Noter("agent modifié", $"agent:{agent.Id}", new { courriel = agent.Courriel ?? "" }, new { courriel }, "accès ouvert par le chef d’établissement");
            agent.Courriel = courriel;
            agent.Version++;
            await db.SaveChangesAsync(ct);
        }

        var creation = new CreerCompte(courriel, agent.NomComplet, Role.Agent, uai, null) { ParLien = ParLien };
        if (await creation.Preparer(db, plume, auteur, ct) is { Count: > 0 } refus)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        Resultat = creation.Resultat;
        return [];
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, ReglagesCourrier courrier) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string Courriel { get; set; } = "";

    public Agent Agent { get; private set; } = null!;

    /// <summary>Sans courrier, il ne reste qu'un mot de passe provisoire remis en main propre.</summary>
    public bool ParCourriel => courrier.Mode != ModeCourrier.Aucun;
    public CompteCree? Cree { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        Courriel = Agent.Courriel ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        var action = new OuvrirLAcces(id, Courriel, ParCourriel);
        if (await Tenter(() => action.Executer(Db, Contexte.Etablissement.Uai, Contexte.Auteur, Ct)))
        {
            // Sans redirection : le mot de passe provisoire ne passe que dans cette réponse.
            Cree = action.Resultat;
        }

        return Page();
    }

    async Task<bool> Charger(long id)
    {
        var uai = Contexte.Etablissement.Uai;
        var agent = await Db.Agents.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Uai == uai, Ct);
        Agent = agent!;
        return agent is not null;
    }
}
