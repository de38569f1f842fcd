using Neuvieme.Droit.MissionsAcademiques;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Droit.Tests.Dispositifs;

/// <summary>Les missions académiques et le district UNSS : cas écrits, et ce qui reste vrai de toute situation.</summary>
public sealed class MissionsAcademiquesTests
{
    const Mentions Completes = (Mentions)127;

    /// <summary>Un chargé de mission à 2 500 € pour l'année, sans allègement, lettre complète et signée, décidé par le recteur : rien ne s'y oppose.</summary>
    internal static readonly Banc<Situation> Banc = new("MissionsAcademiques", new()
    {
        Date = new(2026, 6, 15), Aujourdhui = new(2027, 8, 31), Annee = new(2026), Mission = Mission.ChargeDeMission, CompetencesPedagogiques = true,
        Montant = Montant.Euros(2500m), AllegementCentiemes = 0, Nature = NatureEtablissement.College, Secteur = Secteur.Public, Fonction = Fonction.Enseignant,
        Corps = Corps.Certifie, ServiceCompletCpge = false, Accord = EtatAccord.Donne, AccordLe = new(2026, 5, 20), LettreLe = new(2026, 6, 10), Mentions = Completes,
        LettreSigneePar = Autorite.Recteur, LettreSigneeParAgent = true, DecideePar = Autorite.Recteur, DecideeLe = new(2026, 6, 12),
        EnveloppeNotifiee = new(40), EnveloppeEngagee = new(0), Duree = ImpSecondDegre.Duree.AnneeEntiere,
    }, new(StringComparer.Ordinal)
    {
        ["date"] = new((s, v) => s with { Date = Faits.Jour(v)!.Value }, ["0001-01-01", "2015-08-31", "2015-09-01", "2026-06-15", "9999-12-31"]),
        ["aujourdhui"] = Banc<Situation>.Jour((s, v) => s with { Aujourdhui = v }) with { Oubli = null },
        ["annee"] = new((s, v) => s with { Annee = new(Faits.Entier(v)!.Value) }, ["2014", "2015", "2025", "2026", "9999", "-2147483648", "2147483647"]),
        ["mission"] = Banc<Situation>.Choix<Mission>((s, v) => s with { Mission = v }) with { Essais = ["inconnue", "district-unss", "district-unss", "district-unss", "formation"] },
        ["competences_pedagogiques"] = Banc<Situation>.OuiNon((s, v) => s with { CompetencesPedagogiques = v }),
        ["montant"] = Banc<Situation>.Somme((s, v) => s with { Montant = v }),
        ["allegement_centiemes"] = Banc<Situation>.Entier((s, v) => s with { AllegementCentiemes = v }, "100", "2400", "2401"),
        ["nature"] = Banc<Situation>.Choix<NatureEtablissement>((s, v) => s with { Nature = v }),
        ["secteur"] = Banc<Situation>.Choix<Secteur>((s, v) => s with { Secteur = v }),
        ["fonction"] = Banc<Situation>.Choix<Fonction>((s, v) => s with { Fonction = v }),
        ["corps"] = Banc<Situation>.Choix<Corps>((s, v) => s with { Corps = v }),
        ["service_complet_cpge"] = Banc<Situation>.OuiNon((s, v) => s with { ServiceCompletCpge = v }),
        ["enseigne_eps"] = Banc<Situation>.OuiNon((s, v) => s with { EnseigneEps = v }),
        ["taux_district"] = Banc<Situation>.Somme((s, v) => s with { TauxDistrict = v }),
        ["titulaires"] = Banc<Situation>.Entier((s, v) => s with { Titulaires = v }, "3", "100", "101"),
        ["somme_parts"] = Banc<Situation>.Somme((s, v) => s with { SommeParts = v }),
        ["district_deja_pourvu"] = Banc<Situation>.OuiNon((s, v) => s with { DistrictDejaPourvu = v }),
        ["accord"] = Banc<Situation>.Choix<EtatAccord>((s, v) => s with { Accord = v }, inconnu: false),
        ["accord_le"] = Banc<Situation>.Jour((s, v) => s with { AccordLe = v }),
        ["lettre_le"] = Banc<Situation>.Jour((s, v) => s with { LettreLe = v }),
        ["mentions"] = Banc<Situation>.Mentions((s, v) => s with { Mentions = v }),
        ["sans_mention"] = Banc<Situation>.SansMention((s, v) => s with { Mentions = s.Mentions & ~v }),
        ["lettre_signee_par"] = Banc<Situation>.Choix<Autorite>((s, v) => s with { LettreSigneePar = v }),
        ["lettre_signee_par_agent"] = Banc<Situation>.OuiNon((s, v) => s with { LettreSigneeParAgent = v }),
        ["decidee_par"] = Banc<Situation>.Choix<Autorite>((s, v) => s with { DecideePar = v }),
        ["decidee_le"] = Banc<Situation>.Jour((s, v) => s with { DecideeLe = v }),
        ["enveloppe_notifiee"] = Banc<Situation>.Quarts((s, v) => s with { EnveloppeNotifiee = v }),
        ["enveloppe_engagee"] = Banc<Situation>.Quarts((s, v) => s with { EnveloppeEngagee = v }),
        ["duree"] = Banc<Situation>.Choix<ImpSecondDegre.Duree>((s, v) => s with { Duree = v }),
        ["debut"] = Banc<Situation>.Jour((s, v) => s with { Debut = v }),
        ["fin"] = Banc<Situation>.Jour((s, v) => s with { Fin = v }),
        ["service_fait_le"] = Banc<Situation>.Jour((s, v) => s with { ServiceFaitLe = v }),
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
    public void Aucun_trou_aux_bornes() => Banc.AucunTrouAuxBornes("ACA-", new(2015, 9, 1), jour =>
        Banc.Reference with { Date = jour, Aujourdhui = jour, Annee = AnneeScolaire.De(jour), AccordLe = jour, LettreLe = jour, DecideeLe = jour });

    /// <summary>regles.md R148, R149 et R151 : trois domaines, trois exemples et le district.</summary>
    [Fact]
    public void La_nomenclature_est_celle_du_releve()
    {
        Nomenclature.Fiches.Select(f => f.Code).ShouldBe(["ACA-PART", "ACA-FORM", "ACA-INSP", "ACA-CULT", "ACA-CHOR", "ACA-CHM", "ACA-UNSS"]);
        Nomenclature.Fiches.ShouldAllBe(f => Nomenclature.DeCode(f.Code) == f);
        Nomenclature.DeCode("ACA-UNSS").ShouldNotBeNull().Contenu.Count.ShouldBe(2);
        Nomenclature.DeCode("ACA-CHM").ShouldNotBeNull().Contenu.ShouldBeEmpty();
    }

    /// <summary>regles.md R091 : la liste dit exactement ce qui manque.</summary>
    [Fact]
    public void La_lettre_incomplete_dit_ce_qui_lui_manque()
    {
        var motif = Banc.Evaluer(Banc.Avec(("sans_mention", "objectifs"))).Motifs.ShouldHaveSingleItem().ShouldBeOfType<MentionsAbsentes>();

        motif.Absentes.ShouldBe(Mentions.Objectifs);
        motif.Phrase.ShouldBe("La lettre ne dit pas : les objectifs.");
    }

    /// <summary>regles.md R083 : juger chaque part du district dit la même chose que vérifier le partage entier.</summary>
    [Theory]
    [InlineData("3750", "2500 1250", true)]
    [InlineData("3750", "2500 2500", false)]
    [InlineData("3750", "1875 1875", false)]
    [InlineData("1250", "625 625", true)]
    [InlineData("1250", "312,50 312,50 625", true)]
    [InlineData("1250", "625 1250", false)]
    [InlineData("2500", "2500", true)]
    [InlineData("2500", "625", false)]
    [InlineData("625", "312,50 312,50", false)]
    public void Le_partage_d_un_district_se_juge_part_par_part_comme_en_entier(string taux, string parts, bool admis)
    {
        Montant[] montants = [.. parts.Split(' ').Select(p => Faits.Somme(p)!.Value)];
        Montant somme = montants.Aggregate(Montant.Zero, (a, b) => a + b);

        Partage.DeDistrict(new(new(2026), montants) { TauxDu = Faits.Somme(taux) }).Issue.ShouldBe(admis ? Issue.Accordee : Issue.Refusee);
        montants.Select(m => Banc.Evaluer(Banc.Reference with
        {
            Mission = Mission.DistrictUnss,
            Corps = Corps.Peps,
            Montant = m,
            TauxDistrict = Faits.Somme(taux),
            Titulaires = montants.Length,
            SommeParts = somme,
            DistrictDejaPourvu = false,
        }).Issue).ShouldAllBe(i => i == (admis ? Issue.Accordee : Issue.Refusee));
    }
}
