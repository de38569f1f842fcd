using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes;

public enum GenreDePortee { Etablissement, Circonscription, Academie, Instance }

/// <summary>Sur quoi porte chaque rôle, et quel journal retient qu'on l'a donné ou repris.</summary>
public static class PorteesDeRole
{
    /// <summary>Portée du journal et du verrou pour ce qui ne tient ni à un établissement ni à une académie.</summary>
    public const string Instance = "instance";

    public static GenreDePortee De(Role role) => role switch
    {
        Role.Agent or Role.ChefEtablissement or Role.Adjoint or Role.Secretariat or Role.DirecteurEcole or Role.MembreInstance => GenreDePortee.Etablissement,
        Role.Ien => GenreDePortee.Circonscription,
        Role.GestionnaireRectorat or Role.Recteur or Role.Auditeur => GenreDePortee.Academie,
        _ => GenreDePortee.Instance,
    };

    public static string PorteeDuJournal(this Habilitation habilitation) =>
        habilitation.Uai ?? (habilitation.AcademieCode is { } code ? Academie.PorteeDe(code) : Instance);

    /// <summary>Refuse un rôle sans sa portée, avec celle d'un autre, ou sur un lieu que la base ne connaît pas.</summary>
    public static async Task<Refus?> Verifier(NeuviemeDb db, Role role, string? uai, string? academie, string? circonscription, CancellationToken ct) => De(role) switch
    {
        _ when !Enum.IsDefined(role) => new("Role", "Ce rôle n’existe pas."),
        GenreDePortee.Etablissement when uai is null => new("Uai", $"« {Habilitation.Libelle(role)} » porte sur un établissement : donnez son UAI."),
        GenreDePortee.Etablissement when !await db.Etablissements.AnyAsync(e => e.Uai == uai, ct) =>
            new("Uai", $"Aucun établissement {uai} dans cette base. Importez d’abord l’annuaire de l’éducation (page « Établissements »), ou créez-le : neuvieme etablissements creer --uai {uai} …"),
        GenreDePortee.Circonscription when circonscription is null => new("Circonscription", $"« {Habilitation.Libelle(role)} » porte sur une circonscription : choisissez-la."),
        GenreDePortee.Circonscription when !await db.Circonscriptions.AnyAsync(c => c.Code == circonscription && (academie == null || c.AcademieCode == academie), ct) =>
            new("Circonscription", $"Aucune circonscription {circonscription} dans cette base. Créez-la d’abord (page « Circonscriptions »), ou : neuvieme circonscriptions creer --code {circonscription} …"),
        GenreDePortee.Academie when academie is null => new("Academie", $"« {Habilitation.Libelle(role)} » porte sur une académie : choisissez-la."),
        GenreDePortee.Academie when !await db.Academies.AnyAsync(a => a.Code == academie, ct) =>
            new("Academie", $"Aucune académie {academie} dans cette base : elle s’y crée avec son premier établissement."),
        GenreDePortee.Etablissement when role == Role.DirecteurEcole && !(await db.Etablissements.SingleAsync(e => e.Uai == uai, ct)).EstEcole() =>
            new("Uai", $"« {Habilitation.Libelle(role)} » porte sur une école : {uai} n’en est pas une."),
        not GenreDePortee.Etablissement when uai is not null => new("Uai", $"« {Habilitation.Libelle(role)} » ne porte pas sur un établissement : videz l’UAI."),
        not GenreDePortee.Circonscription when circonscription is not null => new("Circonscription", $"« {Habilitation.Libelle(role)} » ne porte pas sur une circonscription : videz ce choix."),
        not (GenreDePortee.Academie or GenreDePortee.Circonscription) when academie is not null => new("Academie", $"« {Habilitation.Libelle(role)} » ne porte pas sur une académie : videz ce choix."),
        _ => null,
    };
}
