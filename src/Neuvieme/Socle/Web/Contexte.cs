using System.Runtime.CompilerServices;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Web;

/// <summary>Qui est là, en quelle qualité, sur quelle portée et pour quelle année scolaire : une requête par page.</summary>
public sealed class Contexte(NeuviemeDb db, IHttpContextAccessor acces, Horloge horloge, ComptesConnectes comptes, Memoire memoire, Plans plans)
{
    public const string CookieHabilitation = "neuvieme-qualite";
    public const string CookieAnnee = "neuvieme-annee";
    const string TimbreDeSecurite = "AspNet.Identity.SecurityStamp";
    bool _charge;

    public long? CompteId { get; private set; }
    public string Nom { get; private set; } = "";
    public IReadOnlyList<HabilitationActive> Habilitations { get; private set; } = [];
    public HabilitationActive? Active { get; private set; }
    public AnneeScolaire Annee { get; private set; }

    public Role? Role => Active?.Role;
    public Etablissement Etablissement => Active?.Etablissement ?? throw new InvalidOperationException("Page d'établissement ouverte sans établissement.");
    public string AcademieCode => Active?.Academie?.Code ?? Active?.Etablissement?.AcademieCode ?? "";

    /// <summary>La circonscription de l'inspecteur ; vide s'il n'en a pas, et il n'y a alors rien à voir.</summary>
    public string CirconscriptionCode => Active?.Circonscription?.Code ?? "";

    public Auteur Auteur => new(CompteId, Nom, Active?.Qualite ?? "Agent", horloge.MaintenantUtc, horloge.Aujourdhui, Active?.Delegation?.Mention ?? "");

    /// <summary>Le secrétariat prépare les mêmes écrans que le chef ; ce qui engage l'établissement ne lui est pas offert.</summary>
    public bool Decide => Role != Fonctions.Comptes.Role.Secretariat;

    /// <summary>La portée et l'année de la page, pour reconnaître un formulaire affiché sous une autre ; nul pour un agent, dont les missions ne dépendent pas de la portée choisie.</summary>
    public string? Empreinte => Active is null or { Role: Fonctions.Comptes.Role.Agent } ? null : $"{Active.Etablissement?.Uai ?? Active.Circonscription?.Code ?? Active.Academie?.Code ?? "instance"} {Annee.Debut}";

    HttpContext Http => acces.HttpContext ?? throw new InvalidOperationException("Hors d'une requête.");

    public async Task Charger(CancellationToken ct)
    {
        if (_charge)
        {
            return;
        }

        _charge = true;
        Annee = AnneeDemandee();
        if (!long.TryParse(Http.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value, out var id))
        {
            return;
        }

        var compte = await comptes.Lire(id, horloge.Aujourdhui, ct);
        // Compte supprimé, ou mot de passe changé ailleurs : les sessions d'avant ne valent plus rien, tout de suite.
        if (compte is null || Http.User.FindFirst(TimbreDeSecurite)?.Value != compte.Timbre)
        {
            return;
        }

        CompteId = id;
        Nom = compte.Nom;
        Habilitations = compte.Habilitations;
        _ = long.TryParse(Http.Request.Cookies[CookieHabilitation], out var preferee);
        // Sans choix de sa part, une délégation en cours passe devant la qualité sur laquelle elle s'appuie.
        Active = Habilitations.FirstOrDefault(h => h.Id == preferee) ?? Habilitations.FirstOrDefault(h => h.Delegation is not null) ?? (Habilitations.Count > 0 ? Habilitations[0] : null);
    }

    /// <summary>Le plan de l'établissement actif, pour le montrer.</summary>
    public async Task<Plan> Plan(CancellationToken ct)
    {
        var plan = EnLecture
            ? await plans.Lire(db, Etablissement, Annee, horloge.Aujourdhui, Active!.Revision, ct)
            : await plans.Lire(db, Etablissement, Annee, horloge.Aujourdhui, ct);
        return Decide ? plan : plan.PourQuiPrepare();
    }

    /// <summary>Ce que la personne voit de l'établissement actif, ou de ses missions si elle est agent : gardé jusqu'au prochain changement.</summary>
    /// <param name="fichier">Avec <paramref name="ligne"/>, l'appel lui-même : deux lectures ne partagent jamais une clé.</param>
    public Task<T> Lire<T>(Func<Task<T>> charger, [CallerFilePath] string fichier = "", [CallerLineNumber] int ligne = 0) where T : class => EnLecture
        ? memoire.Lire($"{fichier}:{ligne}", Role == Fonctions.Comptes.Role.Agent ? $"compte:{CompteId}" : Etablissement.Uai, Annee.Debut, horloge.Aujourdhui, Active!.Revision, charger)
        : charger();

    /// <summary>Après une écriture refusée, tout est relu : quelqu'un d'autre a pu passer depuis le début de la requête.</summary>
    bool EnLecture => HttpMethods.IsGet(Http.Request.Method);

    /// <summary>Garde la qualité choisie si elle ouvre la page, sinon prend la première qui l'ouvre.</summary>
    /// <param name="enPropre">Une qualité tenue par délégation n'y suffit pas.</param>
    public bool Choisir(IReadOnlyList<Role> roles, bool enPropre = false)
    {
        bool Ouvre(HabilitationActive h) => roles.Contains(h.Role) && !(enPropre && h.Delegation is not null);
        if (Active is not null && Ouvre(Active))
        {
            return true;
        }

        var autre = Habilitations.FirstOrDefault(Ouvre);
        Active = autre ?? Active;
        return autre is not null;
    }

    /// <summary>De février à août on prépare la rentrée qui vient (circulaire 2015-058 : procédure de février à juin).</summary>
    public static AnneeScolaire AnneeParDefaut(DateOnly jour) => new(jour.Month >= 2 ? jour.Year : jour.Year - 1);

    AnneeScolaire AnneeDemandee()
    {
        var defaut = AnneeParDefaut(horloge.Aujourdhui);
        return int.TryParse(Http.Request.Cookies[CookieAnnee], out var debut) && debut >= 2015 && debut <= defaut.Debut + 1
            ? new AnneeScolaire(debut) : defaut;
    }
}
