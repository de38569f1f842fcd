using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Etablissements.Creer;

/// <summary>Inscrit un établissement, et son académie si elle n'y est pas encore.</summary>
public sealed record CreerEtablissement(
    string Uai, string Nom, string Academie, string? AcademieNom, string Nature, Secteur Secteur = Secteur.Public,
    EducationPrioritaire EducationPrioritaire = EducationPrioritaire.Inconnue, string Commune = "")
{
    /// <summary>Ce qui mérite un second regard sans empêcher : la lettre d'UAI fausse, la nature inconnue.</summary>
    public IReadOnlyList<string> Avertissements { get; private set; } = [];

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (!Droit.Uai.TryParse(Uai, out var uai))
        {
            return [new("Uai", $"« {Uai} » n’est pas un UAI : sept chiffres et une lettre, comme 0350710G.")];
        }

        if (string.IsNullOrWhiteSpace(Nom) || Nom.Trim().Length > 200)
        {
            return [new("Nom", "Donnez le nom de l’établissement (200 caractères au plus).")];
        }

        if (Academie.Length != 2 || !Academie.All(char.IsAsciiDigit))
        {
            return [new("Academie", $"« {Academie} » n’est pas un code d’académie : deux chiffres, 14 pour Rennes.")];
        }

        if (Nature.Length != 3 || !Nature.All(char.IsAsciiDigit))
        {
            return [new("Nature", $"« {Nature} » n’est pas un code de nature : trois chiffres, 340 pour un collège, 302 ou 306 pour un lycée, 320 pour un lycée professionnel.")];
        }

        var portee = Etablissements.Academie.PorteeDe(Academie);
        await using var transaction = await db.Commencer(portee, ct);
        if (await db.Etablissements.AnyAsync(e => e.Uai == uai.Valeur, ct))
        {
            return [new("Uai", $"L’établissement {uai} existe déjà.")];
        }

        if (!await db.Academies.AnyAsync(a => a.Code == Academie, ct))
        {
            if (string.IsNullOrWhiteSpace(AcademieNom))
            {
                return [new("AcademieNom", $"L’académie {Academie} n’est pas encore dans la base : donnez son nom avec --academie-nom.")];
            }

            db.Academies.Add(new() { Code = Academie, Libelle = AcademieNom.Trim() });
        }

        db.Etablissements.Add(new()
        {
            Uai = uai.Valeur, Denomination = Nom.Trim(), AcademieCode = Academie, NatureCode = Nature, Secteur = Secteur, EducationPrioritaire = EducationPrioritaire, Commune = Commune.Trim(),
        });
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("établissement créé", $"etablissement:{uai}", null, new { uai = uai.Valeur, nom = Nom.Trim(), nature = Nature, secteur = Secteur.ToString() });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        Avertissements = [.. Alertes(uai)];
        return [];
    }

    IEnumerable<string> Alertes(Uai uai)
    {
        if (!uai.CleValide)
        {
            yield return $"La lettre de {uai} n’est pas celle que donnent ses chiffres : vérifiez l’UAI (il en existe qui font exception).";
        }

        if (NatureEtablissement.DeCode(Nature) == NatureEtablissement.PremierDegre)
        {
            yield return $"{uai} est une école : rattachez-la à sa circonscription par neuvieme circonscriptions rattacher.";
        }
        else if (!NatureEtablissement.DeCode(Nature).EstSecondDegre)
        {
            yield return $"La nature {Nature} n’est ni un collège, ni un lycée, ni un EREA : l’IMP du second degré n’y sera pas accordée.";
        }
    }
}
