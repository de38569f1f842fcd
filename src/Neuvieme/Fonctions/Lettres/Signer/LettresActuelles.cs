using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>Ce que diraient aujourd'hui les lettres d'un établissement, relu sous son verrou : on n'envoie ni ne signe une lettre que les faits ont dépassée.</summary>
public sealed class LettresActuelles
{
    readonly Dictionary<long, EtatDeLettre> _parAttribution;

    LettresActuelles(IEnumerable<EtatDeLettre> etats) => _parAttribution = etats.ToDictionary(e => e.Attribution.Id);

    public static async Task<LettresActuelles> Lire(NeuviemeDb db, string uai, IEnumerable<int> annees, DateOnly jour, CancellationToken ct)
    {
        var etablissement = await db.Etablissements.AsNoTracking().Include(e => e.Academie).FirstAsync(e => e.Uai == uai, ct);
        List<EtatDeLettre> etats = [];
        foreach (var annee in annees.Distinct())
        {
            etats.AddRange(await EtablirLettres.Etat(db, await Plan.Charger(db, etablissement, new AnneeScolaire(annee), jour, ct), new(""), ct));
        }

        return new(etats);
    }

    /// <summary>Pourquoi cette lettre, vue avec cette empreinte, ne vaut plus ; nul si elle vaut.</summary>
    public string? Obstacle(Lettre lettre, string sha256)
    {
        if (lettre.Attribution!.Etat != EtatAttribution.Validee || !_parAttribution.TryGetValue(lettre.AttributionId, out var actuelle))
        {
            return "l’attribution n’est plus validée : la lettre ne peut pas engager.";
        }

        if (lettre.Etat == EtatLettre.SansEffet)
        {
            return "la décision qu’elle rapporte a été retirée, puis reprise : une nouvelle version doit être établie.";
        }

        if (lettre.Etat == EtatLettre.Remplacee || lettre.Sha256 != sha256)
        {
            return $"la lettre a changé depuis que vous l’avez lue (version {actuelle.Derniere!.Numero}){Dire(DifferencesDeLettre.Entre(lettre.Donnees, actuelle.Derniere.Donnees))}. Rien n’est signé : lisez la nouvelle version.";
        }

        return !actuelle.AEtablir ? null
            : $"les données ont changé depuis que la lettre est établie{Dire(DifferencesDeLettre.Entre(lettre.Donnees, actuelle.AEcrire.EnJson().ToJsonString()))}. Rien n’est signé : une nouvelle version doit d’abord être établie.";
    }

    static string Dire(IReadOnlyList<string> changements) => changements.Count == 0 ? "" : " — " + string.Join(" ; ", changements);
}
