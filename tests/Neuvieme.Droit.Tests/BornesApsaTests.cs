using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>
/// Aux bornes de la coordination des APSA : trois enseignants et cinquante heures (regles.md R103, R104), quatre ETP (R105, R106), heures
/// supplémentaires (precisions.md 3), partage (precisions.md 2). Chaque situation donne tous ses motifs puis toutes ses alertes.
/// </summary>
public sealed class BornesApsaTests
{
    const string Decisives = "IMP-APSA-HSA-DECISIVES", Etp = "IMP-APSA-ETP-INCONNU", Cinquante = "IMP-APSA-MOINS-DE-CINQUANTE-HEURES",
        TauxDu = "IMP-APSA-TAUX-DU", Somme = "IMP-APSA-PARTS-INCONNUES", AuDela = "IMP-APSA-PARTS-AU-DELA-DU-TAUX-DU", Partagee = "IMP-APSA-PARTAGEE";

    static readonly Parametres AvecHsa = new() { InclureHsaEps = true };

    /// <summary>Trois enseignants, 60 h et 3,00 ETP au taux de base : rien ne s'y oppose.</summary>
    static readonly Situation Eps = Faits.Reference with { Mission = Mission.Apsa, EnseignantsEps = 3, HeuresEpsCentiemes = 60_00, EtpEpsCentiemes = 3_00 };

    /// <summary>Zéro est un fait ; au-delà de dix mille heures, la saisie est fausse et compte comme absente.</summary>
    [Theory]
    [InlineData(0, 60_00, "IMP-APSA-MOINS-DE-TROIS")]
    [InlineData(3, 0, Cinquante)]
    [InlineData(3, 10_000_00, "")]
    [InlineData(3, 10_000_01, "IMP-APSA-HEURES-INCONNUES")]
    [InlineData(3, -1, "IMP-APSA-HEURES-INCONNUES")]
    [InlineData(1_000_001, 60_00, "IMP-APSA-ENSEIGNANTS-INCONNUS")]
    public void Un_effectif_nul_compte_un_effectif_demesure_non(int enseignants, int heures, string motifs) =>
        Codes(Eps with { EnseignantsEps = enseignants, HeuresEpsCentiemes = heures }).ShouldBe(motifs);

    /// <summary>L'alerte ne se donne que si les compter change la réponse : ouvrir la coordination, ou changer le taux dû.</summary>
    [Theory]
    [InlineData(3, 48_00, 2_00, 2_40, Cinquante + " " + Decisives)] // 48 + 2 = 50 h, le seuil est atteint
    [InlineData(3, 48_00, 1_99, 2_40, Cinquante)]
    [InlineData(3, 50_00, 2_00, 2_50, "")] // ouverte sans elles ; 2,50 × 52 ÷ 50 = 2,60 ETP, même taux
    [InlineData(2, 48_00, 2_00, 2_40, "IMP-APSA-MOINS-DE-TROIS " + Cinquante)] // deux enseignants : les heures n'y changent rien
    [InlineData(3, 40_00, 1_00, 4_00, Cinquante)] // fermée avec ou sans ; 4,10 ETP n'y changent rien
    [InlineData(4, 80_00, 0, 4_00, "")]
    [InlineData(4, 80_00, -1, 4_00, "")]
    [InlineData(4, 80_00, 1, 4_00, Decisives)] // 4,00 × 80,01 ÷ 80 = 4,0005, plus de quatre
    public void Les_heures_supplementaires_ne_s_annoncent_que_decisives(int enseignants, int heures, int hsa, int etp, string codes) =>
        Codes(Eps with { EnseignantsEps = enseignants, HeuresEpsCentiemes = heures, HeuresSupplementairesEpsCentiemes = hsa, EtpEpsCentiemes = etp }).ShouldBe(codes);

