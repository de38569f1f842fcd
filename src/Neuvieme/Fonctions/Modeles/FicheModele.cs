using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Un document que l'académie peut mettre à ses mots.</summary>
/// <param name="Cle">Le nom du fichier livré, sans extension.</param>
/// <param name="Exemples">Les données d'exemple livrées, par ce qui les distingue.</param>
public sealed record FicheModele(string Cle, string Nom, string Signe, IReadOnlyDictionary<string, string> Exemples)
{
    static FicheModele Une(string cle, string nom, string signe, params (string Fichier, string Nom)[] exemples) =>
        new(cle, nom, signe, exemples.Length == 0 ? new Dictionary<string, string> { [""] = cle } : exemples.ToDictionary(e => e.Nom, e => e.Fichier));

    public static readonly IReadOnlyList<FicheModele> Toutes =
    [
        Une("lettre-imp", "Lettre de mission IMP d’un établissement", "le chef d’établissement et l’agent"),
        Une("lettre-academique", "Lettre de mission IMP académique", "le recteur ou son représentant, et l’agent"),
        Une("lettre-pacte", "Lettre de mission du Pacte", "l’inspecteur ou le chef d’établissement, et l’agent",
            ("lettre-pacte-premier", "premier degré"), ("lettre-pacte-second", "second degré"), ("lettre-pacte-professionnel", "lycée professionnel")),
        Une("avenant", "Avenant à une lettre de mission", "les parties de la lettre"),
        Une("attestation-suppleance", "Attestation de suppléance", "le responsable"),
        Une("attestation-service-fait", "Attestation de service fait", "le responsable"),
        Une("extrait-ca", "Extrait du procès-verbal du conseil d’administration", "la présidence et le secrétariat de séance"),
        Une("certificat", "Certificat de signature", "personne : il rassemble les preuves"),
    ];

    public static FicheModele? De(string? cle) => Toutes.FirstOrDefault(f => f.Cle == cle);

    /// <summary>L'en-tête livré nomme l'établissement, que celui de l'académie ne doit pas faire disparaître.</summary>
    public bool NommeLEtablissement => Cle != "lettre-academique";

    /// <summary>La source livrée : celle dont part l'académie qui veut la sienne.</summary>
    public string SourceLivree() => File.ReadAllText(Path.Combine(LieuxDocuments.Modeles(), Cle + ".typ"));
}
