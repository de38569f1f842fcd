using Neuvieme.Droit.Decharge;
using Mentions = Neuvieme.Droit.MissionsAcademiques.Mentions;

namespace Neuvieme.Droit.Tests.Dispositifs;

/// <summary>La décharge de service et la conversion d'IMP en heures : cas écrits, et ce qui reste vrai de toute situation.</summary>
public sealed class DechargeTests
{
    /// <summary>Toutes les mentions sauf le taux : l'agent ne reçoit pas d'IMP.</summary>
    const Mentions SansTaux = (Mentions)191;

    /// <summary>Trois heures d'ARE d'un certifié de collège public, huit IMP notifiées : proposées, demandées, décidées. La lettre ne se lit que d'une mission académique.</summary>
    internal static readonly Banc<Situation> Banc = new("Decharge", new()
    {
        Date = new(2026, 6, 15), Aujourdhui = new(2027, 8, 31), Annee = new(2026), Cadre = Cadre.Etablissement, HeuresCentiemes = 300, ImpMemeMission = Montant.Zero,
        Nature = NatureEtablissement.College, Secteur = Secteur.Public, Fonction = Fonction.Enseignant, Corps = Corps.Certifie, ServiceCompletCpge = false,
        Accord = EtatAccord.Donne, AccordLe = new(2026, 3, 2), PropositionCaLe = new(2026, 3, 24), DemandeDasenLe = new(2026, 4, 7),
        LettreLe = new(2026, 5, 12), Mentions = SansTaux, LettreSigneePar = Autorite.Recteur, LettreSigneeParAgent = true,
        DecideePar = Autorite.Recteur, DecideeLe = new(2026, 5, 19), EnveloppeNotifiee = new(32), EnveloppeEngagee = new(0),
    }, new(StringComparer.Ordinal)
    {
        ["date"] = new((s, v) => s with { Date = Faits.Jour(v)!.Value }, ["0001-01-01", "2015-08-31", "2015-09-01", "2026-06-15", "9999-12-31"]),
        ["aujourdhui"] = Banc<Situation>.Jour((s, v) => s with { Aujourdhui = v }) with { Oubli = null },
        ["annee"] = new((s, v) => s with { Annee = new(Faits.Entier(v)!.Value) }, ["2014", "2015", "2025", "2026", "9999", "-2147483648", "2147483647"]),
        ["cadre"] = Banc<Situation>.Choix<Cadre>((s, v) => s with { Cadre = v }),
        ["heures_centiemes"] = Banc<Situation>.Entier((s, v) => s with { HeuresCentiemes = v }, "50", "100", "150", "2400", "2401"),
        ["debut"] = Banc<Situation>.Jour((s, v) => s with { Debut = v }),
        ["imp_meme_mission"] = Banc<Situation>.Somme((s, v) => s with { ImpMemeMission = v }),
        ["nature"] = Banc<Situation>.Choix<NatureEtablissement>((s, v) => s with { Nature = v }),
        ["secteur"] = Banc<Situation>.Choix<Secteur>((s, v) => s with { Secteur = v }),
        ["fonction"] = Banc<Situation>.Choix<Fonction>((s, v) => s with { Fonction = v }),
        ["corps"] = Banc<Situation>.Choix<Corps>((s, v) => s with { Corps = v }),
        ["service_complet_cpge"] = Banc<Situation>.OuiNon((s, v) => s with { ServiceCompletCpge = v }),
        ["accord"] = Banc<Situation>.Choix<EtatAccord>((s, v) => s with { Accord = v }, inconnu: false),
        ["accord_le"] = Banc<Situation>.Jour((s, v) => s with { AccordLe = v }),
        ["proposition_ca_le"] = Banc<Situation>.Jour((s, v) => s with { PropositionCaLe = v }),
        ["demande_dasen_le"] = Banc<Situation>.Jour((s, v) => s with { DemandeDasenLe = v }),
        ["enseignants_informes_le"] = Banc<Situation>.Jour((s, v) => s with { EnseignantsInformesLe = v }),
        ["lettre_le"] = Banc<Situation>.Jour((s, v) => s with { LettreLe = v }),
        ["mentions"] = Banc<Situation>.Mentions((s, v) => s with { Mentions = v }),
        ["sans_mention"] = Banc<Situation>.SansMention((s, v) => s with { Mentions = s.Mentions & ~v }),
        ["lettre_signee_par"] = Banc<Situation>.Choix<Autorite>((s, v) => s with { LettreSigneePar = v }),
        ["lettre_signee_par_agent"] = Banc<Situation>.OuiNon((s, v) => s with { LettreSigneeParAgent = v }),
        ["decidee_par"] = Banc<Situation>.Choix<Autorite>((s, v) => s with { DecideePar = v }),
        ["decidee_le"] = Banc<Situation>.Jour((s, v) => s with { DecideeLe = v }),
        ["enveloppe_notifiee"] = Banc<Situation>.Quarts((s, v) => s with { EnveloppeNotifiee = v }),
        ["enveloppe_engagee"] = Banc<Situation>.Quarts((s, v) => s with { EnveloppeEngagee = v }),
    }, Evaluation.Evaluer, Evaluation.Juger, Evaluation.Codes);