    /// <summary>Comptées, elles grossissent les ETP comme les heures, au centième supérieur ; sans heures de service, pas de proportion.</summary>
    [Theory]
    [InlineData(80_00, 0, 4_00, 1250, "")]
    [InlineData(80_00, 1, 4_00, 2500, Decisives)] // 4,0005 ETP
    [InlineData(80_00, 1, 4_00, 1250, TauxDu + " " + Decisives)]
    [InlineData(0, 50_00, 3_00, 1250, Etp + " " + Decisives)]
    [InlineData(50_00, 0, 10_000_00, 2500, "")]
    [InlineData(50_00, 1, 10_000_00, 2500, Etp + " " + Decisives)] // 10 002 ETP : la saisie est fausse
    public void Les_heures_supplementaires_comptees_font_le_taux(int heures, int hsa, int etp, int euros, string codes) =>
        Codes(Eps with { HeuresEpsCentiemes = heures, HeuresSupplementairesEpsCentiemes = hsa, EtpEpsCentiemes = etp, Montant = Montant.Euros(euros) }, AvecHsa).ShouldBe(codes);

    /// <summary>Sans effectif, 1 250 € et 2 500 € peuvent être dus, les trois autres taux jamais.</summary>
    [Theory]
    [InlineData("312,50", true)]
    [InlineData("625", true)]
    [InlineData("1250", false)]
    [InlineData("2500", false)]
    [InlineData("3750", true)]
    public void Sans_effectif_un_taux_peut_n_etre_jamais_du(string euros, bool jamais) =>
        Codes(Eps with { EtpEpsCentiemes = null, Montant = Faits.Somme(euros) }).ShouldBe(jamais ? $"IMP-APSA-TAUX-JAMAIS-DU {Etp}" : Etp);

    /// <summary>Un montant pas encore choisi se demande une fois, sans qu'un autre lui soit opposé.</summary>
    [Theory]
    [InlineData(3_00, "IMP-MONTANT-INCONNU")]
    [InlineData(null, "IMP-MONTANT-INCONNU " + Etp)]
    public void Un_montant_absent_se_demande(int? etp, string codes) => Codes(Eps with { EtpEpsCentiemes = etp, Montant = null }).ShouldBe(codes);

    /// <summary>Chaque part est un des cinq taux, leur somme tient dans le taux dû ; un seul titulaire n'est pas un partage.</summary>
    [Theory]
    [InlineData(1, "1250", "1250", "")]
    [InlineData(1, "625", "1250", TauxDu)]
    [InlineData(null, "1250", null, "")]
    [InlineData(null, "625", "1250", Partagee)]
    [InlineData(2, "1250", "1250", Partagee)]
    [InlineData(2, "625", "625", Partagee)]
    [InlineData(2, "625", "624,99", Somme + " " + Partagee)]
    [InlineData(2, "625", "1250,01", AuDela + " " + Partagee)]
    [InlineData(2, "2500", "1250", AuDela + " " + Somme + " " + Partagee)]
    [InlineData(2, null, "1250", "IMP-MONTANT-INCONNU " + Partagee)]
    public void Les_parts_tiennent_dans_le_taux_du(int? titulaires, string? part, string? somme, string codes) =>
        Codes(Partage(titulaires, part, somme)).ShouldBe(codes);

    /// <summary>Sans effectif, le taux dû est au plus le taux double : ce qui dépasse 2 500 € ne peut tenir.</summary>
    [Theory]
    [InlineData("1250", "2500", Etp + " " + Partagee)]
    [InlineData("1250", "2500,01", AuDela + " " + Etp + " " + Partagee)]
    [InlineData("2500", "2500", Etp + " " + Partagee)]
    [InlineData("3750", null, AuDela + " " + Etp + " " + Somme + " " + Partagee)]
    public void Sans_effectif_les_parts_tiennent_dans_le_taux_double(string part, string? somme, string codes) =>
        Codes(Partage(2, part, somme) with { EtpEpsCentiemes = null }).ShouldBe(codes);

    static Situation Partage(int? titulaires, string? part, string? somme) =>
        Eps with { Titulaires = titulaires, Montant = Faits.Somme(part), SommePartsMission = Faits.Somme(somme), JustificationPresente = true };

    static string Codes(Situation s, Parametres? p = null)
    {
        Decision d = Evaluation.Evaluer(in s, p ?? Parametres.Defaut);
        return string.Join(' ', d.Motifs.Concat(d.Alertes).Select(m => m.Code));
    }
}
