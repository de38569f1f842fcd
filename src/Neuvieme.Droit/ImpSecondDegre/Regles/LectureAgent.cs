using System.Runtime.InteropServices;

namespace Neuvieme.Droit.ImpSecondDegre.Regles;

/// <summary>Ce que le décret n° 2015-475 regarde d'un agent et de son établissement.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct AgentVu(Fonction Fonction, Corps Corps, NatureEtablissement Nature, Secteur Secteur, bool? ServiceCompletCpge);

/// <summary>L'agent d'une situation.</summary>
delegate AgentVu AgentDe<TSituation>(in TSituation s)
    where TSituation : struct;

/// <summary>Lit qui le décret n° 2015-475 vise : la même lecture en établissement, à l'échelon académique et pour une décharge.</summary>
sealed class LectureAgent<TSituation>
    where TSituation : struct
{
    readonly Constat<TSituation> _fonctionInconnue, _fonctionExclue, _corpsContredit, _natureInconnue, _ecole, _horsSecondDegre, _secteurInconnu, _horsContrat, _cpgeInconnu, _cpge;

    /// <param name="prefixe">Début des codes.</param>
    /// <param name="agent">L'agent d'une situation.</param>
    /// <param name="droit">Ce que la fonction ouvre, dans la phrase d'un refus.</param>
    internal LectureAgent(string prefixe, AgentDe<TSituation> agent, string droit = "recevoir une IMP")
    {
        _fonctionInconnue = Constat<TSituation>.Manque(prefixe + "-FONCTION-INCONNUE", Beneficiaires.Agent, "fonction", "Indiquer la fonction de l'agent dans l'établissement.");
        _fonctionExclue = new(prefixe + "-FONCTION-EXCLUE", Beneficiaires.Agent, Gravite.Refus, (c, in s, _) => new FonctionExclue(c, agent(in s).Fonction, agent(in s).Corps, droit));
        _corpsContredit = Constat<TSituation>.Alerte(prefixe + "-CORPS-CPE-ENSEIGNANT", Beneficiaires.Agent,
            "L'agent est du corps des CPE mais déclaré enseignant ou documentaliste : l'une des deux mentions est à corriger.");
        _natureInconnue = Constat<TSituation>.Manque(prefixe + "-NATURE-INCONNUE", Beneficiaires.Etablissement, "nature", "Indiquer la nature de l'établissement.");
        _ecole = Constat<TSituation>.Refus(prefixe + "-PREMIER-DEGRE", Beneficiaires.Etablissement,
            "L'établissement est une école : l'IMP du premier degré relève du décret n° 2017-965, pas de celui-ci.");
        _horsSecondDegre = Constat<TSituation>.Refus(prefixe + "-HORS-SECOND-DEGRE", Beneficiaires.Etablissement, "L'établissement n'est ni un collège, ni un lycée, ni un EREA.");
        _secteurInconnu = Constat<TSituation>.Manque(prefixe + "-SECTEUR-INCONNU", Beneficiaires.SecteurEligible, "secteur", "Indiquer si l'établissement est public ou privé.");
        _horsContrat = Constat<TSituation>.Refus(prefixe + "-HORS-CONTRAT", Beneficiaires.SecteurEligible, "Un établissement privé hors contrat ne reçoit pas d'IMP.");
        _cpgeInconnu = Constat<TSituation>.Manque(prefixe + "-CPGE-INCONNU", Beneficiaires.Cpge, "service_complet_cpge", "Préciser si l'agent fait tout son service en classes préparatoires.");
        _cpge = Constat<TSituation>.Refus(prefixe + "-SERVICE-COMPLET-CPGE", Beneficiaires.Cpge, "L'agent fait tout son service en classes préparatoires : l'IMP lui est fermée.");
    }

    internal Constat<TSituation>[] Constats => [_fonctionInconnue, _fonctionExclue, _corpsContredit, _natureInconnue, _ecole, _horsSecondDegre, _secteurInconnu, _horsContrat];

    internal Constat<TSituation>[] ConstatsCpge => [_cpgeInconnu, _cpge];

    internal void Lire<T>(in AgentVu a, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Beneficiaires.Agent);
        t.Note("fonction", a.Fonction);
        t.Note("corps", a.Corps);
        if (a.Corps is Corps.Direction or Corps.PsyEn) t.Constate(_fonctionExclue);
        else if (a.Fonction == Fonction.Inconnue) t.Constate(_fonctionInconnue);
        else if (a.Fonction is not (Fonction.Enseignant or Fonction.Documentaliste or Fonction.Cpe)) t.Constate(_fonctionExclue);
        else if (a.Corps == Corps.Cpe && a.Fonction != Fonction.Cpe) t.Constate(_corpsContredit);

        if (a.Corps is Corps.ProfesseurDesEcoles or Corps.Instituteur)
        {
            t.Examine(Beneficiaires.PremierDegreAffecte);
            t.Note("nature", a.Nature);
        }

        t.Examine(Beneficiaires.Etablissement);
        t.Note("nature", a.Nature);
        if (a.Nature == NatureEtablissement.Inconnue) t.Constate(_natureInconnue);
        else if (a.Nature == NatureEtablissement.PremierDegre) t.Constate(_ecole);
        else if (!a.Nature.EstSecondDegre) t.Constate(_horsSecondDegre);

        t.Examine(Beneficiaires.SecteurEligible);
        t.Note("secteur", a.Secteur);
        if (a.Secteur == Secteur.Inconnu) t.Constate(_secteurInconnu);
        else if (a.Secteur is not (Secteur.Public or Secteur.PriveSousContrat)) t.Constate(_horsContrat);
    }

    internal void LireCpge<T>(in AgentVu a, ref T t)
        where T : struct, ITemoin
    {
        if (a.ServiceCompletCpge != true && !PeutAvoirUneCpge(a.Nature)) return;
        t.Examine(Beneficiaires.Cpge);
        t.Note("service_complet_cpge", a.ServiceCompletCpge);
        if (a.ServiceCompletCpge == true) t.Constate(_cpge);
        else if (a.ServiceCompletCpge is null && a.Fonction == Fonction.Enseignant) t.Constate(_cpgeInconnu);
    }

    static bool PeutAvoirUneCpge(NatureEtablissement nature) => nature is NatureEtablissement.LyceeGeneral
        or NatureEtablissement.LyceeGeneralEtTechnologique or NatureEtablissement.LyceePolyvalent;
}
