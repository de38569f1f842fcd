using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Versements;
using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

using Constat = Constat<Situation>;

/// <summary>La coordination d'un district UNSS : réservée à l'EPS, sans allègement, à un taux de district, partagée ou non.</summary>
static class DistrictUnss
{
    const int TitulairesInvraisemblables = 100;

    static readonly Regle Eps = Textes.Regle("ACA-UNSS-EPS", Rubrique.Beneficiaire, Textes.DecretUnss(),
        "Un district UNSS se coordonne par des enseignants d'EPS, à l'exclusion de tout autre personnel.", "R151", "R153");

    static readonly Regle UnParDistrict = Textes.Regle("ACA-UNSS-UN-PAR-DISTRICT", Rubrique.Besoin, TextesImp.Circulaire("III", "district UNSS"),
        "Chaque district a un coordonnateur ; au besoin, plusieurs enseignants d'EPS se partagent la mission.", "R153");

    internal static readonly Regle SansDecharge = Textes.Regle("ACA-UNSS-SANS-DECHARGE", Rubrique.Mission, TextesImp.Circulaire("III", "district UNSS"),
        "La coordination d'un district n'ouvre jamais droit à un allègement de service.", "R026");

    static readonly Constat EpsInconnu = Constat.Manque("ACA-UNSS-EPS-INCONNU", Eps, "enseigne_eps", "Dire si l'agent enseigne l'EPS.");
    static readonly Constat HorsEps = Constat.Refus("ACA-UNSS-HORS-EPS", Eps, "L'agent n'enseigne pas l'EPS : il ne peut coordonner un district.");

    static readonly Constat CorpsHorsEps = Constat.Alerte("ACA-UNSS-CORPS-A-VERIFIER", Eps,
        "Le corps déclaré n'est pas un corps d'EPS : vérifier que l'agent enseigne bien l'EPS.");

    static readonly Constat Prive = Constat.Alerte("ACA-UNSS-PRIVE-DECISION-MANUELLE", Eps,
        "Aucun texte relevé ne confie un district à un enseignant du privé sous contrat : décision manuelle.");

    static readonly Constat TitulairesInconnus = Constat.Manque("ACA-UNSS-TITULAIRES-INCONNUS", UnParDistrict, "titulaires", "Dire combien d'enseignants coordonnent le district.");
    static readonly Constat TitulairesFaux = Constat.Refus("ACA-UNSS-TITULAIRES-FAUX", UnParDistrict, "Un district a au moins un coordonnateur, et pas plus de cent : vérifier la saisie.");
    static readonly Constat PourvuInconnu = Constat.Manque("ACA-UNSS-POURVU-INCONNU", UnParDistrict, "district_deja_pourvu", "Dire si un autre agent coordonne déjà le district.");
    static readonly Constat DejaPourvu = Constat.Refus("ACA-UNSS-DEJA-POURVU", UnParDistrict, "Le district a déjà un coordonnateur : la mission se partage ou ne se donne pas deux fois.");

    static readonly Constat AllegementInconnu = Constat.Manque("ACA-UNSS-ALLEGEMENT-INCONNU", SansDecharge, "allegement_centiemes",
        "Dire si l'agent est allégé pour cette mission ; 0 sinon.");

    static readonly Constat Allegement = Constat.Refus("ACA-UNSS-ALLEGEMENT", SansDecharge, "L'agent est allégé pour cette mission : un district n'ouvre droit à aucune décharge.");

    static readonly Constat TauxInconnu = Constat.Manque("ACA-UNSS-TAUX-INCONNU", Partage.District, "taux_district_centimes", "Dire le taux fixé pour le district.");

    static readonly Constat TauxFaux = new("ACA-UNSS-TAUX", Partage.District, Gravite.Refus,
        (c, in s, _) => new MontantDeDistrict(c, s.TauxDistrict, s.TauxDistrict, $"{s.TauxDistrict} n'est pas un taux de district : 1 250 €, 2 500 € ou 3 750 €."));

    static readonly Constat SousLePlancher = new("ACA-UNSS-SOUS-LE-PLANCHER", Partage.District, Gravite.Refus,
        (c, in s, _) => new MontantDeDistrict(c, s.Montant, s.TauxDistrict, $"{s.Montant} ne se verse qu'en partage : un coordonnateur seul reçoit au moins {Partage.PlancherDistrict}."));

    static readonly Constat AuDela = new("ACA-UNSS-AU-DELA-DU-TAUX", Partage.District, Gravite.Refus,
        (c, in s, _) => new MontantDeDistrict(c, Total(in s), s.TauxDistrict, $"{Total(in s)} va au-delà du taux du district, {s.TauxDistrict}."));

    static readonly Constat SommeInconnue = Constat.Manque("ACA-UNSS-SOMME-INCONNUE", Partage.District, "somme_parts_centimes", "Dire ce que font ensemble toutes les parts.");

    static readonly Constat SommeFausse = new("ACA-UNSS-SOMME-INCOHERENTE", Partage.District, Gravite.Refus,
        (c, in s, _) => new MontantDeDistrict(c, s.SommeParts, s.TauxDistrict, $"{s.SommeParts} ne peut être la somme de {s.Titulaires} parts réglementaires dont celle-ci."));

