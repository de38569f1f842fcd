using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Navigateur.Tests;

/// <summary>Un collège que personne n'a encore ouvert : trois comptes, aucune personne, aucune mission, aucune enveloppe.</summary>
static class CollegeVierge
{
    public const string Uai = "0990001N";
    public const string Chef = "chef@essai.fr";
    public const string Gestion = "gestion@essai.fr";
    public const string Recteur = "recteur@essai.fr";
    public const string Garcia = "garcia@essai.fr";
    public const string NomDuFichier = "sts_emp_0990001N_2026.xml";

    public static async Task Poser(string fichier)
    {
        await using var db = Connexion.Ouvrir(fichier);
        db.Academies.Add(new() { Code = "99", Libelle = "d’essai" });
        db.Etablissements.Add(new() { Uai = Uai, Denomination = "Collège d’essai", AcademieCode = "99", NatureCode = "340", Secteur = Secteur.Public, EducationPrioritaire = EducationPrioritaire.Aucune });
        await db.SaveChangesAsync();
        Ajouter(db, Chef, "Hélène Chef", new() { Role = Role.ChefEtablissement, Uai = Uai });
        Ajouter(db, Gestion, "Paul Gestion", new() { Role = Role.GestionnaireRectorat, AcademieCode = "99" });
        Ajouter(db, Recteur, "Maud Recteur", new() { Role = Role.Recteur, AcademieCode = "99" });
        await db.SaveChangesAsync();
    }

    /// <summary>Le compte de l'agent importé, relié à sa fiche.</summary>
    public static async Task OuvrirLeCompteDeGarcia(string fichier)
    {
        await using var db = Connexion.Ouvrir(fichier);
        var compte = Ajouter(db, Garcia, "Inés Garcia", new() { Role = Role.Agent, Uai = Uai });
        await db.SaveChangesAsync();
        await db.Agents.Where(a => a.NomUsage == "GARCIA").ExecuteUpdateAsync(a => a.SetProperty(x => x.CompteId, compte.Id));
    }

    /// <summary>Un export fictif de deux personnes et de leur direction, dans l'encodage des vrais.</summary>
    public static byte[] ExportStsweb() => CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!.GetBytes($"""
        <?xml version="1.0" encoding="ISO-8859-15"?>
        <STS_EDT>
          <PARAMETRES>
            <UAJ CODE="{Uai}"><SIGLE>CLG</SIGLE><DENOM_PRINC>COLLEGE</DENOM_PRINC><DENOM_COMPL>D'ESSAI</DENOM_COMPL></UAJ>
            <ANNEE_SCOLAIRE ANNEE="2026"><DATE_DEBUT>2026-09-01</DATE_DEBUT><DATE_FIN>2027-08-31</DATE_FIN></ANNEE_SCOLAIRE>
          </PARAMETRES>
          <NOMENCLATURES><MATIERES><MATIERE CODE="030601"><CODE_GESTION>ESP1</CODE_GESTION><LIBELLE_LONG>ESPAGNOL LV1</LIBELLE_LONG></MATIERE></MATIERES></NOMENCLATURES>
          <DONNEES>
            <INDIVIDUS>
              <INDIVIDU ID="1001" TYPE="epp"><CIVILITE>2</CIVILITE><NOM_USAGE>GARCIA</NOM_USAGE><PRENOM>INÉS</PRENOM><GRADE>CERT. CL N</GRADE><FONCTION>ENS</FONCTION>
                <DISCIPLINES><DISCIPLINE CODE="L0426"><LIBELLE_COURT>ESPAGNOL</LIBELLE_COURT></DISCIPLINE></DISCIPLINES></INDIVIDU>
              <INDIVIDU ID="1002" TYPE="epp"><CIVILITE>1</CIVILITE><NOM_USAGE>LEGRAND</NOM_USAGE><PRENOM>LOÏC</PRENOM><FONCTION>EDU</FONCTION></INDIVIDU>
              <INDIVIDU ID="1003" TYPE="epp"><CIVILITE>2</CIVILITE><NOM_USAGE>CHEF</NOM_USAGE><PRENOM>HÉLÈNE</PRENOM><FONCTION>DIR</FONCTION></INDIVIDU>
            </INDIVIDUS>
            <STRUCTURE><DIVISIONS/></STRUCTURE>
          </DONNEES>
        </STS_EDT>
        """);

    static Compte Ajouter(NeuviemeDb db, string courriel, string nom, Habilitation habilitation)
    {
        habilitation.Debut = new(2025, 9, 1);
        var compte = new Compte
        {
            UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(),
            EmailConfirmed = true, NomAffiche = nom, SecurityStamp = courriel, Habilitations = [habilitation],
        };
        compte.PasswordHash = new PasswordHasher<Compte>().HashPassword(compte, Demonstration.MotDePasse);
        db.Users.Add(compte);
        return compte;
    }
}
