using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle.BaseDeDonnees;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Parametres;

public enum CleParametre { PremierMois, JourLimitePaie, InclureHsaEps, DelaiInstruction, PartRecontrolee, AreParDemiHeures, DelaiReponse, ChefSigneDAbord, DelaiSignature, PremierRappelSignature, RappelSignature, PrioritePacte, LettreFacultative, ConservationSignees, ConservationAutres, AvertirConservation, TribunalAdministratif, DelaiObservations }

/// <summary>Un choix local de l'académie, daté et journalisé, là où les textes laissent la main. Le dernier en date vaut.</summary>
public sealed class Parametre
{
    public long Id { get; set; }
    public required string AcademieCode { get; set; }
    public CleParametre Cle { get; set; }
    public int Valeur { get; set; }
    public DateOnly Depuis { get; set; }
    public required string Motif { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }

    static readonly RequetePrete<string, DateOnly, Parametre> Choix = new((db, academie, jour) =>
        db.Parametres.AsNoTracking().Where(p => p.AcademieCode == academie && p.Depuis <= jour).OrderBy(p => p.Depuis).ThenBy(p => p.Id));

    /// <summary>Les paramètres de l'académie tels qu'ils valent ce jour-là ; à défaut, la lecture par défaut du droit.</summary>
    public static async Task<ParametresDuDroit> DuJour(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) =>
        (await Choix.Lire(db, academie, jour, ct)).Aggregate(ParametresDuDroit.Defaut, (p, ligne) => ligne.Cle switch
        {
            CleParametre.PremierMois => p with { PremierMois = ligne.Valeur },
            CleParametre.JourLimitePaie => p with { JourLimitePaie = ligne.Valeur },
            CleParametre.InclureHsaEps => p with { InclureHsaEps = ligne.Valeur != 0 },
            CleParametre.AreParDemiHeures => p with { AreParDemiHeures = ligne.Valeur != 0 },
            CleParametre.PrioritePacte => p with { PrioritePacte = (PrioritePacte)ligne.Valeur },
            // Ce qui règle le travail du rectorat ne change rien au droit.
            _ => p,
        });

    /// <summary>Jours que le rectorat se donne pour décider d'une proposition.</summary>
    public static Task<int> DelaiInstruction(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) => DuTravail(db, academie, CleParametre.DelaiInstruction, jour, ct);

    /// <summary>Sur cent dossiers validés sans remarque, combien sont relus ensuite.</summary>
    public static Task<int> PartRecontrolee(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) => DuTravail(db, academie, CleParametre.PartRecontrolee, jour, ct);

    /// <summary>Jours laissés à une personne pour répondre à une demande d'accord.</summary>
    public static Task<int> DelaiReponse(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) => DuTravail(db, academie, CleParametre.DelaiReponse, jour, ct);

    /// <summary>Le rang du tribunal compétent dans <see cref="VoiesDeRecours.Tribunaux"/>.</summary>
    public static Task<int> Tribunal(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) => DuTravail(db, academie, CleParametre.TribunalAdministratif, jour, ct);

    /// <summary>Jours laissés à une personne pour présenter ses observations avant une décision qui tient à elle.</summary>
    public static Task<int> DelaiObservations(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) => DuTravail(db, academie, CleParametre.DelaiObservations, jour, ct);

    /// <summary>Les choix de l'académie qui valent ce jour-là, sans les défauts : une seule lecture pour plusieurs clés.</summary>
    public static async Task<IReadOnlyDictionary<CleParametre, int>> ValeursDuJour(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) =>
        (await Choix.Lire(db, academie, jour, ct)).GroupBy(p => p.Cle).ToDictionary(g => g.Key, g => g.Last().Valeur);

    static async Task<int> DuTravail(NeuviemeDb db, string academie, CleParametre cle, DateOnly jour, CancellationToken ct) =>
        (await Choix.Lire(db, academie, jour, ct)).LastOrDefault(p => p.Cle == cle)?.Valeur ?? FicheParametre.De(cle)!.Defaut;
}

sealed class ParametreTable : IEntityTypeConfiguration<Parametre>
{
    public void Configure(EntityTypeBuilder<Parametre> t)
    {
        t.HasIndex(p => new { p.AcademieCode, p.Cle, p.Depuis });
        t.HasOne<Academie>().WithMany().HasForeignKey(p => p.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.Property(p => p.Motif).HasMaxLength(500);
        t.Property(p => p.Auteur).HasMaxLength(450);
    }
}
