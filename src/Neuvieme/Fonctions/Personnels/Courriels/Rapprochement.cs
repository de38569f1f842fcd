using System.Net.Mail;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels.Courriels;

public enum Rapproche { Exact, Propose, AChoisir, DejaLa, Introuvable, Ecarte }

/// <summary>Une fiche de l'établissement, réduite à ce qui se rapproche.</summary>
/// <param name="Connexion">L'adresse du compte relié à la fiche ; nulle si la personne n'a pas d'accès.</param>
public sealed record FicheARapprocher(long AgentId, int Version, string NomUsage, string NomPatronymique, string Prenom, string TypeSts, string IdSts, string Discipline, string? Courriel, string? Connexion)
{
    public string Designation => $"{NomUsage} {Prenom}".Trim() + (Discipline.Length > 0 ? $" · {Discipline}" : "") + $" · STS {TypeSts} {IdSts}";
}

/// <summary>Ce qu'on propose pour une ligne. Seul <see cref="Rapproche.Exact"/> est coché d'office ; tout le reste attend une personne.</summary>
public sealed record LigneRapprochee(LigneCourriel Lue, Rapproche Etat, IReadOnlyList<FicheARapprocher> Candidats, string Explication)
{
    /// <summary>Ce que le formulaire renvoie si l'on retient cette fiche.</summary>
    public string Choix(FicheARapprocher fiche) => $"{Lue.Ligne}.{fiche.AgentId}.{fiche.Version}|{Lue.Courriel}";
}

/// <summary>Rapproche les lignes d'un fichier des fiches d'un établissement. Un nom approché ou porté par plusieurs personnes n'est jamais tranché ici.</summary>
static class Rapprochements
{
    /// <param name="comptes">Les adresses du fichier qui sont déjà celles d'un compte, en majuscules.</param>
    public static IReadOnlyList<LigneRapprochee> De(IReadOnlyList<LigneCourriel> lignes, IReadOnlyList<FicheARapprocher> fiches, IReadOnlySet<string> comptes)
    {
        List<LigneRapprochee> faites = [.. lignes.Select(l => Une(l, lignes, fiches, comptes))];
        // Deux lignes pour la même personne : laquelle est la bonne ne se devine pas.
        var doublees = faites.Where(f => f.Etat == Rapproche.Exact).GroupBy(f => f.Candidats[0].AgentId).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        return [.. faites.Select(f => doublees.Contains(f) ? f with { Etat = Rapproche.AChoisir, Explication = "Plusieurs lignes du fichier désignent cette personne : ne retenez qu’une adresse." } : f)];
    }

    static LigneRapprochee Une(LigneCourriel l, IReadOnlyList<LigneCourriel> lignes, IReadOnlyList<FicheARapprocher> fiches, IReadOnlySet<string> comptes)
    {
        if (!EstAdresse(l.Courriel))
        {
            return new(l, Rapproche.Ecarte, [], l.Courriel.Length == 0 ? "Pas d’adresse sur cette ligne." : $"« {l.Courriel} » n’est pas une adresse de courriel.");
        }

        if (lignes.FirstOrDefault(x => x != l && Meme(x.Courriel, l.Courriel)) is { } autre)
        {
            return new(l, Rapproche.Ecarte, [], $"La même adresse est à la ligne {autre.Ligne} ({autre.NomComplet}) : chaque personne a la sienne.");
        }

        var (etat, candidats, explication) = Chercher(l, fiches);
        if (fiches.FirstOrDefault(f => Meme(f.Courriel, l.Courriel)) is { } porteur)
        {
            return candidats.Contains(porteur) ? new(l, Rapproche.DejaLa, [porteur], "Cette adresse est déjà sur la fiche.")
                : new(l, Rapproche.Ecarte, [], $"Cette adresse est déjà sur la fiche de {porteur.Designation} : corrigez d’abord cette fiche si c’est une erreur.");
        }

        var libres = candidats.Where(c => c.Connexion is null || Meme(c.Connexion, l.Courriel)).ToList();
        if (libres.Count == 0 && candidats.Count > 0)
        {
            return new(l, Rapproche.Ecarte, [], $"{candidats[0].Designation} se connecte avec {candidats[0].Connexion} : changer son adresse lui fermerait l’accès. Si c’est bien voulu, passez par sa fiche.");
        }

        if (comptes.Contains(l.Courriel.ToUpperInvariant()))
        {
            explication = $"{explication} Un compte existe déjà à cette adresse : il ne s’ouvrira pas sur cette fiche sans que son titulaire l’ait confirmé.".Trim();
        }

        return new(l, etat, libres, explication);
    }

