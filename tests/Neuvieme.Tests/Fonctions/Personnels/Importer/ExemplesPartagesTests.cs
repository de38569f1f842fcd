using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Tests.Commun;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;
using Parametres = Neuvieme.Droit.Parametres;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

/// <summary>Les fichiers d'exemple posés à côté du dépôt.</summary>
public class ExemplesPartagesTests
{
    static byte[] Exemple(string nom)
    {
        return File.ReadAllBytes(DonneesPartagees.Chemin(Path.Combine("donnees", nom)));
    }

    [Fact]
    public void Exemple_des_neuf_peupliers()
    {
        var f = LecteurSts.Lire(Exemple(NomFichier), NomFichier, Attentes).Fichier.ShouldNotBeNull();
        f.Etablissement.Denomination.ShouldBe("COLLEGE DES NEUF PEUPLIERS");
        f.Individus.Select(i => i.Cle.ToString()).ShouldBe(["epp 31762", "epp 11508", "epp 48211", "epp 20048", "epp 4189", "local 3506", "local 11508"]);
        f.Individus.Select(i => i.Fonction).ShouldBe([Fonction.Enseignant, Fonction.Enseignant, Fonction.Enseignant, Fonction.Cpe, Fonction.Direction, Fonction.Inconnue, Fonction.Inconnue]);
        f.Individus.Select(i => i.Corps).ShouldBe([Corps.Peps, Corps.Certifie, Corps.Agrege, Corps.Cpe, Corps.Inconnu, Corps.Inconnu, Corps.Inconnu]);
        f.Individus[0].Prenom.ShouldBe("Anne Sophie");
        f.Individus[0].ProfPrincipalAu(new(2026, 10, 1)).ShouldHaveSingleItem().Structure.ShouldBe("6 A");
        f.Matieres.Single(m => m.Code is "020700").LibelleEdition.ShouldBe("Français");
        f.TypesAhe.Select(t => t.LibelleLong).ShouldBe(["ENTRETIEN DU LABORATOIRE", "REFERENT NUMERIQUE"]);
        f.Services.Select(s => (s.Structure, s.Enseignant!.Value.Id, s.HeuresCentiemes)).ShouldBe([("6 A", "31762", 400), ("6 A", "11508", null), ("6AGL1GR1", "48211", 350)]);
        f.ElementsInconnus.ShouldBeEmpty();
        f.Avertissements.Select(a => a.Code).Distinct().ShouldBe([CodeAvertissementSts.FonctionAbsente]);
        ComparaisonSts.De([], f.Individus, FaitsSts.De(f, Parametres.Defaut).Pour, d => d.ToString("O")).Homonymes.ShouldHaveSingleItem().Nom.ShouldBe("Pierre MARTIN");
        var eps = FaitsSts.De(f, Parametres.Defaut).Eps;
        eps.Compte(Parametres.Defaut).ShouldBe(new(1, 700, 35)); // 4 h + 3 h ; 7/20
    }

    [Fact]
    public void Exemple_fictif_court()
    {
        var f = LecteurSts.Lire(Exemple("sts_emp_exemple_fictif.xml"), "sts_emp_exemple_fictif.xml", new("0350002M", 2026)).Fichier.ShouldNotBeNull();
        f.Individus.Select(i => (i.NomUsage, i.Prenom, i.Fonction)).ShouldBe(
            [("EXEMPLE-UN", "Camille", Fonction.Enseignant), ("EXEMPLE-DEUX", "Dominique", Fonction.Enseignant), ("EXEMPLE-TROIS", "Claude", Fonction.Cpe), ("EXEMPLE-LOCAL", "Sacha", Fonction.Enseignant)]);
        f.Individus[0].ProfPrincipalAu(new(2026, 10, 1)).ShouldHaveSingleItem().Structure.ShouldBe("6A");
        var eps = FaitsSts.De(f, Parametres.Defaut).Eps.Enseignants.ShouldHaveSingleItem();
        (eps.Cle.Id, eps.HeuresEnseignees, eps.HeuresStatutaires, eps.HeuresAuDela).ShouldBe(("90002", 2000, 2000, 300)); // 20 h + 3 h, maximum 20 h
    }

    [Fact]
    public void Exemple_montant_reconnu_et_refuse() =>
        Refuser(LecteurSts.Lire(Exemple("emp_sts_0990001N_2026.xml"), "emp_sts_0990001N_2026.xml", Attentes), CodeErreurSts.SensInverse);

    [Fact]
    public void Exemple_coupe_n_importe_ou_refuse_sans_lever()
    {
        var octets = Exemple(NomFichier);
        var fin = octets.AsSpan().LastIndexOf((byte)'>');
        for (var n = 0; n <= fin; n++)
            LecteurSts.Lire(octets.AsMemory(0, n), NomFichier, Attentes).Fichier.ShouldBeNull($"coupé à {n}");
    }
}
