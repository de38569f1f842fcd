using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Fonctions.Textes;

namespace Neuvieme.Fonctions.Rentree;

/// <summary><c>controle.json</c> : l'entrée, l'enveloppe, chaque ligne, et chaque décision dans la forme de <c>neuvieme droit evaluer</c>.</summary>
static class ControleJson
{
    public static byte[] Ecrire(FichierSts fichier, Contexte contexte, IReadOnlyList<LigneJugee> lignes, IReadOnlyDictionary<string, string> lettres, DateOnly aujourdhui)
    {
        using var sortie = new MemoryStream();
        EcritureJson.Ecrire(sortie, w =>
        {
            w.WriteStartObject();
            w.WriteString("etabli_le", aujourdhui.ToString("yyyy-MM-dd"));
            w.WriteString("uai", fichier.Etablissement.Uai);
            w.WriteString("etablissement", fichier.Etablissement.Denomination);
            w.WriteString("annee", fichier.AnneeScolaire.ToString());
            w.WriteString("fichier_sts", fichier.NomFichier);
            w.WriteString("fichier_sts_sha256", fichier.EmpreinteSha256);
            Enveloppe(w, contexte.Enveloppe, Bilan.De(lignes, contexte.Enveloppe));
            w.WriteStartArray("lignes");
            foreach (var l in lignes) Ligne(w, l, lettres.GetValueOrDefault(l.Reference));
            w.WriteEndArray();
            w.WriteStartArray("decisions");
            foreach (var l in lignes) EcritureJson.Decision(w, l.Reference, l.Decision);
            w.WriteEndArray();
            w.WriteEndObject();
        }, aere: true);
        return sortie.ToArray();
    }

    static void Enveloppe(Utf8JsonWriter w, Quotite notifiee, Bilan bilan)
    {
        w.WriteStartObject("enveloppe");
        w.WriteNumber("notifiee_quarts", notifiee.Quarts);
        w.WriteNumber("accordee_quarts", bilan.Accorde.Quarts);
        w.WriteNumber("reservee_quarts", bilan.Reserve.Quarts);
        w.WriteNumber("reste_quarts", bilan.Reste.Quarts);
        w.WriteEndObject();
    }

    static void Ligne(Utf8JsonWriter w, LigneJugee l, string? lettre)
    {
        w.WriteStartObject();
        w.WriteString("reference", l.Reference);
        w.WriteNumber("ligne", l.Ligne.Ligne);
        w.WriteString("type", l.Agent.Cle.TypeEcrit);
        w.WriteString("id", l.Agent.Cle.Id);
        w.WriteString("nom", l.Agent.NomUsage);
        w.WriteString("prenom", l.Agent.Prenom);
        w.WriteString("mission", l.Ligne.Fiche.Code);
        w.WriteString("intitule", l.Ligne.Intitule);
        w.WriteString("taux", l.Taux?.Code);
        w.WriteString("lettre", lettre);
        w.WriteEndObject();
    }
}

/// <param name="Reserve">Les lignes incomplètes : elles gardent leur part tant qu'un fait manque.</param>
readonly record struct Bilan(int Accordees, int Refusees, int Incompletes, Quotite Accorde, Quotite Reserve, Quotite Reste)
{
    public static Bilan De(IReadOnlyList<LigneJugee> lignes, Quotite enveloppe)
    {
        var accorde = Quarts(lignes.Where(l => l.Accordee));
        var reserve = Quarts(lignes.Where(l => l.Decision.Issue == Issue.Incomplete));
        return new(
            lignes.Count(l => l.Accordee), lignes.Count(l => l.Decision.Issue is Issue.Refusee or Issue.HorsVigueur),
            lignes.Count(l => l.Decision.Issue == Issue.Incomplete), accorde, reserve, enveloppe - accorde - reserve);
    }

    static Quotite Quarts(IEnumerable<LigneJugee> lignes) =>
        lignes.Aggregate(Quotite.Zero, (s, l) => s + (l.Situation.Montant is { } m ? Quotite.DeMontant(m) ?? Quotite.Zero : Quotite.Zero));
}
