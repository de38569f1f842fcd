using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Courriels.Lister;

/// <summary>`neuvieme courriels lister` : la file, sans objet ni texte. Code 1 s'il y a des échecs, pour une sonde de surveillance.</summary>
static class VerbeLister
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    sealed record Ligne(long id, string depose, string adresse, string genre, string etat, int essais, string? prochain_essai, string? envoye, string? abandonne, string raison);

    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var json = new Option<bool>("--json") { Description = "En JSON" };
        var etat = new Option<EtatCourriel?>("--etat") { Description = "EnAttente, AuResume, Envoye ou Abandonne ; sans lui, tous" };
        var combien = new Option<int>("--combien") { Description = "Au plus tant de courriels, les derniers déposés d’abord", DefaultValueFactory = _ => 200 };
        var verbe = new Command("lister", "Liste les courriels en attente, envoyés et en échec") { baseDeDonnees, json, etat, combien };
        verbe.SetAction(async (r, ct) =>
        {
            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            var courriels = await FileDesCourriels.Filtrer(db, r.GetValue(etat), null, null).OrderByDescending(c => c.DeposeUtc).ThenByDescending(c => c.Id).Take(Math.Clamp(r.GetValue(combien), 1, 100_000)).ToListAsync(ct);
            if (r.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(courriels.Select(EnLigne), Json));
            }
            else
            {
                foreach (var c in courriels)
                {
                    Console.WriteLine($"{c.Id,6}  {Francais.Instant(c.DeposeUtc),-30}  {c.Etat.Libelle(),-11}  {c.Genre.Famille(),-9}  {c.AdresseMontree()}{(c.DerniereErreur.Length > 0 ? "  — " + c.DerniereErreur : "")}");
                }

                Console.WriteLine(string.Join(", ", (await FileDesCourriels.Compter(db, ct)).Select(e => $"{e.Key.Libelle()} : {e.Value}")));
            }

            return courriels.Any(c => c.Etat == EtatCourriel.Abandonne) ? 1 : 0;
        });
        return verbe;
    }

    static Ligne EnLigne(Courriel c) => new(c.Id, Instant(c.DeposeUtc)!, c.AdresseMontree(), c.Genre.Famille(), c.Etat.ToString(), c.Essais,
        c.Etat == EtatCourriel.EnAttente ? Instant(c.ProchainEssaiUtc) : null, Instant(c.EnvoyeUtc), Instant(c.AbandonneUtc), c.DerniereErreur);

    static string? Instant(DateTime? instant) => instant?.ToString("yyyy-MM-ddTHH:mm:ssZ");
}
