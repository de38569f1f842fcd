using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Travaux;

namespace Neuvieme.Fonctions.Lettres.Etablir;

/// <summary>
/// `neuvieme lettres etablir` : le même travail que le bouton de la page, avec sa barre. 0 si tout est à jour, 1 s'il reste des lettres
/// impossibles ou s'il est arrêté, 2 si rien n'a pu commencer. Commencé ailleurs, il se suit d'ici, et se reprend si l'autre est mort.
/// </summary>
static class VerbeEtablir
{
    static readonly TimeSpan Regard = TimeSpan.FromMilliseconds(200);

    public static Command Verbe()
    {
        var (uai, annee) = (new Option<string>("--uai") { Description = "L’établissement", Required = true }, new Option<int>("--annee") { Description = "L’année de la rentrée : 2026 pour 2026-2027", Required = true });
        var chef = new Option<string?>("--chef") { Description = "Le nom imprimé pour le chef d’établissement ; sans lui, celui de son compte" };
        var baseDeDonnees = Verbes.Base();
        var courrier = new OptionsDeCourrier();
        var verbe = new Command("etablir", "Établit les lettres qui manquent ou dont les données ont changé") { uai, annee, chef, baseDeDonnees };
        courrier.Ajouter(verbe);
        verbe.SetAction(async (r, ct) =>
        {
            var (site, refus) = courrier.Lire(r, OptionsDeCourrier.SiteLocal);
            if (site is null)
            {
                await Console.Error.WriteLineAsync(refus);
                return 2;
            }

            return await Verbes.Absente(r.GetValue(baseDeDonnees)!) ? 2 : await Executer(r.GetValue(baseDeDonnees)!, r.GetValue(uai)!, r.GetValue(annee), r.GetValue(chef), site, ct);
        });
        return verbe;
    }

    static async Task<int> Executer(string baseDeDonnees, string uai, int annee, string? chef, ReglagesCourrier site, CancellationToken ct)
    {
        var horloge = new Horloge(TimeProvider.System);
        await using var db = Connexion.Ouvrir(baseDeDonnees);
        if (!await db.Etablissements.AnyAsync(e => e.Uai == uai, ct))
        {
            await Console.Error.WriteLineAsync($"Aucun établissement {uai} dans cette base.");
            return 2;
        }

        if ((chef ?? await LeChef(db, uai, horloge.Aujourdhui, ct)) is not { } nom)
        {
            await Console.Error.WriteLineAsync($"{uai} n’a pas un compte de chef d’établissement en cours, et un seul : donnez le nom à imprimer avec --chef.");
            return 2;
        }

        using var traces = LoggerFactory.Create(l => l.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        await using var moteur = new MoteurTypst();
        using var atelier = new Atelier(() => Connexion.Ouvrir(baseDeDonnees), horloge, new Dictionary<GenreDeTravail, Ouvrage> { [GenreDeTravail.EtablirLettres] = new EtablirParLots(moteur, site).Conduire }, traces.CreateLogger<Atelier>());
        var (id, nouveau) = await Travail.Demander(db, GenreDeTravail.EtablirLettres, uai, EtablirParLots.Demande.De(new AnneeScolaire(annee), new Signataire(nom)), 0, Verbes.Auteur(), ct);
        if (!nouveau)
        {
            Console.WriteLine("Ces lettres s’établissent déjà : voici où elles en sont.");
        }

        return await Suivre(db, atelier, id, uai, ct);
    }

    /// <summary>Le mène au bout, ou regarde qui le tient le faire ; s'il se tait plus longtemps que le bail, le reprend.</summary>
    static async Task<int> Suivre(NeuviemeDb db, Atelier atelier, long id, string uai, CancellationToken ct)
    {
        var barre = new Barre(Console.Out, !Console.IsOutputRedirected);
        try
        {
            while (true)
            {
                var conduite = atelier.Conduire(id, ct);
                do
                {
                    await Task.WhenAny(conduite, Task.Delay(Regard, ct));
                    ct.ThrowIfCancellationRequested();
                    barre.Montrer(await db.Travaux.AsNoTracking().SingleAsync(t => t.Id == id, ct));
                }
                while (!conduite.IsCompleted);

                await conduite;
                var travail = await db.Travaux.AsNoTracking().SingleAsync(t => t.Id == id, ct);
                if (!travail.EstVivant)
                {
                    return await Conclure(travail, barre);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            barre.Fermer();
            await Travail.Annuler(db, id, uai, Verbes.Auteur(), CancellationToken.None);
            await Console.Error.WriteLineAsync("Arrêté. Ce qui est établi le reste : la même commande reprend.");
            return 1;
        }
    }

    static async Task<int> Conclure(Travail travail, Barre barre)
    {
        barre.Montrer(travail);
        barre.Fermer();
        foreach (var manque in travail.CeQuiManque)
        {
            await Console.Error.WriteLineAsync($"{manque.Nom} : {manque.Raison}");
        }

        await (travail.Etat == EtatTravail.Fini ? Console.Out : Console.Error).WriteLineAsync(travail.Message);
        return travail.Etat == EtatTravail.Fini && travail.Manques.Length == 0 ? 0 : 1;
    }

    static async Task<string?> LeChef(NeuviemeDb db, string uai, DateOnly jour, CancellationToken ct)
    {
        var noms = await db.Users.Where(c => c.Habilitations.Any(h => h.Role == Role.ChefEtablissement && h.Uai == uai && h.Delegation == null && h.Debut <= jour && (h.Fin == null || h.Fin >= jour)))
            .Select(c => c.NomAffiche).Take(2).ToListAsync(ct);
        return noms.Count == 1 ? noms[0] : null;
    }
}
