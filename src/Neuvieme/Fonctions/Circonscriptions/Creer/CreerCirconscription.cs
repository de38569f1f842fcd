using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Circonscriptions.Creer;

/// <summary>L'administrateur inscrit une circonscription du premier degré.</summary>
/// <param name="Code">Son code au répertoire national, de la même forme qu'un UAI.</param>
/// <param name="Departement">Trois chiffres ; à défaut, ceux du code.</param>
public sealed record CreerCirconscription(string Code, string Nom, string Academie, string Departement = "")
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (!Droit.Uai.TryParse(Code, out var code))
        {
            return [new("Code", $"« {Code} » n’est pas un code de circonscription : sept chiffres et une lettre, comme 0350900N.")];
        }

        var nom = Nom.Trim();
        if (nom.Length is 0 or > 100)
        {
            return [new("Nom", "Donnez le nom de la circonscription, 100 caractères au plus.")];
        }

        var departement = Departement.Trim() is { Length: > 0 } dit ? dit : code.Valeur[..3];
        if (departement.Length != 3 || !departement.All(char.IsAsciiDigit))
        {
            return [new("Departement", $"« {departement} » n’est pas un département : trois chiffres, 035 pour l’Ille-et-Vilaine, 620 pour la Corse-du-Sud.")];
        }

        var portee = Etablissements.Academie.PorteeDe(Academie);
        await using var transaction = await db.Commencer(portee, ct);
        if (!await db.Academies.AnyAsync(a => a.Code == Academie, ct))
        {
            return [new("Academie", "Choisissez l’académie : elle se crée avec son premier établissement.")];
        }

        if (await db.Circonscriptions.AnyAsync(c => c.Code == code.Valeur, ct) || await db.Etablissements.AnyAsync(e => e.Uai == code.Valeur, ct))
        {
            return [new("Code", $"Le code {code} est déjà pris.")];
        }

        db.Circonscriptions.Add(new() { Code = code.Valeur, Nom = nom, AcademieCode = Academie, Departement = departement });
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("circonscription créée", $"circonscription:{code}", null, new { code = code.Valeur, nom, departement });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
