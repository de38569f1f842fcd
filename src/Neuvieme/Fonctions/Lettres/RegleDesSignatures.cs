using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Ce que l'académie a choisi : qui signe d'abord, en combien de jours, quand rappeler.</summary>
public sealed record RegleDesSignatures(Partie Premier, int Jours, int PremierRappel, int RappelTousLes)
{
    public static async Task<RegleDesSignatures> DuJour(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct)
    {
        var choix = await Parametre.ValeursDuJour(db, academie, jour, ct);
        int Valeur(CleParametre cle) => choix.TryGetValue(cle, out var v) ? v : FicheParametre.De(cle)!.Defaut;
        return new(Valeur(CleParametre.ChefSigneDAbord) == 1 ? Partie.Chef : Partie.Agent, Valeur(CleParametre.DelaiSignature), Valeur(CleParametre.PremierRappelSignature), Valeur(CleParametre.RappelSignature));
    }
}
