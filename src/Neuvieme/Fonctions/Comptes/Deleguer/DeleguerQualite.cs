using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes.Deleguer;

/// <summary>
/// Le chef, le recteur ou l'administrateur donne à un compte, entre deux dates, la qualité de chef d'un établissement ou de
/// recteur d'une académie. Le délégataire s'appuie sur une qualité à lui : adjoint, personnel de direction, gestionnaire.
/// </summary>
public sealed record DeleguerQualite(Role Role, string? Uai, string? Academie, string Courriel, FormeDeDelegation Forme, DateOnly? Debut, DateOnly? Fin)
{
    public string Delegataire { get; private set; } = "";

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        var visee = new Habilitation
        {
            Role = Role, Uai = string.IsNullOrWhiteSpace(Uai) ? null : Uai.Trim().ToUpperInvariant(), AcademieCode = string.IsNullOrWhiteSpace(Academie) ? null : Academie.Trim(),
            Debut = Debut ?? auteur.Aujourdhui, Fin = Fin,
        };
        if (Verifier(auteur.Aujourdhui) is { Count: > 0 } refus)
        {
            return refus;
        }

        if (await PorteesDeRole.Verifier(db, Role, visee.Uai, visee.AcademieCode, circonscription: null, ct) is { } horsPortee)
        {
            return [horsPortee];
        }

        await using var transaction = await db.Commencer(visee.PorteeDuJournal(), ct);
        if (await Preparer(db, visee, auteur, ct) is { } impossible)
        {
            db.ChangeTracker.Clear();
            return [impossible];
        }

