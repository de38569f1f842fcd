using System.Security.Cryptography.X509Certificates;

namespace Neuvieme.Socle.Sceau;

/// <summary>Où est la clé du cachet, et le service d'horodatage ; tout est facultatif.</summary>
/// <param name="Fichier">Un fichier PFX ; vide : pas de fichier.</param>
/// <param name="Magasin">L'empreinte d'un certificat du magasin de la machine ; vide : pas de magasin.</param>
public sealed record ReglagesSceau(string Fichier = "", string Magasin = "", string MotDePasse = "", Uri? Horodatage = null)
{
    public const string VariableDuMotDePasse = "NEUVIEME_SCEAU_MOT_DE_PASSE";

    public static ReglagesSceau Aucun { get; } = new();

    // Un enregistrement s'imprime avec toutes ses valeurs : pas le mot de passe.
    public override string ToString() => Fichier.Length > 0 ? Fichier : Magasin.Length > 0 ? $"magasin, {Magasin}" : "aucun cachet";
}

/// <summary>Le cachet de l'organisme qui déploie le site : sans clé réglée, un document passe tel quel.</summary>
public sealed class SceauDeLOrganisme : IDisposable
{
    readonly CleDeSceau? _cle;
    readonly Horodateur? _horodateur;
    readonly Scelleur? _scelleur;
    readonly TimeProvider _temps;

    /// <exception cref="SceauImpossibleException">La clé réglée ne s'ouvre pas : le site ne démarre pas avec un cachet qu'il ne pourrait pas poser.</exception>
    public SceauDeLOrganisme(ReglagesSceau reglages, TimeProvider temps)
    {
        ArgumentNullException.ThrowIfNull(reglages);
        _temps = temps;
        _cle = reglages.Fichier.Length > 0 ? CleDeSceau.DepuisFichier(reglages.Fichier, reglages.MotDePasse) : reglages.Magasin.Length > 0 ? CleDeSceau.DepuisMagasin(reglages.Magasin) : null;
        _horodateur = reglages.Horodatage is { } adresse ? new(adresse) : null;
        _scelleur = _cle is null ? null : new(_cle, temps, _horodateur);
    }

    public bool EstRegle => _scelleur is not null;

    /// <summary>Le nom que porte le certificat ; celui du logiciel sans cachet.</summary>
    public string Nom => _cle?.Nom ?? "Neuvième";

    /// <summary>Ce que ce site reconnaît comme sien en vérifiant : le certificat du cachet réglé, et rien d'autre que la machine ne connaisse.</summary>
    public IReadOnlyCollection<X509Certificate2> Certificats => _cle is null ? [] : [_cle.Certificat];

    /// <summary>Ce que lit l'administrateur au démarrage ; une clé échue laisse les lettres signées sans cachet jusqu'à la suivante.</summary>
    public string Description => _cle is null ? "Lettres signées sans cachet : réglez --sceau pour en poser un."
        : _cle.ValableJusquau.UtcDateTime < new Horloge(_temps).MaintenantUtc ? $"ATTENTION : le certificat du cachet « {Nom} » est échu ; les lettres signées attendent une autre clé."
        : $"Cachet « {Nom} », valable jusqu’au {Francais.Date(Horloge.AParis(_cle.ValableJusquau.UtcDateTime))}{(_horodateur is null ? "" : ", horodaté")}.";

    public async Task<byte[]> Cacheter(byte[] pdf, string raison, CancellationToken ct) => _scelleur is null ? pdf : await _scelleur.Sceller(pdf, new(raison), ct);

    public void Dispose()
    {
        _cle?.Dispose();
        _horodateur?.Dispose();
    }
}
