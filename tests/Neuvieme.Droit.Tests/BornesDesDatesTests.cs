using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>
/// Annuelle ou ponctuelle : la lecture retenue (contradiction C37) met les charnières au 30 septembre et au 1er juin. Chaque situation
/// donne tous ses motifs puis toutes ses alertes, de part et d'autre de chaque jour.
/// </summary>
public sealed class BornesDesDatesTests
{
    /// <summary>Tenue de septembre à juin, une mission est annuelle : la déclarer ponctuelle se refuse (décret art. 3, al. 2).</summary>
    [Theory]
    [InlineData("2026-09-30", "2027-06-01", "IMP-PERIODE-ENTIERE")]
    [InlineData("2026-10-01", "2027-06-01", "")]
    [InlineData("2026-09-30", "2027-05-31", "")]
    [InlineData("2026-09-30", null, "")]
    [InlineData(null, "2027-06-01", "")]
    public void Une_ponctuelle_ne_couvre_pas_l_annee(string? debut, string? fin, string codes) =>
        Codes(Ponctuelle with { Debut = Faits.Jour(debut), Fin = Faits.Jour(fin), ServiceFaitLe = new(2027, 6, 1) }).ShouldBe(codes);

    /// <summary>Commencée après le 30 septembre ou finie avant le 1er juin, une mission n'est pas annuelle ; une faute n'en cache pas une autre.</summary>
    [Theory]
    [InlineData("2026-09-30", "2027-06-01", "")]
    [InlineData("2026-10-01", "2027-06-01", "IMP-PERIODE-PARTIELLE")]
    [InlineData("2026-09-30", "2027-05-31", "IMP-PERIODE-PARTIELLE")]
    [InlineData("2026-09-01", "2027-08-31", "")]
    [InlineData("2026-08-31", "2027-08-31", "IMP-PERIODE-HORS-ANNEE")]
    [InlineData("2026-09-01", "2027-09-01", "IMP-PERIODE-HORS-ANNEE")]
    [InlineData("2027-03-01", "2027-02-28", "IMP-PERIODE-INVERSEE IMP-PERIODE-PARTIELLE")]
    [InlineData("2027-09-01", "2026-08-31", "IMP-PERIODE-INVERSEE IMP-PERIODE-HORS-ANNEE")]
    public void Une_annuelle_couvre_l_annee(string debut, string fin, string codes) =>
        Codes(Faits.Reference with { Debut = Faits.Jour(debut), Fin = Faits.Jour(fin) }).ShouldBe(codes);

    /// <summary>Confiée après le 30 septembre sans premier jour, elle le doit dire, même si sa fin est déjà trop tôt.</summary>
    [Theory]
    [InlineData("2026-09-30", null, "")]
    [InlineData("2026-10-01", null, "IMP-DEBUT-INCONNU")]
    [InlineData("2026-10-01", "2027-05-31", "IMP-PERIODE-PARTIELLE IMP-DEBUT-INCONNU")]
    public void Confiee_en_octobre_elle_dit_son_premier_jour(string accordLe, string? fin, string codes) =>
        Codes(Faits.Reference with { AccordLe = Faits.Jour(accordLe), Fin = Faits.Jour(fin) }).ShouldBe(codes);

    /// <summary>
    /// Un accord donné sans date vaut au jour de la validation, sinon au jour présent ; demandé seulement, il ne confie rien, quelle que
    /// soit la validation (C37 ; regles.md R017).
    /// </summary>
    [Theory]
    [InlineData(EtatAccord.Donne, "2026-09-30", "2026-11-22", "IMP-ACCORD-NON-DATE")]
    [InlineData(EtatAccord.Donne, null, "2026-09-30", "IMP-ACCORD-NON-DATE")]
    [InlineData(EtatAccord.Donne, null, "2026-10-01", "IMP-DEBUT-INCONNU IMP-ACCORD-NON-DATE")]
    [InlineData(EtatAccord.Demande, "2026-09-30", "2026-11-22", "IMP-ACCORD-EN-ATTENTE IMP-DEBUT-INCONNU")]
    public void Un_accord_sans_date_confie_au_jour_de_la_validation(EtatAccord accord, string? valideeLe, string present, string codes) =>
        Codes(Faits.Reference with { Accord = accord, AccordLe = null, ValideeLe = Faits.Jour(valideeLe), Aujourdhui = Faits.Jour(present) }).ShouldBe(codes);

    /// <summary>Une mission d'un jour s'atteste le jour même ; la veille de son début, de sa fin ou de l'année scolaire, rien n'est fait (R018, R070).</summary>
    [Theory]
    [InlineData("2027-03-10", "2027-03-10", "2027-03-10", "")]
    [InlineData("2027-03-10", "2027-03-12", "2027-03-11", "IMP-SERVICE-FAIT-TROP-TOT")]
    [InlineData("2027-03-10", null, "2027-03-09", "IMP-SERVICE-FAIT-TROP-TOT")]
    [InlineData("2027-03-10", null, "2027-03-10", "")]
    [InlineData(null, null, "2026-08-31", "IMP-SERVICE-FAIT-TROP-TOT")]
    [InlineData(null, null, "2026-09-01", "")]
    public void Le_service_fait_suit_la_mission(string? debut, string? fin, string faitLe, string codes) =>
        Codes(Ponctuelle with { Debut = Faits.Jour(debut), Fin = Faits.Jour(fin), ServiceFaitLe = Faits.Jour(faitLe) }).ShouldBe(codes);

    /// <summary>Rien ne se paie avant la validation (R050, R072) : payée après le 10, la paie est celle du mois suivant (precisions.md 9).</summary>
    [Theory]
    [InlineData("2027-03-10", null, "2027-03")]
    [InlineData("2027-03-10", "2027-03-10", "2027-03")]
    [InlineData("2027-03-10", "2027-03-11", "2027-04")]
    [InlineData("2027-03-11", "2027-03-10", "2027-04")]
    public void Une_ponctuelle_se_paie_apres_le_service_fait_et_la_validation(string faitLe, string? valideeLe, string mois)
    {
        Situation s = Ponctuelle with { ServiceFaitLe = Faits.Jour(faitLe), ValideeLe = Faits.Jour(valideeLe) };

        Evaluation.Evaluer(in s, Parametres.Defaut).Montants.ShouldNotBeNull().Echeances.ShouldHaveSingleItem().Mois.ToString().ShouldBe(mois);
    }

    static readonly Situation Ponctuelle = Faits.Reference with { Duree = Duree.Ponctuelle };

    static string Codes(Situation s)
    {
        Decision d = Evaluation.Evaluer(in s, Parametres.Defaut);
        return string.Join(' ', d.Motifs.Concat(d.Alertes).Select(m => m.Code));
    }
}