        var plume = new Plume(db, auteur, visee.PorteeDuJournal());
        plume.Noter("délégation donnée", $"compte:{visee.CompteId}", null, new
        {
            courriel = Courriel.Trim(), nom = Delegataire, role = Habilitation.Libelle(Role), mention = Delegation.Mention(Forme, visee.Delegation!.DelegantNom),
            debut = Francais.DateBreve(visee.Debut), fin = Francais.DateBreve(visee.Fin!.Value),
        });
        await Fonctions.Courriels.Courriel.Deposer(db, visee.CompteId, Fonctions.Courriels.GenreCourriel.Compte, "Une délégation vous est donnée",
            $"Du {Francais.Date(visee.Debut)} au {Francais.Date(visee.Fin!.Value)}, vous agissez comme {(Role == Role.Recteur ? "recteur" : "chef d’établissement")} {Delegation.Mention(Forme, visee.Delegation!.DelegantNom)}. Chaque acte portera votre nom et cette mention.\n/",
            $"delegation:{visee.PorteeDuJournal()}:{auteur.InstantUtc.Ticks}", auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    List<Refus> Verifier(DateOnly jour)
    {
        List<Refus> refus = [];
        if (!Delegations.SeDelegue(Role))
        {
            refus.Add(new(nameof(Role), $"« {Habilitation.Libelle(Role)} » ne se délègue pas : seulement chef d’établissement et recteur."));
        }

        if (!Enum.IsDefined(Forme))
        {
            refus.Add(new(nameof(Forme), "Choisissez « par délégation » ou « par intérim »."));
        }

        if (string.IsNullOrWhiteSpace(Courriel))
        {
            refus.Add(new(nameof(Courriel), "À qui ? Donnez l’adresse de son compte."));
        }

        if (Debut is null || Debut < jour)
        {
            refus.Add(new(nameof(Debut), "Donnez le premier jour, au plus tôt aujourd’hui : une délégation ne couvre pas ce qui est déjà fait."));
        }

        if (Fin is null || Fin < Debut)
        {
            refus.Add(new(nameof(Fin), "Donnez le dernier jour, après le premier : une délégation a toujours une fin."));
        }
        else if (Debut is { } debut && Fin > debut.AddYears(1))
        {
            refus.Add(new(nameof(Fin), "Une délégation dure un an au plus ; elle se redonne ensuite."));
        }

        return refus;
    }

    async Task<Refus?> Preparer(NeuviemeDb db, Habilitation visee, Auteur auteur, CancellationToken ct)
    {
        var titulaires = await Delegations.Titulaires(db, visee, auteur.Aujourdhui, ct);
        if (!await Delegations.PeutGerer(db, auteur, titulaires, ct))
        {
            return new("", "Il faut tenir soi-même cette qualité pour la déléguer : une délégation ne se délègue pas.");
        }

        var delegant = titulaires.FirstOrDefault(t => t.CompteId == auteur.CompteId) ?? (titulaires.Count == 1 ? titulaires[0] : null);
        if (delegant is null && titulaires.Count > 1)
        {
            return new("", $"Plusieurs personnes tiennent cette qualité ({string.Join(", ", titulaires.Select(t => t.Nom))}) : c’est à l’une d’elles de déléguer.");
        }

        if (delegant is null && Forme == FormeDeDelegation.ParDelegation)
        {
            return new(nameof(Forme), "Personne ne tient cette qualité : il n’y a pas de signature à déléguer. Un poste vacant se tient par intérim.");
        }

        var cle = Courriel.Trim().ToUpperInvariant();
        var compte = await db.Users.FirstOrDefaultAsync(c => c.NormalizedEmail == cle, ct);
        if (compte is not null && (compte.Id == auteur.CompteId || compte.Id == delegant?.CompteId))
        {
            return new(nameof(Courriel), "On ne se délègue rien à soi-même.");
        }

        if (compte is not null && titulaires.Any(t => t.CompteId == compte.Id))
        {
            return new(nameof(Courriel), $"{compte.NomAffiche} tient déjà cette qualité.");
        }

        var appuis = compte is null ? [] : await Delegations.Appuis(db, visee, Forme).Where(h => h.CompteId == compte.Id && h.Debut <= visee.Debut && (h.Fin == null || h.Fin >= visee.Debut)).OrderBy(h => h.Id).ToListAsync(ct);
        if (compte is null || appuis.Count == 0)
        {
            // Le même refus que le compte existe ou non : ce formulaire n'est pas un annuaire.
            return new(nameof(Courriel), QuiPeut);
        }

        var appui = appuis.OrderByDescending(h => h.Uai == visee.Uai).ThenByDescending(h => h.Fin ?? DateOnly.MaxValue).First();
        if (appui.Fin < visee.Fin)
        {
            return new(nameof(Fin), $"Sa qualité « {Habilitation.Libelle(appui.Role)} » prend fin le {Francais.Date(appui.Fin!.Value)} : la délégation ne va pas au-delà.");
        }

        if (await Chevauchee(db, visee, compte.Id, ct) is { } autre)
        {
            return new(nameof(Debut), $"{autre.Delegataire} tient déjà cette qualité {autre.Mention}, du {Francais.Date(autre.Debut)} au {Francais.Date(autre.Fin!.Value)} : choisissez d’autres dates, ou révoquez-la d’abord.");
        }

        visee.CompteId = compte.Id;
        visee.Delegation = new() { Forme = Forme, DelegantId = delegant?.CompteId, DelegantNom = delegant?.Nom ?? "", AppuiId = appui.Id, DonneePar = auteur.Nom, DonneeLe = auteur.InstantUtc };
        db.Habilitations.Add(visee);
        Delegataire = compte.NomAffiche;
        return null;
    }

    /// <summary>Deux adjoints peuvent tenir chacun une délégation ; une même personne n'en a pas deux à la fois, et un poste n'a qu'un intérimaire.</summary>
    async Task<DelegationDite?> Chevauchee(NeuviemeDb db, Habilitation visee, long compteId, CancellationToken ct) =>
        (await Delegations.Lire(db, visee, ct)).FirstOrDefault(d => d.RevoqueeLe is null && d.Debut <= visee.Fin && visee.Debut <= d.Fin
            && (d.CompteId == compteId || (Forme == FormeDeDelegation.ParInterim && d.Forme == FormeDeDelegation.ParInterim)));

    string QuiPeut => Role == Role.Recteur ? "Cette adresse n’est pas celle d’un gestionnaire du rectorat de l’académie en fonction ce jour-là. L’administrateur peut lui donner cette qualité."
        : Forme == FormeDeDelegation.ParInterim ? "Cette adresse n’est celle ni d’un adjoint de l’établissement, ni d’un personnel de direction de l’académie, en fonction ce jour-là. L’administrateur peut lui donner cette qualité."
        : "Cette adresse n’est pas celle d’un adjoint de l’établissement en fonction ce jour-là. L’administrateur peut lui donner cette qualité ; la direction d’un autre établissement ne remplace que par intérim.";
}
