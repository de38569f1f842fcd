namespace Neuvieme.Droit.ImpPremierDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Qui peut recevoir l'IMP du premier degré, et à quel échelon.</summary>
static class Beneficiaires
{
    static readonly Regle Agent = Textes.Regle("PREM-AGENT", Rubrique.Beneficiaire, Textes.Decret(),
        "L'IMP du premier degré va aux professeurs des écoles. Les extraits connus ne parlent ni des instituteurs ni des contractuels.");

    static readonly Regle Lieu = Textes.Regle("PREM-ECHELON", Rubrique.Beneficiaire, Textes.DecretService(),
        "La mission s'exerce à l'échelon de l'académie ou du département. Dans un établissement du second degré, c'est le décret n° 2015-475 qui s'applique, même à un professeur des écoles.",
        "R012");

    static readonly Regle SecteurEligible = Textes.Regle("PREM-SECTEUR", Rubrique.Beneficiaire, Textes.Decret(),
        "Le décret vise l'enseignement public ; aucun extrait connu ne l'étend au privé sous contrat.");

    static readonly Constat CorpsInconnu = Constat.Manque("PREM-CORPS-INCONNU", Agent, "corps", "Indiquer le corps de l'agent.");
    static readonly Constat CorpsExclu = new("PREM-CORPS-EXCLU", Agent, Gravite.Refus, (c, in s, _) => new CorpsExclu(c, s.Corps));

    static readonly Constat CorpsNonRegle = Constat.Alerte("PREM-CORPS-DECISION-MANUELLE", Agent,
        "Les extraits connus ne disent rien de ce corps : décision manuelle, à vérifier sur le décret.");

    static readonly Constat EchelonInconnu = Constat.Manque("PREM-ECHELON-INCONNU", Lieu, "echelon", "Indiquer où la mission s'exerce.");

    static readonly Constat Ecole = Constat.Refus("PREM-ECHELON-ECOLE", Lieu,
        "La mission est celle d'une école : le décret reconnaît celles du département et de l'académie.");

    static readonly Constat SecondDegre = Constat.Refus("PREM-ECHELON-SECOND-DEGRE", Lieu,
        "La mission s'exerce dans un établissement du second degré : elle relève du décret n° 2015-475.");

    static readonly Constat EchelonNonRegle = Constat.Alerte("PREM-ECHELON-DECISION-MANUELLE", Lieu,
        "Les extraits connus ne nomment pas la circonscription : décision manuelle, à rattacher au département s'il l'a confiée.");

    static readonly Constat SecteurInconnu = Constat.Manque("PREM-SECTEUR-INCONNU", SecteurEligible, "secteur", "Indiquer si l'agent exerce dans le public ou le privé.");
    static readonly Constat HorsContrat = Constat.Refus("PREM-HORS-CONTRAT", SecteurEligible, "Un établissement privé hors contrat ne reçoit pas d'IMP.");

    static readonly Constat PriveNonRegle = Constat.Alerte("PREM-PRIVE-DECISION-MANUELLE", SecteurEligible,
        "Aucun texte relevé n'étend l'IMP du premier degré au privé sous contrat : décision manuelle.");

    internal static readonly Regle[] Regles = [Agent, Lieu, SecteurEligible];

    internal static readonly Constat[] Constats =
        [CorpsInconnu, CorpsExclu, CorpsNonRegle, EchelonInconnu, Ecole, SecondDegre, EchelonNonRegle, SecteurInconnu, HorsContrat, PriveNonRegle];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Agent);
        t.Note("corps", s.Corps);
        if (s.Corps == Corps.Inconnu) t.Constate(CorpsInconnu);
        else if (s.Corps is Corps.Instituteur or Corps.Contractuel) t.Constate(CorpsNonRegle);
        else if (s.Corps != Corps.ProfesseurDesEcoles) t.Constate(CorpsExclu);

        t.Examine(Lieu);
        t.Note("echelon", s.Echelon);
        switch (s.Echelon)
        {
            case Echelon.Academie or Echelon.Departement: break;
            case Echelon.Circonscription: t.Constate(EchelonNonRegle); break;
            case Echelon.Ecole: t.Constate(Ecole); break;
            case Echelon.SecondDegre: t.Constate(SecondDegre); break;
            default: t.Constate(EchelonInconnu); break;
        }

        t.Examine(SecteurEligible);
        t.Note("secteur", s.Secteur);
        if (s.Secteur == Secteur.Inconnu) t.Constate(SecteurInconnu);
        else if (s.Secteur == Secteur.PriveSousContrat) t.Constate(PriveNonRegle);
        else if (s.Secteur != Secteur.Public) t.Constate(HorsContrat);
    }
}
