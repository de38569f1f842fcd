using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Courriels;

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, ReglagesCourrier reglages) : PageNeuvieme(db, contexte)
{
    public const int ParPage = 50;

    [BindProperty(SupportsGet = true)]
    public EtatCourriel? Etat { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Genre { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Numero { get; set; } = 1;

    public static IReadOnlyList<string> Familles { get; } = [.. Enum.GetValues<GenreCourriel>().Select(g => g.Famille()).Distinct()];

    public IReadOnlyDictionary<EtatCourriel, int> Nombres { get; private set; } = new Dictionary<EtatCourriel, int>();
    public IReadOnlyList<Courriel> Lignes { get; private set; } = [];
    public bool ALaSuite { get; private set; }
    /// <summary>Le plus ancien qui aurait dû partir et n'est pas parti.</summary>
    public DateTime? EnRetardDepuis { get; private set; }
    public ReglagesCourrier Reglages => reglages;
    public bool Filtre => Etat is not null || !string.IsNullOrEmpty(Genre) || !string.IsNullOrWhiteSpace(Recherche);

    public string Adresse(int numero) => $"/courriels?etat={Etat}&genre={Uri.EscapeDataString(Genre ?? "")}&recherche={Uri.EscapeDataString(Recherche ?? "")}&numero={numero}";

    public bool EnVol(Courriel c) => c.PrisUtc > horloge.MaintenantUtc - Envoyer.ViderLaFile.Bail;

    public async Task OnGetAsync()
    {
        Numero = Math.Clamp(Numero, 1, 100_000);
        Nombres = await FileDesCourriels.Compter(Db, Ct);
        var heure = horloge.MaintenantUtc.AddHours(-1);
        EnRetardDepuis = await FileDesCourriels.Filtrer(Db, EtatCourriel.EnAttente, null, null).Where(c => c.DeposeUtc < heure && c.Essais > 0).MinAsync(c => (DateTime?)c.DeposeUtc, Ct);
        var lues = await Ordonner().Skip((Numero - 1) * ParPage).Take(ParPage + 1).ToListAsync(Ct);
        (Lignes, ALaSuite) = ([.. lues.Take(ParPage)], lues.Count > ParPage);
    }

    public async Task<IActionResult> OnGetCsvAsync() => File(Csv.Ecrire(["N°", "Déposé", "Adresse", "Genre", "État", "Essais", "Prochain essai", "Envoyé", "Raison"],
        (await Ordonner().Take(100_000).ToListAsync(Ct)).Select(c => new[]
        {
            c.Id.ToString(), Francais.Instant(c.DeposeUtc), c.AdresseMontree(), c.Genre.Famille(), c.Etat.Libelle(), c.Essais.ToString(),
            c.Etat == EtatCourriel.EnAttente ? Francais.Instant(c.ProchainEssaiUtc) : "", c.EnvoyeUtc is { } envoye ? Francais.Instant(envoye) : "", c.DerniereErreur,
        })), Csv.Type, "courriels.csv");

    IQueryable<Courriel> Ordonner() => FileDesCourriels.Filtrer(Db, Etat, Genre, Recherche).OrderByDescending(c => c.DeposeUtc).ThenByDescending(c => c.Id);
}