    static (Rapproche Etat, List<FicheARapprocher> Candidats, string Explication) Chercher(LigneCourriel l, IReadOnlyList<FicheARapprocher> fiches)
    {
        if (l.Identifiant.Length > 0)
        {
            var parId = fiches.Where(f => f.IdSts == l.Identifiant && (l.Type.Length == 0 || f.TypeSts == l.Type)).ToList();
            if (parId is [var seule])
            {
                return l.Nom.Length == 0 || NomEgal(seule, l) ? (Rapproche.Exact, parId, "")
                    : (Rapproche.Propose, parId, "L’identifiant est le bon, mais le nom diffère : confirmez que c’est la même personne.");
            }

            if (parId.Count > 1)
            {
                return (Rapproche.AChoisir, parId, "Cet identifiant existe en « epp » et en « local » : ce sont deux personnes.");
            }
        }

        var exactes = fiches.Where(f => NomEgal(f, l) && PrenomEgal(f, l)).ToList();
        switch (exactes)
        {
            case [_] when l.Prenom.Length > 0: return (Rapproche.Exact, exactes, "");
            case [_]: return (Rapproche.Propose, exactes, "Le fichier ne donne pas le prénom : confirmez.");
            case [_, _, ..]:
                var memes = l.Discipline.Length == 0 ? [] : exactes.Where(f => Accents.Cle(f.Discipline) == Accents.Cle(l.Discipline)).ToList();
                return memes is [_] ? (Rapproche.Propose, memes, "Homonymes : la discipline désigne celle-ci. Confirmez.") : (Rapproche.AChoisir, exactes, "Homonymes : ce sont des personnes différentes, choisissez celle qui porte cette adresse.");
        }

        var proches = fiches.Where(f => Proche(f, l)).Take(6).ToList();
        return proches.Count == 0 ? (Rapproche.Introuvable, [], "Personne de ce nom dans l’établissement cette année.")
            : (proches.Count == 1 ? Rapproche.Propose : Rapproche.AChoisir, proches, "Le nom n’est pas exactement celui de STSWeb : choisissez si c’est la même personne.");
    }

    static bool NomEgal(FicheARapprocher f, LigneCourriel l) => Accents.Cle(l.Nom) is { Length: > 0 } nom && (Accents.Cle(f.NomUsage) == nom || Accents.Cle(f.NomPatronymique) == nom);

    static bool PrenomEgal(FicheARapprocher f, LigneCourriel l) => l.Prenom.Length == 0 || Accents.Cle(f.Prenom) == Accents.Cle(l.Prenom);

    /// <summary>Même nom et un prénom qui en commence un autre, nom et prénom échangés, nom composé écrit en partie, ou une lettre de différence.</summary>
    static bool Proche(FicheARapprocher f, LigneCourriel l)
    {
        var (nom, prenom) = (Accents.Cle(l.Nom), Accents.Cle(l.Prenom));
        var (usage, patronymique, sien) = (Accents.Cle(f.NomUsage), Accents.Cle(f.NomPatronymique), Accents.Cle(f.Prenom));
        if (nom.Length == 0)
        {
            return false;
        }

        var prenomProche = prenom.Length > 0 && sien.Length > 0 && (sien.Split(' ')[0] == prenom.Split(' ')[0] || prenom.StartsWith(sien, StringComparison.Ordinal) || sien.StartsWith(prenom, StringComparison.Ordinal));
        return ((nom == usage || nom == patronymique) && (prenomProche || prenom.Length == 0))
            || (nom == sien && (prenom == usage || prenom == patronymique))
            || (prenomProche && new[] { usage, patronymique }.Any(n => n.Length > 0 && (n.Split(' ').Contains(nom) || nom.Split(' ').Contains(n) || UneLettre(n, nom))));
    }

    /// <summary>Vrai si l'on passe de l'un à l'autre en changeant, ôtant ou ajoutant une lettre ; les noms de moins de quatre lettres se ressemblent trop.</summary>
    static bool UneLettre(string a, string b)
    {
        if (a.Length < 4 || b.Length < 4 || Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
        {
            i++;
        }

        return a.Length == b.Length ? a.AsSpan(Math.Min(i + 1, a.Length)).SequenceEqual(b.AsSpan(Math.Min(i + 1, b.Length)))
            : a.Length > b.Length ? a.AsSpan(i + 1).SequenceEqual(b.AsSpan(i)) : a.AsSpan(i).SequenceEqual(b.AsSpan(i + 1));
    }

    public static bool Meme(string? a, string? b) => a is not null && b is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    public static bool EstAdresse(string courriel) => courriel.Length is > 0 and <= 200 && MailAddress.TryCreate(courriel, out var adresse) && adresse.Address == courriel;
}
