using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>
/// Le modèle d'une académie à cet instant : sa version publiée, sinon le modèle livré. Un document que la version publiée ne sait pas rendre
/// est refusé, jamais rendu par le modèle livré : il sortirait avec un autre texte que celui de l'académie, sans que personne le sache.
/// </summary>
public sealed class ModeleEnVigueur
{
    /// <summary>Un modèle qui ne finit pas ferait attendre autant chaque lettre d'un lot.</summary>
    const int SansFinAuPlus = 3;

    readonly FicheModele _fiche;
    readonly VersionDeModele? _version;
    readonly ContenuDeModele _contenu;
    readonly ConcurrentBag<string> _echecs = [];
    int _sansFin;

    ModeleEnVigueur(FicheModele fiche, VersionDeModele? version) => (_fiche, _version, _contenu) = (fiche, version, ContenuDeModele.De(version));

    public static async Task<ModeleEnVigueur> De(NeuviemeDb db, string academie, string modele, CancellationToken ct) => new(FicheModele.De(modele)!,
        await db.VersionsDeModele.AsNoTracking().FirstOrDefaultAsync(v => v.AcademieCode == academie && v.Modele == modele && v.Etat == EtatDeVersion.Publiee, ct));

    /// <summary>La version qui produit les documents ; nulle pour le modèle livré.</summary>
    public long? VersionId => _version?.Id;

    /// <param name="piece">Ce qui désigne le document à qui devra corriger le modèle : sa référence, jamais un nom.</param>
    /// <exception cref="DocumentImpossibleException">Le message nomme le modèle, sa version, la ligne.</exception>
    public async Task<byte[]> Rendre(MoteurTypst moteur, JsonObject donnees, string piece, CancellationToken ct)
    {
        if (_version is null)
        {
            return await moteur.RendreAsync(_fiche.Cle, donnees, ct);
        }

        if (_sansFin >= SansFinAuPlus)
        {
            throw new DocumentImpossibleException($"{piece} : le modèle de l’académie « {_fiche.Nom} », version {_version.Numero}, n’a pas répondu pour d’autres documents. Celui-ci n’est pas établi ; le rectorat est prévenu.") { DuModele = true };
        }

        try
        {
            return (await moteur.ComposerAsync(_contenu.Demander(_fiche, donnees), ct)).Pdf;
        }
        catch (DocumentImpossibleException erreur) when (erreur.DuModele)
        {
            _echecs.Add($"{piece} — {erreur.Message}");
            if (erreur.InnerException is not null)
            {
                Interlocked.Increment(ref _sansFin);
            }

            throw new DocumentImpossibleException($"{piece} : le modèle de l’académie « {_fiche.Nom} », version {_version.Numero}, ne rend pas ce document. Rien n’est enregistré pour lui, et le rectorat en est prévenu. {erreur.Message}", erreur) { DuModele = true };
        }
    }

    /// <summary>Dit au rectorat ce que sa version n'a pas su rendre ; un seul courriel par jour et par version. À appeler hors de toute transaction.</summary>
    public async Task Prevenir(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct)
    {
        if (_version is null || _echecs.IsEmpty)
        {
            return;
        }

        var echecs = _echecs.Order(StringComparer.Ordinal).ToList();
        _echecs.Clear();
        await using var transaction = await db.Commencer(Academie.PorteeDe(academie), ct);
        if (await db.VersionsDeModele.FirstOrDefaultAsync(v => v.Id == _version.Id, ct) is not { } version)
        {
            return;
        }

        (version.Echec, version.EchecUtc, version.Version) = (Couper(echecs[0], 2000), auteur.InstantUtc, version.Version + 1);
        var rectorat = await Destinataires.EnFonction(db, auteur.Aujourdhui).Where(h => h.AcademieCode == academie && (h.Role == Role.Recteur || h.Role == Role.GestionnaireRectorat)).Select(h => h.CompteId).Distinct().ToListAsync(ct);
        var texte = $"Le modèle « {_fiche.Nom} », version {version.Numero}, n’a pas su rendre {Francais.Nombre(echecs.Count, "document")} : {(echecs.Count > 1 ? "ils ne sont pas établis" : "il n’est pas établi")}.\n{Couper(string.Join('\n', echecs.Take(10)), 4000)}\nCorrigez-le, ou revenez à une version d’avant :\n/modeles";
        await Courriel.Deposer(db, [.. rectorat.Select(c => new Depot(c, GenreCourriel.Lettre, "Un modèle de document est en échec", texte, $"modele-echec:{version.Id}:{auteur.Aujourdhui:yyyyMMdd}"))], auteur.InstantUtc, ct);
        var plume = new Plume(db, auteur, Academie.PorteeDe(academie));
        plume.Noter("modèle en échec", $"modele:{_fiche.Cle}", null, new { version = version.Numero, documents = echecs.Count, premier = Couper(echecs[0], 500) });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
    }

    static string Couper(string texte, int longueur) => texte.Length <= longueur ? texte : texte[..(longueur - 1)] + "…";
}