    static readonly Constat SousLeTaux = new("ACA-UNSS-SOUS-LE-TAUX", Partage.District, Gravite.Alerte,
        (c, in s, _) => new MontantDeDistrict(c, s.Montant, s.TauxDistrict, $"Un coordonnateur seul reçoit d'ordinaire le taux du district, {s.TauxDistrict}, non {s.Montant}."));

    internal static readonly Regle[] Regles = [Eps, UnParDistrict, SansDecharge];

    internal static readonly Constat[] Constats =
    [
        EpsInconnu, HorsEps, CorpsHorsEps, Prive, TitulairesInconnus, TitulairesFaux, PourvuInconnu, DejaPourvu, AllegementInconnu, Allegement,
        TauxInconnu, TauxFaux, SousLePlancher, AuDela, SommeInconnue, SommeFausse, SousLeTaux,
    ];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Eps);
        t.Note("fonction", s.Fonction);
        t.Note("corps", s.Corps);
        t.Note("enseigne_eps", s.EnseigneEps);
        bool? eps = s.EnseigneEps ?? (s.Corps is Corps.Peps or Corps.ChargeEnseignementEps ? true : null);
        if (s.Fonction is Fonction.Cpe or Fonction.Documentaliste || s.Corps == Corps.Cpe || eps == false) t.Constate(HorsEps);
        else if (eps is null) t.Constate(EpsInconnu);
        else if (EstSansEps(s.Corps)) t.Constate(CorpsHorsEps);
        if (s.Secteur == Secteur.PriveSousContrat) t.Constate(Prive);

        t.Examine(UnParDistrict);
        t.Note("titulaires", s.Titulaires);
        t.Note("district_deja_pourvu", s.DistrictDejaPourvu);
        if (s.Titulaires is not { } titulaires) t.Constate(TitulairesInconnus);
        else if (titulaires is < 1 or > TitulairesInvraisemblables) t.Constate(TitulairesFaux);
        else if (titulaires == 1 && s.DistrictDejaPourvu is null) t.Constate(PourvuInconnu);
        else if (titulaires == 1 && s.DistrictDejaPourvu == true) t.Constate(DejaPourvu);

        t.Examine(SansDecharge);
        t.Note("allegement_centiemes", s.AllegementCentiemes);
        if (s.AllegementCentiemes is not { } allegement) t.Constate(AllegementInconnu);
        else if (allegement != 0) t.Constate(Allegement);

        LireTaux(in s, ref t);
    }

    /// <summary>Les corps qui n'ont pas d'EPS. Agrégés, PEGC, adjoints d'enseignement, maîtres auxiliaires et contractuels peuvent l'enseigner.</summary>
    static bool EstSansEps(Corps corps) => corps is Corps.Certifie or Corps.Plp or Corps.ProfesseurDesEcoles or Corps.Instituteur or Corps.ChaireSuperieure;

    static void LireTaux<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Partage.District);
        t.Note("taux_district", s.TauxDistrict);
        t.Note("montant", s.Montant);
        t.Note("somme_parts", s.SommeParts);
        Montant? taux = Taux.Du(s.TauxDistrict, s.Annee) is { } admis && admis >= Partage.PlancherDistrict ? admis : null;
        if (s.TauxDistrict is null) t.Constate(TauxInconnu);
        else if (taux is null) t.Constate(TauxFaux);

        bool partage = s.Titulaires is > 1 and <= TitulairesInvraisemblables;
        Montant? part = Taux.Du(s.Montant, s.Annee);
        bool sommeFausse = partage && s.SommeParts is { } somme && EstFausse(somme, part, s.Titulaires ?? 0);
        if (partage && s.SommeParts is null) t.Constate(SommeInconnue);
        else if (sommeFausse) t.Constate(SommeFausse);
        if (taux is not null && (part > taux || (partage && s.SommeParts > taux))) t.Constate(AuDela);
        if (s.Titulaires != 1 || part is null) return;
        if (part < Partage.PlancherDistrict) t.Constate(SousLePlancher);
        else if (part < taux) t.Constate(SousLeTaux);
    }

    /// <summary>Chaque part est un des cinq taux, soit un, deux, quatre, huit ou douze quarts : ce que la somme laisse aux autres doit pouvoir s'en composer.</summary>
    static bool EstFausse(Montant somme, Montant? part, int titulaires)
    {
        if (Quotite.DeMontant(somme) is not { } quarts || quarts.Quarts < (long)titulaires) return true;
        if (part is not { } p || Quotite.DeMontant(p) is not { } sienne) return false;
        long reste = quarts.Quarts - (long)sienne.Quarts;
        return (titulaires - 1) switch
        {
            1 => reste is not (1 or 2 or 4 or 8 or 12),
            // Deux parts font toute somme de deux à douze quarts, sauf sept et onze.
            2 => reste is < 2 or 7 or 11,
            int autres => reste < autres,
        };
    }

    static Montant? Total(in Situation s) => s.Titulaires is > 1 && s.SommeParts is { } somme && somme > s.TauxDistrict ? somme : s.Montant;
}
