using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Le rectorat notifie des IMP à une circonscription, des parts du Pacte à une école ou à un établissement, fixe l'enveloppe de ses missions académiques ; ou en reprend. Une ligne de plus, jamais une ligne changée.</summary>
/// <param name="Cible">Le code d'une circonscription ou de l'académie, ou un UAI.</param>
/// <param name="Derniere">La dernière ligne que la personne avait sous les yeux : un double clic ne notifie pas deux fois.</param>
public sealed record NotifierDirect(DispositifDirect Dispositif, string Cible, AnneeScolaire Annee, long Centimes, string Motif, long? Derniere = null)
{
    const long Plafond = 500 * 125_000;

    /// <summary>Le niveau que fléchent ces parts ; à l'école, toutes les missions sont du troisième.</summary>
    public int Niveau { get; init; } = 3;

    /// <summary>« 4,5 » → 562 500 centimes au pas d'une demi-part ; nul si ce n'est pas un nombre entier de ce pas.</summary>
    public static long? Lire(string? texte, long pas)
    {
        var brut = (texte ?? "").Trim().Replace('−', '-').Replace(',', '.').Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(brut, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre)
            && Math.Abs(nombre) <= 10_000 && nombre * 125_000 % pas == 0 ? (long)(nombre * 125_000) : null;
    }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct = default)
    {
        if (Centimes == 0 || Math.Abs(Centimes) > Plafond || Centimes % Dispositif.Pas() != 0)
        {
            return [new("Nombre", Dispositif switch
            {
                DispositifDirect.ImpPremierDegre => "Le nombre d’IMP est entier, de −500 à 500, et n’est pas nul.",
                DispositifDirect.Academique => "Le nombre d’IMP va de −500 à 500, par quarts, et n’est pas nul.",
                _ => "Le nombre de parts va de −500 à 500, par demi-parts, et n’est pas nul.",
            })];
        }

        if (Dispositif.EstPacte() && Niveau is < 1 or > 3)
        {
            return [new("Niveau", "Choisissez le niveau que fléchent ces parts : 1, 2 ou 3.")];
        }

        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            return [new("Motif", "Écrivez le motif, 500 caractères au plus : il paraîtra dans le grand livre.")];
        }

        var portee = MissionDirecte.PorteeDe(Dispositif, Cible);
        await using var transaction = await db.Commencer(portee, ct);
        var plan = await PlanDirect.Charger(db, academie, Porteurs.De(Dispositif, Cible), Annee, auteur.Aujourdhui, ct);
        if (Derniere is { } vue && (plan.Lignes.Count > 0 ? plan.Lignes.Max(l => l.Id) : 0) != vue)
        {
            return [new("", "Une notification vient d’être enregistrée ici, par vous ou par un collègue : vérifiez la liste avant d’en ajouter une.")];
        }

        var avant = plan.SoldeDe(Dispositif, Cible, Dispositif.EstPacte() ? Niveau : null);
        if (Centimes < 0 && avant.Libre + Centimes < 0)
        {
            return [new("Nombre", $"{MotsDesMissions.Pesee(Dispositif, new(avant.Engage))} sont déjà engagés sur {MotsDesMissions.Pesee(Dispositif, new(avant.Notifie))} : on ne peut reprendre que {MotsDesMissions.Pesee(Dispositif, new(Math.Max(0, avant.Libre)))}.")];
        }

        var ligne = new LigneDirecte
        {
            Dispositif = Dispositif, CirconscriptionCode = Dispositif == DispositifDirect.ImpPremierDegre ? Cible : null, Uai = Dispositif.EstPacte() ? Cible : null, AcademieCode = Dispositif == DispositifDirect.Academique ? Cible : null,
            Niveau = Dispositif.EstPacte() ? Niveau : 0, Annee = Annee.Debut, Centimes = Centimes, Motif = Motif.Trim(),
            NotifieeLe = auteur.Aujourdhui, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
        db.LignesDirectes.Add(ligne);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter(Dispositif switch { DispositifDirect.ImpPremierDegre => "IMP du premier degré notifiées", DispositifDirect.Academique => "enveloppe des missions académiques fixée", _ => "parts du Pacte notifiées" },
            $"{(Dispositif.EstPremierDegre() ? "enveloppe-premier-degre" : "enveloppe-directe")}:{ligne.Id}", new { centimes = avant.Notifie }, new { centimes = avant.Notifie + Centimes, annee = Annee.Debut, niveau = ligne.Niveau }, ligne.Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
