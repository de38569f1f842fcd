using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Le compte rendu : chaque attribution, son issue, et pour chaque obstacle la phrase et son texte.</summary>
static class Rapport
{
    public static void Decisions(TextWriter t, FichierSts fichier, Contexte contexte, IReadOnlyList<LigneJugee> lignes, Ecrit ecrit)
    {
        t.WriteLine($"{fichier.Etablissement.Denomination} ({fichier.Etablissement.Uai}), {fichier.AnneeScolaire} — enveloppe notifiée : {contexte.Enveloppe} IMP ({Rendu.Euros(contexte.Enveloppe.EnMontant())})");
        foreach (var l in lignes) Une(t, l, ecrit.Lettres.GetValueOrDefault(l.Reference));

        var b = Bilan.De(lignes, contexte.Enveloppe);
        t.WriteLine();
        t.WriteLine($"{Francais.Nombre(b.Accordees, "accordée")}, {Francais.Nombre(b.Refusees, "refusée")}, {Francais.Nombre(b.Incompletes, "incomplète")}.");
        t.WriteLine($"Accordé {b.Accorde} IMP{(b.Reserve.Quarts > 0 ? $", réservé par les incomplètes {b.Reserve} IMP" : "")}, reste {b.Reste} IMP sur {contexte.Enveloppe}.");
        foreach (var (lettre, caracteres) in ecrit.Signes)
            t.WriteLine($"{lettre} : les polices de la lettre n'ont pas {string.Join(" ", caracteres)}, remplacés par « □ ».");
    }

    static void Une(TextWriter t, LigneJugee l, string? lettre)
    {
        var taux = l.Situation.Montant is { } m ? Rendu.TroisNoms(m, l.Situation.Date) : "montant absent";
        var issue = l.Decision.Issue switch
        {
            Issue.Accordee => "ACCORDÉE",
            Issue.Refusee => "REFUSÉE",
            Issue.Incomplete => "INCOMPLÈTE",
            _ => "HORS VIGUEUR",
        };
        t.WriteLine();
        t.WriteLine($"Ligne {l.Ligne.Ligne} · {issue} · {NomsAffiches.Complet(l.Agent)} ({l.Agent.Cle}) · {l.Mission} · {taux}");
        foreach (var motif in l.Decision.Motifs) Obstacle(t, motif.Gravite == Gravite.Refus ? "refus " : "manque", motif);
        foreach (var alerte in l.Decision.Alertes) Obstacle(t, "alerte", alerte);
        if (lettre is not null) t.WriteLine($"    lettre : {lettre}");
    }

    static void Obstacle(TextWriter t, string genre, Motif m) =>
        t.WriteLine($"    {genre} : {m.Phrase} [{m.Code} — {m.Source}{(m.Source.Reference is { } r ? $", {r}" : "")}]");
}
