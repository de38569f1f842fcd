using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using NomenclatureAcademique = Neuvieme.Droit.MissionsAcademiques.Nomenclature;
using NomenclaturePacte = Neuvieme.Droit.Pacte.Nomenclature;

namespace Neuvieme.Fonctions.Lettres.Etablir;

/// <summary>L'état de la lettre d'une part du Pacte ou d'une mission académique : ce qu'elle dirait, et sa dernière version.</summary>
public sealed record EtatDirect(MissionDirecte Mission, JsonObject AEcrire, VersionDeLettre? Derniere)
{
    public string Modele => Mission.EstAcademique ? LettreAcademique.Modele : LettrePacte.Modele;

    /// <summary>Ce qu'elle engage n'est plus ce que disent les données.</summary>
    public bool Depassee { get; } = Derniere is { Etat: not EtatLettre.SansEffet, EffaceeUtc: null } && !JsonNode.DeepEquals(LettreImp.Engagement(AEcrire), LettreImp.Engagement(JsonNode.Parse(Derniere.Donnees)!.AsObject()));

    /// <summary>Ce que la lettre ne dit pas encore, et qu'elle doit dire : elle ne s'établit pas avant.</summary>
    public IReadOnlyList<string> Manque { get; } = PlanDirect.MentionsAbsentes(Mission);

    /// <summary>Signée de tous, elle ne se remplace pas : changer la mission demande de la reprendre, ce qui prive la lettre d'effet.</summary>
    public bool AEtablir => Manque.Count == 0 && Derniere?.EffaceeUtc is null && (Derniere is null or { Etat: EtatLettre.SansEffet } || (Depassee && Derniere.Etat != EtatLettre.Signee));
}

/// <summary>Les lettres que demandent les missions d'un plan : celles du Pacte une fois la mission confiée, celles de l'académie dès l'accord, car la décision les attend.</summary>
public static class EtatsDirects
{
    /// <summary>L'IMP du premier degré a la sienne sur papier : aucun modèle d'ici ne cite son décret.</summary>
    public static bool AUneLettre(this MissionDirecte m) => m.EstPacte ? m.Etat == EtatAttribution.Validee
        : m.EstAcademique && m.Etat is EtatAttribution.AccordDonne or EtatAttribution.Proposee or EtatAttribution.Validee;

    public static async Task<IReadOnlyList<EtatDirect>> Lire(NeuviemeDb db, PlanDirect plan, Func<MissionDirecte, bool> choix, Signataire signataire, CancellationToken ct)
    {
        var missions = plan.Missions.Where(m => m.AUneLettre() && choix(m)).OrderBy(m => m.Agent!.NomPourListe, StringComparer.Ordinal).ThenBy(m => m.Id).ToList();
        var (ids, annee) = (missions.Select(m => m.Id).ToArray(), plan.Annee.Debut);
        if (ids.Length == 0)
        {
            return [];
        }

        var versions = (await db.Lettres.AsNoTracking().Where(l => l.MissionDirecteId != null && ids.Contains(l.MissionDirecteId.Value)).OrderBy(l => l.Numero)
            .Select(l => new VersionDeLettre(l.Id, l.MissionDirecteId!.Value, l.Numero, l.Sha256, l.Donnees, l.InstantUtc, l.Auteur, l.Etat, l.ExpireLe, l.Premier, l.Signatures.Any(s => s.Partie == Partie.Agent), l.Signatures.Any(s => s.Partie == Partie.Chef), l.EffaceeUtc)).ToListAsync(ct))
            .GroupBy(v => v.SujetId).ToDictionary(g => g.Key, g => g.Last());
        var echeances = (await db.EcheancesDirectes.AsNoTracking().Where(e => ids.Contains(e.MissionId)).OrderBy(e => e.Rang).ToListAsync(ct)).ToLookup(e => e.MissionId);
        var agents = missions.Select(m => m.AgentId).ToArray();
        var affectations = (await db.Affectations.AsNoTracking().Include(a => a.Agent).Where(a => a.Annee == annee && agents.Contains(a.AgentId)).ToListAsync(ct)).ToDictionary(a => a.AgentId, Homonymie.Precision);
        var academies = await db.Academies.AsNoTracking().ToDictionaryAsync(a => a.Code, a => $"Académie {a.Libelle}".Trim(), ct);
        return
        [
            .. missions.Select(m =>
            {
                var version = versions.GetValueOrDefault(m.Id);
                var (qui, le) = version is { } v ? (SignataireDe(v, m), Horloge.AParis(v.InstantUtc)) : (signataire, plan.Jour);
                var agent = new AgentDeLettre(m.Agent!.NomDeCivilite, affectations.GetValueOrDefault(m.AgentId, ""), m.Agent.TypeSts == "epp" ? $"identifiant STS {m.Agent.IdSts}" : "");
                return new EtatDirect(m, m.EstAcademique ? Academique(plan, m, agent, academies[m.AcademieCode!], qui, le) : Pacte(plan, m, agent, academies[plan.Ecoles[m.Porteur].AcademieCode], [.. echeances[m.Id]], qui, le), version);
            }),
        ];
    }

