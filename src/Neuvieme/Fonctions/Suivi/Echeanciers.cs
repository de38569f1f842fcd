using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>
/// Les échéanciers d'un lot d'attributions, lus d'un coup sous le verrou de l'établissement. Écrire ajoute une version : ce qui était dû
/// avant se lit toujours, et la paie suivante n'en portera que l'écart.
/// </summary>
public sealed class Echeanciers
{
    readonly NeuviemeDb _db;
    readonly List<Beneficiaire> _beneficiaires;
    readonly Dictionary<long, int> _versions;
    readonly ILookup<long, EcheanceStockee> _courantes;
    readonly ILookup<long, Interruption> _interruptions;

    Echeanciers(NeuviemeDb db, List<Beneficiaire> beneficiaires, Dictionary<long, int> versions, List<EcheanceStockee> courantes, List<Interruption> interruptions) =>
        (_db, _beneficiaires, _versions, _courantes, _interruptions) = (db, beneficiaires, versions, courantes.ToLookup(e => e.AttributionId), interruptions.ToLookup(i => i.AttributionId));

    public static async Task<Echeanciers> Charger(NeuviemeDb db, IReadOnlyCollection<long> attributions, CancellationToken ct) => new(
        db,
        await db.Beneficiaires.Where(b => attributions.Contains(b.AttributionId)).ToListAsync(ct),
        await db.VersionsEcheancier.Where(v => attributions.Contains(v.AttributionId)).GroupBy(v => v.AttributionId).Select(g => new { g.Key, Numero = g.Max(v => v.Numero) }).ToDictionaryAsync(x => x.Key, x => x.Numero, ct),
        await db.Echeances.Where(e => attributions.Contains(e.AttributionId)).ToListAsync(ct),
        await db.Interruptions.Include(i => i.Remplacant).Where(i => attributions.Contains(i.AttributionId) && i.AnnuleeUtc == null && i.Visa != EtatDuVisa.Refuse).ToListAsync(ct));

    /// <summary>Celles qui valent ou attendent un visa, une fois ajoutées et annulées celles du moment.</summary>
    public IReadOnlyList<Interruption> Vivantes(long attribution) => [.. _interruptions[attribution].Concat(_db.Interruptions.Local.Where(i => i.AttributionId == attribution)).Distinct().Where(i => i.AnnuleeUtc is null && i.Visa != EtatDuVisa.Refuse)];

    /// <summary>Celles dont l'échéancier tient compte.</summary>
    public IReadOnlyList<Interruption> EnVigueur(long attribution) => Visas.QuiValent(Vivantes(attribution));

    /// <summary>Les choix de l'académie, avec le premier mois sous lequel la mission est déjà payée : en changer en cours d'année ne déplace pas ses neuvièmes.</summary>
    public Droit.Parametres Parametres(Plan plan, long attribution) =>
        Parametres(plan, _courantes[attribution].FirstOrDefault(e => e.Rang == 1)?.MoisDu);

    public static Droit.Parametres Parametres(Plan plan, Mois? premier) => Parametres(plan.Parametres, premier);

    public static Droit.Parametres Parametres(Droit.Parametres choix, Mois? premier) => premier is { } mois ? choix with { PremierMois = mois.Numero } : choix;

    /// <summary>Récrit ce que doit la mission, interruptions comprises.</summary>
    /// <param name="decision">Ce qui fixe les versements tant que rien n'est arrivé : validation, service fait.</param>
    public void Ecrire(Plan plan, Mission mission, Attribution a, Decision? decision, CauseDeVersion cause, string explication, Auteur auteur)
    {
        var interruptions = EnVigueur(a.Id);
        // Après la validation, ce qui est dû vient de l'attribution et de ce qui lui arrive, même si les faits qui l'ont fondée ont changé depuis.
        var lignes = mission.Duree == Duree.AnneeEntiere && (interruptions.Count > 0 || cause != CauseDeVersion.Validation)
            ? CalculDesInterruptions.Lignes(CalculDesInterruptions.Ventiler(Parametres(plan, a.Id), plan.Annee, a, interruptions).Resultat!, a.AgentId!.Value)
            : [.. (decision?.Montants?.Echeances ?? []).Select(e => new LigneDue(a.AgentId!.Value, e))];
        foreach (var connu in _beneficiaires.Where(b => b.AttributionId == a.Id))
        {
            connu.Titulaire = connu.AgentId == a.AgentId;
        }

        var valideeLe = a.InstruiteLe is { } i ? Horloge.AParis(i) : auteur.Aujourdhui;
        var jourLimite = plan.Parametres.JourLimitePaie;
        // Ce qu'un remplaçant reçoit n'était pas connu de la paie avant d'être enregistré.
        Mois Paie(LigneDue l) => mission.Duree == Duree.Ponctuelle ? l.Echeance.Mois
            : Echeancier.PayeeEn(l.Echeance, l.AgentId == a.AgentId || auteur.Aujourdhui < valideeLe ? valideeLe : auteur.Aujourdhui, jourLimite);
        LigneDePaie[] avant = [.. _courantes[a.Id].Select(e => new LigneDePaie(_beneficiaires.First(b => b.Id == e.BeneficiaireId).AgentId, e.Rang, e.MoisDu, e.MoisDePaie, e.Brut, e.NetEstime))];
        var version = Fermer(a.Id, cause, explication, auteur);
        foreach (var l in Regularisation.Ecrire(lignes, avant, Paie, Echeancier.PaieDe(auteur.Aujourdhui, jourLimite)))
        {
            _db.Echeances.Add(EcheanceStockee.De(BeneficiaireDe(a, l.AgentId), version, new(l.Rang, l.Mois, l.Brut, l.Net), l.Paie));
        }
    }

    /// <summary>La décision est retirée : plus rien n'est dû, et ce qui était arrivé à la mission ne vaudra pas pour la suivante.</summary>
    public void Retirer(long attribution, string explication, Auteur auteur)
    {
        foreach (var interruption in Vivantes(attribution))
        {
            interruption.Annuler(explication, auteur);
        }

        Fermer(attribution, CauseDeVersion.Retrait, explication, auteur);
    }

    int Fermer(long attribution, CauseDeVersion cause, string explication, Auteur auteur)
    {
        foreach (var ancienne in _courantes[attribution])
        {
            ancienne.Courante = false;
        }

        var numero = _versions[attribution] = _versions.GetValueOrDefault(attribution) + 1;
        _db.VersionsEcheancier.Add(new() { AttributionId = attribution, Numero = numero, Cause = cause, Explication = explication, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc });
        return numero;
    }

    Beneficiaire BeneficiaireDe(Attribution a, long agent)
    {
        if (_beneficiaires.FirstOrDefault(b => b.AttributionId == a.Id && b.AgentId == agent) is { } connu)
        {
            return connu;
        }

        var nouveau = new Beneficiaire { AttributionId = a.Id, AgentId = agent, Titulaire = agent == a.AgentId };
        _db.Beneficiaires.Add(nouveau);
        _beneficiaires.Add(nouveau);
        return nouveau;
    }
}
