using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Personnels.Importer;

public sealed record MissionEnCours(string Intitule, EtatAttribution Etat);

/// <summary>Tout ce que l'import ferait, calculé sans rien écrire.</summary>
/// <param name="MissionsDesAbsents">Missions des personnes qui ne sont plus dans le fichier : à suspendre, à remplacer ou à clore.</param>
/// <param name="FicheACompleter">Champs vides de la fiche de l'établissement que le fichier renseigne.</param>
/// <param name="HeuresEps">Total au sens du droit, forfait compris, sans heures supplémentaires ; null s'il manque des heures.</param>
public sealed record ApercuImport(
    FichierSts Fichier, FaitsSts Faits, ComparaisonSts Comparaison, IReadOnlyDictionary<ClePersonne, IReadOnlyList<MissionEnCours>> MissionsDesAbsents,
    IReadOnlyList<ChampChange> FicheACompleter, int? HeuresEps, int? EtpEps)
{
    public bool AucunChangement => Comparaison.AucunChangement && FicheACompleter.Count == 0;

    public static async Task<ApercuImport> Preparer(NeuviemeDb db, Etablissement etablissement, FichierSts fichier, DateOnly jour, CancellationToken ct = default)
    {
        var cle = await CleEmpreinte.Obtenir(db, ct);
        var connus = await PersonnelsConnus.Charger(db, etablissement.Uai, fichier.Annee, d => cle.De(etablissement.Uai, d), ct);
        return await De(db, etablissement, fichier, connus, jour, ct);
    }

    internal static async Task<ApercuImport> De(NeuviemeDb db, Etablissement etablissement, FichierSts fichier, PersonnelsConnus connus, DateOnly jour, CancellationToken ct)
    {
        var parametres = await Parametre.DuJour(db, etablissement.AcademieCode, jour, ct);
        var faits = FaitsSts.De(fichier, parametres);
        var comparaison = ComparaisonSts.De(connus.Fiches, fichier.Individus, faits.Pour, connus.Naissance);
        var missions = comparaison.Absents.Count == 0 ? [] : await Missions(db, etablissement.Uai, fichier.Annee, comparaison.Absents, ct);
        var compte = faits.Eps.Compte(parametres);
        return new(fichier, faits, comparaison, missions, ACompleter(etablissement, fichier.Etablissement), compte?.HeuresCentiemes, compte?.EtpCentiemes);
    }

    static async Task<Dictionary<ClePersonne, IReadOnlyList<MissionEnCours>>> Missions(NeuviemeDb db, string uai, int annee, IReadOnlyList<PersonneConnue> absents, CancellationToken ct)
    {
        var ids = absents.Select(a => a.Cle.Id).ToList();
        var lignes = await db.Attributions.AsNoTracking()
            .Where(a => a.Uai == uai && a.Annee == annee && a.Agent != null && ids.Contains(a.Agent.IdSts) && a.Etat != EtatAttribution.Refusee && a.Etat != EtatAttribution.AccordDecline)
            .OrderBy(a => a.Id).Select(a => new { a.Agent!.TypeSts, a.Agent.IdSts, a.Mission!.Intitule, a.Etat }).ToListAsync(ct);
        return lignes.GroupBy(l => new ClePersonne(l.TypeSts is "local" ? TypeSts.Local : TypeSts.Epp, l.IdSts))
            .ToDictionary(g => g.Key, IReadOnlyList<MissionEnCours> (g) => [.. g.Select(l => new MissionEnCours(l.Intitule, l.Etat))]);
    }

    // Seuls les champs vides : la fiche de l'annuaire, mieux écrite, prime sur celle de STSWeb.
    static List<ChampChange> ACompleter(Etablissement e, EtablissementSts f)
    {
        List<ChampChange> champs = [];
        Si(e.Adresse, "adresse", f.Adresse, 200);
        Si(e.CodePostal, "code postal", f.CodePostal, 10);
        Si(e.Commune, "commune", f.Commune, 100);
        Si(e.Telephone, "téléphone", f.Telephone, 30);
        Si(e.NatureCode, "nature", f.CodeNature, 3);
        return champs;

        void Si(string actuel, string champ, string? lu, int longueur)
        {
            if (actuel.Length == 0 && lu is not null && lu.Length <= longueur)
                champs.Add(new(champ, null, lu));
        }
    }

    internal static void Completer(Etablissement e, IEnumerable<ChampChange> champs)
    {
        foreach (var (champ, _, valeur) in champs)
        {
            switch (champ)
            {
                case "adresse": e.Adresse = valeur!; break;
                case "code postal": e.CodePostal = valeur!; break;
                case "commune": e.Commune = valeur!; break;
                case "téléphone": e.Telephone = valeur!; break;
                default: e.NatureCode = valeur!; break;
            }
        }
    }
}
