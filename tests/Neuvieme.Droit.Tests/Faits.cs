using System.Globalization;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Lit les faits d'un cas écrit ; un nom inconnu ou une valeur illisible fait échouer.</summary>
static class Faits
{
    /// <summary>
    /// Coordination de discipline à 1 250 € par un certifié de collège public, huit IMP notifiées : rien ne s'y oppose.
    /// Le jour présent est le dernier de l'année scolaire : tout ce qu'un cas date de cette année a eu lieu.
    /// </summary>
    internal static readonly Situation Reference = new()
    {
        Date = new(2026, 6, 15),
        Aujourdhui = new(2027, 8, 31),
        Annee = new(2026),
        Mission = Mission.Discipline,
        Montant = Montant.Euros(1250m),
        Duree = Duree.AnneeEntiere,
        Nature = NatureEtablissement.College,
        Secteur = Secteur.Public,
        EducationPrioritaire = EducationPrioritaire.Aucune,
        Fonction = Fonction.Enseignant,
        Corps = Corps.Certifie,
        AffecteDansEtablissement = true,
        ServiceCompletCpge = false,
        DechargeMemeMission = false,
        Accord = EtatAccord.Donne,
        AccordLe = new(2026, 5, 20),
        AvisConseilPedagogique = new(2026, 3, 10),
        AvisConseilAdministration = new(2026, 3, 24),
        HeuresEstimees = 30,
        EnveloppeNotifiee = new(32),
        EnveloppeEngagee = new(0),
    };

    static readonly Dictionary<string, Func<Situation, string?, Situation>> Lecteurs = new(StringComparer.Ordinal)
    {
        ["date"] = (s, v) => s with { Date = Jour(v)!.Value },
        ["aujourdhui"] = (s, v) => s with { Aujourdhui = Jour(v) },
        ["annee"] = (s, v) => s with { Annee = new(Entier(v)!.Value) },
        ["mission"] = (s, v) => s with { Mission = Choix<Mission>(v) },
        ["travail"] = (s, v) => s with { Travail = Choix<Travail>(v) },
        ["orientation_academique"] = (s, v) => s with { OrientationAcademique = Choix<OrientationAcademique>(v) },
        ["article6_non_pourvue"] = (s, v) => s with { Article6NonPourvue = OuiNon(v) },
        ["enseignants_discipline"] = (s, v) => s with { EnseignantsDiscipline = Entier(v) },
        ["forme"] = (s, v) => s with { Forme = Choix<Forme>(v) },
        ["montant"] = (s, v) => s with { Montant = Somme(v) },
        ["duree"] = (s, v) => s with { Duree = Choix<Duree>(v) },
        ["debut"] = (s, v) => s with { Debut = Jour(v) },
        ["fin"] = (s, v) => s with { Fin = Jour(v) },
        ["justification_presente"] = (s, v) => s with { JustificationPresente = OuiNon(v)!.Value },
        ["titre_exceptionnel"] = (s, v) => s with { TitreExceptionnel = OuiNon(v)!.Value },
        ["nature"] = (s, v) => s with { Nature = Choix<NatureEtablissement>(v) },
        ["secteur"] = (s, v) => s with { Secteur = Choix<Secteur>(v) },
        ["education_prioritaire"] = (s, v) => s with { EducationPrioritaire = Choix<EducationPrioritaire>(v) },
        ["fonction"] = (s, v) => s with { Fonction = Choix<Fonction>(v) },
        ["corps"] = (s, v) => s with { Corps = Choix<Corps>(v) },
        ["affecte_dans_etablissement"] = (s, v) => s with { AffecteDansEtablissement = OuiNon(v) },
        ["service_complet_cpge"] = (s, v) => s with { ServiceCompletCpge = OuiNon(v) },
        ["decharge_meme_mission"] = (s, v) => s with { DechargeMemeMission = OuiNon(v) },
        ["accord"] = (s, v) => s with { Accord = Choix<EtatAccord>(v) },
        ["accord_le"] = (s, v) => s with { AccordLe = Jour(v) },
        ["avis_conseil_pedagogique"] = (s, v) => s with { AvisConseilPedagogique = Jour(v) },
        ["avis_conseil_administration"] = (s, v) => s with { AvisConseilAdministration = Jour(v) },
        ["enseignants_informes_le"] = (s, v) => s with { EnseignantsInformesLe = Jour(v) },
        ["enseignants_eps"] = (s, v) => s with { EnseignantsEps = Entier(v) },
        ["heures_eps_centiemes"] = (s, v) => s with { HeuresEpsCentiemes = Entier(v) },
        ["heures_supplementaires_eps_centiemes"] = (s, v) => s with { HeuresSupplementairesEpsCentiemes = Entier(v) },
        ["etp_eps_centiemes"] = (s, v) => s with { EtpEpsCentiemes = Entier(v) },
        ["niveaux"] = (s, v) => s with { Niveaux = v!.Split(", ").Select(Choix<Niveaux>).Aggregate((a, b) => a | b) },
        ["professeurs_technologie"] = (s, v) => s with { ProfesseursTechnologie = Entier(v) },
        ["equipements_partages"] = (s, v) => s with { EquipementsPartages = OuiNon(v) },
        ["est_technologie"] = (s, v) => s with { EstTechnologie = OuiNon(v)!.Value },
        ["projet_de_cycle"] = (s, v) => s with { ProjetDeCycle = OuiNon(v) },
        ["appreciation_numerique"] = (s, v) => s with { AppreciationNumerique = OuiNon(v) },
        ["ampleur_decrochage"] = (s, v) => s with { AmpleurDecrochage = OuiNon(v) },
        ["lien_projet_etablissement"] = (s, v) => s with { LienProjetEtablissement = OuiNon(v) },
        ["heures_estimees"] = (s, v) => s with { HeuresEstimees = Entier(v) },
        ["enveloppe_notifiee"] = (s, v) => s with { EnveloppeNotifiee = Entier(v) is { } q ? new Quotite(q) : null },
        ["enveloppe_engagee"] = (s, v) => s with { EnveloppeEngagee = Entier(v) is { } q ? new Quotite(q) : null },
        ["service_fait_le"] = (s, v) => s with { ServiceFaitLe = Jour(v) },
        ["validee_le"] = (s, v) => s with { ValideeLe = Jour(v) },
        ["somme_parts_mission"] = (s, v) => s with { SommePartsMission = Somme(v) },
        ["titulaires"] = (s, v) => s with { Titulaires = Entier(v) },
    };

