using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Extrait;

/// <summary>
/// L'extrait du procès-verbal du conseil d'administration : ce qui lui a été présenté et l'avis enregistré, rien d'autre. L'heure, le quorum et
/// qui signe ne sont enregistrés nulle part : ils restent à remplir à la main. Sans avis, tout ce que la séance donne l'est aussi.
/// </summary>
public static class ExtraitDeProcesVerbal
{
    public const string Modele = "extrait-ca";

    public static JsonObject Donnees(DossierComplet complet, Etablissement e, DateOnly jour)
    {
        var (dossier, contenu, avis) = (complet.Dossier, complet.Contenu, complet.Avis);
        var annee = new AnneeScolaire(dossier.Annee);
        // L'avis fige ce que l'instance a vu ; sans lui, le dossier dit ce qu'elle verra.
        var lignes = avis is null ? contenu.Lignes : PlanPresente.Lire(avis.PlanPresente);
        var presentees = lignes.Where(l => !l.EstRetiree).ToList();
        return new()
        {
            ["titre"] = $"Extrait du procès-verbal — conseil d’administration{(avis is null ? "" : $" du {Francais.Date(avis.RenduLe)}")}",
            ["reference"] = $"{dossier.Reference}-PV",
            ["etablieLe"] = new JsonObject { ["annee"] = jour.Year, ["mois"] = jour.Month, ["jour"] = jour.Day },
            ["annee"] = annee.ToString(),
            ["academie"] = $"Académie {e.Academie?.Libelle}".Trim(),
            ["etablissement"] = new JsonObject { ["nom"] = e.Denomination, ["lignes"] = Liste(new[] { e.Adresse, $"{e.CodePostal} {e.Commune}".Trim(), $"UAI {e.Uai}" }.Where(l => l.Length > 0)) },
            ["instance"] = "Conseil d’administration",
            ["seance"] = new JsonObject { ["le"] = avis is null ? "" : Francais.Date(avis.RenduLe), ["membres"] = Entier(avis?.Membres), ["presents"] = Entier(avis?.Presents) },
            ["pedagogique"] = contenu.AvisPedagogique is { } p ? $"{Noms.Sens(p.Sens)}, le {Francais.Date(p.RenduLe)}{Noms.Voix(p.Pour, p.Contre, p.Abstentions)}" : "",
            ["dossier"] = $"{dossier.Reference}, figé le {Francais.Date(Horloge.AParis(dossier.InstantUtc))}",
            ["missions"] = new JsonArray([.. lignes.Select((l, i) => (JsonNode)Mission(l, i + 1, annee))]),
            ["nombre"] = $"{Francais.Nombre(presentees.Count, "mission")}, {Francais.Nombre(presentees.Sum(l => l.Centimes.Count), "part")}",
            ["total"] = DocumentDossier.Ecrire(ContenuDossier.Somme(presentees)),
            ["enveloppe"] = contenu.QuartsNotifies is { } quarts ? DocumentDossier.Ecrire(new Quotite(quarts).EnMontant()) : "",
            ["avis"] = avis is null ? new JsonObject() : new JsonObject
            {
                ["sens"] = avis.Sens.ToString(), ["pour"] = Entier(avis.Pour), ["contre"] = Entier(avis.Contre), ["abstentions"] = Entier(avis.Abstentions), ["observations"] = avis.Observations,
            },
            ["textes"] = Liste(["décret n°\u00A02015-475 du 27\u00A0avril 2015 (NOR MENH1505021D), art.\u00A08 et\u00A09", "circulaire n°\u00A02015-058 du 29\u00A0avril 2015 (NOR MENH1506032C)"]),
        };
    }

    static JsonObject Mission(LignePresentee l, int numero, AnneeScolaire annee) => new()
    {
        ["numero"] = numero.ToString(),
        ["intitule"] = l.Intitule,
        ["precision"] = l.Libelle == l.Intitule ? "" : Typographie.Francaise(l.Libelle),
        ["duree"] = l.DureeEcrite,
        ["taux"] = Liste(l.EstRetiree ? ["mission retirée"] : l.TauxNommes(annee)),
        ["total"] = l.EstRetiree ? "" : Rendu.Euros(l.Total),
    };

    static string Entier(int? n) => n?.ToString() ?? "";

    static JsonArray Liste(IEnumerable<string> textes) => new([.. textes.Select(t => (JsonNode)t)]);
}
