using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class NomsStsTests
{
    [Theory]
    [InlineData("ANNE SOPHIE", "Anne Sophie")]
    [InlineData("JEAN-PIERRE", "Jean-Pierre")]
    [InlineData("ÉLOÏSE", "Éloïse")]
    [InlineData("FRANÇOISE-ZOË", "Françoise-Zoë")]
    [InlineData("MARIE DE LA CROIX", "Marie de la Croix")]
    [InlineData("JEANNE D'ARC", "Jeanne d'Arc")]
    [InlineData("M'BAREK", "M'Barek")]
    [InlineData("N’GOLO", "N’Golo")]
    [InlineData("DE GAULLE", "De Gaulle")]
    [InlineData("MARIE-DES-NEIGES", "Marie-des-Neiges")]
    [InlineData("J.-B.", "J.-B.")]
    [InlineData("X", "X")]
    [InlineData("Camille", "Camille")]
    [InlineData("McKenzie", "McKenzie")]
    [InlineData(null, "")]
    public void Prenom_montre_en_minuscules_avec_ses_majuscules(string? source, string attendu) => NomsSts.Prenom(source).ShouldBe(attendu);

    [Theory]
    [InlineData("LE GOFF", "Le Goff")]
    [InlineData("D'ARTIMON", "d’Artimon")]
    [InlineData("GÉRARD-ÇÂLIN", "GERARD CALIN")]
    [InlineData("LŒIZ", "LOEIZ")]
    public void Cle_de_rapprochement_sans_accent_ni_trait(string a, string b) => NomsSts.Cle(a, "ZOÉ").ShouldBe(NomsSts.Cle(b, "Zoe"));

    [Fact]
    public void Cle_de_rapprochement_distingue_le_nom_du_prenom() => NomsSts.Cle("JEAN", "PAUL MARC").ShouldNotBe(NomsSts.Cle("JEAN PAUL", "MARC"));

    // Les neuf premiers libellés sont ceux des deux exemples partagés et de la nomenclature nationale des corps et grades.
    [Theory]
    [InlineData("PR.EPS CN", Corps.Peps)]
    [InlineData("EPS CL N", Corps.Peps)]
    [InlineData("CERT. CL N", Corps.Certifie)]
    [InlineData("AGREGE CLN", Corps.Agrege)]
    [InlineData("CPE CL N", Corps.Cpe)]
    [InlineData("PROFESSEUR AGREGE HORS CLASSE", Corps.Agrege)]
    [InlineData("PROFESSEUR D'EPS CLASSE NORMALE", Corps.Peps)]
    [InlineData("CHARGE D'ENSEIGN. EPS CLASSE NORMALE", Corps.ChargeEnseignementEps)]
    [InlineData("CONSEILLER PRINC.D'EDUCATION CL.NORMALE", Corps.Cpe)]
    [InlineData("Agrégé cl. exceptionnelle", Corps.Agrege)]
    [InlineData("PLP HORS CLASSE", Corps.Plp)]
    [InlineData("PROFESSEUR DE LYCEES PROF CL EXCEPT", Corps.Plp)]
    [InlineData("PROFESSEUR DES ECOLES CLASSE NORMALE", Corps.ProfesseurDesEcoles)]
    [InlineData("PE HC", Corps.ProfesseurDesEcoles)]
    [InlineData("PEGC CL EX", Corps.Pegc)]
    [InlineData("PEPS HC", Corps.Peps)]
    [InlineData("PROFESSEUR DE CHAIRE SUPERIEURE", Corps.ChaireSuperieure)]
    [InlineData("ADJOINT D'ENSEIGNEMENT", Corps.AdjointEnseignement)]
    [InlineData("CONTRACTUEL ENSEIGNANT 1ERE CATEGORIE", Corps.Contractuel)]
    [InlineData("M.A. 2", Corps.MaitreAuxiliaire)]
    [InlineData("MAITRE AUXILIAIRE 1ERE CATEGORIE", Corps.MaitreAuxiliaire)]
    [InlineData("PERSONNEL DE DIRECTION HORS CLASSE", Corps.Direction)]
    [InlineData("5512", Corps.Agrege)]
    [InlineData("5321", Corps.ChargeEnseignementEps)]
    [InlineData("9999", Corps.Inconnu)]
    [InlineData("MATHS", Corps.Inconnu)]
    [InlineData("", Corps.Inconnu)]
    [InlineData(null, Corps.Inconnu)]
    public void Corps_lu_au_debut_du_grade(string? grade, Corps attendu) => GradesSts.CorpsDe(grade).ShouldBe(attendu);
}
