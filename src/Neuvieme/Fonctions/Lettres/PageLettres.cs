using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Travaux;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Les lettres qu'une qualité établit et signe : IMP et parts du chef d'établissement, parts des écoles de l'inspecteur, missions académiques du recteur.</summary>
public abstract class PageLettres(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    /// <summary>Celui de l'établissement ; nul pour qui n'en a pas.</summary>
    public Plan? Plan { get; private set; }
    public IReadOnlyList<EtatDeLettre> Lettres { get; private set; } = [];
    public IReadOnlyList<EtatDirect> Directes { get; private set; } = [];
    /// <summary>Les lettres de l'établissement s'établissent en ce moment.</summary>
    public Travail? EnCours { get; private set; }

    /// <summary>Celles que le retrait d'une décision a privées d'effet : elles n'engagent plus, mais restent.</summary>
    public IReadOnlyList<LettreSansEffet> SansEffet { get; private set; } = [];

    /// <summary>L'académie laisse la lettre des IMP facultative.</summary>
    public bool Facultative { get; private set; }

    public DateOnly Jour => horloge.Aujourdhui;
    public bool EstChef => Contexte.Role == Role.ChefEtablissement;
    /// <summary>Le gestionnaire prépare les lettres du recteur ; il ne les signe pas.</summary>
    public bool Signe => Contexte.Role != Role.GestionnaireRectorat;
    protected Signataire Signataire => Signataire.De(Contexte.Auteur, Contexte.Role);

    protected async Task Charger()
    {
        if (EstChef)
        {
            Plan = await Contexte.Plan(Ct);
            EnCours = await Travail.Vivant(Db, GenreDeTravail.EtablirLettres, Contexte.Etablissement.Uai, Ct);
            Facultative = await LettreFacultative.Dans(Db, Contexte.AcademieCode, Plan.Jour, Ct);
            SansEffet = await LettreSansEffet.Lire(Db, Plan.Etablissement.Uai, Plan.Annee.Debut, Ct);
            Lettres = await EtablirLettres.Etat(Db, Plan, Signataire.De(Contexte.Auteur), Ct);
        }

        Directes = await LireLesDirectes();
    }

    protected async Task<IReadOnlyList<EtatDirect>> LireLesDirectes()
    {
        var role = Contexte.Role;
        return await EtatsDirects.Lire(Db, await PorteeDeLettres.Plan(Db, Contexte, horloge.Aujourdhui, Ct), m => role != Role.ChefEtablissement || m.Dispositif != MissionsDirectes.DispositifDirect.PactePremierDegre, Signataire, Ct);
    }
}
