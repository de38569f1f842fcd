using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Rentree;

/// <param name="Signes">Caractères qu'aucune police des lettres ne dessine, par lettre.</param>
sealed record Ecrit(IReadOnlyDictionary<string, string> Lettres, IReadOnlyList<(string Lettre, IReadOnlyList<string> Caracteres)> Signes);

/// <summary>Écrit le dossier de rentrée : tout dans un dossier provisoire voisin, puis un seul renommage. Jamais à moitié.</summary>
sealed class DossierRentree(FichierSts fichier, Contexte contexte, string chef, DateOnly aujourdhui)
{
    static readonly string[] Produits = ["lettres", "echeancier.xlsx", "bordereau-stsweb.xlsx", "bordereau-stsweb.csv", "controle.json"];

    /// <summary>Raison de ne pas écrire là, ou <see langword="null"/>. Même forcé, rien d'étranger à la commande n'est effacé.</summary>
    public static string? Obstacle(string sortie, bool forcer)
    {
        // Le dossier se pose par renommage : celui où l'on se trouve disparaîtrait sous les pieds.
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(sortie)) == Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory))
            return "--sortie est le dossier courant : donner le nom d'un dossier à créer.";
        if (File.Exists(sortie)) return $"{sortie} est un fichier : --sortie attend un dossier.";
        if (!Directory.Exists(sortie)) return null;
        var contenu = Directory.EnumerateFileSystemEntries(sortie).Select(e => Path.GetFileName(e)).ToList();
        if (contenu.Count == 0) return null;
        if (!forcer) return $"{sortie} n'est pas vide : choisir un autre dossier, ou ajouter --forcer pour remplacer le précédent.";
        var etrangers = contenu.Except(Produits, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return etrangers.Count == 0 ? null : $"{sortie} contient aussi {string.Join(", ", etrangers.Take(3))} : --forcer ne remplace que ce que cette commande a écrit.";
    }

    public async Task<Ecrit> Ecrire(string sortie, IReadOnlyList<LigneJugee> lignes, MoteurTypst moteur, Action<int> avance, CancellationToken ct)
    {
        var cible = Path.TrimEndingDirectorySeparator(Path.GetFullPath(sortie));
        Directory.CreateDirectory(Path.GetDirectoryName(cible) ?? cible);
        var provisoire = $"{cible}.en-cours-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.Combine(provisoire, "lettres"));
            var accordees = lignes.Where(l => l.Accordee).ToList();
            var ecrit = await Lettres(provisoire, accordees, moteur, avance, ct);
            Tableurs(provisoire, accordees);
            await File.WriteAllBytesAsync(Path.Combine(provisoire, "controle.json"), ControleJson.Ecrire(fichier, contexte, lignes, ecrit.Lettres, aujourdhui), ct);
            Remplacer(provisoire, cible);
            return ecrit;
        }
        finally
        {
            if (Directory.Exists(provisoire)) Directory.Delete(provisoire, recursive: true);
        }
    }

    static void Remplacer(string provisoire, string cible)
    {
        if (!Directory.Exists(cible))
        {
            Directory.Move(provisoire, cible);
            return;
        }

        var ancien = $"{cible}.ancien-{Environment.ProcessId}";
        Directory.Move(cible, ancien);
        try
        {
            Directory.Move(provisoire, cible);
        }
        catch
        {
            Directory.Move(ancien, cible);
            throw;
        }

        Directory.Delete(ancien, recursive: true);
    }

    async Task<Ecrit> Lettres(string dossier, List<LigneJugee> accordees, MoteurTypst moteur, Action<int> avance, CancellationToken ct)
    {
        var faites = 0;
        var ecrites = await Task.WhenAll(accordees.Select(async l =>
        {
            var nom = NomDeLettre(l);
            var rendu = await moteur.ComposerAsync(LettreImp.Modele, Lettre(l).EnJson(), ct);
            await File.WriteAllBytesAsync(Path.Combine(dossier, nom), rendu.Pdf, ct);
            avance(Interlocked.Increment(ref faites));
            return (l.Reference, Nom: nom, rendu.CaracteresRemplaces);
        }));
        return new(ecrites.ToDictionary(e => e.Reference, e => e.Nom, StringComparer.Ordinal),
            [.. ecrites.Where(e => e.CaracteresRemplaces.Count > 0).Select(e => (e.Nom, e.CaracteresRemplaces))]);
    }

    /// <summary>Le numéro de ligne rend le nom unique ; le reste n'a que des lettres sans accent, admises partout.</summary>
    static string NomDeLettre(LigneJugee l)
    {
        var agent = Accents.Cle($"{l.Agent.NomUsage} {l.Agent.Prenom}").Replace(' ', '-');
        agent = string.Concat(agent.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        return $"lettres/{l.Ligne.Ligne:000}-{(agent.Length > 60 ? agent[..60] : agent)}-{l.Ligne.Fiche.Code}.pdf";
    }

    LettreImp Lettre(LigneJugee l) => new()
    {
        Reference = l.Reference,
        EtablieLe = aujourdhui,
        Annee = fichier.AnneeScolaire,
        Etablissement = NomsAffiches.Etablissement(fichier.Etablissement, l.Situation.Secteur),
        Chef = new(chef),
        Agent = NomsAffiches.Agent(l.Agent),
        Corps = l.Situation.Fonction == Fonction.Cpe ? Corps.Cpe : l.Situation.Corps,
        Fiche = l.Ligne.Fiche,
        Intitule = l.Ligne.Intitule,
        Contenu = l.Ligne.Contenu,
        HeuresEstimees = l.Ligne.Heures,
        Duree = l.Ligne.Duree,
        Debut = l.Ligne.Debut,
        Fin = l.Ligne.Fin,
        Taux = l.Taux!,
        Echeances = l.Decision.Montants?.Echeances ?? [],
        AccordLe = l.Ligne.AccordLe,
        AvisConseilPedagogique = l.Situation.AvisConseilPedagogique,
        AvisConseilAdministration = l.Situation.AvisConseilAdministration,
        EnseignantsInformesLe = l.Situation.EnseignantsInformesLe,
        Raisons = Explication.De(l.Decision),
    };

    void Tableurs(string dossier, List<LigneJugee> accordees)
    {
        var nom = $"{NomsAffiches.Etablissement(fichier.Etablissement, Secteur.Public).Nom} ({fichier.Etablissement.Uai})";
        var (brut, net) = TableauEcheancier.Construire(nom, fichier.AnneeScolaire,
            [.. accordees.Select(l => new LigneEcheancier(l.Agent.NomUsage, l.Agent.Prenom, l.Agent.Cle.ToString(), l.Mission, l.Taux!, l.Decision.Montants?.Echeances ?? []))],
            contexte.Parametres.PremierMois);
        File.WriteAllBytes(Path.Combine(dossier, "echeancier.xlsx"), Classeur.Ecrire(brut, net));

        var (bordereau, differences) = Bordereau.Construire(nom, fichier.AnneeScolaire, [.. accordees.Select(Saisie)], [], contexte.Enveloppe);
        File.WriteAllBytes(Path.Combine(dossier, "bordereau-stsweb.xlsx"), Classeur.Ecrire(bordereau, differences));
        File.WriteAllBytes(Path.Combine(dossier, "bordereau-stsweb.csv"), FichierCsv.Ecrire(bordereau));
    }

    LigneBordereau Saisie(LigneJugee l) => new()
    {
        Reference = l.Reference,
        Nom = l.Agent.NomUsage,
        Prenom = l.Agent.Prenom,
        Identifiant = l.Agent.Cle.ToString(),
        Fonction = l.Agent.FonctionSource ?? "",
        Mission = l.Mission,
        Taux = l.Taux!,
        Effet = l.Ligne.Debut ?? (l.Ligne.Duree == Duree.AnneeEntiere ? fichier.AnneeScolaire.PremierJour : null),
        Fin = l.Ligne.Fin ?? (l.Ligne.Duree == Duree.AnneeEntiere ? fichier.AnneeScolaire.DernierJour : null),
        Duree = l.Ligne.Duree,
        AvisConseilPedagogique = l.Situation.AvisConseilPedagogique,
        AvisConseilAdministration = l.Situation.AvisConseilAdministration,
    };
}
