using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;

namespace Neuvieme.Fonctions.Courriels.Envoyer;

/// <summary>Ce qu'un passage a fait de la file.</summary>
public readonly record struct Passage(int Partis, int Remis, int Abandonnes)
{
    public override string ToString() => $"{Francais.Nombre(Partis, "courriel parti", "courriels partis")}, {Francais.Nombre(Remis, "remis à plus tard", "remis à plus tard")}, {Francais.Nombre(Abandonnes, "abandonné", "abandonnés")}.";
}

/// <summary>
/// Envoie ce qui est dû. Un courriel se prend par une mise à jour conditionnelle, que la base n'accorde qu'à un nœud ; s'il meurt en
/// route, un autre le reprend après le bail. Un serveur qui accepte puis se tait avant de le dire est le seul cas de double, et le
/// Message-ID est alors le même.
/// </summary>
public sealed partial class ViderLaFile(Transport transport, ReglagesCourrier reglages, Horloge horloge)
{
    /// <summary>Plus long que le plus long envoi.</summary>
    public static readonly TimeSpan Bail = TimeSpan.FromMinutes(5);

    /// <summary>Une minute, deux, quatre… puis toutes les heures : cinq jours en tout, ce que la norme demande au moins (RFC 5321 § 4.5.4.1).</summary>
    public const int EssaisAuPlus = 125;
    const int ParLot = 50;

