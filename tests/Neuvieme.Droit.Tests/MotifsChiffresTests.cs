using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Un motif de montant dit la somme proposée et celle qu'il lui oppose : ce sont les mots que lisent l'agent et le chef.</summary>
public sealed class MotifsChiffresTests
{
    static readonly Situation Eps = Faits.Reference with { Mission = Mission.Apsa, EnseignantsEps = 3, HeuresEpsCentiemes = 60_00, EtpEpsCentiemes = 3_00 };

    /// <summary>regles.md R055.</summary>
    [Fact]
    public void Un_montant_hors_des_cinq_taux() => Phrase(Faits.Reference with { Montant = Montant.Euros(1000m) }, "IMP-MONTANT-HORS-TAUX")
        .ShouldBe("Les seuls montants sont 312,50 €, 625 €, 1 250 €, 2 500 € et 3 750 € ; 1 000,00 € n'en est pas.");

    /// <summary>precisions.md 12.</summary>
    [Fact]
    public void Un_taux_quart_au_dela_de_24_heures() => Phrase(
        Faits.Reference with { Mission = Mission.Article7, LienProjetEtablissement = true, Montant = Montant.Euros(312.50m), HeuresEstimees = 25 }, "IMP-TAUX-QUART-MISSION-LOURDE")
        .ShouldBe("25 heures sont estimées : le taux quart va aux missions les plus légères, jusqu'à 24 heures.");

    /// <summary>Contradiction C14 ; table V2 : le plus haut taux de la culture est 1 250 €, celui du tutorat 625 €, celui du numérique 3 750 €.</summary>
    [Theory]
    [InlineData(Mission.Culture, NatureEtablissement.College, "1875", "Les parts de la mission font 1 875,00 €, au-delà de 1 250,00 €, le plus haut taux admis ici.")]
    [InlineData(Mission.Tutorat, NatureEtablissement.LyceePolyvalent, "937,50", "Les parts de la mission font 937,50 €, au-delà de 625,00 €, le plus haut taux admis ici.")]
    [InlineData(Mission.Numerique, NatureEtablissement.College, "5000", "Les parts de la mission font 5 000,00 €, au-delà de 3 750,00 €, le plus haut taux admis ici.")]
    public void Des_parts_au_dela_du_plus_haut_taux(Mission mission, NatureEtablissement nature, string somme, string phrase) => Phrase(
        Faits.Reference with { Mission = mission, Nature = nature, Montant = Montant.Euros(625m), Titulaires = 3, SommePartsMission = Faits.Somme(somme) }, "IMP-PARTS-AU-DELA-DU-TAUX")
        .ShouldBe(phrase);

    /// <summary>regles.md R103, R104.</summary>
    [Theory]
    [InlineData(2, "L'établissement compte 2 enseignants d'EPS : il en faut trois.")]
    [InlineData(1, "L'établissement compte 1 enseignant d'EPS : il en faut trois.")]
    public void Trop_peu_d_enseignants_d_EPS(int enseignants, string phrase) => Phrase(Eps with { EnseignantsEps = enseignants }, "IMP-APSA-MOINS-DE-TROIS").ShouldBe(phrase);

    /// <summary>regles.md R103 ; 47,50 h, et 49 h une fois comptée une heure et demie supplémentaire (precisions.md 3).</summary>
    [Theory]
    [InlineData(false, "L'EPS compte 47,50 heures par semaine : il en faut 50.")]
    [InlineData(true, "L'EPS compte 49,00 heures par semaine : il en faut 50.")]
    public void Trop_peu_d_heures_d_EPS(bool comptees, string phrase) => Phrase(
        Eps with { HeuresEpsCentiemes = 47_50, HeuresSupplementairesEpsCentiemes = 1_50 }, "IMP-APSA-MOINS-DE-CINQUANTE-HEURES", new() { InclureHsaEps = comptees }).ShouldBe(phrase);

    /// <summary>Table V2 : trois taux ne sont dus à aucun effectif.</summary>
    [Fact]
    public void Un_taux_que_les_APSA_n_ont_jamais() => Phrase(Eps with { EtpEpsCentiemes = null, Montant = Montant.Euros(625m) }, "IMP-APSA-TAUX-JAMAIS-DU")
        .ShouldBe("Pour les APSA, seuls 1 250 € et 2 500 € peuvent être dus ; 625,00 € n'en est pas.");

    /// <summary>precisions.md 2 : la plus grande de la part et de la somme est opposée au taux dû ; sans effectif, au taux double.</summary>
    [Theory]
    [InlineData(300, "625", "1875", "Les parts de la mission font 1 875,00 €, au-delà de 1 250,00 €, le plus haut taux admis ici.")]
    [InlineData(300, "2500", "1250", "Les parts de la mission font 2 500,00 €, au-delà de 1 250,00 €, le plus haut taux admis ici.")]
    [InlineData(300, "2500", null, "Les parts de la mission font 2 500,00 €, au-delà de 1 250,00 €, le plus haut taux admis ici.")]
    [InlineData(300, null, "1875", "Les parts de la mission font 1 875,00 €, au-delà de 1 250,00 €, le plus haut taux admis ici.")]
    [InlineData(401, "1250", "3125", "Les parts de la mission font 3 125,00 €, au-delà de 2 500,00 €, le plus haut taux admis ici.")]
    [InlineData(null, "625", "3125", "Les parts de la mission font 3 125,00 €, au-delà de 2 500,00 €, le plus haut taux admis ici.")]
    public void Des_parts_d_APSA_au_dela_du_taux_du(int? etp, string? part, string? somme, string phrase) => Phrase(
        Eps with { EtpEpsCentiemes = etp, Montant = Faits.Somme(part), SommePartsMission = Faits.Somme(somme), Titulaires = 3, JustificationPresente = true }, "IMP-APSA-PARTS-AU-DELA-DU-TAUX-DU")
        .ShouldBe(phrase);

    /// <summary>Un montant déjà refusé ne se chiffre pas contre l'enveloppe : un seul refus à corriger (regles.md R039, R055).</summary>
    [Fact]
    public void Un_montant_hors_taux_ne_depasse_pas_l_enveloppe()
    {
        Situation s = Faits.Reference with { Montant = Montant.Euros(20_000m) };

        Evaluation.Evaluer(in s, Parametres.Defaut).Motifs.Select(m => m.Code).ShouldBe(["IMP-MONTANT-HORS-TAUX"]);
    }

    /// <summary>Le taux du référent harcèlement ne se juge qu'une fois le montant réglementaire (regles.md R125).</summary>
    [Fact]
    public void Harcelement_hors_des_cinq_taux()
    {
        Situation s = Faits.Reference with { Mission = Mission.Harcelement, Montant = Montant.Euros(1000m) };

        Decision d = Evaluation.Evaluer(in s, Parametres.Defaut);

        d.Motifs.Select(m => m.Code).ShouldBe(["IMP-MONTANT-HORS-TAUX"]);
        d.Alertes.Select(m => m.Code).ShouldBe(["IMP-HARC-TAUX-SANS-TEXTE"]);
    }

    static string Phrase(Situation s, string code, Parametres? p = null)
    {
        Decision d = Evaluation.Evaluer(in s, p ?? Parametres.Defaut);
        return d.Motifs.Concat(d.Alertes).Single(m => m.Code == code).Phrase.Replace('\u202F', ' ').Replace('\u00A0', ' ');
    }
}
