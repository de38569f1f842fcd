using System.Text;
using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using static Neuvieme.Fonctions.Textes.Cles<Neuvieme.Droit.ImpSecondDegre.Situation>;
using ParametresImp = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Une situation en cours de lecture, puis prête à juger.</summary>
abstract class Brouillon
{
    public string? Reference { get; set; }

    public ParametresImp Parametres { get; set; } = ParametresImp.Defaut;

    public long? MontantCentimes { get; set; }

    public string? Taux { get; set; }

    public abstract Decision Evaluer();
}

delegate Decision Jugement<TSituation>(in TSituation s, ParametresImp p)
    where TSituation : struct;

/// <summary>La situation d'un dispositif.</summary>
sealed class Brouillon<TSituation>(Jugement<TSituation> juger) : Brouillon
    where TSituation : struct
{
    TSituation _situation;

    public ref TSituation Situation => ref _situation;

    public override Decision Evaluer() => juger(in _situation, Parametres);
}

delegate void Pose(Brouillon b, ref Utf8JsonReader r);

/// <summary>Une clé de l'entrée : sa forme, son sens, et comment elle devient un fait.</summary>
/// <param name="Nom">Nom de la clé.</param>
/// <param name="Forme">« date », « entier », « booleen », « texte », « choix », « liste », « objet ».</param>
/// <param name="Description">Sens et unité.</param>
/// <param name="Pose">Lit la valeur.</param>
/// <param name="Valeurs">Valeurs d'un choix ou d'une liste.</param>
/// <param name="Obligatoire">La clé doit être là.</param>
/// <param name="Bornes">Bornes d'un entier.</param>
sealed record Champ(
    string Nom, string Forme, string Description, Pose Pose, IReadOnlyList<string>? Valeurs = null, bool Obligatoire = false, (long Min, long Max)? Bornes = null)
{
    public byte[] NomUtf8 { get; } = Encoding.UTF8.GetBytes(Nom);
}