    public static TheoryData<string, string> Tous() => Banc.Tous();

    [Theory]
    [MemberData(nameof(Tous))]
    public void Le_droit_repond_comme_le_texte(string fichier, string nom) => Banc.Verifier(fichier, nom);

    [Fact]
    public void Juger_et_Evaluer_disent_la_meme_chose_sans_jamais_lever() => Banc.JugerEgaleEvaluer();

    [Fact]
    public void L_issue_suit_les_motifs() => Banc.LIssueSuitLesMotifs();

    [Fact]
    public void Chaque_motif_se_lit_sous_sa_regle() => Banc.ChaqueMotifSeLitSousSaRegle();

    [Fact]
    public void Un_refus_survit_a_tout_fait_ajoute() => Banc.UnRefusSurvitAToutFaitAjoute();

    [Fact]
    public void L_ordre_des_faits_ne_change_rien() => Banc.LOrdreDesFaitsNeChangeRien();

    [Fact]
    public void Le_tirage_atteint_toutes_les_issues() => Banc.LeTirageAtteintToutesLesIssues();

    [Fact]
    public void Juger_n_alloue_rien() => Banc.JugerNAlloueRien();

    [Fact]
    public void Aucun_trou_aux_bornes() => Banc.AucunTrouAuxBornes("ARE-", new(2015, 9, 1), jour => Banc.Reference with
    {
        Date = jour,
        Aujourdhui = jour,
        Annee = AnneeScolaire.De(jour),
        AccordLe = jour,
        PropositionCaLe = jour,
        DemandeDasenLe = jour,
        LettreLe = jour,
        DecideeLe = jour,
    });

    /// <summary>regles.md R028 : trois IMP sur huit font trois heures ; il en reste cinq, 6 250 €.</summary>
    [Fact]
    public void Trois_imp_font_trois_heures_et_en_laissent_cinq()
    {
        Decision d = Banc.Evaluer(Banc.Reference);

        d.Montants.ShouldBeNull();
        d.Trace.Etapes.Single(e => e.Regle == "ARE-EQUIVALENCE").Phrase.ShouldBe("3 h d'ARE valent 3 IMP, prises sur l'enveloppe.");
        Banc.Evaluer(Banc.Avec(("enveloppe_engagee", "20"))).Issue.ShouldBe(Issue.Accordee);
        var motif = Banc.Evaluer(Banc.Avec(("enveloppe_engagee", "21"))).Motifs.ShouldHaveSingleItem().ShouldBeOfType<EnveloppeDepassee>();
        (motif.Reste, motif.Manque).ShouldBe((Montant.Euros(3437.50m), Montant.Euros(312.50m)));
    }

    /// <summary>regles.md R015 : l'allègement d'un PEGC se fonde sur l'article 25-1, non sur l'article 3 du décret n° 2014-940.</summary>
    [Theory]
    [InlineData("pegc", "ARE-PEGC-PROPOSITION-CA-MANQUE", "décret n° 86-492 du 14 mars 1986, art. 25-1, al. 2")]
    [InlineData("certifie", "ARE-PROPOSITION-CA-MANQUE", "décret n° 2014-940 du 20 août 2014, art. 3, al. 2")]
    public void La_proposition_du_conseil_cite_le_statut_du_corps(string corps, string code, string source)
    {
        Motif motif = Banc.Evaluer(Banc.Avec(("corps", corps), ("proposition_ca_le", "~"))).Motifs.ShouldHaveSingleItem();

        motif.Code.ShouldBe(code);
        motif.Source.ToString().ShouldBe(source);
    }

