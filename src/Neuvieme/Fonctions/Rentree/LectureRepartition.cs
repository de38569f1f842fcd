using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Lit <c>repartition.csv</c> en entier et rapporte toutes ses fautes d'un coup.</summary>
static class LectureRepartition
{
    public const int LignesMaximum = 2000;

    public static (IReadOnlyList<LigneRepartition> Lignes, IReadOnlyList<ErreurEntree> Erreurs) Lire(byte[] octets, string fichier)
    {
        var (lignes, fautes) = TexteCsv.Lire(octets, fichier);
        List<ErreurEntree> erreurs = [.. fautes];
        if (lignes.Count == 0)
        {
            if (erreurs.Count == 0) erreurs.Add(new(fichier, null, null, "fichier vide : la première ligne nomme les colonnes."));
            return ([], erreurs);
        }

        var places = Entete(lignes[0], fichier, erreurs);
        if (lignes.Count == 1) erreurs.Add(new(fichier, null, null, "aucune attribution sous la ligne d'en-tête."));
        if (lignes.Count - 1 > LignesMaximum) return ([], [new(fichier, null, null, $"plus de {LignesMaximum} lignes : une répartition est celle d'un établissement.")]);
        if (erreurs.Exists(e => e.Ligne == lignes[0].Numero)) return ([], erreurs);

        List<LigneRepartition> lues = [];
        foreach (var ligne in lignes.Skip(1))
        {
            if (ligne.Champs.Count > lignes[0].Champs.Count && ligne.Champs.Skip(lignes[0].Champs.Count).Any(c => c.Length > 0))
            {
                erreurs.Add(new(fichier, ligne.Numero, null, $"{ligne.Champs.Count} cases pour {lignes[0].Champs.Count} colonnes : un séparateur de trop, ou un texte à mettre entre guillemets."));
                continue;
            }

            if (Une(new(fichier, ligne, places, erreurs)) is { } lue) lues.Add(lue);
        }

        return (lues, [.. erreurs.OrderBy(e => e.Ligne ?? 0)]);
    }

    static Dictionary<string, int> Entete(LigneCsv entete, string fichier, List<ErreurEntree> erreurs)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (var i = 0; i < entete.Champs.Count; i++)
        {
            var titre = entete.Champs[i];
            if (titre.Length == 0) continue;
            if (ColonnesRepartition.Reconnaitre(titre) is not { } nom)
                erreurs.Add(new(fichier, entete.Numero, titre, $"colonne inconnue ; colonnes : {ColonnesRepartition.Liste}."));
            else if (!places.TryAdd(nom, i))
                erreurs.Add(new(fichier, entete.Numero, titre, $"la colonne « {nom} » est là deux fois."));
        }

        if (!places.ContainsKey("mission")) erreurs.Add(new(fichier, entete.Numero, null, "il manque la colonne « mission »."));
        if (!places.ContainsKey("id") && !places.ContainsKey("nom")) erreurs.Add(new(fichier, entete.Numero, null, "il manque de quoi désigner l'agent : « type » et « id », ou « nom » et « prenom »."));
        if (!places.ContainsKey("taux") && !places.ContainsKey("montant") && !places.ContainsKey("fraction"))
            erreurs.Add(new(fichier, entete.Numero, null, "il manque le taux : « taux », « montant » ou « fraction »."));
        return places;
    }

    static LigneRepartition? Une(CasesRepartition c)
    {
        var fiche = c.Mission();
        var accordLe = c.Jour("accord_le");
        var accord = c.Accord(accordLe);
        string[] contenu = c.Texte("contenu").Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fiche is { Contenu.Count: 0 } && contenu.Length == 0) c.Refuser("contenu", $"{fiche.Code} n'a pas de tâches nationales : les écrire, séparées par « | ».");
        if (c.Texte("id").Length == 0 && c.Texte("nom").Length == 0) c.Refuser(null, "agent absent : remplir « type » et « id », ou « nom » et « prenom ».");
        // Toutes les cases se lisent même quand la mission est fautive : chaque faute de la ligne se dit en une fois.
        LigneRepartition lue = new()
        {
            Ligne = c.Ligne,
            Type = c.Type(),
            Id = c.Texte("id"),
            Nom = c.Texte("nom"),
            Prenom = c.Texte("prenom"),
            Fiche = fiche!,
            Intitule = c.Texte("intitule"),
            Montant = c.Montant(),
            Duree = c.Duree(),
            Debut = c.Jour("debut"),
            Fin = c.Jour("fin"),
            ServiceFaitLe = c.Jour("service_fait_le"),
            Justification = c.Texte("justification"),
            Accord = accord,
            AccordLe = accord == EtatAccord.Donne ? accordLe : null,
            AvisConseilPedagogique = c.Jour("avis_cp"),
            AvisConseilAdministration = c.Jour("avis_ca"),
            Niveaux = c.Niveaux(),
            Heures = c.Entier("heures"),
            Contenu = contenu,
            Partage = c.Texte("partage"),
            Reference = c.Texte("reference"),
            DechargeMemeMission = c.OuiNon("decharge_meme_mission"),
            CpgeComplet = c.OuiNon("cpge_complet"),
            Technologie = c.OuiNon("technologie"),
            EquipementsPartages = c.OuiNon("equipements_partages"),
            ProjetCycle = c.OuiNon("projet_cycle"),
            AppreciationNumerique = c.OuiNon("appreciation_numerique"),
            AmpleurDecrochage = c.OuiNon("ampleur_decrochage"),
            LienProjet = c.OuiNon("lien_projet"),
        };
        return fiche is null ? null : lue;
    }
}
