namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Qui peut recevoir l'IMP, et dans quel établissement.</summary>
static class Beneficiaires
{
    static readonly Regle Agent = Textes.Regle("IMP-AGENT", Rubrique.Beneficiaire, Textes.Decret("art. 1", "al. 1 et 3"),
        "L'IMP va aux enseignants, professeurs documentalistes, PEGC et CPE. Le décret vise les personnels sans condition de statut : titulaires, stagiaires et contractuels.",
        ["R011", "R013", "R014", "R015"]);

    static readonly Regle PremierDegreAffecte = Textes.Regle("IMP-PROFESSEUR-DES-ECOLES", Rubrique.Beneficiaire, Textes.Circulaire("préambule"),
        "Un enseignant du premier degré qui exerce en collège, SEGPA, EREA ou lycée relève de l'IMP du second degré : le degré de l'établissement décide.",
        ["R012"]);

    static readonly Regle Etablissement = Textes.Regle("IMP-ETABLISSEMENT", Rubrique.Beneficiaire, Textes.Decret("art. 1", "al. 1"),
        "La mission est tenue dans un établissement du second degré. Dans une école, c'est le décret n° 2017-965 qui s'applique.",
        ["R002", "R011"]);

    static readonly Regle SecteurEligible = Textes.Regle("IMP-SECTEUR", Rubrique.Beneficiaire, Textes.CirculairePrive(),
        "Le privé sous contrat suit les mêmes missions et les mêmes taux, sans conseils ; le privé hors contrat n'en relève pas.",
        ["R023"]);

    static readonly Regle Affectation = Textes.Regle("IMP-AFFECTATION", Rubrique.Beneficiaire, Textes.Decret("art. 1", "al. 1"),
        "L'agent exerce dans l'établissement où il tient la mission, complément de service compris.", ["R020"]);

    static readonly Regle Cpge = Textes.Regle("IMP-CPGE", Rubrique.Beneficiaire, Textes.Circulaire("préambule"),
        "Un service complet en classes préparatoires exclut de l'IMP ; un service partiel, non.", ["R016"]);

    static readonly Constat FonctionInconnue = Constat.Manque("IMP-FONCTION-INCONNUE", Agent, "fonction", "Indiquer la fonction de l'agent dans l'établissement.");

    static readonly Constat FonctionExclue = new("IMP-FONCTION-EXCLUE", Agent, Gravite.Refus, (c, in s, _) => new FonctionExclue(c, s.Fonction, s.Corps));

    static readonly Constat CorpsContredit = Constat.Alerte("IMP-CORPS-CPE-ENSEIGNANT", Agent,
        "L'agent est du corps des CPE mais déclaré enseignant ou documentaliste : l'une des deux mentions est à corriger.");

    static readonly Constat NatureInconnue = Constat.Manque("IMP-NATURE-INCONNUE", Etablissement, "nature", "Indiquer la nature de l'établissement.");

    static readonly Constat EcolePremierDegre = Constat.Refus("IMP-PREMIER-DEGRE", Etablissement,
        "L'établissement est une école : l'IMP du premier degré relève du décret n° 2017-965, pas de celui-ci.");

    static readonly Constat HorsSecondDegre = Constat.Refus("IMP-HORS-SECOND-DEGRE", Etablissement,
        "L'établissement n'est ni un collège, ni un lycée, ni un EREA.");

    static readonly Constat SecteurInconnu = Constat.Manque("IMP-SECTEUR-INCONNU", SecteurEligible, "secteur", "Indiquer si l'établissement est public ou privé.");

    static readonly Constat HorsContrat = Constat.Refus("IMP-HORS-CONTRAT", SecteurEligible, "Un établissement privé hors contrat ne reçoit pas d'IMP.");

    static readonly Constat AffectationInconnue = Constat.Manque("IMP-AFFECTATION-INCONNUE", Affectation, "affecte_dans_etablissement",
        "Vérifier que l'agent exerce dans l'établissement.");

    static readonly Constat NonAffecte = Constat.Refus("IMP-NON-AFFECTE", Affectation, "L'agent n'exerce pas dans l'établissement de la mission.");

    static readonly Constat CpgeInconnu = Constat.Manque("IMP-CPGE-INCONNU", Cpge, "service_complet_cpge",
        "Préciser si l'agent fait tout son service en classes préparatoires.");

    static readonly Constat ServiceCompletCpge = Constat.Refus("IMP-SERVICE-COMPLET-CPGE", Cpge,
        "L'agent fait tout son service en classes préparatoires : l'IMP lui est fermée.");

    internal static readonly Regle[] Regles = [Agent, PremierDegreAffecte, Etablissement, SecteurEligible, Affectation, Cpge];

    internal static readonly Constat[] Constats =
    [
        FonctionInconnue, FonctionExclue, CorpsContredit, NatureInconnue, EcolePremierDegre, HorsSecondDegre, SecteurInconnu, HorsContrat,
        AffectationInconnue, NonAffecte, CpgeInconnu, ServiceCompletCpge,
    ];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Agent);
        t.Note("fonction", s.Fonction);
        t.Note("corps", s.Corps);
        if (s.Corps is Corps.Direction or Corps.PsyEn) t.Constate(FonctionExclue);
        else if (s.Fonction == Fonction.Inconnue) t.Constate(FonctionInconnue);
        else if (s.Fonction is not (Fonction.Enseignant or Fonction.Documentaliste or Fonction.Cpe)) t.Constate(FonctionExclue);
        else if (s.Corps == Corps.Cpe && s.Fonction != Fonction.Cpe) t.Constate(CorpsContredit);

        if (s.Corps is Corps.ProfesseurDesEcoles or Corps.Instituteur)
        {
            t.Examine(PremierDegreAffecte);
            t.Note("nature", s.Nature);
        }

        t.Examine(Etablissement);
        t.Note("nature", s.Nature);
        if (s.Nature == NatureEtablissement.Inconnue) t.Constate(NatureInconnue);
        else if (s.Nature == NatureEtablissement.PremierDegre) t.Constate(EcolePremierDegre);
        else if (!s.Nature.EstSecondDegre) t.Constate(HorsSecondDegre);

        t.Examine(SecteurEligible);
        t.Note("secteur", s.Secteur);
        if (s.Secteur == Secteur.Inconnu) t.Constate(SecteurInconnu);
        else if (s.Secteur is not (Secteur.Public or Secteur.PriveSousContrat)) t.Constate(HorsContrat);

        t.Examine(Affectation);
        t.Note("affecte_dans_etablissement", s.AffecteDansEtablissement);
        if (s.AffecteDansEtablissement is not { } affecte) t.Constate(AffectationInconnue);
        else if (!affecte) t.Constate(NonAffecte);

        if (s.ServiceCompletCpge != true && !PeutAvoirUneCpge(s.Nature)) return;
        t.Examine(Cpge);
        t.Note("service_complet_cpge", s.ServiceCompletCpge);
        if (s.ServiceCompletCpge == true) t.Constate(ServiceCompletCpge);
        else if (s.ServiceCompletCpge is null && s.Fonction == Fonction.Enseignant) t.Constate(CpgeInconnu);
    }

    static bool PeutAvoirUneCpge(NatureEtablissement nature) => nature is NatureEtablissement.LyceeGeneral
        or NatureEtablissement.LyceeGeneralEtTechnologique or NatureEtablissement.LyceePolyvalent;
}
