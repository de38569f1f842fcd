using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Travaux;

/// <summary>Un autre nœud l'a repris, ou quelqu'un l'a arrêté : rien de plus ne s'écrit sous cette prise.</summary>
public sealed class PriseRetireeException() : Exception("Ce travail n’est plus à ce processus.");

/// <summary>Ce que tient celui qui fait un travail, tant qu'il en renouvelle le bail.</summary>
public sealed class Prise(Travail travail, Horloge horloge)
{
    readonly List<Manque> _manques = [];

    public Travail Travail { get; } = travail;

    public IReadOnlyList<Manque> Manques => _manques;

    public int Faits { get; private set; } = travail.Faits;

    public Auteur Auteur => Travail.AuteurA(horloge);

    IQueryable<Travail> Mienne(NeuviemeDb db)
    {
        var (id, prises) = (Travail.Id, Travail.Prises);
        return db.Travaux.Where(t => t.Id == id && t.Prises == prises && t.Etat == EtatTravail.EnCours);
    }

    /// <summary>Ce qu'il reste à faire, en plus de ce qui l'est : le total d'abord annoncé a pu changer.</summary>
    public Task Prevoir(NeuviemeDb db, int reste, CancellationToken ct)
    {
        var instant = horloge.MaintenantUtc;
        return Exiger(Mienne(db).ExecuteUpdateAsync(s => s.SetProperty(t => t.Total, t => t.Faits + reste).SetProperty(t => t.PrisUtc, instant), ct));
    }

    /// <summary>À appeler dans la transaction qui écrit un paquet : si la prise est perdue, le paquet ne s'écrit pas.</summary>
    public async Task Avancer(NeuviemeDb db, int nombre, CancellationToken ct)
    {
        var instant = horloge.MaintenantUtc;
        await Exiger(Mienne(db).ExecuteUpdateAsync(s => s.SetProperty(t => t.Faits, t => t.Faits + nombre).SetProperty(t => t.PrisUtc, instant), ct));
        Faits += nombre;
    }

    public void Manquer(string nom, string raison) => _manques.Add(new(nom, raison));

    internal async Task<bool> Renouveler(NeuviemeDb db, CancellationToken ct)
    {
        var instant = horloge.MaintenantUtc;
        return await Mienne(db).ExecuteUpdateAsync(s => s.SetProperty(t => t.PrisUtc, instant), ct) > 0;
    }

    /// <summary>Rendu sans être fini : le premier venu le reprend aussitôt.</summary>
    internal Task Rendre(NeuviemeDb db, CancellationToken ct) => Mienne(db).ExecuteUpdateAsync(s => s.SetProperty(t => t.PrisUtc, (DateTime?)null), ct);

    internal async Task Finir(NeuviemeDb db, EtatTravail etat, string message, CancellationToken ct)
    {
        var instant = horloge.MaintenantUtc;
        var (texte, manques) = (message.Length <= 500 ? message : message[..499] + "…", _manques.Count == 0 ? "" : System.Text.Json.JsonSerializer.Serialize(_manques));
        await Exiger(Mienne(db).ExecuteUpdateAsync(s => s.SetProperty(t => t.Etat, etat).SetProperty(t => t.Message, texte).SetProperty(t => t.Manques, manques).SetProperty(t => t.FiniUtc, instant), ct));
    }

    static async Task Exiger(Task<int> ecriture)
    {
        if (await ecriture == 0)
        {
            throw new PriseRetireeException();
        }
    }
}
