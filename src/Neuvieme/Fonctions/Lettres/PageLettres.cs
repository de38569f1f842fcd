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

    /// <summary>Celles que le retrait d'une décision a privées d'effet : elles n'engagent plus, mais restent.</summary>
    public IReadOnlyList<LettreSansEffet> SansEffet { get; private set; } = [];

    /// <summary>L'académie laisse la lettre facultative.</summary>
    public bool Facultative { get; private set; }

    protected async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        EnCours = await Travail.Vivant(Db, GenreDeTravail.EtablirLettres, Contexte.Etablissement.Uai, Ct);
        Facultative = await LettreFacultative.Dans(Db, Contexte.AcademieCode, Plan.Jour, Ct);
        SansEffet = await LettreSansEffet.Lire(Db, Plan.Etablissement.Uai, Plan.Annee.Debut, Ct);
        Lettres = await EtablirLettres.Etat(Db, Plan, Signataire.De(Contexte.Auteur), Ct);
    }
}
