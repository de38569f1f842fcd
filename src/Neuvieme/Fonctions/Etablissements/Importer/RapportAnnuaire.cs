using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>L'aperçu ou le rapport en entier, une ligne par fait, pour un tableur.</summary>
static class RapportAnnuaire
{
    static readonly string[] Entetes = ["Quoi", "Fichier", "Ligne", "UAI", "Établissement", "Champ", "Avant", "Après", "Ce qu’il faut faire"];

    public static byte[] EnCsv(ApercuAnnuaire a) => Csv.Ecrire(Entetes, Lignes(a));

    static IEnumerable<string?[]> Lignes(ApercuAnnuaire a) =>
    [
        .. a.Sales.Select(s => new[] { s.Rejetee ? "ligne laissée" : "case laissée", s.Fichier, s.Ligne.ToString(), "", "", s.Colonne, s.Valeur, "", $"{s.Probleme}. {s.Remede}" }),
        .. a.Codes.Select(c => new[] { "code ajouté ou renommé", "", "", "", c, "", "", "", "" }),
        .. a.Nouveaux.Select(n => new[] { "nouveau", n.Fichier, n.Ligne.ToString(), n.Uai, n.Nom, "", "", $"{n.Commune}, {n.Nature}, {n.Secteur}", "" }),
        .. a.Changes.SelectMany(c => c.Champs, (c, x) => new[] { "changé", c.Fichier, c.Ligne.ToString(), c.Uai, c.Nom, x.Nom, x.Avant, x.Apres, x.Contredit ? "donnée saisie ou venue de STSWeb, remplacée" : "" }),
        .. a.Gardes.SelectMany(c => c.Champs, (c, x) => new[] { "gardé", c.Fichier, c.Ligne.ToString(), c.Uai, c.Nom, x.Nom, x.Avant, x.Apres, "donnée saisie ou venue de STSWeb, que le fichier contredit" }),
        .. a.Absents.Select(x => new[] { "absent du fichier", "", "", x.Uai, x.Nom, "", x.Commune, "", "rien n’est effacé : vérifiez s’il a fermé" }),
        .. a.Ecartees.Select(x => new[] { "lignes hors du champ", "", x.PremiereLigne.ToString(), "", "", "", "", x.Nombre.ToString(), x.Raison }),
    ];
}
