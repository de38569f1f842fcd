using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Modeles.Modifier;

/// <summary>Le gestionnaire et le recteur préparent ; le recteur, ou son délégataire, publie : ces mots engagent l'académie.</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur) : PageModele(db, contexte)
{
    /// <summary>Posé par le script de l'aperçu : il ne veut que le fragment.</summary>
    public const string Fragment = "X-Apercu";

    [BindProperty]
    public SaisieDeModele Saisie { get; set; } = new();

    public InventaireDeModele Inventaire { get; private set; } = new([], []);
    public Apercu? Apercu { get; private set; }
    public ContenuDeModele Actuel { get; private set; } = ContenuDeModele.Livre;
    public IReadOnlyList<string> Cas { get; private set; } = [];
    /// <summary>L'en-tête proposé vient d'un autre modèle de l'académie.</summary>
    public bool EnTeteRepris { get; private set; }

    public async Task<IActionResult> OnGetAsync(string modele, string? cas)
    {
        if (!await Preparer(modele))
        {
            return NotFound();
        }

        Saisie = SaisieDeModele.De(Actuel, Fiche, Brouillon?.Jeton ?? "");
        Saisie.Cas = cas;
        Apercu = EssaiDeModele.PasEncore(Fiche, cas ?? "");
        await Inventorier(Actuel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string modele)
    {
        if (!await Preparer(modele))
        {
            return NotFound();
        }

        var (contenu, fautes) = await LireEtMontrer();
        if (Accepte(fautes) && await Tenter(() => new EnregistrerBrouillon(Contexte.AcademieCode, Fiche, contenu, Saisie.Version ?? "").Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = Apercu!.Erreur.Length == 0 ? "Le brouillon est enregistré. Aucun document n’en est changé tant qu’il n’est pas publié."
                : "Le brouillon est enregistré tel quel, mais il ne se rend pas : il ne pourra pas être publié ainsi.";
            return Redirect($"/modeles/modifier/{Fiche.Cle}?cas={Uri.EscapeDataString(Apercu.Cas)}");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostApercuAsync(string modele)
    {
        if (!await Preparer(modele))
        {
            return NotFound();
        }

        await LireEtMontrer();
        return Request.Headers.ContainsKey(Fragment) ? Partial("_Apercu", Apercu) : Page();
    }

    public async Task<IActionResult> OnPostPdfAsync(string modele)
    {
        if (!await Preparer(modele))
        {
            return NotFound();
        }

        var (contenu, fautes) = await LireEtMontrer();
        if (Accepte(fautes) && Apercu!.Erreur.Length == 0)
        {
            try
            {
                var exemple = ExempleDeModele.De(Fiche).First(e => e.Nom == Apercu.Cas);
                return File((await moteur.ComposerAsync(contenu.Demander(Fiche, exemple.Donnees) with { Essai = true }, Ct)).Pdf, "application/pdf");
            }
            catch (DocumentImpossibleException erreur)
            {
                Apercu = Apercu with { Image = "", Erreur = EssaiDeModele.Dire(erreur.Message) };
            }
        }

        return Page();
    }

    async Task<bool> Preparer(string modele)
    {
        if (!await Charger(modele))
        {
            return false;
        }

        Actuel = ContenuDeModele.De(Brouillon ?? EnVigueur);
        Cas = [.. ExempleDeModele.De(Fiche).Select(e => e.Nom)];
        if (Brouillon is null && EnVigueur is null)
        {
            var academie = Contexte.AcademieCode;
            var voisin = ContenuDeModele.De(await Db.VersionsDeModele.AsNoTracking().Where(v => v.AcademieCode == academie && v.Etat != EtatDeVersion.Remplacee).OrderByDescending(v => v.InstantUtc).ThenByDescending(v => v.Id).FirstOrDefaultAsync(Ct));
            EnTeteRepris = !voisin.EnTete.EstVide;
            Actuel = Actuel with { EnTete = voisin.EnTete };
        }

        return true;
    }

    async Task<(ContenuDeModele Contenu, IReadOnlyList<Refus> Fautes)> LireEtMontrer()
    {
        var (contenu, refus) = await Saisie.Lire(Fiche, Actuel, Ct);
        await Montrer(contenu);
        List<Refus> fautes = [.. refus, .. Verifier(contenu)];
        if (fautes.Count > 0)
        {
            Apercu = Apercu! with { Image = "", Erreur = string.Join("\n", fautes.Select(f => f.Message)) };
        }

        return (contenu, fautes);
    }

    /// <summary>L'aperçu, et les phrases que cette source laisse changer ; si elle ne se lit plus, celles du modèle livré.</summary>
    async Task Montrer(ContenuDeModele contenu)
    {
        Apercu = await EssaiDeModele.Voir(moteur, Fiche, contenu, Saisie.Cas ?? "", Ct);
        await Inventorier(contenu);
    }

    async Task Inventorier(ContenuDeModele contenu)
    {
        try
        {
            Inventaire = await InventaireDeModele.De(moteur, Fiche, contenu.Source, Ct);
        }
        catch (DocumentImpossibleException erreur)
        {
            if (Apercu!.Erreur.Length == 0)
            {
                Apercu = Apercu with { Image = "", Erreur = "La source doit définir « origine » (les phrases) et « valeurs » (les repères). " + EssaiDeModele.Dire(erreur.Message) };
            }

            Inventaire = contenu.Source.Length == 0 || !erreur.DuModele ? Inventaire : await InventaireDeModele.De(moteur, Fiche, "", Ct);
        }
    }

    /// <summary>Sans inventaire, l'écran n'a montré aucune phrase : enregistrer les effacerait.</summary>
    IEnumerable<Refus> Verifier(ContenuDeModele contenu) => Inventaire.Phrases.Count == 0 ? [new("", "Le moteur de documents ne répond pas : rien n’est enregistré. Réessayez, ou prévenez l’administrateur du site.")]
        : contenu.Phrases.Select(p => (p.Key, Raison: Inventaire.Refuser(p.Key, p.Value))).Where(p => p.Raison is not null).Select(p => new Refus($"Saisie.Phrases[{p.Key}]", p.Raison!));
}
