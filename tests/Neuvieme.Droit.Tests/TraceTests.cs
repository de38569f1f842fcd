using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Ce que la décision dit : les textes cités, les valeurs comptées, les mots de chaque secteur.</summary>
public sealed class TraceTests
{
    static readonly Parametres AvecHsa = new() { InclureHsaEps = true };

    static readonly Situation Harcelement2023 = Faits.Reference with
    {
        Mission = Mission.Harcelement,
        Date = new(2024, 6, 28),
        Annee = new(2023),
        AccordLe = new DateOnly(2024, 6, 25),
        AvisConseilPedagogique = new DateOnly(2023, 5, 12),
        AvisConseilAdministration = new DateOnly(2023, 6, 2),
        ServiceFaitLe = new DateOnly(2024, 7, 5),
    };

    static string Phrase(Situation s, string regle, Parametres? p = null) =>
        Evaluation.Evaluer(in s, p ?? Parametres.Defaut).Trace.Etapes.Single(e => e.Regle == regle).Phrase;

    static Motif Motif(Situation s, string code)
    {
        Decision d = Evaluation.Evaluer(in s, Parametres.Defaut);
        return d.Motifs.Concat(d.Alertes).Single(m => m.Code == code);
    }

    /// <summary>78 h de service pour 3,90 ETP ; avec 2 h supplémentaires, 3,90 × 80 ÷ 78 = 4,00, quatre au plus.</summary>
    [Fact]
    public void Les_heures_supplementaires_comptees_se_voient()
    {
        Situation s = Faits.Reference with
        {
            Mission = Mission.Apsa,
            EnseignantsEps = 4,
            HeuresEpsCentiemes = 78_00,
            EtpEpsCentiemes = 3_90,
            HeuresSupplementairesEpsCentiemes = 2_00,
        };

        Phrase(s, "IMP-APSA-TAUX", AvecHsa).ShouldStartWith("4 équivalents temps plein d'EPS, dont 2 h supplémentaires comptées par l'académie, quatre au plus");
        Phrase(s, "IMP-APSA-SEUILS", AvecHsa).ShouldStartWith("4 enseignants d'EPS et 80 h par semaine, dont 2 h supplémentaires comptées par l'académie");
        Phrase(s, "IMP-APSA-TAUX").ShouldStartWith("3,9 équivalents temps plein d'EPS, quatre au plus");
        Phrase(s, "IMP-APSA-SEUILS").ShouldStartWith("4 enseignants d'EPS et 78 h par semaine :");
    }

    /// <summary>80 h pour 4,00 ETP ; avec 2 h supplémentaires, 4,00 × 82 ÷ 80 = 4,10 : le taux double est dû.</summary>
    [Fact]
    public void Le_refus_d_un_taux_dit_l_effectif_compte()
    {
        Situation s = Faits.Reference with
        {
            Mission = Mission.Apsa,
            EnseignantsEps = 4,
            HeuresEpsCentiemes = 80_00,
            EtpEpsCentiemes = 4_00,
            HeuresSupplementairesEpsCentiemes = 2_00,
        };

        Decision d = Evaluation.Evaluer(in s, AvecHsa);

        d.Motifs.ShouldHaveSingleItem().Phrase.ShouldBe("Avec 4,10 équivalents temps plein d'EPS, le taux dû est 2\u202F500,00\u00A0€, pas 1\u202F250,00\u00A0€.");
        d.Trace.Etapes.Single(e => e.Regle == "IMP-APSA-TAUX").Entrees.ShouldContain(new KeyValuePair<string, string>("etp_comptes_centiemes", "410"));
    }

    [Fact]
    public void L_enonce_des_seuils_reserve_le_choix_de_l_academie() =>
        Catalogue.Regles.Single(r => r.Code == "IMP-APSA-SEUILS").Enonce.ShouldContain("sauf si l'académie les compte");

    /// <summary>precisions.md 11 : un seul versement en 2023-2024, donc jamais neuf.</summary>
    [Fact]
    public void Harcelement_en_2023_la_trace_ne_promet_pas_neuf_versements()
    {
        Phrase(Harcelement2023, "IMP-VERSEMENT").ShouldContain("un seul versement");
        Phrase(Harcelement2023 with { Mission = Mission.Discipline }, "IMP-VERSEMENT").ShouldContain("neuf versements");
    }

    [Fact]
    public void Harcelement_la_justification_manquante_cite_le_decret()
    {
        Motif motif = Motif(Faits.Reference with { Mission = Mission.Harcelement, Montant = Montant.Euros(2500m) }, "IMP-HARC-TAUX-SANS-JUSTIFICATION");

        motif.Regle.Code.ShouldBe("IMP-HARC-TAUX");
        motif.Source.ToString().ShouldBe("décret n° 2015-475 du 27 avril 2015, art. 6, 7e tiret");
    }

