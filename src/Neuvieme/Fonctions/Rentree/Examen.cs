using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Personnels.Importer;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Ce que la commande sait de l'établissement en plus du fichier STSWeb.</summary>
sealed record Contexte(
    Quotite Enveloppe, ParametresDuDroit Parametres, DateOnly? AvisConseilPedagogique, DateOnly? AvisConseilAdministration,
    DateOnly? EnseignantsInformesLe, EducationPrioritaire EducationPrioritaire, DateOnly? Aujourdhui = null);

/// <summary>Une ligne jugée.</summary>
/// <param name="Reference">Référence du dossier, sur la lettre, le bordereau et le contrôle.</param>
sealed record LigneJugee(LigneRepartition Ligne, IndividuSts Agent, Situation Situation, Decision Decision, string Reference)
{
    public bool Accordee => Decision.Issue == Issue.Accordee;
    public Taux? Taux => Situation.Montant is { } m ? TauxImp.DeMontant(m, Situation.Date) : null;
    public string Mission => Ligne.Intitule.Length > 0 && Ligne.Intitule != Ligne.Fiche.Libelle ? $"{Ligne.Fiche.Libelle} — {Ligne.Intitule}" : Ligne.Fiche.Libelle;
}

/// <summary>Juge la répartition ligne après ligne, dans l'ordre du fichier : chaque ligne qui n'est pas refusée réserve sa part d'enveloppe.</summary>
static class Examen
{
    public static (IReadOnlyList<LigneJugee> Lignes, IReadOnlyList<ErreurEntree> Erreurs) Juger(
        FichierSts fichier, IReadOnlyList<LigneRepartition> lignes, string nomCsv, Contexte contexte)
    {
        var (designees, erreurs) = Designer(fichier, lignes, nomCsv);
        if (erreurs.Count > 0) return ([], erreurs);

        var faits = FaitsSts.De(fichier, contexte.Parametres);
        var engage = Quotite.Zero;
        List<LigneJugee> jugees = [];
        for (var i = 0; i < designees.Count; i++)
        {
            var (ligne, agent) = designees[i];
            var situation = Situation(fichier, faits, ligne, agent, lignes, contexte, engage);
            var decision = Evaluation.Evaluer(in situation, contexte.Parametres);
            if (decision.Issue is Issue.Accordee or Issue.Incomplete && ligne.Montant is { } montant) engage += Quotite.DeMontant(montant) ?? Quotite.Zero;
            jugees.Add(new(ligne, agent, situation, decision, ligne.Reference.Length > 0 ? ligne.Reference : $"{fichier.Etablissement.Uai}-{fichier.Annee}-{i + 1:000}"));
        }

        var doubles = jugees.GroupBy(j => j.Reference, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .SelectMany(g => g.Skip(1)).Select(j => new ErreurEntree(nomCsv, j.Ligne.Ligne, "reference", $"la référence {j.Reference} est déjà prise.")).ToList();
        return doubles.Count > 0 ? ([], doubles) : (jugees, []);
    }

    static (List<(LigneRepartition Ligne, IndividuSts Agent)>, List<ErreurEntree>) Designer(FichierSts fichier, IReadOnlyList<LigneRepartition> lignes, string nomCsv)
    {
        var recherche = new RechercheAgent(fichier);
        List<(LigneRepartition, IndividuSts)> designees = [];
        List<ErreurEntree> erreurs = [];
        Dictionary<(ClePersonne, Mission, string), int> vues = [];
        foreach (var ligne in lignes)
        {
            var (agent, colonne, faute) = recherche.Trouver(ligne);
            if (agent is null) erreurs.Add(new(nomCsv, ligne.Ligne, colonne, faute!));
            else if (!vues.TryAdd((agent.Cle, ligne.Fiche.Mission, ligne.Intitule), ligne.Ligne))
                erreurs.Add(new(nomCsv, ligne.Ligne, null, $"{agent.NomComplet} a déjà cette mission à la ligne {vues[(agent.Cle, ligne.Fiche.Mission, ligne.Intitule)]} : distinguer les deux par « intitule », ou retirer l'une."));
            else designees.Add((ligne, agent));
        }

        return (designees, erreurs);
    }

    static Situation Situation(
        FichierSts fichier, FaitsSts faits, LigneRepartition l, IndividuSts agent, IReadOnlyList<LigneRepartition> toutes, Contexte contexte, Quotite engage)
    {
        LigneRepartition[] parts = l.Partage.Length == 0 ? [l] : [.. toutes.Where(x => x.Fiche == l.Fiche && x.Partage.Equals(l.Partage, StringComparison.OrdinalIgnoreCase))];
        var eps = faits.Eps.Compte(contexte.Parametres);
        return new()
        {
            Date = fichier.AnneeScolaire.PremierJour,
            Aujourdhui = contexte.Aujourdhui,
            Annee = fichier.AnneeScolaire,
            Mission = l.Fiche.Mission,
            Forme = Forme.Imp,
            Montant = l.Montant,
            Duree = l.Duree,
            Debut = l.Debut,
            Fin = l.Fin,
            JustificationPresente = l.Justification.Length > 0,
            TitreExceptionnel = l.Justification.Length > 0,
            Nature = NatureEtablissement.DeCode(fichier.Etablissement.CodeNature),
            Secteur = SecteurDe(fichier.Etablissement.Statut),
            EducationPrioritaire = contexte.EducationPrioritaire,
            Fonction = agent.Fonction,
            Corps = agent.Corps,
            AffecteDansEtablissement = true,
            ServiceCompletCpge = l.CpgeComplet,
            // Le plan est complet : une décharge pour la même mission y serait écrite.
            DechargeMemeMission = l.DechargeMemeMission ?? false,
            Accord = l.Accord,
            AccordLe = l.AccordLe,
            AvisConseilPedagogique = l.AvisConseilPedagogique ?? contexte.AvisConseilPedagogique,
            AvisConseilAdministration = l.AvisConseilAdministration ?? contexte.AvisConseilAdministration,
            EnseignantsInformesLe = contexte.EnseignantsInformesLe,
            EnseignantsEps = faits.Eps.Enseignants.Count,
            HeuresEpsCentiemes = eps?.HeuresCentiemes,
            HeuresSupplementairesEpsCentiemes = faits.Eps.HeuresSupplementaires,
            EtpEpsCentiemes = eps?.EtpCentiemes,
            Niveaux = l.Niveaux,
            ProfesseursTechnologie = faits.ProfesseursTechnologie.Count,
            EstTechnologie = l.Technologie ?? false,
            EquipementsPartages = l.EquipementsPartages,
            ProjetDeCycle = l.ProjetCycle,
            AppreciationNumerique = l.AppreciationNumerique,
            AmpleurDecrochage = l.AmpleurDecrochage,
            LienProjetEtablissement = l.LienProjet,
            HeuresEstimees = l.Heures,
            EnveloppeNotifiee = contexte.Enveloppe,
            EnveloppeEngagee = engage,
            ServiceFaitLe = l.ServiceFaitLe,
            Titulaires = parts.Length,
            SommePartsMission = parts.Length > 1 && parts.All(p => p.Montant is not null) ? parts.Aggregate(Montant.Zero, (s, p) => s + p.Montant!.Value) : null,
        };
    }

    /// <summary>STATUT de STSWeb : « PU » ou « PR » ; seul le privé sous contrat est géré dans STSWeb.</summary>
    public static Secteur SecteurDe(string? statut) => statut?.Trim().ToUpperInvariant() switch
    {
        "PU" => Secteur.Public,
        "PR" => Secteur.PriveSousContrat,
        _ => Secteur.Inconnu,
    };
}