/// <summary>Les clés d'une IMP du second degré. Le schéma et la lecture en viennent tous deux.</summary>
static class Champs
{
    public static readonly Champ[] Situation =
    [
        Cles.Reference,
        Fait("date", "Jour où le droit est lu.", (s, ref r) => s with { Date = Valeur.Jour(ref r) ?? throw Valeur.Absent() }, obligatoire: true),
        Fait("aujourdhui", "Jour présent : un acte daté d'après lui n'a pas encore eu lieu. Par défaut, date.", (s, ref r) => s with { Aujourdhui = Valeur.Jour(ref r) }),
        Annee((s, annee) => s with { Annee = annee }),
        Choix("mission", "Mission, par son nom ou par son code de nomenclature.", Noms<Mission>.Tous.Concat(Nomenclature.Fiches.Select(f => f.Code)),
            (s, ref r) => s with { Mission = Valeur.ChoixOuCode<Mission>(ref r, c => Nomenclature.DeCode(c)?.Mission) }, obligatoire: true),
        Choix("travail", "Le travail que la proposition paierait. Par défaut mission.", Noms<Travail>.Tous, (s, ref r) => s with { Travail = Valeur.Choix<Travail>(ref r) }),
        Choix("forme", "Indemnité, ou décharge de service. Par défaut imp.", Noms<Forme>.Tous, (s, ref r) => s with { Forme = Valeur.Choix<Forme>(ref r) }),
        new("montant_centimes", "entier", "Montant annuel brut proposé, en centimes d'euro. Ou bien taux.",
            (b, ref r) => b.MontantCentimes = Valeur.Entier(ref r, -Cles.CentimesMax, Cles.CentimesMax), Bornes: (-Cles.CentimesMax, Cles.CentimesMax)),
        new("taux", "choix", "Code STSWeb du taux proposé. Ou bien montant_centimes.", (b, ref r) => b.Taux = Valeur.Taux(ref r), [.. TauxImp.AuDate(TauxImp.PremiereRentree).Select(t => t.Code)]),
        Choix("duree", "Toute l'année scolaire, ou ponctuelle (toute mission qui ne la couvre pas).", Noms<Duree>.Tous, (s, ref r) => s with { Duree = Valeur.Choix<Duree>(ref r) }),
        Fait("debut", "Premier jour de la mission.", (s, ref r) => s with { Debut = Valeur.Jour(ref r) }),
        Fait("fin", "Dernier jour de la mission.", (s, ref r) => s with { Fin = Valeur.Jour(ref r) }),
        Vrai("justification_presente", "Une justification écrite accompagne la proposition.", (s, v) => s with { JustificationPresente = v }),
        Vrai("titre_exceptionnel", "La justification invoque le titre exceptionnel.", (s, v) => s with { TitreExceptionnel = v }),
        Choix("nature", "Nature de l'établissement où la mission est tenue.", Noms<NatureEtablissement>.Tous, (s, ref r) => s with { Nature = Valeur.Choix<NatureEtablissement>(ref r) }),
        Choix("secteur", "Secteur de l'établissement.", Noms<Secteur>.Tous, (s, ref r) => s with { Secteur = Valeur.Choix<Secteur>(ref r) }),
        Choix("education_prioritaire", "Appartenance à l'éducation prioritaire.", Noms<EducationPrioritaire>.Tous, (s, ref r) => s with { EducationPrioritaire = Valeur.Choix<EducationPrioritaire>(ref r) }),
        Choix("fonction", "Fonction de l'agent dans l'établissement.", Noms<Fonction>.Tous, (s, ref r) => s with { Fonction = Valeur.Choix<Fonction>(ref r) }),
        Choix("corps", "Corps de l'agent ; inconnu n'empêche pas de décider.", Noms<Corps>.Tous, (s, ref r) => s with { Corps = Valeur.Choix<Corps>(ref r) }),
        OuiNon("affecte_dans_etablissement", "L'agent exerce dans l'établissement, complément de service compris.", (s, v) => s with { AffecteDansEtablissement = v }),
        OuiNon("service_complet_cpge", "L'agent fait tout son service en classes préparatoires.", (s, v) => s with { ServiceCompletCpge = v }),
        OuiNon("decharge_meme_mission", "L'agent a une décharge de service pour cette même mission.", (s, v) => s with { DechargeMemeMission = v }),
        Choix("accord", "Accord de l'agent. Par défaut absent.", Noms<EtatAccord>.Tous, (s, ref r) => s with { Accord = Valeur.Choix<EtatAccord>(ref r) }),
        Fait("accord_le", "Jour de la réponse de l'agent.", (s, ref r) => s with { AccordLe = Valeur.Jour(ref r) }),
        Fait("avis_conseil_pedagogique", "Jour de l'avis du conseil pédagogique.", (s, ref r) => s with { AvisConseilPedagogique = Valeur.Jour(ref r) }),
        Fait("avis_conseil_administration", "Jour de l'avis du conseil d'administration.", (s, ref r) => s with { AvisConseilAdministration = Valeur.Jour(ref r) }),
        Fait("enseignants_informes_le", "Privé sous contrat : jour où tous les enseignants ont été informés de la répartition.", (s, ref r) => s with { EnseignantsInformesLe = Valeur.Jour(ref r) }),
        Nombre("enseignants_eps", "Nombre d'enseignants d'EPS de l'établissement.", 10_000, (s, v) => s with { EnseignantsEps = v }),
        Nombre("heures_eps_centiemes", "Heures hebdomadaires d'EPS en centièmes d'heure, forfait d'association sportive compris, hors heures supplémentaires.", 1_000_000, (s, v) => s with { HeuresEpsCentiemes = v }),
        Nombre("heures_supplementaires_eps_centiemes", "Heures supplémentaires années d'EPS, en centièmes d'heure.", 1_000_000, (s, v) => s with { HeuresSupplementairesEpsCentiemes = v }),
        Nombre("etp_eps_centiemes", "Équivalents temps plein d'EPS, en centièmes, hors heures supplémentaires.", 1_000_000, (s, v) => s with { EtpEpsCentiemes = v }),
        Liste("niveaux", "Niveaux coordonnés.", Noms<Niveaux>.Tous.Skip(1), (s, ref r) => s with { Niveaux = Valeur.Liste<Niveaux>(ref r, "[\"sixieme\", \"cinquieme\"]").Aggregate(default(Niveaux), (a, n) => a | n) }),
        Nombre("enseignants_discipline", "Nombre d'enseignants de la discipline coordonnée.", 10_000, (s, v) => s with { EnseignantsDiscipline = v }),
        Nombre("professeurs_technologie", "Nombre de professeurs de technologie.", 10_000, (s, v) => s with { ProfesseursTechnologie = v }),
        OuiNon("equipements_partages", "Les équipements de technologie servent à plusieurs professeurs.", (s, v) => s with { EquipementsPartages = v }),
        Vrai("est_technologie", "La discipline coordonnée est la technologie.", (s, v) => s with { EstTechnologie = v }),
        OuiNon("projet_de_cycle", "Un projet de cycle crée une charge de coordination.", (s, v) => s with { ProjetDeCycle = v }),
        OuiNon("appreciation_numerique", "Le besoin numérique a été apprécié.", (s, v) => s with { AppreciationNumerique = v }),
        OuiNon("ampleur_decrochage", "L'ampleur du décrochage justifie un référent.", (s, v) => s with { AmpleurDecrochage = v }),
        OuiNon("lien_projet_etablissement", "La mission se rattache au projet d'établissement.", (s, v) => s with { LienProjetEtablissement = v }),
        Choix("orientation_academique", "Article 7 : ce que l'académie a dit de ce type de mission.", Noms<OrientationAcademique>.Tous,
            (s, ref r) => s with { OrientationAcademique = Valeur.Choix<OrientationAcademique>(ref r) }),
        OuiNon("article6_non_pourvue", "Une mission de l'article 6 dont le besoin est établi n'est pas prévue dans l'établissement.", (s, v) => s with { Article6NonPourvue = v }),
        Nombre("heures_estimees", "Heures estimées pour toute la mission.", 10_000, (s, v) => s with { HeuresEstimees = v }),
        Quarts("enveloppe_notifiee_quarts", "Enveloppe notifiée, en quarts d'IMP (312,50 €).", (s, v) => s with { EnveloppeNotifiee = v }),
        Quarts("enveloppe_engagee_quarts", "Déjà engagé sans cette attribution, en quarts d'IMP (312,50 €).", (s, v) => s with { EnveloppeEngagee = v }),
        Fait("service_fait_le", "Mission ponctuelle : jour où le service fait est attesté.", (s, ref r) => s with { ServiceFaitLe = Valeur.Jour(ref r) }),
        Fait("validee_le", "Jour de la validation par le recteur.", (s, ref r) => s with { ValideeLe = Valeur.Jour(ref r) }),
        Somme("somme_parts_mission_centimes", "Mission partagée : somme de toutes les parts, celle-ci comprise, en centimes d'euro.", (s, v) => s with { SommePartsMission = v }),
        Nombre("titulaires", "Mission partagée : nombre d'agents.", 10_000, (s, v) => s with { Titulaires = v }),
        Cles.Parametres,
    ];
}

/// <summary>Les noms JSON d'une énumération : « RepPlus » s'écrit « rep-plus ».</summary>
static class Noms<T>
    where T : struct, Enum
{
    static readonly T[] Valeurs = Enum.GetValues<T>();

    public static readonly string[] Tous = [.. Valeurs.Select(v => Tirets(v.ToString()))];

    public static bool Lire(string texte, out T valeur)
    {
        int rang = Array.IndexOf(Tous, texte);
        valeur = rang >= 0 ? Valeurs[rang] : default;
        return rang >= 0;
    }

    static string Tirets(string nom)
    {
        var texte = new StringBuilder(nom.Length + 4);
        foreach (char c in nom)
        {
            if (char.IsAsciiLetterUpper(c) && texte.Length > 0) texte.Append('-');
            texte.Append(char.ToLowerInvariant(c));
        }

        return texte.ToString();
    }
}
