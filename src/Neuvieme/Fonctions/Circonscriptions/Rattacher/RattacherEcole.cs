using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Circonscriptions.Rattacher;

/// <summary>Rattache une école à une circonscription de son académie, ou l'en change ; ses parts du Pacte la suivent.</summary>
public sealed record RattacherEcole(string Uai, string Circonscription)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (!Droit.Uai.TryParse(Uai, out var uai) || await db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == uai.Valeur, ct) is not { } vue)
        {
            return [new("Uai", $"Aucune école {Uai} dans cette base. Importez d’abord l’annuaire de l’éducation (page « Établissements »), ou créez-la : neuvieme etablissements creer --uai {Uai} --nature 151 …")];
        }

        if (!vue.EstEcole())
        {
            return [new("Uai", $"{vue.Denomination} n’est pas une école : seules les écoles ont une circonscription.")];
        }

        var code = Droit.Uai.TryParse(Circonscription, out var lu) ? lu.Valeur : Circonscription.Trim();
        if (await db.Circonscriptions.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, ct) is not { } circonscription || circonscription.AcademieCode != vue.AcademieCode)
        {
            return [new("Circonscription", $"Aucune circonscription {Circonscription} dans l’académie de cette école.")];
        }

        await using var transaction = await db.Commencer(uai.Valeur, ct);
        var ecole = await db.Etablissements.FirstAsync(e => e.Uai == uai.Valeur, ct);
        if (ecole.CirconscriptionCode == code)
        {
            return [new("Circonscription", $"{ecole.Denomination} est déjà de cette circonscription.")];
        }

        var avant = ecole.CirconscriptionCode;
        ecole.CirconscriptionCode = code;
        var plume = new Plume(db, auteur, uai.Valeur);
        plume.Noter("école rattachée", $"etablissement:{uai}", avant is null ? null : new { circonscription = avant }, new { circonscription = code });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