    static readonly Dictionary<string, Func<Parametres, string?, Parametres>> LecteursParametres = new(StringComparer.Ordinal)
    {
        ["premier_mois"] = (p, v) => p with { PremierMois = Entier(v)!.Value },
        ["jour_limite_paie"] = (p, v) => p with { JourLimitePaie = Entier(v)!.Value },
        ["priorite_pacte"] = (p, v) => p with { PrioritePacte = Choix<PrioritePacte>(v) },
        ["pourcentage_rcd_minimal"] = (p, v) => p with { PourcentageRcdMinimal = Entier(v) },
        ["are_par_demi_heures"] = (p, v) => p with { AreParDemiHeures = OuiNon(v)!.Value },
        ["inclure_hsa_eps"] = (p, v) => p with { InclureHsaEps = OuiNon(v)!.Value },
    };

    internal static Situation Appliquer(Situation s, Dictionary<string, string?>? faits) =>
        (faits ?? []).Aggregate(s, (x, f) => Lecteurs.TryGetValue(f.Key, out var lire) ? lire(x, f.Value) : throw new FormatException($"Fait inconnu : {f.Key}"));

    internal static Parametres Appliquer(Parametres p, Dictionary<string, string?>? parametres) =>
        (parametres ?? []).Aggregate(p, (x, f) => LecteursParametres.TryGetValue(f.Key, out var lire) ? lire(x, f.Value) : throw new FormatException($"Paramètre inconnu : {f.Key}"));

    internal static Montant? Somme(string? v) => Absent(v) ? null : Montant.Euros(decimal.Parse(v!.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    static bool Absent(string? v) => string.IsNullOrEmpty(v) || v == "~";

    internal static DateOnly? Jour(string? v) => Absent(v) ? null : DateOnly.ParseExact(v!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static int? Entier(string? v) => Absent(v) ? null : int.Parse(v!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    internal static bool? OuiNon(string? v) => v switch { "oui" => true, "non" => false, _ when Absent(v) => null, _ => throw new FormatException($"oui ou non, pas {v}") };

    internal static T Choix<T>(string? v)
        where T : struct, Enum
    {
        foreach (T valeur in Enum.GetValues<T>())
        {
            if (Tirets(valeur.ToString()) == v) return valeur;
        }

        throw new FormatException($"{typeof(T).Name} inconnu : {v}");
    }

    internal static string Tirets(string nom) => string.Concat(nom.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