    /// <summary>regles.md R015 : quoi qu'on sache ou ignore de lui, un PEGC ne relève pas du décret n° 2014-940.</summary>
    [Fact]
    public void La_trace_d_un_PEGC_ne_cite_que_son_statut()
    {
        Situation[] situations = [.. Enumerable.Range(0, 3000).Select(Banc.Une)];
        Decision[] pegc = [.. situations.Select(s => Banc.Evaluer(s with { Corps = Corps.Pegc }))], autres = [.. situations.Select(s => Banc.Evaluer(s with { Corps = Corps.Certifie }))];

        pegc.SelectMany(Textes).ShouldNotContain("décret n° 2014-940 du 20 août 2014");
        autres.SelectMany(Textes).ShouldNotContain("décret n° 86-492 du 14 mars 1986");
        autres.SelectMany(Textes).ShouldContain("décret n° 2014-940 du 20 août 2014");

        static IEnumerable<string> Textes(Decision d) => [.. d.Motifs.Concat(d.Alertes).Select(m => m.Source.Texte), .. d.Trace.Etapes.Select(e => e.Source.Texte)];
    }

    /// <summary>regles.md R027 : le statut donne la décision au recteur ; seule la demande à l'IA-DASEN est d'usage (R029).</summary>
    [Theory]
    [InlineData("certifie", "ARE-DECISION-ATTENDUE", "décret n° 2014-940 du 20 août 2014, art. 3, al. 2")]
    [InlineData("pegc", "ARE-PEGC-DECISION-ATTENDUE", "décret n° 86-492 du 14 mars 1986, art. 25-1, al. 2")]
    public void La_competence_du_recteur_vient_du_statut(string corps, string code, string source)
    {
        Decision d = Banc.Evaluer(Banc.Avec(("corps", corps), ("decidee_par", "inconnue"), ("decidee_le", "~"), ("demande_dasen_le", "~")));

        d.Motifs.Select(m => (m.Code, m.Source.ToString())).ShouldBe([(code, source), ("ARE-DEMANDE-MANQUE", "usage des académies, sans texte national")]);
    }

    /// <summary>regles.md R024 à R027 : la phrase du statut dit ce qui est vrai dans chaque cadre.</summary>
    [Theory]
    [InlineData("etablissement", "0", "Mission d'établissement : un allègement d'heures d'enseignement, qui exclut l'IMP de la même mission ; le conseil d'administration l'a proposé le 24 mars 2026 ; le recteur a décidé le 19 mai 2026.")]
    [InlineData("academique", "1250", "Mission académique : un allègement d'heures d'enseignement, auquel une IMP peut s'ajouter ; le recteur a décidé le 19 mai 2026.")]
    [InlineData("district-unss", "0", "Le statut permet d'alléger une mission particulière ; la coordination d'un district UNSS en est exclue.")]
    [InlineData("inconnu", "~", "Une mission trop lourde pour s'ajouter au service peut se reconnaître par un allègement d'heures d'enseignement ; le recteur a décidé le 19 mai 2026.")]
    public void La_trace_dit_ce_que_le_cadre_permet(string cadre, string imp, string phrase)
    {
        Decision d = Banc.Evaluer(Banc.Avec(("cadre", cadre), ("imp_meme_mission", imp)));

        d.Trace.Etapes.Where(e => e.Regle == "IMP-DECHARGE").ShouldAllBe(e => e.Phrase == phrase);
        d.Trace.Etapes.ShouldContain(e => e.Regle == "IMP-DECHARGE");
    }

    /// <summary>regles.md R024 : avec une somme, la trace ne dit pas qu'il n'y en a aucune.</summary>
    [Theory]
    [InlineData("0", true)]
    [InlineData("1250", false)]
    public void La_trace_ne_nie_pas_l_IMP_recue(string imp, bool aucune) =>
        Banc.Evaluer(Banc.Avec(("imp_meme_mission", imp))).Trace.Etapes.Any(e => e.Phrase.Contains("ne reçoit aucune IMP")).ShouldBe(aucune);

    /// <summary>Une décision attendue ou annoncée n'est pas prise : la trace ne la donne pas pour faite.</summary>
    [Theory]
    [InlineData("decidee_par", "inconnue")]
    [InlineData("aujourdhui", "2026-05-18")]
    public void La_trace_n_annonce_pas_une_decision_qui_n_est_pas_prise(string fait, string valeur) =>
        Banc.Evaluer(Banc.Avec((fait, valeur))).Trace.Etapes.ShouldAllBe(e => !e.Phrase.Contains("le recteur a décidé"));

    /// <summary>precisions.md 19 : le privé sous contrat n'a pas de conseils.</summary>
    [Fact]
    public void Dans_le_prive_rien_ne_parle_de_conseil()
    {
        Decision d = Banc.Evaluer(Banc.Avec(("secteur", "prive-sous-contrat"), ("proposition_ca_le", "~"), ("demande_dasen_le", "~")));

        d.Issue.ShouldBe(Issue.Accordee);
        d.Alertes.ShouldHaveSingleItem().Phrase.ShouldContain("informés");
        d.Alertes.ShouldAllBe(a => !a.Phrase.Contains("conseil"));
    }
}
