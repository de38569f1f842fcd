using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>Ce que diraient aujourd'hui des lettres, relu sous le verrou de leurs portées : on n'envoie ni ne signe une lettre que les faits ont dépassée.</summary>
public sealed class LettresActuelles
{
    sealed record Actuelle(bool Depassee, VersionDeLettre? Derniere, string Donnees, DateOnly? ArreteeLe = null);

    readonly Dictionary<(bool Directe, long Id), Actuelle> _parSujet;

    LettresActuelles(Dictionary<(bool, long), Actuelle> parSujet) => _parSujet = parSujet;

    public static async Task<LettresActuelles> Lire(NeuviemeDb db, IReadOnlyList<Lettre> lettres, DateOnly jour, CancellationToken ct)
    {
        Dictionary<(bool, long), Actuelle> parSujet = [];
        foreach (var lieu in lettres.Where(l => !l.EstDirecte).GroupBy(l => (l.Attribution!.Uai, l.Annee)))
        {
            var etablissement = await db.Etablissements.AsNoTracking().Include(e => e.Academie).FirstAsync(e => e.Uai == lieu.Key.Uai, ct);
            foreach (var etat in await EtablirLettres.Etat(db, await Plan.Charger(db, etablissement, lieu.Key.Annee, jour, ct), new(""), ct))
            {
                parSujet[(false, etat.Attribution.Id)] = new(etat.Depassee, etat.Derniere, etat.AEcrire.EnJson().ToJsonString(), etat.ArreteeLe);
            }
        }

        foreach (var lieu in lettres.Where(l => l.EstDirecte).GroupBy(l => (l.MissionDirecte!.AcademieCode, l.Annee)))
        {
            // Un inspecteur signe pour trente écoles : un seul plan les lit toutes.
            var m = lieu.First().MissionDirecte!;
            Porteurs porteurs = m.EstAcademique ? new([], [], m.AcademieCode) : new([], [.. lieu.Select(l => l.MissionDirecte!.Uai!).Distinct()]);
            var academie = m.AcademieCode ?? await db.Etablissements.Where(e => e.Uai == m.Uai).Select(e => e.AcademieCode).FirstAsync(ct);
            var ids = lieu.Select(l => l.SujetId).ToHashSet();
            foreach (var etat in await EtatsDirects.Lire(db, await PlanDirect.Charger(db, academie, porteurs, lieu.Key.Annee, jour, ct), x => ids.Contains(x.Id), new(""), ct))
            {
                parSujet[(true, etat.Mission.Id)] = new(etat.Depassee, etat.Derniere, etat.AEcrire.ToJsonString());
            }
        }

        return new(parSujet);
    }

    /// <summary>Pourquoi cette lettre, vue avec cette empreinte, ne vaut plus ; nul si elle vaut.</summary>
    public string? Obstacle(Lettre lettre, string sha256)
    {
        if (!_parSujet.TryGetValue((lettre.EstDirecte, lettre.SujetId), out var actuelle))
        {
            return lettre.EstDirecte ? "la mission n’est plus confiée ni acceptée : la lettre ne peut pas engager." : "l’attribution n’est plus validée : la lettre ne peut pas engager.";
        }

        if (actuelle.ArreteeLe is { } arret)
        {
            return $"le rectorat a arrêté la mission, tenue jusqu’au {Francais.Date(arret)} : sa lettre ne part plus et ne se signe plus.";
        }

        if (lettre.Etat == EtatLettre.SansEffet)
        {
            return "la décision qu’elle rapporte a été retirée, puis reprise : une nouvelle version doit être établie.";
        }

        if (lettre.Etat == EtatLettre.Remplacee || lettre.Sha256 != sha256)
        {
            return $"la lettre a changé depuis que vous l’avez lue (version {actuelle.Derniere!.Numero}){Dire(DifferencesDeLettre.Entre(lettre.Donnees, actuelle.Derniere.Donnees))}. Rien n’est signé : lisez la nouvelle version.";
        }

        return !actuelle.Depassee ? null
            : $"les données ont changé depuis que la lettre est établie{Dire(DifferencesDeLettre.Entre(lettre.Donnees, actuelle.Donnees))}. Rien n’est signé : une nouvelle version doit d’abord être établie.";
    }

    static string Dire(IReadOnlyList<string> changements) => changements.Count == 0 ? "" : " — " + string.Join(" ; ", changements);
}
