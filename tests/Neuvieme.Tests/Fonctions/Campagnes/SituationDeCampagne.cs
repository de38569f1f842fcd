using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Campagnes;

/// <summary>La démonstration avec une seule campagne, celle que le test raconte.</summary>
static class SituationDeCampagne
{
    public const string Principal = "principal@demo.neuvieme.fr", Proviseure = "proviseure@demo.neuvieme.fr", Gestion = "gestion@demo.neuvieme.fr", Recteur = "recteur@demo.neuvieme.fr";

    public static Func<NeuviemeDb, Task> Seule(GenreCampagne genre, string ouvre, string ferme, string rappels = "7,1") => async db =>
    {
        await db.Campagnes.ExecuteDeleteAsync();
        db.Campagnes.Add(new() { AcademieCode = Demonstration.Academie, Annee = 2026, Genre = genre, OuvreLe = DateOnly.Parse(ouvre), FermeLe = DateOnly.Parse(ferme), Rappels = rappels, ModifieePar = "Paul Ferrand", ModifieeUtc = TempsDeTest.Rentree.UtcDateTime, Version = 1 });
        await db.SaveChangesAsync();
    };

    public static Task<ServeurDeTest> Servir(Base sur, GenreCampagne genre, string ouvre, string ferme) => ServeurDeTest.Demo(sur, Seule(genre, ouvre, ferme));

    public static Task<long> LaCampagne(this ServeurDeTest serveur) => serveur.Lire(db => db.Campagnes.Select(c => c.Id).SingleAsync());

    /// <summary>La mission du collège portant ce code, avec une seule part.</summary>
    public static Task<long> Part(this ServeurDeTest serveur, string code) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Mission!.Code == code).Select(a => a.Id).SingleAsync());

    public static Task<EtatAttribution> Etat(this ServeurDeTest serveur, long id) => serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync());

    public static Task<int> Journal(this ServeurDeTest serveur) => serveur.Lire(db => db.Journal.CountAsync());
}
