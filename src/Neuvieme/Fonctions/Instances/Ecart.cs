using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

public enum NatureEcart { Ajoutee, Modifiee, Retiree }

/// <summary>Ce qui sépare une mission de ce qu'une instance en a vu, et son effet annuel en euros.</summary>
public sealed record Ecart(NatureEcart Nature, LignePresentee? Avant, LignePresentee? Apres, IReadOnlyList<string> Changements)
{
    public LignePresentee Ligne => Apres ?? Avant!;
    public Montant Effet => (Apres?.Total ?? Montant.Zero) - (Avant?.Total ?? Montant.Zero);
    public string EffetEcrit => Signe(Effet);

    public string Phrase => Nature switch
    {
        NatureEcart.Ajoutee => $"ajoutée : {Ligne.Intitule} ({Ligne.Taux})",
        NatureEcart.Retiree => $"retirée : {Ligne.Intitule} ({Ligne.Taux})",
        _ => $"modifiée : {Ligne.Intitule} ({string.Join(" ; ", Changements)})",
    };

    /// <summary>« +312,50 € », « −625 € », « 0 € ».</summary>
    public static string Signe(Montant montant) => montant.Centimes switch
    {
        > 0 => "+" + Rendu.Euros(montant),
        < 0 => "−" + Rendu.Euros(Montant.Zero - montant),
        _ => Rendu.Euros(montant),
    };

    public static IReadOnlyList<Ecart> Entre(IReadOnlyList<LignePresentee> avant, IReadOnlyList<LignePresentee> apres)
    {
        var anciennes = avant.ToDictionary(l => l.MissionId);
        var nouvelles = apres.Select(l => l.MissionId).ToHashSet();
        return
        [
            .. apres.Where(l => !anciennes.ContainsKey(l.MissionId)).Select(l => new Ecart(NatureEcart.Ajoutee, null, l, [])),
            .. avant.Where(l => !nouvelles.Contains(l.MissionId)).Select(l => new Ecart(NatureEcart.Retiree, l, null, [])),
            .. apres.Where(l => anciennes.ContainsKey(l.MissionId)).Select(l => new Ecart(NatureEcart.Modifiee, anciennes[l.MissionId], l, Changes(anciennes[l.MissionId], l))).Where(e => e.Changements.Count > 0),
        ];
    }

    /// <param name="memeAnnee">D'une année à l'autre, les dates changent toujours : seule la durée se compare.</param>
    public static IReadOnlyList<string> Changes(LignePresentee avant, LignePresentee apres, bool memeAnnee = true)
    {
        List<string> changements = [];
        if (avant.Code != apres.Code)
        {
            changements.Add($"type : {Type(avant)} → {Type(apres)}");
        }

        if (avant.Intitule != apres.Intitule)
        {
            changements.Add($"intitulé : « {avant.Intitule} » → « {apres.Intitule} »");
        }

        if (avant.Taux != apres.Taux)
        {
            changements.Add($"{avant.Taux} → {apres.Taux}");
        }

        // Une ligne figée sans son contenu l'a été sans ses dates ni ses heures.
        var complete = avant.Contenu is not null;
        if (avant.Duree != apres.Duree || (memeAnnee && complete && avant.DureeEcrite != apres.DureeEcrite))
        {
            changements.Add($"durée : {(complete && memeAnnee ? avant.DureeEcrite : Breve(avant))} → {(memeAnnee ? apres.DureeEcrite : Breve(apres))}");
        }

        if (complete && avant.Heures != apres.Heures)
        {
            changements.Add($"temps estimé : {Temps(avant)} → {Temps(apres)}");
        }

        if (complete && !avant.Contenu!.SequenceEqual(apres.Contenu ?? []))
        {
            changements.Add("contenu réécrit");
        }

        return changements;
    }

    static string Type(LignePresentee l) => l.Libelle.Length > 0 ? l.Libelle : l.Code;

    static string Breve(LignePresentee l) => l.Duree == nameof(Droit.ImpSecondDegre.Duree.AnneeEntiere) ? "année entière" : "ponctuelle";

    static string Temps(LignePresentee l) => l.Heures is { } h ? Francais.Nombre(h, "heure") : "non estimé";
}
