using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Entrées extrêmes et compte d'EPS.</summary>
public sealed class DefensesTests
{
    [Fact]
    public void Une_situation_vide_n_est_couverte_par_rien()
    {
        Situation vide = default;

        Evaluation.Juger(in vide, Parametres.Defaut).Issue.ShouldBe(Issue.HorsVigueur);
    }

    [Fact]
    public void Une_mission_hors_de_la_nomenclature_est_refusee()
    {
        Situation s = Faits.Reference with { Mission = (Mission)200 };

        Evaluation.Evaluer(in s, Parametres.Defaut).Motifs.Select(m => m.Code).ShouldBe(["IMP-MISSION-HORS-NOMENCLATURE"]);
    }

    [Fact]
    public void L_enveloppe_dit_ce_qui_manque()
    {
        // Huit IMP, 9 375 € engagés : il reste 625 € et il manque 625 € pour 1 250 € (regles.md R039).
        Situation s = Faits.Reference with { EnveloppeNotifiee = new Quotite(32), EnveloppeEngagee = new Quotite(30) };

        var motif = Evaluation.Evaluer(in s, Parametres.Defaut).Motifs.ShouldHaveSingleItem().ShouldBeOfType<EnveloppeDepassee>();

        motif.Reste.ShouldBe(Montant.Euros(625m));
        motif.Manque.ShouldBe(Montant.Euros(625m));
        motif.Phrase.ShouldBe("Il reste 625,00\u00A0€ de l'enveloppe une fois retiré ce qui est engagé : il manque 625,00\u00A0€ pour une attribution de 1\u202F250,00\u00A0€.");
        motif.Source.ToString().ShouldBe("décret n° 2015-475 du 27 avril 2015, art. 8");
    }

    [Fact]
    public void Le_rappel_est_chiffre()
    {
        Situation s = Faits.Reference with { ValideeLe = new DateOnly(2026, 11, 10) };

        var alerte = Evaluation.Evaluer(in s, Parametres.Defaut).Alertes.ShouldHaveSingleItem().ShouldBeOfType<NeuviemesEnRappel>();

        alerte.Paie.ShouldBe(new Mois(2026, 11));
        alerte.Nombre.ShouldBe(1);
        alerte.Rappel.ShouldBe(Montant.Euros(138.89m));
    }

    [Fact]
    public void Tous_les_neuviemes_en_rappel_font_le_montant()
    {
        Situation s = Faits.Reference with { ValideeLe = new DateOnly(2030, 1, 1), Aujourdhui = new DateOnly(2030, 1, 1) };

        Evaluation.Evaluer(in s, Parametres.Defaut).Alertes.ShouldHaveSingleItem().ShouldBeOfType<NeuviemesEnRappel>().Rappel.ShouldBe(Montant.Euros(1250m));
    }

    [Fact]
    public void La_trace_montre_les_valeurs_lues_et_calculees()
    {
        Situation s = Faits.Reference with { Mission = Mission.Apsa, EnseignantsEps = 5, HeuresEpsCentiemes = 100_00, EtpEpsCentiemes = 500 };

        Decision d = Evaluation.Evaluer(in s, Parametres.Defaut);

        Etape etape = d.Trace.Etapes.Single(e => e.Regle == "IMP-APSA-TAUX");
        etape.Entrees.ShouldContain(new KeyValuePair<string, string>("taux_du", "2\u202F500,00\u00A0€"));
        etape.Phrase.ShouldBe("Avec 5,00 équivalents temps plein d'EPS, le taux dû est 2\u202F500,00\u00A0€, pas 1\u202F250,00\u00A0€.");
        d.Trace.Etapes.Select(e => e.Regle).ShouldBeSubsetOf(Catalogue.Regles.Select(r => r.Code));
    }

    /// <summary>
    /// Deux PEPS à 17 h et un agrégé à 14 h enseignées, forfait de 3 h chacun (precisions.md 3) : 20 + 20 + 17 = 57 h,
    /// soit 40/20 + 17/17 = 3,00 ETP.
    /// </summary>
    [Fact]
    public void Le_compte_d_EPS_ajoute_le_forfait()
    {
        CompteEps compte = CompteEps.De([(17_00, Corps.Peps), (17_00, Corps.Peps), (14_00, Corps.Agrege)], Parametres.Defaut);

        compte.ShouldBe(new CompteEps(3, 57_00, 3_00));
    }

    /// <summary>80,01 h à 20 h font 4,0005 ETP, plus de quatre : l'arrondi au centième ne doit pas l'effacer.</summary>
    [Fact]
    public void Le_compte_d_EPS_n_arrondit_pas_sous_le_seuil() =>
        CompteEps.De([(80_01, Corps.Peps)], new Parametres { ForfaitAssociationSportiveCentiemes = 0 }).EtpCentiemes.ShouldBe(401);

    /// <summary>De zéro à cent heures par enseignant ; au-delà, la saisie est fausse et le dit.</summary>
    [Fact]
    public void Le_compte_d_EPS_refuse_des_heures_impossibles()
    {
        var sansForfait = new Parametres { ForfaitAssociationSportiveCentiemes = 0 };

        CompteEps.De([(0, Corps.Peps), (100_00, Corps.Peps)], sansForfait).ShouldBe(new CompteEps(2, 100_00, 5_00));
        Should.Throw<ArgumentOutOfRangeException>(() => CompteEps.De([(-1, Corps.Peps)], sansForfait)).ParamName.ShouldBe("services");
        Should.Throw<ArgumentOutOfRangeException>(() => CompteEps.De([(100_01, Corps.Peps)], sansForfait)).ParamName.ShouldBe("services");
        Should.Throw<ArgumentNullException>(() => CompteEps.De(null!, sansForfait));
        Should.Throw<ArgumentNullException>(() => CompteEps.De([], null!));
    }

    /// <summary>regles.md R103 : trois enseignants et cinquante heures, l'un et l'autre.</summary>
    [Theory]
    [InlineData(3, 50_00, true)]
    [InlineData(2, 50_00, false)]
    [InlineData(3, 49_99, false)]
    public void Le_compte_d_EPS_ouvre_la_coordination(int enseignants, int heures, bool ouvre) => new CompteEps(enseignants, heures, 2_50).OuvreLaCoordination.ShouldBe(ouvre);

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    public void Un_parametre_hors_bornes_ne_se_construit_pas(int mois) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Parametres { PremierMois = mois });
}
