using Neuvieme.Droit.ImpPremierDegre;

namespace Neuvieme.Droit.Tests.Dispositifs;

/// <summary>L'IMP du premier degré : cas écrits, et ce qui reste vrai de toute situation.</summary>
public sealed class ImpPremierDegreTests
{
    /// <summary>Un référent numérique à 1 250 € pour l'année, professeur des écoles, échelon du département : rien ne s'y oppose.</summary>
    internal static readonly Banc<Situation> Banc = new("ImpPremierDegre", new()
    {
        Date = new(2026, 6, 15), Aujourdhui = new(2027, 8, 31), Annee = new(2026), Mission = Mission.ReferentNumerique, Montant = Montant.Euros(1250m),
        Echelon = Echelon.Departement, Secteur = Secteur.Public, Corps = Corps.ProfesseurDesEcoles, Accord = EtatAccord.Donne, AccordLe = new(2026, 5, 20),
        LettreLe = new(2026, 9, 7), DecideePar = Autorite.Dasen, DecideeLe = new(2026, 9, 8), AutreIndemniteMemesFonctions = false, Duree = ImpSecondDegre.Duree.AnneeEntiere,
    }, new(StringComparer.Ordinal)
    {
        ["date"] = new((s, v) => s with { Date = Faits.Jour(v)!.Value }, ["0001-01-01", "2017-08-31", "2017-09-01", "2026-06-15", "9999-12-31"]),
        ["aujourdhui"] = Banc<Situation>.Jour((s, v) => s with { Aujourdhui = v }) with { Oubli = null },
        ["annee"] = new((s, v) => s with { Annee = new(Faits.Entier(v)!.Value) }, ["2016", "2017", "2025", "2026", "9999", "-2147483648", "2147483647"]),
        ["mission"] = Banc<Situation>.Choix<Mission>((s, v) => s with { Mission = v }),
        ["definie_par_autorite"] = Banc<Situation>.OuiNon((s, v) => s with { DefinieParAutorite = v }),
        ["montant"] = Banc<Situation>.Somme((s, v) => s with { Montant = v }),
        ["echelon"] = Banc<Situation>.Choix<Echelon>((s, v) => s with { Echelon = v }),
        ["secteur"] = Banc<Situation>.Choix<Secteur>((s, v) => s with { Secteur = v }),
        ["corps"] = Banc<Situation>.Choix<Corps>((s, v) => s with { Corps = v }),
        ["accord"] = Banc<Situation>.Choix<EtatAccord>((s, v) => s with { Accord = v }, inconnu: false),
        ["accord_le"] = Banc<Situation>.Jour((s, v) => s with { AccordLe = v }),
        ["lettre_le"] = Banc<Situation>.Jour((s, v) => s with { LettreLe = v }),
        ["decidee_par"] = Banc<Situation>.Choix<Autorite>((s, v) => s with { DecideePar = v }),
        ["decidee_le"] = Banc<Situation>.Jour((s, v) => s with { DecideeLe = v }),
        ["autre_indemnite_memes_fonctions"] = Banc<Situation>.OuiNon((s, v) => s with { AutreIndemniteMemesFonctions = v }),
        ["duree"] = Banc<Situation>.Choix<ImpSecondDegre.Duree>((s, v) => s with { Duree = v }),
        ["debut"] = Banc<Situation>.Jour((s, v) => s with { Debut = v }),
        ["fin"] = Banc<Situation>.Jour((s, v) => s with { Fin = v }),
        ["service_fait_le"] = Banc<Situation>.Jour((s, v) => s with { ServiceFaitLe = v }),
    }, Evaluation.Evaluer, Evaluation.Juger, Evaluation.Codes);

    public static TheoryData<string, string> Tous() => Banc.Tous();

    /// <summary>L'accord et la lettre sont des actes datés (décret n° 2017-965) : la trace montre leur jour, ou dit qu'il est inconnu.</summary>
    [Fact]
    public void La_trace_montre_le_jour_des_actes()
    {
        static string[] Faits(Decision d) => [.. d.Trace.Etapes.SelectMany(e => e.Entrees).Where(x => x.Key is "accord_le" or "lettre_le").Select(x => $"{x.Key}={x.Value}").Distinct().Order(StringComparer.Ordinal)];

        Faits(Banc.Evaluer(Banc.Reference)).ShouldBe(["accord_le=2026-05-20", "lettre_le=2026-09-07"]);
        Faits(Banc.Evaluer(Banc.Avec(("lettre_le", "~")))).ShouldContain("lettre_le=inconnu");
    }

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
    public void Aucun_trou_aux_bornes() => Banc.AucunTrouAuxBornes("PREM-", new(2017, 9, 1), jour =>
        Banc.Reference with { Date = jour, Aujourdhui = jour, Annee = AnneeScolaire.De(jour), AccordLe = jour, LettreLe = jour, DecideeLe = jour });

    [Fact]
    public void La_nomenclature_tient_en_trois_missions()
    {
        // droit-environnant.md B2 : deux missions nommées, et celles que l'autorité académique définit.
        Nomenclature.Fiches.Select(f => f.Code).ShouldBe(["PREM-ERSEH", "PREM-ERUN", "PREM-AUTRE"]);
        Nomenclature.Fiches.ShouldAllBe(f => Nomenclature.DeCode(f.Code) == f);
        Nomenclature.DeCode("IMP-NUM").ShouldBeNull();
    }

    /// <summary>droit-environnant.md B2 : « chaque mois », sans nombre. Le brut se dit, aucune échéance ne s'invente.</summary>
    [Fact]
    public void Une_mission_annuelle_a_un_brut_et_pas_d_echeancier()
    {
        Montants montants = Banc.Evaluer(Banc.Reference).Montants.ShouldNotBeNull();

        montants.Brut.ShouldBe(Montant.Euros(1250m));
        montants.Echeances.ShouldBeEmpty();
    }

    /// <summary>droit-environnant.md B2 : le nombre de mensualités manque au versement, non à la période.</summary>
    [Fact]
    public void Les_mensualites_se_lisent_au_versement()
    {
        IReadOnlyList<Etape> etapes = Banc.Evaluer(Banc.Reference).Trace.Etapes;

        etapes.Single(e => e.Regle == "PREM-VERSEMENT").Phrase.ShouldContain("mensualités");
        etapes.Single(e => e.Regle == "PREM-PERIODE").Phrase.ShouldBe("La mission tient dans son année scolaire ; celle qui n'en couvre pas la totalité se paie après service fait.");
    }

    /// <summary>regles.md R002 : la base d'une IMP d'école n'est jamais le décret du second degré, ni l'inverse.</summary>
    [Fact]
    public void Le_second_degre_cite_son_propre_decret()
    {
        Motif motif = Banc.Evaluer(Banc.Avec(("echelon", "second-degre"))).Motifs.ShouldHaveSingleItem();

        motif.Phrase.ShouldContain("décret n° 2015-475");
        Banc.Evaluer(Banc.Reference).Trace.Etapes.ShouldAllBe(e => !e.Source.Texte.Contains("2015-475"));
    }
}
