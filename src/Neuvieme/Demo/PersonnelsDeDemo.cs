using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels;

namespace Neuvieme.Demo;

/// <summary>Une personne fictive de la démonstration, comme STSWeb l'enverrait.</summary>
public sealed record PersonneDeDemo(
    string Id, string Civilite, string Nom, string Prenom, Fonction Fonction, Corps Corps, string Discipline, string DisciplineCode, int? HeuresEps = null, string Type = "epp")
{
    public string Courriel => Fichier(Prenom.Split(' ')[0]) + "." + Fichier(Nom) + "@demo.neuvieme.fr";

    static string Fichier(string nom) => nom.ToLowerInvariant().Replace(' ', '-').Replace('é', 'e').Replace('è', 'e').Replace('ï', 'i').Replace('ë', 'e').Replace('ç', 'c');

    public Agent EnAgent(string uai, int annee) => new()
    {
        Uai = uai, TypeSts = Type, IdSts = Id, Civilite = Civilite, NomUsage = Nom, NomPatronymique = Nom, Prenom = Prenom, PrenomSts = Prenom.ToUpperInvariant(),
        Sexe = Civilite == "1" ? "1" : "2", Fonction = Fonction, Corps = Corps, Courriel = Courriel,
        FonctionSts = Fonction switch { Fonction.Cpe => "EDU", Fonction.Direction => "DIR", _ => "ENS" },
        Affectations =
        [
            new()
            {
                Uai = uai, Annee = annee, DisciplineCode = DisciplineCode, DisciplineLibelle = Discipline, EnseigneEps = HeuresEps is not null,
                EnseigneTechnologie = DisciplineCode == "L1400", HeuresEpsCentiemes = HeuresEps * 100, OrigineHeures = HeuresEps is null ? "" : "services", ServiceCompletCpge = false,
            },
        ],
    };
}

public static class PersonnelsDeDemo
{
    public static readonly IReadOnlyList<PersonneDeDemo> College =
    [
        new("31762", "2", "KERVELLA", "Anne Sophie", Fonction.Enseignant, Corps.Peps, "E.P.S", "L1900", 17),
        new("31790", "1", "OLLIVIER", "Yann", Fonction.Enseignant, Corps.Peps, "E.P.S", "L1900", 17),
        new("31804", "2", "FAURE", "Camille", Fonction.Enseignant, Corps.Peps, "E.P.S", "L1900", 17),
        new("31811", "1", "DIALLO", "Moussa", Fonction.Enseignant, Corps.Agrege, "E.P.S", "L1900", 14),
        new("31822", "2", "RIVIÈRE", "Jeanne", Fonction.Enseignant, Corps.Peps, "E.P.S", "L1900", 17),
        new("11508", "1", "MARTIN", "Pierre", Fonction.Enseignant, Corps.Certifie, "LETTRES MODERNES", "L0202"),
        new("48211", "1", "MARTIN", "Pierre", Fonction.Enseignant, Corps.Agrege, "MATHEMATIQUES", "L1300"),
        new("48240", "2", "NGUYEN", "Linh", Fonction.Enseignant, Corps.Certifie, "TECHNOLOGIE", "L1400"),
        new("48251", "1", "PETIT", "Gaël", Fonction.Enseignant, Corps.Certifie, "TECHNOLOGIE", "L1400"),
        new("20048", "2", "BENALI", "Samia", Fonction.Cpe, Corps.Cpe, "", ""),
        new("20111", "2", "MOREL", "Zoé", Fonction.Documentaliste, Corps.Certifie, "DOCUMENTATION", "L0080"),
        new("20120", "1", "LEGRAND", "Loïc", Fonction.Enseignant, Corps.Certifie, "ANGLAIS", "L0422"),
        new("20131", "2", "GARCIA", "Inés", Fonction.Enseignant, Corps.Certifie, "ESPAGNOL", "L0426"),
        new("20144", "1", "ROBERT", "Noël", Fonction.Enseignant, Corps.ProfesseurDesEcoles, "SEGPA", "L9999"),
        new("4189", "1", "ROUSSEL", "Hugo", Fonction.Direction, Corps.Direction, "", ""),
    ];

    public static readonly IReadOnlyList<PersonneDeDemo> Lycee =
    [
        new("60001", "1", "BERNARD", "Paul", Fonction.Enseignant, Corps.Certifie, "PHYSIQUE CHIMIE", "L1500"),
        new("60002", "2", "LAURENT", "Aïcha", Fonction.Enseignant, Corps.Agrege, "MATHEMATIQUES", "L1300"),
        new("60003", "1", "SIMON", "Jules", Fonction.Enseignant, Corps.Certifie, "S.V.T.", "L1600"),
        new("60004", "2", "MICHEL", "Ève", Fonction.Enseignant, Corps.Certifie, "LETTRES MODERNES", "L0202"),
        new("60005", "2", "GARNIER", "Nora", Fonction.Enseignant, Corps.Plp, "ECONOMIE GESTION", "P8013"),
        new("60006", "1", "FONTAINE", "Tom", Fonction.Enseignant, Corps.Certifie, "HISTOIRE GEO", "L1000"),
        new("60007", "2", "CHEVALIER", "Rose", Fonction.Enseignant, Corps.Certifie, "ANGLAIS", "L0422"),
        new("60008", "1", "FRANÇOIS", "Karim", Fonction.Cpe, Corps.Cpe, "", ""),
        new("60009", "2", "MERCIER", "Lou", Fonction.Documentaliste, Corps.Certifie, "DOCUMENTATION", "L0080"),
        new("60010", "2", "CARPENTIER", "Inès", Fonction.Direction, Corps.Direction, "", ""),
    ];
}
