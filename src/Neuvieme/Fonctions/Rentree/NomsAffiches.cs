using Neuvieme.Droit;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Personnels.Importer;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Les majuscules sans accent de STSWeb, écrites comme sur un papier à en-tête.</summary>
static class NomsAffiches
{
    static readonly (string Sans, string Avec)[] Accentues =
        [("College", "Collège"), ("Lycee", "Lycée"), ("Academie", "Académie"), ("General", "Général"), ("Etablissement", "Établissement"), ("Prive", "Privé"), ("Ecole", "École")];

    public static EtablissementDeLettre Etablissement(EtablissementSts e, Secteur secteur)
    {
        var commune = string.Join(' ', new[] { e.CodePostal, Nom(e.Commune), e.Cedex }.Where(x => !string.IsNullOrEmpty(x)));
        var adresse = string.Join(", ", new[] { e.Adresse?.ToLowerInvariant(), commune }.Where(x => !string.IsNullOrEmpty(x)));
        return new(Nom(e.Denomination), [.. new[] { adresse, $"UAI {e.Uai}" }.Where(x => x.Length > 0)], Nom(e.LibelleAcademie), secteur);
    }

    public static AgentDeLettre Agent(IndividuSts i)
    {
        var fonction = (i.Fonction, i.Sexe) switch
        {
            (Fonction.Enseignant, SexeSts.Feminin) => "enseignante",
            (Fonction.Enseignant, _) => "enseignant",
            (Fonction.Documentaliste, SexeSts.Feminin) => "professeure documentaliste",
            (Fonction.Documentaliste, _) => "professeur documentaliste",
            (Fonction.Cpe, SexeSts.Feminin) => "conseillère principale d’éducation",
            (Fonction.Cpe, _) => "conseiller principal d’éducation",
            _ => "",
        };
        var discipline = i.Fonction == Fonction.Enseignant ? i.Disciplines.Select(d => d.Libelle).FirstOrDefault(l => !string.IsNullOrEmpty(l)) : null;
        return new(Complet(i), string.Join(", ", new[] { fonction, discipline }.Where(x => !string.IsNullOrEmpty(x))), $"identifiant STSWeb {i.Cle}");
    }

    public static string Complet(IndividuSts i) => $"{i.Civilite} {i.NomComplet}".Trim();

    /// <summary>Le chef d'établissement, s'il est seul à la direction dans le fichier.</summary>
    public static string ChefSeul(FichierSts fichier) =>
        fichier.Individus.Where(i => i.Fonction == Fonction.Direction).ToList() is [var seul] ? Complet(seul) : "";

    static string Nom(string? source)
    {
        var texte = NomsSts.Prenom(source);
        return texte == source ? texte : string.Join(' ', texte.Split(' ').Select(m => Accentues.FirstOrDefault(a => a.Sans == m).Avec ?? m));
    }
}
