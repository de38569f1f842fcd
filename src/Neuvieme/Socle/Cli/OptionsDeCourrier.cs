using System.CommandLine;
using Neuvieme.Socle.Courrier;

namespace Neuvieme.Socle.Cli;

/// <summary>Les réglages du courrier, les mêmes pour « serve » et « courriels envoyer » ; chacun a sa variable d'environnement.</summary>
sealed class OptionsDeCourrier
{
    public static readonly Uri SiteLocal = new("http://127.0.0.1:5080");

    readonly Option<string> _courrier = new("--courrier")
    {
        Description = "Où partent les courriels : dossier, dossier:CHEMIN, smtp://[utilisateur@]hôte:port?tls=starttls, ou aucun (sinon NEUVIEME_COURRIER) ; mot de passe dans " + ReglagesCourrier.VariableDuMotDePasse,
        DefaultValueFactory = _ => Variable("NEUVIEME_COURRIER") ?? "dossier",
    };

    readonly Option<string?> _expediteur = new("--expediteur") { Description = "Adresse qui envoie, « Neuvième <ne-pas-repondre@…> » (sinon NEUVIEME_EXPEDITEUR)", DefaultValueFactory = _ => Variable("NEUVIEME_EXPEDITEUR") };
    readonly Option<string?> _site = new("--adresse-publique") { Description = "Adresse du site dans les liens, https://… (sinon NEUVIEME_ADRESSE_PUBLIQUE)", DefaultValueFactory = _ => Variable("NEUVIEME_ADRESSE_PUBLIQUE") };

    public void Ajouter(Command verbe)
    {
        verbe.Options.Add(_courrier);
        verbe.Options.Add(_expediteur);
        verbe.Options.Add(_site);
    }

    public (ReglagesCourrier? Lus, string Refus) Lire(ParseResult r, Uri siteParDefaut) =>
        ReglagesCourrier.Lire(r.GetValue(_courrier)!, r.GetValue(_expediteur), r.GetValue(_site), Variable(ReglagesCourrier.VariableDuMotDePasse), siteParDefaut);

    static string? Variable(string nom) => Environment.GetEnvironmentVariable(nom) is { Length: > 0 } valeur ? valeur : null;
}
