using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>Le chef d'établissement, l'inspecteur ou le recteur signe d'un geste les lettres qui l'attendent : une seule preuve d'identité, un aperçu par lettre.</summary>
[Acces(Role.ChefEtablissement, Role.Ien, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Reauthentification reauthentification, CertifierLettres certifier) : PageNeuvieme(db, contexte)
{
    public sealed record Ligne(Lettre Lettre, string Agent, string Mission, string Somme, string Duree);

    [BindProperty]
    public List<string> Vues { get; set; } = [];

    [BindProperty]
    public string? MotDePasse { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Cle { get; set; }

    public IReadOnlyList<Ligne> Lignes { get; private set; } = [];
    public MoyenDeSignature Moyen { get; private set; }
    public bool AUneCle { get; private set; }

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        var vues = Vues.Select(LettreVue.Lire).OfType<LettreVue>().ToList();
        if (vues.Count == 0)
        {
            ModelState.AddModelError("", "Cochez au moins une lettre.");
        }

        var moyen = MoyenDeSignature.MotDePasse;
        if (vues.Count > 0)
        {
            (var refus, moyen) = await reauthentification.Prouver(Db, Contexte.CompteId!.Value, MotDePasse, Code, Cle, Ct);
            Accepte(refus is null ? [] : [refus]);
        }

        if (await Tenter(() => new SignerLettre(vues, Partie.Chef, Preuve.De(HttpContext, moyen)).Executer(Db, PorteeDeLettres.Siennes(Db, Contexte), Contexte.Auteur, Ct)))
        {
            await certifier.Apres(Db, [.. vues.Select(v => v.Id)], Ct);
            Message = Francais.Nombre(vues.Count, "lettre signée", "lettres signées") + (vues.Count > CertifierLettres.Aussitot ? ". Les certificats se préparent : comptez quelques minutes." : ".");
            return Redirect("/lettres");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        (Moyen, AUneCle) = (await reauthentification.Moyen(Contexte.CompteId!.Value), await reauthentification.ASesCles(Contexte.CompteId!.Value));
        var lettres = await PorteeDeLettres.Siennes(Db, Contexte).AsNoTracking().Include(l => l.Signatures).AvecSujet().Where(l => l.Etat == EtatLettre.ASigner).ToListAsync(Ct);
        Lignes = [.. lettres.Where(l => l.Attendue == Partie.Chef && l.Agent.CompteId != Contexte.CompteId).OrderBy(l => l.Agent.NomPourListe, StringComparer.Ordinal).ThenBy(l => l.Id)
            .Select(l => new Ligne(l, l.Agent.NomDeCivilite, l.Intitule, l.Somme, l.Attribution?.Mission!.DureeEcrite ?? (l.MissionDirecte!.Duree == Droit.ImpSecondDegre.Duree.Ponctuelle ? "ponctuelle" : "toute l’année scolaire")))];
    }
}
