using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Texte;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.AttesterService;

/// <summary>
/// Le constat du service fait d'une mission ponctuelle, tel qu'il est enregistré : la mission, le jour, le versement qui en découle (décret
/// n° 2015-475, art. 3, al. 2). Les heures prévues n'y sont pas : personne n'a constaté qu'elles étaient faites.
/// </summary>
public sealed record AttestationDeServiceFait(Attribution Attribution, Etablissement Etablissement, EntreeJournal? Constat, IReadOnlyList<EcheanceStockee> Versements, bool Interrompue)
{
    public const string Modele = "attestation-service-fait";

    public string Reference => $"{Attribution.Uai}-{Attribution.Annee}-{Attribution.Id:0000}-SF";

    /// <summary>Au chef de l'établissement et à la personne, à nul autre ; nulle tant que rien n'est constaté, ou si la décision est retirée.</summary>
    public static async Task<AttestationDeServiceFait?> Lire(NeuviemeDb db, Contexte contexte, long id, CancellationToken ct)
    {
        var compte = contexte.CompteId;
        var uais = contexte.Habilitations.Where(h => h.Role == Role.ChefEtablissement).Select(h => h.Etablissement?.Uai).ToArray();
        var attribution = await db.Attributions.AsNoTracking().Include(a => a.Agent).Include(a => a.Mission).AsSingleQuery()
            .FirstOrDefaultAsync(a => a.Id == id && a.Etat == EtatAttribution.Validee && a.ServiceFaitLe != null && a.Mission!.Duree == Duree.Ponctuelle && (a.Agent!.CompteId == compte || uais.Contains(a.Uai)), ct);
        if (attribution is null)
        {
            return null;
        }

        var objet = $"attribution:{id}";
        return new(attribution, await db.Etablissements.AsNoTracking().Include(e => e.Academie).FirstAsync(e => e.Uai == attribution.Uai, ct),
            await db.Journal.AsNoTracking().Where(e => e.Portee == attribution.Uai && e.Objet == objet && e.Action == "service fait constaté").OrderByDescending(e => e.Rang).FirstOrDefaultAsync(ct),
            await db.Echeances.AsNoTracking().Where(e => e.AttributionId == id && e.Beneficiaire!.Titulaire).OrderBy(e => e.Rang).ToListAsync(ct),
            await db.Interruptions.AnyAsync(i => i.AttributionId == id && i.AnnuleeUtc == null && (i.Visa == EtatDuVisa.SansObjet || i.Visa == EtatDuVisa.Vise), ct));
    }

    public JsonObject Donnees(DateOnly aujourdhui)
    {
        var (a, e, m, annee) = (Attribution, Etablissement, Attribution.Mission!, new AnneeScolaire(Attribution.Annee));
        // Établie le jour du constat : retéléchargée, elle dit la même chose.
        var jour = Constat is { } constat ? Horloge.AParis(constat.InstantUtc) : aujourdhui;
        var fiche = Nomenclature.DeCode(m.Code)!;
        // Interrompue, la mission n'est payée qu'en partie : la somme est celle de l'échéancier, et le taux ne la nomme plus.
        var du = Versements.Count > 0 ? new Montant(Versements.Sum(v => v.BrutCentimes)) : a.Montant;
        var taux = du == a.Montant ? TauxImp.DeMontant(du, annee.PremierJour) : null;
        return new()
        {
            ["titre"] = $"Attestation de service fait — {a.Agent!.NomDeCivilite} — {annee}",
            ["reference"] = Reference,
            ["etablieLe"] = new JsonObject { ["annee"] = jour.Year, ["mois"] = jour.Month, ["jour"] = jour.Day },
            ["annee"] = annee.ToString(),
            ["academie"] = $"Académie {e.Academie?.Libelle}".Trim(),
            ["etablissement"] = new JsonObject { ["nom"] = e.Denomination, ["lignes"] = Liste(new[] { e.Adresse, $"{e.CodePostal} {e.Commune}".Trim(), $"UAI {e.Uai}" }.Where(l => l.Length > 0)) },
            ["lieu"] = e.Commune,
            ["nature"] = "Indemnité pour mission particulière (IMP), mission ponctuelle",
            ["responsable"] = new JsonObject { ["nom"] = Constat?.Auteur ?? "", ["qualite"] = Constat is { Qualite: { Length: > 0 } q } ? char.ToLowerInvariant(q[0]) + q[1..] : "" },
            ["agent"] = new JsonObject { ["nomComplet"] = a.Agent.NomDeCivilite, ["qualite"] = "", ["identifiant"] = $"identifiant STS {a.Agent.IdSts}" },
            ["mission"] = new JsonObject { ["libelle"] = Typographie.Francaise(fiche.Libelle), ["intitule"] = m.Intitule == fiche.Libelle ? "" : m.Intitule, ["contenu"] = Liste(m.Activites) },
            ["periode"] = new JsonObject { ["debut"] = Jour(m.Debut), ["fin"] = Jour(m.Fin) },
            // Deux jours différents : celui où le service était fait, et celui où le chef l’a constaté.
            ["constat"] = new JsonObject { ["le"] = Constat is null ? "" : Francais.Date(jour), ["partiel"] = Interrompue, ["faits"] = Liste([$"Service fait le {Jour(a.ServiceFaitLe)}."]) },
            ["taux"] = new JsonObject { ["montant"] = Rendu.Euros(du), ["imp"] = taux is null ? "" : $"{taux.Quotite}\u00A0IMP", ["code"] = taux is null ? "" : $"taux\u00A0{taux.Code}" },
            ["paie"] = Versements.Count > 0 ? Versements[^1].MoisDePaie.Libelle : "",
            ["textes"] = Liste(["décret n°\u00A02015-475 du 27\u00A0avril 2015 (NOR MENH1505021D), art.\u00A03, al.\u00A02"]),
        };
    }

    static string Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "";

    static JsonArray Liste(IEnumerable<string> textes) => new([.. textes.Select(t => (JsonNode)t)]);
}
