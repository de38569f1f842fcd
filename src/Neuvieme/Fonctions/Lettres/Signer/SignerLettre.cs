using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>Signe une ou plusieurs lettres, toutes ou aucune. Ce qui est signé est exactement ce qui a été montré : une version de plus entre-temps, et rien n'est signé.</summary>
public sealed record SignerLettre(IReadOnlyList<LettreVue> Vues, Partie Partie, Preuve Preuve)
{
    public static string Consentement(Partie partie) => partie == Partie.Agent
        ? "J’ai lu cette lettre de mission, j’en accepte le contenu et je la signe."
        : "J’ai vérifié ces lettres de mission et je les signe.";

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        if (Vues.Count == 0)
        {
            return [new("", "Cochez au moins une lettre.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var ids = Vues.Select(v => v.Id).ToArray();
        var lettres = await db.Lettres.Include(l => l.Signatures).Include(l => l.Attribution!.Agent).Include(l => l.Attribution!.Mission).Where(l => ids.Contains(l.Id) && l.Attribution!.Uai == uai).ToListAsync(ct);
        var actuelles = await LettresActuelles.Lire(db, uai, lettres.Select(l => l.Attribution!.Annee), auteur.Aujourdhui, ct);
        var plume = new Plume(db, auteur, uai);
        List<Refus> refus = [];
        foreach (var vue in Vues.Distinct())
        {
            if (lettres.FirstOrDefault(l => l.Id == vue.Id) is not { } lettre)
            {
                refus.Add(new("", "Une de ces lettres n’existe plus : rechargez la page."));
            }
            else if (Obstacle(lettre, vue, actuelles, auteur) is { } obstacle)
            {
                refus.Add(new("", $"{lettre.Attribution!.Agent!.NomDeCivilite}, « {lettre.Attribution.Mission!.Intitule} » : {obstacle}"));
            }
            else
            {
                db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.Signee, auteur, $"{Preuve.Moyen.Libelle()}, document {lettre.Sha256}"));
                plume.Noter("lettre signée", $"attribution:{lettre.AttributionId}", null, new { numero = lettre.Numero, sha256 = lettre.Sha256, partie = Partie.ToString(), moyen = Preuve.Moyen.ToString() });
            }
        }

        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        await Annoncer(db, uai, lettres, auteur, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    string? Obstacle(Lettre lettre, LettreVue vue, LettresActuelles actuelles, Auteur auteur)
    {
        if (actuelles.Obstacle(lettre, vue.Sha256) is { } perimee)
        {
            return perimee;
        }

        if (lettre.ExpireLe < auteur.Aujourdhui)
        {
            return $"le délai pour signer est passé depuis le {Francais.Date(lettre.ExpireLe.Value)}. La lettre peut être envoyée de nouveau.";
        }

        return lettre.Signer(new()
        {
            Partie = Partie, CompteId = auteur.CompteId, Nom = auteur.Nom, Qualite = auteur.Qualite, InstantUtc = auteur.InstantUtc,
            Moyen = Preuve.Moyen, Adresse = Preuve.Adresse, Navigateur = Preuve.Navigateur, Sha256 = lettre.Sha256, Consentement = Consentement(Partie),
        })?.Message;
    }

    static async Task Annoncer(NeuviemeDb db, string uai, List<Lettre> lettres, Auteur auteur, CancellationToken ct)
    {
        List<Depot> depots = [];
        List<long>? chefs = null;
        foreach (var l in lettres)
        {
            var agent = l.Attribution!.Agent!.CompteId;
            if (l.Attendue == Partie.Agent && agent is not null)
            {
                depots.Add(AnnonceDeLettre.ASigner(l));
            }
            else if (l.Attendue == Partie.Chef)
            {
                chefs ??= [.. await Destinataires.Chefs(db, uai, auteur.Aujourdhui, auteur.CompteId, ct)];
                depots.AddRange(chefs.Select(c => AnnonceDeLettre.AuChef(l, c)));
            }
            else if (l.Etat == EtatLettre.Signee && agent is not null)
            {
                depots.Add(AnnonceDeLettre.Complete(l));
            }
        }

        await Courriel.Deposer(db, depots, auteur.InstantUtc, ct);
    }
}
