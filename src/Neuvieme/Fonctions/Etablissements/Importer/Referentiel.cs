using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>
/// Les établissements et leurs codes, lus en quatre requêtes quel que soit leur nombre, puis changés en mémoire fichier après
/// fichier : l'aperçu et l'écriture font le même calcul.
/// </summary>
sealed partial class Referentiel(Dictionary<string, Etablissement> etablissements, Dictionary<string, Academie> academies, Dictionary<string, Departement> departements, Dictionary<string, NatureUai> natures, ChoixAnnuaire choix)
{
    readonly HashSet<object> _aEcrire = [];
    readonly HashSet<string> _inchanges = new(StringComparer.Ordinal), _vus = new(StringComparer.Ordinal);
    readonly List<EtablissementNouveau> _nouveaux = [];
    readonly List<EtablissementModifie> _changes = [], _gardes = [], _fermetures = [];
    readonly List<LigneSale> _sales = [];
    readonly List<string> _codes = [];
    readonly Dictionary<string, (int Nombre, int Premiere)> _ecartees = new(StringComparer.Ordinal);
    readonly HashSet<(string Prefixe, string Nature)> _couverts = [];
    readonly HashSet<string> _academiesDuFichier = new(StringComparer.Ordinal);

    public static async Task<Referentiel> Charger(NeuviemeDb db, ChoixAnnuaire choix, CancellationToken ct) => new(
        await db.Etablissements.AsNoTracking().ToDictionaryAsync(e => e.Uai, StringComparer.Ordinal, ct),
        await db.Academies.AsNoTracking().ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, ct),
        await db.Departements.AsNoTracking().ToDictionaryAsync(d => d.Code, StringComparer.Ordinal, ct),
        await db.NaturesUai.AsNoTracking().ToDictionaryAsync(n => n.Code, StringComparer.Ordinal, ct), choix);

    public IEnumerable<T> AEcrire<T>() => _aEcrire.OfType<T>();

    /// <summary>Les académies dont un établissement change, et dont les pages gardées en mémoire doivent être relues.</summary>
    public IEnumerable<string> AcademiesTouchees => AEcrire<Etablissement>().Select(e => e.AcademieCode).Concat(_changes.Select(c => c.Academie)).Concat(AEcrire<Academie>().Select(a => a.Code)).Distinct(StringComparer.Ordinal);

    public void Appliquer(FichierLu fichier)
    {
        _sales.AddRange(fichier.Sales);
        foreach (var code in fichier.Codes)
        {
            Appliquer(fichier, code);
        }

        foreach (var groupe in fichier.Fiches.GroupBy(f => f.Uai, StringComparer.Ordinal))
        {
            Appliquer(fichier, Choisir(fichier, [.. groupe]));
        }
    }

    void Appliquer(FichierLu fichier, CodeLu code)
    {
        switch (fichier.Format.Genre)
        {
            case GenreDeFichier.Academies: Ecrire(academies, code.Code, () => new() { Code = code.Code, Libelle = code.Libelle }, a => a.Libelle == code.Libelle, a => a.Libelle = code.Libelle, $"académie {code.Libelle} ({code.Code})"); break;
            case GenreDeFichier.Natures: Ecrire(natures, code.Code, () => new() { Code = code.Code, Libelle = code.Libelle }, n => n.Libelle == code.Libelle, n => n.Libelle = code.Libelle, $"nature {code.Libelle} ({code.Code})"); break;
            case GenreDeFichier.Departements when !academies.ContainsKey(code.Academie):
                _sales.Add(new(fichier.Nom, code.Ligne, "code_academie", code.Academie, "académie inconnue", "Importez d’abord le fichier des académies.", Rejetee: true));
                break;
            default:
                Ecrire(departements, code.Code, () => new() { Code = code.Code, Libelle = code.Libelle, AcademieCode = code.Academie }, d => d.Libelle == code.Libelle && d.AcademieCode == code.Academie,
                    d => (d.Libelle, d.AcademieCode) = (code.Libelle, code.Academie), $"département {code.Libelle} ({code.Code})");
                break;
        }
    }

    void Ecrire<T>(Dictionary<string, T> connus, string code, Func<T> nouveau, Func<T, bool> pareil, Action<T> changer, string dit) where T : class
    {
        if (connus.TryGetValue(code, out var connu) && pareil(connu))
        {
            return;
        }

        if (connu is null)
        {
            connus[code] = connu = nouveau();
        }
        else
        {
            changer(connu);
        }

        _codes.Add(dit);
        _aEcrire.Add(connu);
    }

    /// <summary>Un établissement sur plusieurs lignes : la rentrée la plus récente, sinon celle qui n'est pas une annexe, sinon la première.</summary>
    FicheLue Choisir(FichierLu fichier, FicheLue[] lignes)
    {
        var choisie = lignes.OrderByDescending(l => l.Rentree).ThenBy(l => l.EstAnnexe).ThenBy(l => l.Ligne).First();
        foreach (var autre in lignes.Where(l => l != choisie && l.Rentree == choisie.Rentree))
        {
            _sales.Add(new(fichier.Nom, autre.Ligne, "", autre.Uai, "le même UAI est sur plusieurs lignes", $"La ligne {choisie.Ligne} (« {choisie.Nom ?? choisie.Uai} ») est gardée ; celle-ci (« {autre.Nom ?? autre.Uai} ») est laissée.", Rejetee: false));
        }

        return choisie;
    }

    void Ecarter(string raison, int ligne) => _ecartees[raison] = _ecartees.TryGetValue(raison, out var deja) ? (deja.Nombre + 1, deja.Premiere) : (1, ligne);

    public ApercuAnnuaire Apercu(IReadOnlyList<FichierLu> fichiers) => new()
    {
        Fichiers = [.. fichiers.Select(f => new FichierResume(f.Nom, f.Format.Nom, f.Lignes))],
        Nouveaux = _nouveaux,
        Changes = [.. _changes.OrderByDescending(c => c.Champs.Any(x => x.Decisif)).ThenBy(c => c.Uai, StringComparer.Ordinal)],
        Gardes = _gardes,
        Inchanges = _inchanges.Count,
        Absents = [.. Absents()],
        Fermetures = _fermetures,
        Ecartees = [.. _ecartees.OrderByDescending(e => e.Value.Nombre).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => new LignesEcartees(e.Key, e.Value.Nombre, e.Value.Premiere))],
        Sales = _sales,
        Codes = _codes,
        Academies = [.. _academiesDuFichier.Order(StringComparer.Ordinal)],
        Sha256 = fichiers.Count == 1 ? fichiers[0].Sha256 : "",
    };

    /// <summary>Ceux de la base que le fichier devrait nommer : même département et même nature que d'autres de ses lignes.</summary>
    IEnumerable<EtablissementAbsent> Absents() => etablissements.Values
        .Where(e => e.Etat != EtatEtablissement.Ferme && !_vus.Contains(e.Uai) && _couverts.Contains((e.Uai[..3], e.NatureCode)))
        .OrderBy(e => e.Uai, StringComparer.Ordinal).Select(e => new EtablissementAbsent(e.Uai, e.Denomination, e.Commune, ChampAnnuaire.Dire(e.Etat)));
}
