using Neuvieme.Droit.Pacte;

namespace Neuvieme.Droit.Tests;

/// <summary>Le Pacte : cas écrits, fractions année par année, égalité du chemin rapide et du chemin expliqué.</summary>
public sealed class PacteTests
{
    /// <summary>Une part de Devoirs faits en collège public, dotation ouverte, niveau 1 pourvu : rien ne s'y oppose.</summary>
    internal static readonly Situation Reference = new()
    {
        Date = new(2026, 9, 1), Annee = new(2026), Mission = Mission.DevoirsFaits, DemiParts = 2, PremiereMission = true,
        Nature = NatureEtablissement.College, Secteur = Secteur.Public, Fonction = Fonction.Enseignant, Corps = Corps.Certifie, Stagiaire = false,
        Accord = EtatAccord.Donne, AccordLe = new(2026, 7, 2), AutreRemunerationMemeMission = false, DotationDuNiveau = 18, EngageAuNiveau = 0, ResteNiveauxPrioritaires = 0,
    };

    /// <summary>La même situation une autre année ; l'accord de la référence est toujours du 2 juillet qui précède la rentrée.</summary>
    static Situation De(Situation s, int annee) => s with { Annee = new(annee), AccordLe = s.AccordLe == Reference.AccordLe && annee is > 1 and < 9999 ? new(annee, 7, 2) : s.AccordLe };

    static readonly Dictionary<string, Func<Situation, string?, Situation>> Lecteurs = new(StringComparer.Ordinal)
    {
        ["date"] = (s, v) => s with { Date = Faits.Jour(v)!.Value },
        ["aujourdhui"] = (s, v) => s with { Aujourdhui = Faits.Jour(v) },
        ["annee"] = (s, v) => De(s, Faits.Entier(v)!.Value),
        ["mission"] = (s, v) => s with { Mission = Faits.Choix<Mission>(v) },
        ["demi_parts"] = (s, v) => s with { DemiParts = Faits.Entier(v) },
        ["demi_parts_deja_tenues"] = (s, v) => s with { DemiPartsDejaTenues = Faits.Entier(v)!.Value },
        ["premiere_mission"] = (s, v) => s with { PremiereMission = Faits.OuiNon(v) },
        ["nature"] = (s, v) => s with { Nature = Faits.Choix<NatureEtablissement>(v) },
        ["secteur"] = (s, v) => s with { Secteur = Faits.Choix<Secteur>(v) },
        ["fonction"] = (s, v) => s with { Fonction = Faits.Choix<Fonction>(v) },
        ["corps"] = (s, v) => s with { Corps = Faits.Choix<Corps>(v) },
        ["stagiaire"] = (s, v) => s with { Stagiaire = Faits.OuiNon(v) },
        ["accord"] = (s, v) => s with { Accord = Faits.Choix<EtatAccord>(v) },
        ["accord_le"] = (s, v) => s with { AccordLe = Faits.Jour(v) },
        ["autre_remuneration_meme_mission"] = (s, v) => s with { AutreRemunerationMemeMission = Faits.OuiNon(v) },
        ["heures_deja_comptees"] = (s, v) => s with { HeuresDejaComptees = Faits.OuiNon(v) },
        ["coordination_sts"] = (s, v) => s with { CoordinationSts = Faits.OuiNon(v)!.Value },
        ["designe_coordonnateur_sts"] = (s, v) => s with { DesigneCoordonnateurSts = Faits.OuiNon(v) },
        ["dotation_du_niveau"] = (s, v) => s with { DotationDuNiveau = Faits.Entier(v) },
        ["engage_au_niveau"] = (s, v) => s with { EngageAuNiveau = Faits.Entier(v) },
        ["reste_niveaux_prioritaires"] = (s, v) => s with { ResteNiveauxPrioritaires = Faits.Entier(v) },
        ["dotation_totale"] = (s, v) => s with { DotationTotale = Faits.Entier(v) },
        ["dotation_rcd"] = (s, v) => s with { DotationRcd = Faits.Entier(v) },
        ["enseignants_informes_le"] = (s, v) => s with { EnseignantsInformesLe = Faits.Jour(v) },
    };

    static readonly Lazy<IReadOnlyList<(string Nom, FichierDeCas Contenu)>> Lus = new(() => CasTests.Lire("Cas/Pacte"));

    internal static IReadOnlyList<(string Nom, FichierDeCas Contenu)> Fichiers() => Lus.Value;

