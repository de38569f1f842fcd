using Neuvieme.Droit;
using Neuvieme.Fonctions.Instances;

namespace Neuvieme.Tests.Fonctions.Instances;

public class ComparaisonTests
{
    static long s_id;

    static LignePresentee Ligne(string code, string intitule, params long[] centimes) => new(++s_id, code, intitule, "AnneeEntiere", centimes) { Contenu = ["x"] };

    [Fact]
    public void De_UneAnneeALAutre_DitReconduiteModifieeNouvelleAbandonnee()
    {
        LignePresentee[] avant = [Ligne("IMP-DISC", "Coordination de mathématiques", 125_000), Ligne("IMP-NUM", "Référent numérique", 125_000), Ligne("IMP-CHOR", "Chorale", 62_500)];
        LignePresentee[] apres = [Ligne("IMP-DISC", "Coordination de Mathematiques", 125_000), Ligne("IMP-NUM", "Référent numérique", 250_000), Ligne("IMP-DECR", "Décrochage", 125_000)];

        var lignes = Comparaison.De(avant, apres);

        lignes.Select(l => (l.Evolution, l.Ligne.Code, l.Effet)).ShouldBe(
        [
            (Evolution.Modifiee, "IMP-DISC", Montant.Zero), (Evolution.Modifiee, "IMP-NUM", Montant.Euros(1250)), (Evolution.Nouvelle, "IMP-DECR", Montant.Euros(1250)), (Evolution.Abandonnee, "IMP-CHOR", Montant.Euros(-625)),
        ]);
        // L'intitulé a été réécrit, pas le reste.
        lignes[0].Changements.ShouldBe(["intitulé : « Coordination de mathématiques » → « Coordination de Mathematiques »"]);
    }

    [Fact]
    public void De_DeuxDisciplinesDuMemeType_NeSeConfondentPas()
    {
        var lignes = Comparaison.De(
            [Ligne("IMP-DISC", "Coordination de mathématiques", 125_000), Ligne("IMP-DISC", "Coordination d’anglais", 125_000)],
            [Ligne("IMP-DISC", "Coordination d’anglais", 125_000), Ligne("IMP-DISC", "Coordination de SVT", 62_500)]);

        lignes.Select(l => (l.Evolution, l.Ligne.Intitule)).ShouldBe([(Evolution.Reconduite, "Coordination d’anglais"), (Evolution.Nouvelle, "Coordination de SVT"), (Evolution.Abandonnee, "Coordination de mathématiques")]);
    }

    [Fact]
    public void De_SeuleDeSonType_RenommeeResteLaMeme()
    {
        var ligne = Comparaison.De([Ligne("IMP-TUT", "Tutorat en 4e", 62_500)], [Ligne("IMP-TUT", "Tutorat en 3e", 31_250, 31_250)]).ShouldHaveSingleItem();

        ligne.Evolution.ShouldBe(Evolution.Modifiee);
        ligne.Changements.ShouldBe(["intitulé : « Tutorat en 4e » → « Tutorat en 3e »", "625\u00a0€ → 312,50\u00a0€ + 312,50\u00a0€"]);
    }

    [Fact]
    public void Entre_LigneFigeeAvantSonContenu_NeSInventePasDeDifference()
    {
        var figee = PlanPresente.Lire("""[{"MissionId":4,"Code":"IMP-NUM","Intitule":"Numérique","Duree":"AnneeEntiere","Centimes":[125000],"Total":{"Centimes":125000},"Taux":"1 250 €"}]""").ShouldHaveSingleItem();
        var aujourdhui = new LignePresentee(4, "IMP-NUM", "Numérique", "AnneeEntiere", [125_000]) { Contenu = ["Conseiller"], Heures = 36, Debut = new(2026, 9, 1), Article = "art. 6" };

        Ecart.Entre([figee], [aujourdhui]).ShouldBeEmpty();
        Ecart.Entre([figee], [aujourdhui with { Centimes = [250_000] }]).ShouldHaveSingleItem().Effet.ShouldBe(Montant.Euros(1250));
    }

    [Fact]
    public void Vues_MissionPresenteeRetiree_NEstPlusVue()
    {
        LignePresentee presentee = new(4, "IMP-NUM", "Numérique", "AnneeEntiere", [125_000]);
        Dictionary<long, LignePresentee> mai = new() { [4] = presentee }, decembre = new() { [4] = presentee with { Centimes = [] } };

        PlanPresente.Vues([mai]).ShouldHaveSingleItem();
        PlanPresente.Vues([mai, decembre]).ShouldBeEmpty();
    }
}
