using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>Signe une ou plusieurs lettres, toutes ou aucune. Ce qui est signé est exactement ce qui a été montré : une version de plus entre-temps, et rien n'est signé.</summary>
public sealed record SignerLettre(IReadOnlyList<LettreVue> Vues, Partie Partie, Preuve Preuve)
{
    /// <summary>Qui en signe trente d'un geste ne dit pas qu'il les a toutes ouvertes : il dit qu'il le pouvait, et qu'il les approuve.</summary>
    public static string Consentement(Partie partie, bool avenant = false) => partie != Partie.Agent
        ? "J’ai pu ouvrir et lire chacun des documents cochés ; j’en approuve le contenu et je les signe en la qualité qu’ils impriment."
        : avenant ? "J’ai lu cet avenant à ma lettre de mission, j’en accepte le contenu et je le signe."
        : "J’ai lu cette lettre de mission, j’en accepte le contenu et je la signe.";

    /// <param name="siennes">Les lettres que la personne peut signer.</param>
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, IQueryable<Lettre> siennes, Auteur auteur, CancellationToken ct = default)
    {
        if (Vues.Count == 0)
        {
            return [new("", "Cochez au moins une lettre.")];
        }

        var ids = Vues.Select(v => v.Id).ToArray();
        var portees = (await siennes.AsNoTracking().AvecSujet().Where(l => ids.Contains(l.Id)).ToListAsync(ct)).Select(l => l.Portee);
        await using var transaction = await db.Commencer(portees, ct);
        var lettres = await siennes.Include(l => l.Signatures).AvecSujet().Where(l => ids.Contains(l.Id)).ToListAsync(ct);
        var actuelles = await LettresActuelles.Lire(db, lettres, auteur.Aujourdhui, ct);
        var plumes = new Plumes(db, auteur);
        List<Refus> refus = [];
        foreach (var vue in Vues.Distinct())
        {
            if (lettres.FirstOrDefault(l => l.Id == vue.Id) is not { } lettre)
            {
                refus.Add(new("", "Une de ces lettres n’existe plus : rechargez la page."));
            }
            else if (Obstacle(lettre, vue, actuelles, auteur) is { } obstacle)
            {
                refus.Add(new("", $"{lettre.Agent.NomDeCivilite}, « {lettre.Intitule} » : {obstacle}"));
            }
            else
            {
                db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.Signee, auteur, $"{Preuve.Moyen.Libelle()}, document {lettre.Sha256}"));
                plumes.De(lettre.Portee).Noter("lettre signée", lettre.Objet, null, new { numero = lettre.Numero, sha256 = lettre.Sha256, partie = Partie.ToString(), moyen = Preuve.Moyen.ToString() });
            }
        }

        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        // La décision du recteur attend la lettre signée des deux : la mission en retient le jour.
        foreach (var lettre in lettres.Where(l => l is { Etat: EtatLettre.Signee, MissionDirecte.EstAcademique: true }))
        {
            lettre.MissionDirecte!.LettreLe = Horloge.AParis(lettre.InstantUtc);
        }

        await Courriel.Retirer(db, [.. lettres.Select(l => AnnonceDeLettre.Sujet(l.Id))], ct);
        await Annoncer(db, lettres, auteur, ct);
        await plumes.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    string? Obstacle(Lettre lettre, LettreVue vue, LettresActuelles actuelles, Auteur auteur)
    {
        var sienne = auteur.CompteId is not null && lettre.Agent.CompteId == auteur.CompteId;
        if (Partie == Partie.Agent && !sienne)
        {
            return "cette lettre ne vous est pas adressée.";
        }

        if (Partie == Partie.Chef && (sienne || lettre.Signatures.Any(s => s.Partie == Partie.Agent && s.CompteId == auteur.CompteId)))
        {
            return "c’est votre propre lettre : une autre personne la signe pour l’établissement.";
        }

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
            Moyen = Preuve.Moyen, Adresse = Preuve.Adresse, Navigateur = Preuve.Navigateur, Sha256 = lettre.Sha256, Consentement = Consentement(Partie, lettre.NumeroAvenant is not null),
        })?.Message;
    }

    async Task Annoncer(NeuviemeDb db, List<Lettre> lettres, Auteur auteur, CancellationToken ct)
    {
        List<Depot> depots = [];
        Dictionary<string, List<long>> autorites = new(StringComparer.Ordinal);
        foreach (var l in lettres)
        {
            var agent = l.Agent.CompteId;
            if (l.Attendue == Partie.Agent && agent is not null)
            {
                depots.Add(AnnonceDeLettre.ASigner(l));
            }
            else if (l.Attendue == Partie.Chef || (l.Etat == EtatLettre.Signee && Partie == Partie.Agent))
            {
                if (!autorites.TryGetValue(l.Portee, out var qui))
                {
                    qui = autorites[l.Portee] = await PorteeDeLettres.Autorites(db, l, auteur.Aujourdhui, auteur.CompteId, ct);
                }

                depots.AddRange(qui.Select(c => AnnonceDeLettre.AuChef(l, c)));
            }

            if (l.Etat == EtatLettre.Signee && agent is not null)
            {
                depots.Add(AnnonceDeLettre.Complete(l));
            }
        }

        await Courriel.Deposer(db, depots, auteur.InstantUtc, ct);
    }
}
