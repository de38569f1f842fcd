using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Candidatures;
using Neuvieme.Fonctions.Clotures;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle.Travaux;

namespace Neuvieme.Socle.BaseDeDonnees;

public sealed class NeuviemeDb(DbContextOptions<NeuviemeDb> options) : IdentityUserContext<Compte, long>(options)
{
    public DbSet<Academie> Academies => Set<Academie>();
    public DbSet<Etablissement> Etablissements => Set<Etablissement>();
    public DbSet<Circonscription> Circonscriptions => Set<Circonscription>();
    public DbSet<Departement> Departements => Set<Departement>();
    public DbSet<NatureUai> NaturesUai => Set<NatureUai>();
    public DbSet<ImportAnnuaire> ImportsAnnuaire => Set<ImportAnnuaire>();
    public DbSet<AnnuaireDepose> AnnuairesDeposes => Set<AnnuaireDepose>();
    public DbSet<Habilitation> Habilitations => Set<Habilitation>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<Agent> Agents => Set<Agent>();
    public DbSet<Affectation> Affectations => Set<Affectation>();
    public DbSet<ReponseRattachement> ReponsesRattachement => Set<ReponseRattachement>();
    public DbSet<ImportSts> Imports => Set<ImportSts>();
    public DbSet<ImportEnAttente> ImportsEnAttente => Set<ImportEnAttente>();
    public DbSet<LigneEnveloppe> LignesEnveloppe => Set<LigneEnveloppe>();
    public DbSet<DemandeComplement> DemandesComplement => Set<DemandeComplement>();
    public DbSet<Conversion> Conversions => Set<Conversion>();
    public DbSet<SaisieSts> SaisiesSts => Set<SaisieSts>();
    public DbSet<Mission> Missions => Set<Mission>();
    public DbSet<Scenario> Scenarios => Set<Scenario>();
    public DbSet<Attribution> Attributions => Set<Attribution>();
    public DbSet<Avenant> Avenants => Set<Avenant>();
    public DbSet<Instruction> Instructions => Set<Instruction>();
    public DbSet<NoteInstruction> NotesInstruction => Set<NoteInstruction>();
    public DbSet<AppelCandidatures> AppelsCandidatures => Set<AppelCandidatures>();
    public DbSet<Candidature> Candidatures => Set<Candidature>();
    public DbSet<Avis> Avis => Set<Avis>();
    public DbSet<DossierInstance> DossiersInstance => Set<DossierInstance>();
    public DbSet<Information> Informations => Set<Information>();
    public DbSet<Lettre> Lettres => Set<Lettre>();
    public DbSet<SignatureDeLettre> SignaturesDeLettre => Set<SignatureDeLettre>();
    public DbSet<PieceDeLettre> PiecesDeLettre => Set<PieceDeLettre>();
    public DbSet<EvenementDeLettre> EvenementsDeLettre => Set<EvenementDeLettre>();
    public DbSet<SouhaitDeLettre> SouhaitsDeLettre => Set<SouhaitDeLettre>();
    public DbSet<Beneficiaire> Beneficiaires => Set<Beneficiaire>();
    public DbSet<VersionEcheancier> VersionsEcheancier => Set<VersionEcheancier>();
    public DbSet<VersionDeModele> VersionsDeModele => Set<VersionDeModele>();
    public DbSet<EcheanceStockee> Echeances => Set<EcheanceStockee>();
    public DbSet<Cloture> Clotures => Set<Cloture>();
    public DbSet<Mouvement> Mouvements => Set<Mouvement>();
    public DbSet<Interruption> Interruptions => Set<Interruption>();
    public DbSet<MissionDirecte> MissionsDirectes => Set<MissionDirecte>();
    public DbSet<Seance> Seances => Set<Seance>();
    public DbSet<LigneDirecte> LignesDirectes => Set<LigneDirecte>();
    public DbSet<EcheanceDirecte> EcheancesDirectes => Set<EcheanceDirecte>();
    public DbSet<Parametre> Parametres => Set<Parametre>();
    public DbSet<EntreeJournal> Journal => Set<EntreeJournal>();
    public DbSet<Campagne> Campagnes => Set<Campagne>();
    public DbSet<DerogationCampagne> DerogationsCampagne => Set<DerogationCampagne>();
    public DbSet<EnvoiCampagne> EnvoisCampagne => Set<EnvoiCampagne>();
    public DbSet<Amendement> Amendements => Set<Amendement>();
    public DbSet<Courriel> Courriels => Set<Courriel>();
    public DbSet<PreferenceCourriel> PreferencesCourriel => Set<PreferenceCourriel>();
    public DbSet<PassageCourriel> PassagesCourriel => Set<PassageCourriel>();
    public DbSet<CleDeProtection> ClesDeProtection => Set<CleDeProtection>();
    public DbSet<Travail> Travaux => Set<Travail>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NeuviemeDb).Assembly);
        builder.Entity<Compte>().ToTable("Comptes");
        builder.Entity<IdentityUserClaim<long>>().ToTable("ComptesRevendications");
        builder.Entity<IdentityUserLogin<long>>().ToTable("ComptesIdentitesExternes");
        builder.Entity<IdentityUserToken<long>>().ToTable("ComptesJetons");
        // Ce qu'Identity configure lui-même à partir de sa version 3, dont les longueurs ne sont pas les nôtres.
        builder.Entity<IdentityUserPasskey<long>>(t =>
        {
            t.ToTable("ComptesClesDAcces");
            t.HasKey(c => c.CredentialId);
            t.HasOne<Compte>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
            t.OwnsOne(c => c.Data).ToJson();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantUtc>();
    }

    /// <summary>SQLite rend les instants sans fuseau : on remet UTC, la seule forme stockée.</summary>
    sealed class InstantUtc() : ValueConverter<DateTime, DateTime>(
        v => v.ToUniversalTime(), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
