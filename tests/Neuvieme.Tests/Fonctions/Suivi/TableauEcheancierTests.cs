using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle.Documents;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

public sealed class TableauEcheancierTests
{
    static readonly Taux Base = TauxImp.DeCode("003")!, Moitie = TauxImp.DeCode("002")!, Quart = TauxImp.DeCode("001")!;

    static LectureXlsx Lire(int premierMois, params LigneEcheancier[] lignes)
    {
        var (brut, net) = TableauEcheancier.Construire("Collège X", new(2026), lignes, premierMois);
        return new(Classeur.Ecrire(brut, net));
    }

    static LigneEcheancier Ligne(string nom, Taux taux, IReadOnlyList<Echeance> echeances) => new(nom, "P", "epp 1", "Référent culture", taux, echeances);

    [Fact]
    public void Construire_NeufMoisTotauxParMoisEtParAgent()
    {
        // Table V1 : 1 250 € = 8 × 138,89 + 138,88 ; 625 € = 8 × 69,44 + 69,48 ; 312,50 € en une fois après service fait.
        using var x = Lire(10,
            Ligne("Zola", Base, Echeancier.ParNeuviemes(Base.Montant, new(2026))),
            Ligne("Abel", Moitie, Echeancier.ParNeuviemes(Moitie.Montant, new(2026))),
            Ligne("Martin", Quart, []));
        x.Verifier();
        x.Feuilles.ShouldBe(["Échéancier brut", "Net estimé"]);
        x.Ligne(0, 1).ShouldBe(["Nom", "Prénom", "Identifiant STS", "Mission", "Taux", "octobre 2026", "novembre 2026", "décembre 2026", "janvier 2027", "février 2027",
            "mars 2027", "avril 2027", "mai 2027", "juin 2027", "Total brut", "Net estimé", "Après service fait, sans date"]);
        x.Ligne(0, 2).ShouldBe(["Abel", "P", "epp 1", "Référent culture", "625\u00A0€ · ½ IMP · taux 002", .. Enumerable.Repeat("69.44", 8), "69.48", "625.00", "565.42", ""]);
        x.Ligne(0, 3).ShouldBe(["Martin", "P", "epp 1", "Référent culture", "312,50\u00A0€ · ¼ IMP · taux 001", .. Enumerable.Repeat("", 9), "0.00", "0.00", "312.50"]);
        x.Valeur(0, "A4").ShouldBe("Zola");
        // 138,89 + 69,44 = 208,33 ; 138,88 + 69,48 = 208,36 ; 1 250 + 625 ; 1 130,84 + 565,42 = 1 696,26.
        x.Ligne(0, 5).ShouldBe(["Total", "", "", "", "", .. Enumerable.Repeat("208.33", 8), "208.36", "1875.00", "1696.26", "312.50"]);
    }

    [Fact]
    public void Construire_FeuilleNette_ArrondiLigneParLigne()
    {
        // 69,44 × 0,9046975 = 62,8222 → 62,82 ; 69,48 × 0,9046975 = 62,8584 → 62,86 ; 8 × 62,82 + 62,86 = 565,42.
        using var x = Lire(11, Ligne("Abel", Moitie, Echeancier.ParNeuviemes(Moitie.Montant, new(2026), 11)));
        x.Ligne(1, 1)[5].ShouldBe("novembre 2026");
        x.Ligne(1, 2).Skip(5).ShouldBe([.. Enumerable.Repeat("62.82", 8), "62.86", "565.42"]);
    }

    [Fact]
    public void Construire_VersementUniqueHorsDesNeufMois_AjouteSonMois()
    {
        // Service fait attesté le 12 août 2027, après le 10 : paie de septembre 2027.
        using var x = Lire(10, Ligne("Abel", Moitie, [Echeancier.ApresServiceFait(Moitie.Montant, new(2027, 8, 12))]));
        x.Ligne(0, 1)[14].ShouldBe("septembre 2027");
        x.Valeur(0, "O2").ShouldBe("625.00");
        x.Valeur(0, "F2").ShouldBe("");
    }

    [Fact]
    public void Construire_SansLigne_NeufColonnesVides()
    {
        using var x = Lire(10);
        x.Verifier();
        x.Ligne(0, 1).Count.ShouldBe(17);
    }
}
