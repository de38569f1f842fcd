using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Travaux;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres;

public abstract class PageLettres(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<EtatDeLettre> Lettres { get; private set; } = [];
    /// <summary>Les lettres de l'établissement s'établissent en ce moment.</summary>
    public Travail? EnCours { get; private set; }

    protected async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        EnCours = await Travail.Vivant(Db, GenreDeTravail.EtablirLettres, Contexte.Etablissement.Uai, Ct);
        Lettres = await EtablirLettres.Etat(Db, Plan, Signataire.De(Contexte.Auteur), Ct);
    }
}
