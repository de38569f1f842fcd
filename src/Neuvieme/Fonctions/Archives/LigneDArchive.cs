using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Une lettre telle que l'index la dit.</summary>
public sealed record LigneDArchive
{
    public static readonly IReadOnlyList<string> Entetes =
        ["Référence", "Version", "Personne", "Mission", "État", "Établie le", "Signée par la personne le", "Signée par l’autorité le", "Code de vérification", "SHA-256 de lettre.pdf", "Dossier", "Fichiers", "Copie PDF/A"];

    public LigneDArchive(Lettre l, string reference, string personne, string mission, string dossier, IReadOnlyList<string> fichiers, string copie) =>
        (Reference, Version, Personne, Mission, Etat, EtablieLe, SigneeAgent, SigneeChef, Code, Sha256, Dossier, Fichiers, Copie) = (reference, l.Numero, personne, mission, l.Etat.Libelle(), Jour(l.InstantUtc),
            Signee(l, Partie.Agent), Signee(l, Partie.Chef), l.Code, l.Sha256, dossier, fichiers, copie);

    public string Reference { get; }
    public int Version { get; }
    public string Personne { get; }
    public string Mission { get; }
    public string Etat { get; }
    public string EtablieLe { get; }
    public string SigneeAgent { get; }
    public string SigneeChef { get; }
    public string Code { get; }
    public string Sha256 { get; }
    public string Dossier { get; }
    public IReadOnlyList<string> Fichiers { get; }
    public string Copie { get; }

    public IReadOnlyList<string?> Cellules => [Reference, $"{Version}", Personne, Mission, Etat, EtablieLe, SigneeAgent, SigneeChef, Code, Sha256, Dossier, string.Join(" ", Fichiers), Copie];

    static string Signee(Lettre l, Partie partie) => l.Signatures.Find(s => s.Partie == partie) is { } s ? Jour(s.InstantUtc) : "";

    static string Jour(DateTime utc) => Francais.DateBreve(Horloge.AParis(utc));
}