    public static TheoryData<string, string> Tous() => [.. Fichiers().SelectMany(f => f.Contenu.Cas, (f, c) => (f.Nom, c.Nom))];

    [Theory]
    [MemberData(nameof(Tous))]
    public void Le_droit_repond_comme_le_texte(string fichier, string nom)
    {
        FichierDeCas contenu = Fichiers().Single(f => f.Nom == fichier).Contenu;
        Cas cas = contenu.Cas.Single(c => c.Nom == nom);
        Situation s = Appliquer(Appliquer(Reference, contenu.Base), cas.Faits);
        Parametres p = Faits.Appliquer(Parametres.Defaut, cas.Parametres);

        Decision decision = Evaluation.Evaluer(in s, p);

        decision.Motifs.Select(m => m.Code).ShouldBe(cas.Motifs);
        decision.Alertes.Select(m => m.Code).ShouldBe(cas.Alertes);
        decision.Issue.ShouldBe(CasTests.Issues[cas.Decision]);
        Verdict verdict = Evaluation.Juger(in s, p);
        verdict.Issue.ShouldBe(decision.Issue);
        Evaluation.Codes(verdict).Order(StringComparer.Ordinal).ShouldBe(cas.Motifs.Concat(cas.Alertes).Order(StringComparer.Ordinal));
        if (cas.Echeances is { } attendues)
            decision.Montants.ShouldNotBeNull().Echeances.Select(CasTests.Ligne).ShouldBe(attendues);
    }

    // R177 et C23 : jamais en 2023-2024 ; RCD en 2024-2025 ; RCD, Devoirs faits et stages depuis 2025-2026.
    [Theory]
    [InlineData(2023, Mission.RemplacementCourteDuree, false)]
    [InlineData(2023, Mission.DevoirsFaits, false)]
    [InlineData(2023, Mission.StageDeReussite, false)]
    [InlineData(2024, Mission.RemplacementCourteDuree, true)]
    [InlineData(2024, Mission.DevoirsFaits, false)]
    [InlineData(2024, Mission.StageDeReussite, false)]
    [InlineData(2025, Mission.RemplacementCourteDuree, true)]
    [InlineData(2025, Mission.DevoirsFaits, true)]
    [InlineData(2025, Mission.StageDeReussite, true)]
    [InlineData(2026, Mission.Innovation, false)]
    [InlineData(2027, Mission.RemplacementCourteDuree, true)]
    public void Premiere_demi_part_du_second_degre(int annee, Mission mission, bool permise)
    {
        var s = De(Reference, annee) with { Date = new(annee, 9, 1), Mission = mission, DemiParts = 1 };

        Evaluation.Evaluer(in s, Parametres.Defaut).Issue.ShouldBe(permise ? Issue.Accordee : Issue.Refusee);
        var seconde = s with { PremiereMission = false };
        Evaluation.Evaluer(in seconde, Parametres.Defaut).Issue.ShouldBe(Issue.Accordee);
        var ecole = s with { Nature = NatureEtablissement.PremierDegre, Mission = Mission.SoutienEcole };
        Evaluation.Evaluer(in ecole, Parametres.Defaut).Issue.ShouldBe(Issue.Accordee);
    }

    // R180 et droit-environnant B4 : la note de 2023 verse des neuvièmes ; celle de 2025 en fait des avances.
    [Theory]
    [InlineData(2023, "PAC-VERSEMENT-2023")]
    [InlineData(2024, "PAC-VERSEMENT-2023")]
    [InlineData(2025, "PAC-VERSEMENT-2025")]
    public void Le_versement_cite_la_note_de_son_annee(int annee, string regle)
    {
        var s = De(Reference, annee) with { Date = new(annee, 9, 1) };

        Etape versement = Evaluation.Evaluer(in s, Parametres.Defaut).Trace.Etapes.Single(e => e.Regle.StartsWith("PAC-VERSEMENT", StringComparison.Ordinal));
        versement.Regle.ShouldBe(regle);
        versement.Phrase.Contains("avances").ShouldBe(annee >= 2025);
        versement.Source.Texte.ShouldContain(annee >= 2025 ? "22 septembre 2025" : "20 juillet 2023");
    }

