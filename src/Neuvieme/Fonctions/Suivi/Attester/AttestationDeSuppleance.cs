using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Attester;

/// <summary>
/// Ce qu'atteste le chef : qui remplace qui, dans quelle mission, de quand à quand, et ce que cela ouvre (décret n° 2015-475, art. 4).
/// Ni la raison de l'absence, ni ce que touche le titulaire.
/// </summary>
/// <param name="Lignes">Ce qui est dû au remplaçant pour toute l'attribution ; seuls les mois de ce remplacement s'impriment.</param>
/// <param name="Siennes">Toutes ses périodes dans la mission : un mois qu'elles se partagent se compte au prorata de celle-ci.</param>
/// <param name="ParLeChef">Imprimée par le remplaçant, elle porte le cadre à signer, sans nom de signataire.</param>
public sealed record AttestationDeSuppleance(Etablissement Etablissement, Attribution Attribution, Interruption Interruption, IReadOnlyList<EcheanceStockee> Lignes, IReadOnlyList<Periode> Siennes, Auteur Auteur, bool ParLeChef)
{
    public const string Modele = "attestation-suppleance";

    public string Reference => $"{Attribution.Uai}-{Attribution.Annee}-{Attribution.Id:0000}-S{Interruption.Id}";

    public JsonObject EnJson()
    {
        var annee = new AnneeScolaire(Attribution.Annee);
        var taux = TauxImp.DeMontant(Attribution.Montant, annee.PremierJour)!;
        var remplacant = Interruption.Remplacant!;
        var fiche = Nomenclature.DeCode(Attribution.Mission!.Code)!;
        var mois = Lignes.GroupBy(e => e.MoisDu).Select(g => (Mois: g.Key, Jours: Trentiemes.Dans(g.Key, Interruption.Periode), Brut: Part(new(g.Sum(e => e.BrutCentimes)), g.Key))).Where(x => x.Jours > 0).ToList();
        return new()
        {
            ["titre"] = $"Attestation de suppléance — {remplacant.NomDeCivilite} — {annee}",
            ["reference"] = Reference,
            ["etablieLe"] = new JsonObject { ["annee"] = Auteur.Aujourdhui.Year, ["mois"] = Auteur.Aujourdhui.Month, ["jour"] = Auteur.Aujourdhui.Day },
            ["annee"] = annee.ToString(),
            ["academie"] = $"Académie {Etablissement.Academie?.Libelle}".Trim(),
            ["etablissement"] = new JsonObject
            {
                ["nom"] = Etablissement.Denomination,
                ["lignes"] = new JsonArray([.. new[] { Etablissement.Adresse, $"{Etablissement.CodePostal} {Etablissement.Commune}".Trim(), $"UAI {Etablissement.Uai}" }.Where(l => l.Length > 0).Select(l => (JsonNode)l)]),
            },
            ["lieu"] = Etablissement.Commune,
            ["responsable"] = ParLeChef && Signataire.De(Auteur) is var s ? new JsonObject { ["nom"] = s.Nom, ["qualite"] = s.Qualite } : new JsonObject(),
            ["remplacant"] = new JsonObject { ["nomComplet"] = remplacant.NomDeCivilite, ["qualite"] = "", ["identifiant"] = $"identifiant STS {remplacant.IdSts}" },
            ["titulaire"] = new JsonObject { ["nomComplet"] = Attribution.Agent!.NomDeCivilite },
            ["designeLe"] = Interruption.AccordLe is { } accord ? Francais.Date(accord) : "",
            ["mission"] = new JsonObject
            {
                ["libelle"] = Typographie.Francaise(fiche.Libelle),
                ["intitule"] = Attribution.Mission.Intitule == fiche.Libelle ? "" : Attribution.Mission.Intitule,
                ["contenu"] = new JsonArray([.. Attribution.Mission.Activites.Select(a => (JsonNode)a)]),
            },
            ["periode"] = new JsonObject { ["debut"] = Francais.Date(Interruption.Du), ["fin"] = Interruption.Au == annee.DernierJour ? "" : Francais.Date(Interruption.Au) },
            ["taux"] = new JsonObject { ["montant"] = Rendu.Euros(taux.Montant), ["imp"] = $"{taux.Quotite}\u00A0IMP", ["code"] = $"taux\u00A0{taux.Code}" },
            ["versements"] = new JsonArray([.. mois.Select(x => (JsonNode)new JsonObject
            {
                ["mois"] = x.Mois.Libelle, ["jours"] = $"{x.Jours}/{Trentiemes.ParMois}", ["brut"] = x.Brut.ToString(), ["net"] = NetEstime.De(x.Brut).ToString(),
            })]),
            ["total"] = new JsonObject { ["brut"] = new Montant(mois.Sum(x => x.Brut.Centimes)).ToString(), ["net"] = new Montant(mois.Sum(x => NetEstime.De(x.Brut).Centimes)).ToString() },
            ["textes"] = new JsonArray("décret n°\u00A02015-475 du 27\u00A0avril 2015 (NOR MENH1505021D), art.\u00A03 et\u00A04"),
        };
    }

    /// <summary>La part de cette période dans ce que le mois doit à la personne ; la dernière de ses périodes reçoit le reste.</summary>
    Montant Part(Montant duMois, Mois mois)
    {
        Periode[] duesCeMois = [.. Siennes.Where(p => Trentiemes.Dans(mois, p) > 0).OrderBy(p => p.Debut)];
        long tous = duesCeMois.Sum(p => Trentiemes.Dans(mois, p)), deja = 0;
        foreach (var p in duesCeMois)
        {
            var part = p == duesCeMois[^1] ? duMois.Centimes - deja : (duMois.Centimes * Trentiemes.Dans(mois, p) * 2 + tous) / (tous * 2);
            if (p == Interruption.Periode)
            {
                return new(part);
            }

            deja += part;
        }

        return Montant.Zero;
    }
}
