using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels;
using Parametres = Neuvieme.Droit.Parametres;

namespace Neuvieme.Tests.Fonctions.Personnels;

public class FaitsEpsTests
{
    static Affectation Eps(int? heures, Corps corps = Corps.Peps, bool presente = true, int? maximum = null) => new()
    {
        Uai = "0990001N", EnseigneEps = true, Presente = presente, HeuresEpsCentiemes = heures, MaximumServiceCentiemes = maximum,
        Agent = new() { Uai = "0990001N", TypeSts = "epp", IdSts = "1", NomUsage = "HUNIER", Prenom = "Zoé", Corps = corps },
    };

    // Forfait d'association sportive : 3 h. 17 + 3 = 20 h, 14 + 3 = 17 h pour l'agrégé : deux temps pleins, sans heure supplémentaire.
    [Fact]
    public void Temps_pleins_de_deux_corps()
    {
        var f = FaitsEps.De([Eps(1700), Eps(1400, Corps.Agrege)], Parametres.Defaut);
        (f.Enseignants, f.HeuresCentiemes, f.EtpCentiemes, f.HeuresSupplementairesCentiemes).ShouldBe((2, 3700, 200, 0));
    }

    // 19 + 3 = 22 h pour 20 h : 2 h supplémentaires ; 16 + 3 = 19 h pour 17 h : 2 h. Le service reste de 20 h et 17 h.
    [Fact]
    public void Heures_au_dela_du_maximum_comptees_a_part()
    {
        var f = FaitsEps.De([Eps(1900), Eps(1600, Corps.Agrege)], Parametres.Defaut);
        (f.HeuresCentiemes, f.EtpCentiemes, f.HeuresSupplementairesCentiemes).ShouldBe((3700, 200, 400));
    }

    [Fact]
    public void Maximum_saisi_prime_sur_celui_du_corps() =>
        FaitsEps.De([Eps(1500, Corps.Contractuel, maximum: 1500)], Parametres.Defaut).HeuresSupplementairesCentiemes.ShouldBe(300);

    [Fact]
    public void Heures_inconnues_d_une_seule_personne_rendent_les_totaux_inconnus()
    {
        var f = FaitsEps.De([Eps(1700), Eps(null)], Parametres.Defaut);
        (f.Enseignants, f.HeuresCentiemes, f.EtpCentiemes, f.HeuresSupplementairesCentiemes).ShouldBe((2, null, null, null));
        f.HeuresInconnues.ShouldBe(["Zoé HUNIER"]);
    }

    [Fact]
    public void Personne_partie_non_comptee() => FaitsEps.De([Eps(1700), Eps(1700, presente: false)], Parametres.Defaut).Enseignants.ShouldBe(1);
}
