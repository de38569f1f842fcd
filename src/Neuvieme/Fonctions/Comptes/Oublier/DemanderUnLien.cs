using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes.Oublier;

/// <summary>Le lien se cherche et se dépose à côté de la réponse, qui part aussitôt : sa durée ne peut pas dire si le compte existe.</summary>
public sealed class DemanderUnLien(IServiceScopeFactory portees, Horloge horloge, ILogger<DemanderUnLien> trace)
{
    /// <summary>Au-delà, quelqu'un s'amuse : les demandes de trop se perdent, et se refont.</summary>
    const int EnMemeTemps = 200;

    int _enCours;

    public void Lancer(string adresse)
    {
        if (Interlocked.Increment(ref _enCours) > EnMemeTemps)
        {
            Interlocked.Decrement(ref _enCours);
            return;
        }

        var instant = horloge.MaintenantUtc;
        _ = Task.Run(() => Deposer(adresse.Trim().ToUpperInvariant(), instant));
    }

    async Task Deposer(string cle, DateTime instantUtc)
    {
        try
        {
            await using var portee = portees.CreateAsyncScope();
            var db = portee.ServiceProvider.GetRequiredService<NeuviemeDb>();
            await using var transaction = await db.Commencer("courriels", CancellationToken.None);
            if (await db.Users.Where(u => u.NormalizedEmail == cle).Select(u => (long?)u.Id).FirstOrDefaultAsync() is { } compte)
            {
                await LienDAcces.Deposer(db, compte, "Choisir un autre mot de passe",
                    $"Quelqu’un, sans doute vous, a demandé à choisir un autre mot de passe pour votre compte. Si ce n’est pas vous, ne faites rien : l’ancien reste bon. Ce lien sert une fois, pendant {LienDAcces.Jours} jours :", instantUtc, CancellationToken.None);
                await Courriel.Enregistrer(db, CancellationToken.None);
            }

            await transaction.CommitAsync();
        }
#pragma warning disable CA1031 // La réponse est déjà partie : il ne reste qu'à le dire à l'administrateur.
        catch (Exception erreur)
#pragma warning restore CA1031
        {
            trace.LogError(erreur, "Un lien pour choisir un autre mot de passe n’a pas pu être déposé.");
        }
        finally
        {
            Interlocked.Decrement(ref _enCours);
        }
    }
}
