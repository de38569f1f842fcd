using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Suivi.Interrompre;

/// <summary>
/// Le chef dit ce qui arrive à une mission validée : une absence, un remplacement, un arrêt (décret n° 2015-475, art. 4 ; circulaire
/// n° 2015-058, I). L'absence est un fait, l'échéancier la suit aussitôt ; le reste attend le visa de qui a attribué (art. 9).
/// </summary>
public sealed record InterrompreMission(long Id, int Version, SaisieInterruption Saisie)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        var delai = await Parametre.DelaiObservations(db, etablissement.AcademieCode, auteur.Aujourdhui, ct);
        return await ChangerLesInterruptions.Executer(db, etablissement, annee, auteur, Id, Version, (plan, mission, attribution, _) =>
        {
            if (Empechement(mission, attribution) is { } motif)
            {
                return GesteSurLaMission.Impossible(new Refus("", motif));
            }

            if (Saisie.Verifier(plan, mission, attribution, delai) is { Count: > 0 } refus)
            {
                return GesteSurLaMission.Impossible(refus);
            }

            var nouvelles = Saisie.Lire(plan, attribution, auteur, delai);
            db.Interruptions.AddRange(nouvelles);
            return new(CauseDeVersion.Absence, Dire(nouvelles.Where(i => i.Vaut)), [], "interruption enregistrée", null, new { quoi = Dire(nouvelles), fondement = FinDeMission.AuJournal(nouvelles) }, Saisie.Motif?.Trim() ?? "");
        }, ct);
    }

    public static string? Empechement(Mission mission, Attribution a) =>
        a is not { Etat: EtatAttribution.Validee, AgentId: not null } ? "La mission n’est pas validée : rien n’est encore dû, changez la personne ou les dates dans Répartition."
        : mission.Duree != Duree.AnneeEntiere ? "Cette mission se paie en une fois, après service fait, à qui l’a exercée : rien ne s’y coupe. Constatez le service fait, ou demandez au rectorat de revenir sur sa décision."
        : null;

    static string Dire(IEnumerable<Interruption> lignes) => string.Join(" ; ", lignes.Select(i => i.Phrase));
}
