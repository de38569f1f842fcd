using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Ce qui vaut d'une mission, et ce qui vaudrait si le rectorat visait.</summary>
public static class Visas
{
    public static IReadOnlyList<Interruption> QuiValent(IEnumerable<Interruption> toutes) => [.. toutes.Where(i => i.Vaut)];

    /// <summary>Ce que le chef a demandé, supposé visé : une saisie de plus se juge contre cela, pour que deux demandes ne se contredisent pas.</summary>
    public static IReadOnlyList<Interruption> SiToutEstVise(IEnumerable<Interruption> toutes)
    {
        var vivantes = toutes.Where(i => i.AnnuleeUtc is null && i.Visa != EtatDuVisa.Refuse && i.AnnulationDemandeeUtc is null).ToList();
        var remplacees = vivantes.Where(i => i is { Visa: EtatDuVisa.AViser, RemplaceeId: not null }).Select(i => i.RemplaceeId).ToHashSet();
        return [.. vivantes.Where(i => i.Id == 0 || !remplacees.Contains(i.Id))];
    }

    /// <summary>Ce qui vaudrait si cette seule ligne était visée, ou son annulation.</summary>
    public static IReadOnlyList<Interruption> SiEstVisee(IEnumerable<Interruption> toutes, Interruption ligne) => ligne.AnnulationDemandeeUtc is not null && ligne.Visa == EtatDuVisa.Vise
        ? [.. toutes.Where(i => i.Vaut && i.Id != ligne.Id)]
        : [.. toutes.Where(i => i.Vaut && i.Id != ligne.RemplaceeId), ligne];

    /// <summary>Où en est ce qui n'est pas encore décidé ; vide pour ce qui l'est.</summary>
    public static string Attente(this Interruption i) => i.AnnuleeUtc is not null ? ""
        : i.AnnulationDemandeeUtc is not null ? "annulation à viser par le rectorat"
        : i.Visa == EtatDuVisa.Refuse ? "visa refusé par le rectorat"
        : i.Visa != EtatDuVisa.AViser ? ""
        : i.ObserverJusquAu is { } fin ? $"la personne peut s’expliquer jusqu’au {Francais.Date(fin)}, puis visa du rectorat"
        : i.Accord == AccordDuRemplacant.Demande ? $"accord demandé à {i.Remplacant?.NomComplet}, puis visa du rectorat" : "à viser par le rectorat";
}
