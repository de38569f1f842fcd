using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Campagnes.Consulter;

public enum VueCampagne { Tous, Restent, Finis, SansObjet, Rouverts }

/// <summary>Qui a fini, qui n'a pas fini, et ce qu'il reste à chacun.</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public const int ParPage = 100;

    [FromRoute(Name = "id")]
    public long CampagneId { get; set; }

    [BindProperty(SupportsGet = true)]
    public VueCampagne Voir { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Numero { get; set; } = 1;

    public SuiviCampagne Suivi { get; private set; } = null!;
    public IReadOnlyList<EnvoiCampagne> Envois { get; private set; } = [];
    public IReadOnlyList<(Avancement Lieu, Reste Reste)> Trouves { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    public string Adresse(VueCampagne vue, int numero = 1) => $"/campagnes/consulter/{CampagneId}?voir={vue}&recherche={Uri.EscapeDataString(Recherche ?? "")}&numero={numero}";

    public int Combien(VueCampagne vue) => Suivi.Lieux.Count(l => Retient(vue, l));

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        var lignes = Trouves.Select(x => new[]
        {
            x.Lieu.Uai, x.Lieu.Denomination, x.Lieu.Commune, x.Reste.Libelle, x.Reste.Phrase,
            Suivi.Campagne.FinPour(x.Lieu.Uai, Jour) is { } fin ? Francais.DateBreve(fin) : "", Suivi.Campagne.DerogationDe(x.Lieu.Uai, Jour)?.Motif ?? "",
        });
        return File(Csv.Ecrire(["UAI", "Établissement", "Commune", "Avancement", "Ce qui reste", "Ouvert jusqu’au", "Motif de la réouverture"], lignes), Csv.Type, $"campagne-{CampagneId}-{Contexte.Annee}.csv");
    }

    async Task<bool> Charger()
    {
        Numero = Math.Clamp(Numero, 1, 10_000);
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        if (await Db.Campagnes.AsNoTracking().Include(c => c.Derogations).AsSingleQuery().FirstOrDefaultAsync(c => c.Id == CampagneId && c.AcademieCode == academie && c.Annee == annee, Ct) is not { } campagne)
        {
            return false;
        }

        Suivi = new(campagne, [.. (await Avancement.DeLAcademie(Db, academie, Contexte.Annee, Ct)).Select(l => (l, l.Pour(campagne.Genre)))]);
        Envois = await Db.EnvoisCampagne.AsNoTracking().Where(e => e.CampagneId == CampagneId).OrderByDescending(e => e.InstantUtc).Take(5).ToListAsync(Ct);
        Trouves = [.. Suivi.Lieux.Where(l => Retient(Voir, l)).Where(l => Recherches.Contient($"{l.Lieu.Uai} {l.Lieu.Denomination} {l.Lieu.Commune}", Recherche))];
        return true;
    }

    bool Retient(VueCampagne vue, (Avancement Lieu, Reste Reste) l) => vue switch
    {
        VueCampagne.Restent => l.Reste.Etape == EtapeCampagne.Reste,
        VueCampagne.Finis => l.Reste.Etape == EtapeCampagne.Fini,
        VueCampagne.SansObjet => l.Reste.Etape == EtapeCampagne.SansObjet,
        VueCampagne.Rouverts => Suivi.Campagne.DerogationDe(l.Lieu.Uai, Jour) is not null,
        _ => true,
    };

    public static string Dire(EnvoiCampagne envoi)
    {
        var cle = envoi.Cle.StartsWith("reouverture-", StringComparison.Ordinal) ? envoi.Cle[(envoi.Cle.IndexOf(':', StringComparison.Ordinal) + 1)..] : envoi.Cle;
        var quoi = cle.Split(':', '-')[0] switch { "ouverture" => "ouverture", "rappel" => "rappel automatique", "cloture" => "clôture", _ => $"relance par {envoi.Auteur}" };
        return $"{quoi}{(cle == envoi.Cle ? "" : " d’un établissement rouvert")}, le {Francais.Instant(envoi.InstantUtc)} : {Francais.Nombre(envoi.Destinataires, "courriel")}";
    }
}
