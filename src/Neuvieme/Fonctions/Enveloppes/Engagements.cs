using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes;

/// <summary>Ce que le rectorat a notifié à un établissement et ce que missions et décharges en tiennent déjà, en quarts d'IMP.</summary>
public sealed record Engagements(int Notifie, IReadOnlyList<Engagements.Poste> Postes)
{
    /// <summary>« 2 missions validées, 3 IMP ».</summary>
    public sealed record Poste(string Nom, int Quarts);

    public int Engage => Postes.Sum(p => p.Quarts);
    public int Libre => Notifie - Engage;

    /// <summary>« 2 missions validées, 3 IMP ; 1 décharge demandée, 1 IMP ».</summary>
    public string ParQuoi => string.Join(" ; ", Postes.Select(p => $"{p.Nom}, {new Quotite(p.Quarts)} IMP"));

    /// <summary>À lire sous le verrou de l'établissement quand une écriture en dépend.</summary>
    public static async Task<Engagements> De(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct)
    {
        var notifie = await db.LignesEnveloppe.Notifications().Where(l => l.Uai == uai && l.Annee == annee.Debut).SumAsync(l => l.Quarts, ct);
        var attributions = await db.Attributions.Where(a => a.Uai == uai && a.Annee == annee.Debut && a.Forme == Forme.Imp)
            .GroupBy(a => a.Etat).Select(g => new { Etat = g.Key, Nombre = g.Count(), Centimes = g.Sum(a => a.Centimes) }).ToListAsync(ct);
        var decharges = await db.Conversions.Where(c => c.Uai == uai && c.Annee == annee.Debut && (c.Etat == EtatConversion.Demandee || c.Etat == EtatConversion.Accordee))
            .GroupBy(c => c.Etat).Select(g => new { Etat = g.Key, Nombre = g.Count(), Centiemes = g.Sum(c => c.HeuresCentiemes) }).ToListAsync(ct);
        (EtatAttribution[] Etats, string Un, string Plusieurs)[] groupes =
        [
            ([EtatAttribution.Validee], "mission validée", "missions validées"),
            ([EtatAttribution.Proposee], "mission proposée au rectorat", "missions proposées au rectorat"),
            ([EtatAttribution.AccordDemande, EtatAttribution.AccordDonne, EtatAttribution.ARectifier], "mission dont l’accord est demandé ou donné", "missions dont l’accord est demandé ou donné"),
        ];
        return new(notifie,
        [
            .. from g in groupes
               let lignes = attributions.Where(a => g.Etats.Contains(a.Etat)).ToList()
               where lignes.Count > 0
               select new Poste(Francais.Nombre(lignes.Sum(l => l.Nombre), g.Un, g.Plusieurs), Plan.QuartsDe(lignes.Sum(l => l.Centimes))),
            .. from d in decharges
               orderby d.Etat
               select new Poste(d.Etat == EtatConversion.Demandee ? Francais.Nombre(d.Nombre, "décharge demandée", "décharges demandées") : Francais.Nombre(d.Nombre, "décharge accordée", "décharges accordées"), d.Centiemes / 25),
        ]);
    }
}
