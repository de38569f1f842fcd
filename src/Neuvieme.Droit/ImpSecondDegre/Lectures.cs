using Neuvieme.Droit.ImpSecondDegre.Regles;

namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Ce que la trace dit d'une règle satisfaite : la règle appliquée aux faits de la situation, valeurs comprises.</summary>
static class Lectures
{
    internal static string De(Regle regle, in Situation s, Parametres p) => regle.Code switch
    {
        "IMP-AGENT" when s.Fonction != Fonction.Inconnue => $"{Nom(s.Fonction)} : l'agent peut recevoir l'IMP.",
        "IMP-AFFECTATION" when s.AffecteDansEtablissement == true => "L'agent exerce dans l'établissement.",
        "IMP-CPGE" when s.ServiceCompletCpge == false => "L'agent ne fait pas tout son service en classes préparatoires.",
        "IMP-EXCLUSIVITE" when s.DechargeMemeMission == false => "Aucun allègement de service pour cette mission.",
        "IMP-DECHARGE" or "IMP-DECHARGE-PEGC" when s.Secteur == Secteur.PriveSousContrat => "La mission est reconnue par un allègement d'heures d'enseignement, sans somme d'IMP.",
        "IMP-ACCORD" when s.AccordLe is { } le => $"L'agent a donné son accord le {Dates.Lisible(le)}.",
        "IMP-MISSION" when Nomenclature.Chercher(s.Mission) is { } fiche => $"« {fiche.Libelle} » est une mission de l'{(fiche.EstArticle6 ? "article 6" : "article 7")}.",
        "IMP-HEURES" when s.HeuresEstimees is { } heures => $"Charge estimée : {heures} heures dans l'année.",
        "IMP-TAUX" when s.Montant is { } m && TauxImp.DeMontant(m, s.Annee.PremierJour) is { } t => $"{m} est le {t.Nom}, code {t.Code} : {t.Quotite} IMP.",
        "IMP-TAUX-USAGE" when s.Montant is { } m => TauxUsage(m, in s),
        "IMP-PARTAGE" when s.Titulaires is > 1 => $"Mission partagée entre {s.Titulaires} personnes : une IMP à chacune.",
        "IMP-APSA-SEUILS" when s.EnseignantsEps is { } n && BesoinsApsa.Heures(in s, p.InclureHsaEps) is { } h =>
            $"{n} enseignants d'EPS et {Centiemes(h)} h par semaine{Hsa(in s, p)} : au moins trois enseignants et 50 heures, la coordination s'ouvre.",
        "IMP-APSA-TAUX" when s.Montant is { } m && BesoinsApsa.Etp(in s, p.InclureHsaEps) is { } etp =>
            $"{Centiemes(etp)} équivalents temps plein d'EPS{Hsa(in s, p)}, {(etp > 400 ? "plus de quatre" : "quatre au plus")} : le taux dû est {m}.",
        "IMP-NIV-NIVEAUX" when s.Niveaux != Niveaux.Aucun => $"Niveaux suivis : {System.Numerics.BitOperations.PopCount((uint)s.Niveaux)}.",
        "IMP-AVIS-CP" when s.AvisConseilPedagogique is { } le => $"Le conseil pédagogique a rendu son avis le {Dates.Lisible(le)}.",
        "IMP-AVIS-CA" when s.AvisConseilAdministration is { } le => $"Le conseil d'administration a rendu son avis le {Dates.Lisible(le)} ; cet avis ne lie pas.",
        "IMP-AVIS-FENETRE" when s.AvisConseilAdministration is not null => "Avis recueillis de février à juin.",
        "IMP-VALIDATION-DATE" when s.ValideeLe is { } le => $"Le recteur a validé le {Dates.Lisible(le)}{(s.Secteur == Secteur.Public ? ", après les avis connus" : "")}.",
        "IMP-ENVELOPPE" when s is { EnveloppeNotifiee: { } notifiee, EnveloppeEngagee: { } engagee } => $"Enveloppe de {notifiee} IMP, dont {engagee} engagées par ailleurs : la mission y tient.",
        "IMP-VERSEMENT" when s.Duree == Duree.AnneeEntiere && Paiement.EstUnique(in s) =>
            "En 2023-2024, le référent harcèlement ne couvre pas l'année scolaire : un seul versement après service fait.",
        "IMP-VERSEMENT" when s.Duree == Duree.AnneeEntiere => $"Mission de l'année entière : neuf versements à partir {Elision.De(new Mois(s.Annee.Debut, p.PremierMois).Nom)}, le dernier solde les centimes.",
        "IMP-VERSEMENT" when s.Duree == Duree.Ponctuelle => "Mission ponctuelle : un versement après service fait.",
        "IMP-PERIODE" => $"La mission tient dans l'année scolaire {s.Annee}.",
        "IMP-HORS-SERVICE" => "La mission s'ajoute au service, hors des heures de cours.",
        "IMP-PAS-DE-PRORATA" => "Le taux ne dépend ni du temps partiel ni de la manière de servir.",
        _ => regle.Enonce,
    };

    static string TauxUsage(Montant m, in Situation s)
    {
        if (Nomenclature.Chercher(s.Mission) is not { } fiche || TauxImp.DeMontant(m, s.Annee.PremierJour) is not { } taux) return $"{m}.";
        return fiche.Usage(taux) switch
        {
            UsageTaux.Usuel => $"{m} est un taux courant de cette mission.",
            UsageTaux.Module => $"{m} est un taux modulé de cette mission, justifié par écrit.",
            UsageTaux.Exceptionnel => $"{m} est un taux exceptionnel de cette mission, justifié par écrit.",
            _ => $"{m} s'écarte des orientations ; l'écart est justifié par écrit.",
        };
    }

    static string Hsa(in Situation s, Parametres p) => p.InclureHsaEps && s.HeuresSupplementairesEpsCentiemes is { } hsa
        ? $", dont {Centiemes(hsa)} h supplémentaires comptées par l'académie" : "";

    static string Nom(Fonction fonction) => fonction switch
    {
        Fonction.Enseignant => "Enseignant",
        Fonction.Documentaliste => "Professeur documentaliste",
        Fonction.Cpe => "Conseiller principal d'éducation",
        _ => "Personnel",
    };

    static string Centiemes(int valeur)
    {
        (int entier, int reste) = int.DivRem(valeur, 100);
        return reste == 0 ? $"{entier}" : reste % 10 == 0 ? $"{entier},{reste / 10}" : $"{entier},{reste:00}";
    }
}
