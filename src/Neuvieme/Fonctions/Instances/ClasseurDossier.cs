using Neuvieme.Droit;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Le même dossier en classeur, pour trier et recalculer : missions, comparaison ou différences, enveloppe.</summary>
public static class ClasseurDossier
{
    public static IReadOnlyList<Tableau> Construire(DocumentDossier d)
    {
        var titre = $"{d.Titre} — {d.Etablissement.Denomination} — IMP {d.Annee}";
        return [Missions(d, titre), d.Dossier.EstComplement ? Differences(d, titre) : Comparaison(d, titre), Enveloppe(d, titre)];
    }

    static Tableau Missions(DocumentDossier d, string titre)
    {
        var nominatif = d.Personnes is not null;
        List<Colonne> colonnes = [new("N°", 5), new("Mission", 40), new("Type", 30), new("Article", 8), new("Durée", 24), new("Heures estimées", 9), new("Part", 6), new("Taux", 26), new("Montant annuel", 13)];
        if (nominatif) colonnes.Add(new("Personne", 26));
        colonnes.AddRange([new("Justification du taux", 40), new("Contenu", 60)]);
        var lignes = d.Contenu.Presentees.SelectMany((l, i) => l.Centimes.Select((centimes, rang) =>
        {
            List<Cellule> ligne =
            [
                i + 1, l.Intitule, l.Libelle, l.Article, l.DureeEcrite, l.Heures is { } h ? h : default(Cellule), $"{rang + 1}/{l.Centimes.Count}", Rendu.TroisNoms(new Montant(centimes), d.Annee.PremierJour), new Montant(centimes),
            ];
            if (nominatif) ligne.Add(d.Personnes!.GetValueOrDefault((l.MissionId, rang), DocumentDossier.APourvoir));
            // Le contenu et la justification sont ceux de la mission : une fois, sur sa première part.
            ligne.AddRange([rang == 0 ? string.Join("\n", l.Justifications) : "", rang == 0 ? string.Join("\n", l.Contenu ?? []) : ""]);
            return (IReadOnlyList<Cellule>)ligne;
        })).ToList();
        return new("Missions", titre, colonnes, lignes, [Ligne(colonnes.Count, (1, "Total"), (8, ContenuDossier.Somme(d.Contenu.Presentees)))]);
    }

    static Tableau Comparaison(DocumentDossier d, string titre)
    {
        Colonne[] colonnes = [new("Évolution", 13), new("Mission", 44), new(d.Annee.Precedente.ToString(), 14), new(d.Annee.ToString(), 14), new("Écart", 14), new("Ce qui change", 60)];
        var lignes = d.Contenu.Comparee();
        return new("Comparaison", titre, colonnes,
            [.. lignes.Select(l => (IReadOnlyList<Cellule>)[LigneComparee.Libelle(l.Evolution), l.Ligne.Intitule, l.Avant?.Total, l.Apres?.Total, l.Effet, string.Join(" ; ", l.Changements.Concat(d.Contenu.EstAutre(l) ? ["pas présentée à cette séance"] : []))])],
            d.Contenu.AnneePrecedente is not { } avant ? [Ligne(colonnes.Length, (1, $"Rien n’est enregistré ici pour {d.Annee.Precedente}."))]
                : [Ligne(colonnes.Length, (1, "Total"), (2, ContenuDossier.Somme(avant)), (3, d.Contenu.Repartition), (4, d.Contenu.Repartition - ContenuDossier.Somme(avant)))]);
    }

    static Tableau Differences(DocumentDossier d, string titre)
    {
        Colonne[] colonnes = [new("Nature", 12), new("Mission", 44), new("Avant", 14), new("Après", 14), new("Effet annuel", 14), new("Ce qui change", 60)];
        var ecarts = d.Contenu.Ecarts();
        return new("Différences", titre, colonnes,
            [.. ecarts.Select(e => (IReadOnlyList<Cellule>)[e.Nature switch { NatureEcart.Ajoutee => "ajoutée", NatureEcart.Retiree => "retirée", _ => "modifiée" }, e.Ligne.Intitule, e.Avant?.Total, e.Apres?.Total, e.Effet, string.Join(" ; ", e.Changements)])],
            [Ligne(colonnes.Length, (1, "Total"), (4, new Montant(ecarts.Sum(e => e.Effet.Centimes))))]);
    }

    static Tableau Enveloppe(DocumentDossier d, string titre)
    {
        Colonne[] colonnes = [new("Date", 12), new("Ligne", 50), new("IMP", 10), new("Euros", 14)];
        var notifie = new Quotite(d.Contenu.QuartsNotifies ?? 0).EnMontant();
        return new("Enveloppe", titre, colonnes,
            [.. d.Contenu.Notifications.Select(n => (IReadOnlyList<Cellule>)[(DateOnly?)n.Jour, n.Motif, Imp(new Quotite(n.Quarts).EnMontant()), new Quotite(n.Quarts).EnMontant()])],
            d.Contenu.QuartsNotifies is null ? [Ligne(colonnes.Length, (1, "Enveloppe pas encore notifiée"))]
                : [Ligne(colonnes.Length, (1, "Enveloppe notifiée"), (2, Imp(notifie)), (3, notifie)), Ligne(colonnes.Length, (1, "Répartition entière"), (2, Imp(d.Contenu.Repartition)), (3, d.Contenu.Repartition)),
                    Ligne(colonnes.Length, (1, "Reste"), (2, Imp(notifie - d.Contenu.Repartition)), (3, notifie - d.Contenu.Repartition))]);
    }

    static Cellule Imp(Montant montant) => new Quotite((int)(montant.Centimes / Quotite.CentimesParQuart)).ToString();

    static Cellule[] Ligne(int colonnes, params (int Rang, Cellule Valeur)[] valeurs)
    {
        var ligne = new Cellule[colonnes];
        foreach (var (rang, valeur) in valeurs)
        {
            ligne[rang] = valeur;
        }

        return ligne;
    }
}
