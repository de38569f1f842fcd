using System.CommandLine;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Socle.Cli;

/// <summary>Les réglages du cachet, les mêmes pour « serve » et « lettres suivre » ; chacun a sa variable d'environnement.</summary>
sealed class OptionsDeSceau
{
    readonly Option<string?> _sceau = new("--sceau") { Description = "Fichier PFX de la clé du cachet posé sur les lettres signées (sinon NEUVIEME_SCEAU) ; mot de passe dans " + ReglagesSceau.VariableDuMotDePasse, DefaultValueFactory = _ => Variable("NEUVIEME_SCEAU") };
    readonly Option<string?> _magasin = new("--sceau-magasin") { Description = "Ou l’empreinte SHA-1 d’un certificat du magasin de la machine (sinon NEUVIEME_SCEAU_MAGASIN)", DefaultValueFactory = _ => Variable("NEUVIEME_SCEAU_MAGASIN") };
    readonly Option<string?> _horodatage = new("--horodatage") { Description = "Adresse d’un service d’horodatage RFC 3161, pour dater le cachet (sinon NEUVIEME_HORODATAGE)", DefaultValueFactory = _ => Variable("NEUVIEME_HORODATAGE") };

    public void Ajouter(Command verbe)
    {
        verbe.Options.Add(_sceau);
        verbe.Options.Add(_magasin);
        verbe.Options.Add(_horodatage);
    }

    /// <summary>Ouvre la clé pour s'assurer qu'elle s'ouvre : un site ne démarre pas avec un cachet qu'il ne saurait poser.</summary>
    public (ReglagesSceau? Lus, string Refus) Lire(ParseResult r)
    {
        var (fichier, magasin, horodatage) = (r.GetValue(_sceau) ?? "", r.GetValue(_magasin) ?? "", r.GetValue(_horodatage));
        if (fichier.Length > 0 && magasin.Length > 0)
        {
            return (null, "--sceau et --sceau-magasin : l’un ou l’autre, pas les deux.");
        }

        if (horodatage is not null && fichier.Length + magasin.Length == 0)
        {
            return (null, "--horodatage date un cachet : donnez aussi --sceau.");
        }

        Uri? service = null;
        if (horodatage is not null && !Uri.TryCreate(horodatage, UriKind.Absolute, out service))
        {
            return (null, "--horodatage : donnez l’adresse du service, par exemple http://horodatage.exemple.fr/tsa.");
        }

        try
        {
            var reglages = new ReglagesSceau(fichier, magasin, Variable(ReglagesSceau.VariableDuMotDePasse) ?? "", service);
            using var sceau = new SceauDeLOrganisme(reglages, TimeProvider.System);
            return (reglages, "");
        }
        catch (SceauImpossibleException erreur)
        {
            return (null, erreur.Message);
        }
    }

    public static string? Variable(string nom) => Environment.GetEnvironmentVariable(nom) is { Length: > 0 } valeur ? valeur : null;
}