    [Theory]
    [InlineData(Mission.Harcelement, "2024-06-23", 2024, "La mission de référent harcèlement n'existe qu'à compter du 24 juin 2024 ; le droit est lu le 23 juin 2024, avant ce jour.")]
    [InlineData(Mission.Harcelement, "2024-10-01", 2022, "La mission de référent harcèlement n'existe qu'à compter du 24 juin 2024 ; l'année scolaire 2022-2023 n'en relève pas.")]
    [InlineData(Mission.Discipline, "2015-08-31", 2015, "L'IMP n'existe qu'à compter du 1er septembre 2015 ; le droit est lu le 31 août 2015, avant ce jour.")]
    [InlineData(Mission.Discipline, "2026-06-15", 9999, "L'année scolaire 9999-10000 n'est pas au calendrier.")]
    public void Hors_vigueur_dit_ce_qui_commence_et_quand(Mission mission, string date, int annee, string phrase)
    {
        Situation s = Faits.Reference with { Mission = mission, Date = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Annee = new(annee) };

        Evaluation.Evaluer(in s, Parametres.Defaut).Motifs.ShouldHaveSingleItem().Phrase.ShouldBe(phrase);
    }

    /// <summary>regles.md R015 : l'allègement d'un PEGC se fonde sur l'article 25-1, non sur l'article 3 du décret n° 2014-940.</summary>
    [Theory]
    [InlineData(Corps.Pegc, "IMP-DECHARGE-PEGC-DECISION-RECTEUR", "décret n° 86-492 du 14 mars 1986, art. 25-1, al. 2")]
    [InlineData(Corps.Certifie, "IMP-DECHARGE-DECISION-RECTEUR", "décret n° 2014-940 du 20 août 2014, art. 3, al. 2")]
    public void La_decharge_cite_le_statut_du_corps(Corps corps, string code, string source) =>
        Motif(Faits.Reference with { Forme = Forme.Decharge, Montant = null, Corps = corps }, code).Source.ToString().ShouldBe(source);

    /// <summary>precisions.md 19 : le privé sous contrat n'a pas de conseils.</summary>
    [Theory]
    [InlineData(Corps.Certifie)]
    [InlineData(Corps.Pegc)]
    public void La_decharge_dans_le_prive_ne_parle_pas_de_conseil_d_administration(Corps corps)
    {
        Situation s = Faits.Reference with
        {
            Forme = Forme.Decharge,
            Montant = null,
            Corps = corps,
            Secteur = Secteur.PriveSousContrat,
            EnseignantsInformesLe = new DateOnly(2026, 6, 1),
        };

        Decision d = Evaluation.Evaluer(in s, Parametres.Defaut);

        d.Motifs.Concat(d.Alertes).ShouldAllBe(m => !m.Phrase.Contains("conseil d'administration"));
        d.Alertes.ShouldHaveSingleItem().Phrase.ShouldContain("tous les enseignants");
        d.Trace.Etapes.Where(e => e.Regle.StartsWith("IMP-DECHARGE", StringComparison.Ordinal)).ShouldAllBe(e => e.Regle == "IMP-DECHARGE-PRIVE" || !e.Phrase.Contains("conseil"));
    }

    [Fact]
    public void Une_date_fautive_se_dit_avec_son_texte()
    {
        Situation s = Faits.Reference with { Aujourdhui = new DateOnly(2026, 3, 20), AccordLe = new DateOnly(2026, 3, 1) };

        Motif avenir = Motif(s, "IMP-AVIS-CA-A-VENIR");
        avenir.Phrase.ShouldBe("L'avis du conseil d'administration est daté du 24 mars 2026, après le jour présent (20 mars 2026) : cela n'a pas encore eu lieu.");
        avenir.Source.ToString().ShouldBe("décret n° 2015-475 du 27 avril 2015, art. 8");

        Motif(Faits.Reference with { AvisConseilPedagogique = new DateOnly(2022, 5, 10) }, "IMP-AVIS-CP-AUTRE-ANNEE").Phrase.ShouldBe(
            "L'avis du conseil pédagogique est daté du 10 mai 2022 : cela ne peut porter sur les missions de 2026-2027, préparées à partir du 1er septembre 2025 et closes le 31 août 2027.");
        Motif(Faits.Reference with { ValideeLe = new DateOnly(2026, 5, 19) }, "IMP-VALIDATION-AVANT-ACCORD").Phrase.ShouldBe(
            "La validation est du 19 mai 2026, l'accord de l'agent du 20 mai 2026 : le recteur valide après, la date est à reprendre.");
    }
}