    // L'annexe 1 de 2025 ne date pas ces missions ; elle date la consolidation en STS, de la rentrée 2024.
    [Fact]
    public void Les_missions_sans_date_sourcee_sont_celles_que_l_annexe_ne_date_pas()
    {
        Nomenclature.Fiches.Where(f => f.AttesteeDepuis is not null).Select(f => f.Code).ShouldBe(["PAC-DM-INTERV", "PAC-HARC-1D", "LP-FT", "LP-AVENIR"]);
        Nomenclature.Fiches.Where(f => f.AttesteeDepuis is not null).ShouldAllBe(f => f.AttesteeDepuis == new DateOnly(2025, 9, 1) && f.Depuis == new DateOnly(2023, 9, 1));
        Nomenclature.Fiches.Where(f => f.Depuis != new DateOnly(2023, 9, 1)).Select(f => f.Code).ShouldBe(["LP-STS"]);
    }

    [Fact]
    public void Une_mission_renommee_garde_son_code_et_change_de_nom()
    {
        FicheMission fiche = Nomenclature.DeCode("PAC-SOUT-6E").ShouldNotBeNull();
        fiche.Libelle(new(2025, 8, 31)).ShouldBe("Soutien ou approfondissement en sixième");
        fiche.Libelle(new(2025, 9, 1)).ShouldBe("Soutien renforcé dans la maîtrise des savoirs fondamentaux");
    }

    [Fact]
    public void Nomenclature_compte_ce_que_dit_l_annexe()
    {
        // R223 : neuf missions du premier et du second degré (l'appui aux besoins particuliers compté une fois) et huit du lycée professionnel ; plus le RCD (C08).
        Nomenclature.Fiches.Count(f => f.Cadre == Cadre.LyceeProfessionnel).ShouldBe(8);
        Nomenclature.Fiches.Count(f => f.Code.StartsWith("PAC-", StringComparison.Ordinal)).ShouldBe(9 + 1 + 1);
        Nomenclature.Fiches.Select(f => f.Code).ShouldBeUnique();
        Enum.GetValues<Mission>().Skip(1).ShouldAllBe(m => Nomenclature.Fiche(m).Mission == m);
        // R199 : aucun bilan énoncé pour l'innovation, le harcèlement, les activités optionnelles et les certificats ; le RCD n'est pas dans l'annexe.
        Nomenclature.Fiches.Where(f => !f.DemandeUnBilan).Select(f => f.Code).ShouldBe(["PAC-RCD", "PAC-INNO", "PAC-HARC-1D", "LP-OPT", "LP-CS"]);
        // R178, R179 : neuf heures la demi-part de dix-huit, douze celle de vingt-quatre ; R185 : 36 h pour une part et demie de 24 h.
        (Nomenclature.Fiche(Mission.SoutienSixieme).Heures(1), Nomenclature.Fiche(Mission.DevoirsFaits).Heures(1), Nomenclature.Fiche(Mission.DevoirsFaits).Heures(3)).ShouldBe((9, 12, 36));
        Nomenclature.Fiche(Mission.Innovation).Heures(2).ShouldBeNull();
    }

    // R198 et R199 : à qui la note de service fait remettre le bilan.
    [Theory]
    [InlineData(Mission.DevoirsFaits, "En fin de mission, un bilan est remis au chef d'établissement.")]
    [InlineData(Mission.SoutienSixieme, "En fin de mission, un bilan est remis au chef d'établissement, en lien avec l'inspecteur de la circonscription.")]
    [InlineData(Mission.TutoratLyceePro, "En fin de mission, un bilan est remis au conseil de classe.")]
    [InlineData(Mission.Innovation, "Aucun bilan de fin de mission n'est demandé.")]
    public void Le_bilan_dit_son_destinataire(Mission mission, string phrase)
    {
        var s = Reference with { Mission = mission, Nature = mission == Mission.TutoratLyceePro ? NatureEtablissement.LyceeProfessionnel : NatureEtablissement.College };

        Evaluation.Evaluer(in s, Parametres.Defaut).Trace.Etapes.Single(e => e.Regle == "PAC-BILAN").Phrase.ShouldBe(phrase);
    }

    static Situation Appliquer(Situation s, Dictionary<string, string?>? faits) =>
        (faits ?? []).Aggregate(s, (x, f) => Lecteurs.TryGetValue(f.Key, out var lire) ? lire(x, f.Value) : throw new FormatException($"Fait inconnu : {f.Key}"));

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Une_mission_sans_nom_est_refusee_sans_exception(int mission)
    {
        var s = Reference with { Mission = (Mission)mission };

        Evaluation.Evaluer(in s, Parametres.Defaut).Issue.ShouldNotBe(Issue.Accordee);
        Evaluation.Juger(in s, Parametres.Defaut).Issue.ShouldBe(Evaluation.Evaluer(in s, Parametres.Defaut).Issue);
    }
}