    /// <summary>Le signataire imprimé sur la dernière version : qui regarde la liste ne rend pas une lettre périmée.</summary>
    static Signataire SignataireDe(VersionDeLettre version, MissionDirecte m)
    {
        var qui = JsonNode.Parse(version.Donnees)?[m.EstAcademique ? "recteur" : "responsable"];
        return new(qui?["nom"]?.GetValue<string>() ?? "", qui?["qualite"]?.GetValue<string>() ?? "");
    }

    static JsonObject Pacte(PlanDirect plan, MissionDirecte m, AgentDeLettre agent, string academie, IReadOnlyList<EcheanceDirecte> echeances, Signataire qui, DateOnly le)
    {
        var (e, fiche, details) = (plan.Ecoles[m.Porteur], NomenclaturePacte.DeCode(m.Code)!, m.Details);
        var rappels = echeances.Where(x => x.Paie != x.Mois).ToList();
        return new LettrePacte
        {
            Reference = $"{m.Porteur}-{m.Annee}-P{m.Id:000}", EtablieLe = le, Annee = plan.Annee,
            Cadre = m.Dispositif switch { DispositifDirect.PactePremierDegre => "premier", DispositifDirect.PacteLyceePro => "professionnel", _ => "second" },
            Etablissement = new(e.Denomination, Adresse(e), academie, e.Secteur), Responsable = qui, Agent = agent, Fiche = fiche,
            Intitule = m.Intitule == fiche.Libelle(plan.Annee.PremierJour) ? "" : m.Intitule, Contenu = m.Activites, Creneaux = PrecisionsDeMission.Lignes(details.Creneaux), Repli = PrecisionsDeMission.Lignes(details.Repli),
            DemiParts = m.DemiParts, Montant = m.Montant, Parts = MotsDesMissions.Parts(m.Centimes), AccordLe = m.AccordLe,
            Echeances = [.. echeances.Select(x => new Echeance(x.Rang, x.MoisDu, x.Brut, x.NetEstime))],
            Rappel = rappels.Count == 0 ? "" : $"{Francais.Nombre(rappels.Count, "neuvième échu", "neuvièmes échus")} avant la décision, {(rappels.Count == 1 ? "payé" : "payés")} en rappel sur la paie {Francais.De(rappels[0].MoisDePaie.Libelle)}.",
            // Si les faits ont changé depuis la décision, le raisonnement présent n'est plus celui qui l'a fondée.
            Raisons = plan.Juger(m) is { Issue: Issue.Accordee } decision ? Explication.De(decision) : [],
        }.EnJson();
    }

    static IReadOnlyList<string> Adresse(Etablissement e) => [.. new[] { e.Adresse, $"{e.CodePostal} {e.Commune}".Trim(), $"UAI {e.Uai}" }.Where(l => l.Length > 0)];

    static JsonObject Academique(PlanDirect plan, MissionDirecte m, AgentDeLettre agent, string academie, Signataire qui, DateOnly le)
    {
        var (fiche, details, lieu) = (NomenclatureAcademique.DeCode(m.Code)!, m.Details, plan.Ecoles.GetValueOrDefault(m.Agent!.Uai));
        var decision = plan.Juger(m);
        return new LettreAcademique
        {
            Reference = $"ACA-{m.Annee}-{m.Id:0000}", EtablieLe = le, Annee = plan.Annee, Academie = academie, Recteur = qui, Agent = agent, Affectation = string.Join(", ", new[] { lieu?.Denomination ?? "", lieu?.Commune ?? "" }.Where(t => t.Length > 0)),
            Fiche = fiche, Intitule = string.Join(", ", new[] { m.Intitule == fiche.Libelle ? "" : m.Intitule, details.District.Length > 0 ? $"district {details.District}" : "" }.Where(t => t.Length > 0)), Contenu = m.Activites,
            Conditions = PrecisionsDeMission.Lignes(details.Conditions), Objectifs = PrecisionsDeMission.Lignes(details.Objectifs), Resultats = PrecisionsDeMission.Lignes(details.Resultats), Priorites = PrecisionsDeMission.Lignes(details.Priorites),
            Charge = details.Charge, Territoire = details.Territoire, Duree = m.Duree, Debut = m.Debut, Fin = m.Fin, Taux = TauxImp.DeMontant(m.Montant, plan.Annee.PremierJour)!, AllegementCentiemes = details.AllegementCentiemes,
            EstCpe = m.Agent.Fonction == Fonction.Cpe, Echeances = m.Duree == Duree.AnneeEntiere ? decision.Montants?.Echeances ?? [] : [], AccordLe = m.AccordLe, Raisons = Explication.De(decision),
        }.EnJson();
    }
}