    public static TimeSpan Recul(int essais) => TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(essais - 1, 6)));

    public async Task<Passage> Executer(NeuviemeDb db, CancellationToken ct)
    {
        var passage = new Passage();
        if (reglages.Mode == ModeCourrier.Aucun)
        {
            return passage;
        }

        var cle = await CleEmpreinte.Obtenir(db, ct);
        while (!ct.IsCancellationRequested)
        {
            var instant = horloge.MaintenantUtc;
            var dus = await Dus(db, instant).OrderBy(c => c.ProchainEssaiUtc).ThenBy(c => c.Id).Select(c => c.Id).Take(ParLot).ToListAsync(ct);
            if (dus.Count == 0)
            {
                return passage;
            }

            foreach (var id in dus)
            {
                if (ct.IsCancellationRequested || await Prendre(db, id, instant, ct) is not { } pris)
                {
                    continue;
                }

                if (pris.PerimeUtc <= instant)
                {
                    await db.Courriels.Where(c => c.Id == id).ExecuteDeleteAsync(ct);
                    continue;
                }

                var resultat = await Obstacle(db, pris, instant, ct) is { } obstacle ? new(SortDuMessage.Refuse, obstacle) : await transport.Envoyer(Message(LienDAcces.EstPorte(pris) ? pris.Avec(await LienDAcces.Former(db, cle, pris.CompteId, instant, ct)) : pris, cle));
                // Une fois remis, il faut le dire même si le site s'arrête.
                await Ranger(db, pris, resultat, CancellationToken.None);
                passage = Compter(passage, resultat, pris.Essais);
                if (resultat.ServeurEnCause)
                {
                    return passage;
                }
            }
        }

        return passage;
    }

    static IQueryable<Courriel> Dus(NeuviemeDb db, DateTime instant)
    {
        var perdu = instant - Bail;
        return db.Courriels.Where(c => c.EnvoyeUtc == null && c.AbandonneUtc == null && !c.AuResume && c.ProchainEssaiUtc <= instant && (c.PrisUtc == null || c.PrisUtc < perdu));
    }

    /// <summary>Nul si un autre l'a pris, retiré ou abandonné entre-temps.</summary>
    static async Task<Courriel?> Prendre(NeuviemeDb db, long id, DateTime instant, CancellationToken ct) =>
        await Dus(db, instant).Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.PrisUtc, instant).SetProperty(c => c.Essais, c => c.Essais + 1), ct) == 0
            ? null : await db.Courriels.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct);

    /// <summary>Pourquoi ne plus l'envoyer. L'adresse est celle du compte aujourd'hui, non celle du dépôt : l'ancienne peut être à quelqu'un d'autre.</summary>
    static async Task<string?> Obstacle(NeuviemeDb db, Courriel c, DateTime instant, CancellationToken ct)
    {
        var jour = Horloge.AParis(instant);
        var compte = await db.Users.Where(u => u.Id == c.CompteId).Select(u => new { u.Email, Ouvert = u.Habilitations.Any(h => h.Fin == null || h.Fin >= jour) }).FirstOrDefaultAsync(ct);
        c.Adresse = compte?.Email ?? "";
        return c.Adresse.Length == 0 ? "Le compte n’a plus d’adresse."
            : compte!.Ouvert ? null : "Le compte n’ouvre plus rien : aucune qualité en cours.";
    }

    MessageCourrier Message(Courriel c, CleEmpreinte cle)
    {
        var desinscription = reglages.Lien("/comptes/desinscrire?jeton=" + Jeton.De(cle, c.CompteId, c.Genre));
        var texte = string.Join('\n', c.Texte.Split('\n').Select(l => AdresseDuSite().Replace(l, m => m.Groups["avant"].Value + reglages.Lien(m.Groups["chemin"].Value))));
        var minimum = c.Genre.Minimum() == EnvoiChoisi.Resume ? "Ne recevoir ceci que dans le résumé du lundi" : "Ne plus recevoir ce genre de courriel";
        var pied = $"Ne répondez pas à cette adresse : personne ne la lit.\nChoisir ce que vous recevez : {reglages.Lien("/comptes/courriels")}\n{minimum} : {desinscription}";
        // Le signe « -- » suivi d'une espace sépare la signature (RFC 3676 § 4.3).
        return new(c.Adresse, c.Objet, $"Bonjour,\n\n{texte}\n\n-- \nNeuvième · {reglages.Lien("/")}\n{pied}\n", Identifiant(c, cle),
            $"{Horloge.HeureDeParis(c.DeposeUtc):yyyyMMdd-HHmmss}-{c.Id:000000}-{Nom(c.Genre)}-{Identifiant(c, cle)[..6]}", desinscription);
    }

    /// <summary>Seule sur sa ligne, ou à sa fin après « : ».</summary>
    [GeneratedRegex("^(?<avant>(.* : )?)(?<chemin>/([a-z][a-z0-9/?=&.-]*)?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AdresseDuSite();

    /// <summary>Tiré de la clé du courriel sans la montrer : elle dit de quelle mission il parle.</summary>
    static string Identifiant(Courriel c, CleEmpreinte cle) => cle.Signer("message", c.Cle)[..32];

    static string Nom(GenreCourriel genre) => string.Concat(genre.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    async Task Ranger(NeuviemeDb db, Courriel pris, ResultatDEnvoi r, CancellationToken ct)
    {
        var instant = horloge.MaintenantUtc;
        var raison = Composition.UneLigne(r.Raison, 500);
        // Le numéro d'essai fait foi : qui s'est endormi plus longtemps que le bail n'écrit pas par-dessus le suivant.
        var mien = db.Courriels.Where(c => c.Id == pris.Id && c.Essais == pris.Essais && c.EnvoyeUtc == null);
        await (r.Sort switch
        {
            SortDuMessage.Parti => mien.ExecuteUpdateAsync(s => s.SetProperty(c => c.EnvoyeUtc, instant).SetProperty(c => c.Adresse, pris.Adresse)
                .SetProperty(c => c.Texte, "").SetProperty(c => c.DerniereErreur, "").SetProperty(c => c.PrisUtc, (DateTime?)null), ct),
            _ when Abandonne(r, pris.Essais) => mien.ExecuteUpdateAsync(s => s.SetProperty(c => c.AbandonneUtc, instant).SetProperty(c => c.DerniereErreur, raison).SetProperty(c => c.PrisUtc, (DateTime?)null), ct),
            _ => mien.ExecuteUpdateAsync(s => s.SetProperty(c => c.ProchainEssaiUtc, instant + Recul(pris.Essais)).SetProperty(c => c.DerniereErreur, raison).SetProperty(c => c.PrisUtc, (DateTime?)null), ct),
        });
    }

    static bool Abandonne(ResultatDEnvoi r, int essais) => r.Sort == SortDuMessage.Refuse || essais >= EssaisAuPlus;

    static Passage Compter(Passage p, ResultatDEnvoi r, int essais) => r.Sort == SortDuMessage.Parti ? p with { Partis = p.Partis + 1 }
        : Abandonne(r, essais) ? p with { Abandonnes = p.Abandonnes + 1 } : p with { Remis = p.Remis + 1 };
}
