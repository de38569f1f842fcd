using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Etablir;

/// <summary>Les modèles de l'académie pour un lot : la lettre, et l'avenant qui en modifie une.</summary>
public sealed record ModelesDeLettre(ModeleEnVigueur Lettre, ModeleEnVigueur Avenant)
{
    public static async Task<ModelesDeLettre> De(NeuviemeDb db, string academie, CancellationToken ct) => new(await ModeleEnVigueur.De(db, academie, LettreImp.Modele, ct), await ModeleEnVigueur.De(db, academie, LettreAvenant.Modele, ct));

    public ModeleEnVigueur Pour(EtatDeLettre etat) => etat.AvenantAEtablir ? Avenant : Lettre;

    public async Task Prevenir(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct)
    {
        await Lettre.Prevenir(db, academie, auteur, ct);
        await Avenant.Prevenir(db, academie, auteur, ct);
    }
}
