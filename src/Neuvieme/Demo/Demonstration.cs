using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Campagnes.Modifier;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Comptes.Deleguer;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Demo;

public sealed record CompteDeDemo(string Courriel, string Nom, string Qualite, Role Role, string? Uai, string? AcademieCode, string? CirconscriptionCode = null);

/// <summary>La démonstration nommée : une académie fictive, le collège des Neuf Peupliers, le lycée de la Neuvaine et les deux écoles d'une circonscription.</summary>
public static class Demonstration
{
    public const string MotDePasse = "neuf-peupliers-2026";
    public const string Academie = "99";
    public const string College = "0990001N";
    public const string Lycee = "0990002P";

    public static readonly IReadOnlyList<CompteDeDemo> Comptes =
    [
        new("principal@demo.neuvieme.fr", "Hugo Roussel", "Principal du collège des Neuf Peupliers", Role.ChefEtablissement, College, null),
        new("proviseure@demo.neuvieme.fr", "Inès Carpentier", "Proviseure du lycée de la Neuvaine", Role.ChefEtablissement, Lycee, null),
        new("adjointe@demo.neuvieme.fr", "Claire Vidal", "Principale adjointe du collège, par délégation", Role.Adjoint, College, null),
        new("secretariat@demo.neuvieme.fr", "Nora Meunier", "Secrétariat du collège, prépare sans décider", Role.Secretariat, College, null),
        new("gestion@demo.neuvieme.fr", "Paul Ferrand", "Gestionnaire du rectorat", Role.GestionnaireRectorat, null, Academie),
        new("recteur@demo.neuvieme.fr", "Maud Delaunay", "Déléguée du recteur, valide les attributions", Role.Recteur, null, Academie),
        new("samia.benali@demo.neuvieme.fr", "Samia Benali", "CPE au collège, dont l’accord est attendu", Role.Agent, College, null),
        new("anne.kervella@demo.neuvieme.fr", "Anne Sophie Kervella", "Professeure d’EPS au collège, mission validée", Role.Agent, College, null),
        new("ien@demo.neuvieme.fr", "Solène Garrec", "Inspectrice de la circonscription de Ville-Test", Role.Ien, null, Academie, PremierDegreDeDemo.Circonscription),
        new("directrice@demo.neuvieme.fr", "Élise Cadiou", "Directrice de l’école des Tilleuls", Role.DirecteurEcole, PremierDegreDeDemo.Tilleuls, null),
        new("leila.morvan@demo.neuvieme.fr", "Leïla Morvan", "Professeure des écoles, dont l’accord est attendu", Role.Agent, PremierDegreDeDemo.Tilleuls, null),
        new("auditeur@demo.neuvieme.fr", "Claude Aubry", "Auditeur, lit le journal de l’académie", Role.Auditeur, null, Academie),
        new("admin@demo.neuvieme.fr", "Dominique Ortega", "Administrateur de l’instance", Role.Administrateur, null, null),
    ];

    /// <summary>Remplit une base vide ; ne touche pas à une base qui a déjà des comptes. Rend un refus si elle en a sans être la démonstration.</summary>
    /// <param name="moteur">Compose les lettres de deux missions, pour les montrer signées ; sans lui, elles restent à établir.</param>
    public static async Task<string?> Charger(NeuviemeDb db, TimeProvider temps, MoteurTypst? moteur = null, ReglagesCourrier? site = null, CancellationToken ct = default)
    {
        if (await db.Users.AnyAsync(ct))
        {
            var dernier = Comptes[^1].Courriel;
            return await db.Academies.AnyAsync(a => a.Code == Academie, ct)
                ? await db.Users.AnyAsync(u => u.Email == dernier, ct)
                    ? null : "La préparation de la démonstration a été interrompue : supprimez le fichier de la base et recommencez."
                : "Cette base contient déjà de vrais comptes : la démonstration ne s’y ajoute pas. Donnez un autre fichier avec --base.";
        }

        var horloge = new Horloge(temps);
        Reference(db);
        CreerComptes(db, horloge, Comptes.Take(Comptes.Count - 1));
        await db.SaveChangesAsync(ct);
        await Raconter(db, horloge, moteur, site, ct);
        // Le dernier compte marque la fin : une préparation interrompue se reconnaît à son absence.
        CreerComptes(db, horloge, [Comptes[^1]]);
        await db.SaveChangesAsync(ct);
        return null;
    }

    static async Task Raconter(NeuviemeDb db, Horloge horloge, MoteurTypst? moteur, ReglagesCourrier? site, CancellationToken ct)
    {
        var annee = Contexte.AnneeParDefaut(horloge.Aujourdhui);
        await CreerPersonnels(db, annee, ct);
        var comptes = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Email!, ct);
        var etablissements = await db.Etablissements.AsNoTracking().ToDictionaryAsync(e => e.Uai, ct);
        var (gestion, recteur) = (comptes["gestion@demo.neuvieme.fr"], comptes["recteur@demo.neuvieme.fr"]);
        await Deleguer(db, horloge, comptes["principal@demo.neuvieme.fr"], ct);
        // Enveloppe de 8 IMP, comme le cas d'école V4 : discipline, EPS au-delà de quatre ETP, numérique, culture, décrochage.
        await new RecitDeDemo(db, etablissements[College], annee, horloge.Aujourdhui, ct).Jouer(comptes["principal@demo.neuvieme.fr"], gestion, recteur, 32,
        [
            new("IMP-APSA", "31762", 250_000, RecitDeDemo.Jusqua.Validee, Intitule: "Coordination d’EPS"),
            new("IMP-DISC", "48211", 125_000, RecitDeDemo.Jusqua.Validee, Intitule: "Coordination de mathématiques"),
            new("IMP-NUM", "48240", 250_000, RecitDeDemo.Jusqua.Proposee, Intitule: "Référente numérique", Heures: 72),
            new("IMP-CULT", "20111", 62_500, RecitDeDemo.Jusqua.AccordDonne, Intitule: "Référente culture", Heures: 18),
            new("IMP-DECR", "20048", 125_000, RecitDeDemo.Jusqua.AccordDemande, Intitule: "Référente décrochage scolaire"),
            new("IMP-VOY", "20131", 31_250, RecitDeDemo.Jusqua.Prevue, Intitule: "Voyage à Séville", Duree: Duree.Ponctuelle, Debut: new(annee.Debut + 1, 3, 15), Fin: new(annee.Debut + 1, 3, 19), Heures: 12, Contenu: "Préparer le voyage avec les familles\nEncadrer les élèves sur place"),
            new("IMP-TUT", "20120", 62_500, RecitDeDemo.Jusqua.Prevue, Intitule: "Tutorat des élèves de 3e", Heures: 18),
        ]);
        await new RecitDeDemo(db, etablissements[Lycee], annee, horloge.Aujourdhui, ct).Jouer(comptes["proviseure@demo.neuvieme.fr"], gestion, recteur, 40,
        [
            new("IMP-NUM", "60001", 375_000, RecitDeDemo.Jusqua.Validee, Intitule: "Référent numérique", Heures: 108),
            new("IMP-TUT", "60004", 62_500, RecitDeDemo.Jusqua.Validee, Intitule: "Tutorat en seconde", Heures: 18),
            new("IMP-TUT", "60006", 31_250, RecitDeDemo.Jusqua.Proposee, Intitule: "Tutorat en terminale", Heures: 9),
            new("IMP-DISC", "60003", 250_000, RecitDeDemo.Jusqua.Renvoyee, "Laboratoire de SVT commun à neuf divisions, deux salles de travaux pratiques.", Intitule: "Coordination de SVT et laboratoire", Heures: 72),
            new("IMP-EDD", "60007", 62_500, RecitDeDemo.Jusqua.Declinee, Intitule: "Référente développement durable", Heures: 18),
            new("IMP-DISC", "60002", 125_000, RecitDeDemo.Jusqua.AccordDemande, Intitule: "Coordination de mathématiques"),
        ]);
        await OuvrirLesCampagnes(db, horloge, annee, gestion, ct);
        await new PremierDegreDeDemo(db, annee, horloge.Aujourdhui, ct).Jouer();
        var lettres = moteur is not null && site is not null ? new LettresDeDemo(db, moteur, site, annee, ct) : null;
        await new PartsDeDemo(db, annee, horloge.Aujourdhui, ct).Jouer(lettres);
        await new AcademiquesDeDemo(db, annee, horloge.Aujourdhui, ct).Jouer(lettres);
    }

    /// <summary>Ouvertes depuis quelques jours, et assez longues pour ne rien fermer pendant la démonstration : la première n'est qu'un repère.</summary>
    static async Task OuvrirLesCampagnes(NeuviemeDb db, Horloge horloge, AnneeScolaire annee, Compte gestion, CancellationToken ct)
    {
        var jour = horloge.Aujourdhui.AddDays(-8);
        var auteur = new Auteur(gestion.Id, gestion.NomAffiche, Habilitation.Libelle(Role.GestionnaireRectorat), jour.ToDateTime(new TimeOnly(8, 15), DateTimeKind.Utc), jour);
        foreach (var (genre, jours, annonce) in new[] { (GenreCampagne.Proposer, 98, "Proposez au fil de l’eau : les premières propositions sont instruites les premières."), (GenreCampagne.EtablirLettres, 20, "") })
        {
            RecitDeDemo.Exiger(await new ModifierCampagne(null, genre, jour, jour.AddDays(jours), DatesDeCampagne.RappelsParDefaut, annonce, "", 0).Executer(db, Academie, annee, auteur, ct));
        }
    }

    /// <summary>Le principal délègue à son adjointe, de la veille de la démonstration et pour onze mois.</summary>
    static async Task Deleguer(NeuviemeDb db, Horloge horloge, Compte principal, CancellationToken ct)
    {
        var hier = horloge.Aujourdhui.AddDays(-1);
        var auteur = new Auteur(principal.Id, principal.NomAffiche, Habilitation.Libelle(Role.ChefEtablissement), hier.ToDateTime(new TimeOnly(8, 15), DateTimeKind.Utc), hier);
        RecitDeDemo.Exiger(await new DeleguerQualite(Role.ChefEtablissement, College, null, "adjointe@demo.neuvieme.fr", FormeDeDelegation.ParDelegation, hier, hier.AddMonths(11)).Executer(db, auteur, ct));
    }

    static async Task CreerPersonnels(NeuviemeDb db, AnneeScolaire annee, CancellationToken ct)
    {
        var comptes = await db.Users.ToDictionaryAsync(u => u.Email!, ct);
        var empreinte = comptes.Values.First().PasswordHash;
        (string Uai, IReadOnlyList<PersonneDeDemo> Personnes)[] lieux =
            [(College, PersonnelsDeDemo.College), (Lycee, PersonnelsDeDemo.Lycee), .. PremierDegreDeDemo.Professeurs.GroupBy(p => p.Uai).Select(g => (g.Key, (IReadOnlyList<PersonneDeDemo>)[.. g.Select(p => p.Personne)]))];
        foreach (var (uai, personnes) in lieux)
        {
            foreach (var personne in personnes)
            {
                var agent = personne.EnAgent(uai, annee.Debut);
                if (personne.Fonction != Fonction.Direction)
                {
                    if (!comptes.TryGetValue(personne.Courriel, out var compte))
                    {
                        comptes[personne.Courriel] = compte = NouveauCompte(personne.Courriel, $"{personne.Prenom} {personne.Nom[..1]}{personne.Nom[1..].ToLowerInvariant()}");
                        compte.PasswordHash = empreinte;
                        compte.Habilitations.Add(new() { Role = Role.Agent, Uai = uai, Debut = new DateOnly(annee.Debut, 1, 1) });
                        db.Users.Add(compte);
                        await db.SaveChangesAsync(ct);
                    }

                    agent.CompteId = compte.Id;
                }

                db.Agents.Add(agent);
            }
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
    static void Reference(NeuviemeDb db)
    {
        db.Academies.Add(new() { Code = Academie, Libelle = "fictive" });
        db.Etablissements.AddRange(
            new Etablissement
            {
                Uai = College, Denomination = "Collège des Neuf Peupliers", AcademieCode = Academie, NatureCode = "340", Secteur = Secteur.Public,
                EducationPrioritaire = EducationPrioritaire.Rep, Adresse = "9 rue des Écoles", CodePostal = "99000", Commune = "Ville-Test", Telephone = "01 99 00 00 00",
            },
            new Etablissement
            {
                Uai = Lycee, Denomination = "Lycée de la Neuvaine", AcademieCode = Academie, NatureCode = "306", Secteur = Secteur.Public,
                EducationPrioritaire = EducationPrioritaire.Aucune, Adresse = "2 place du Marché", CodePostal = "99000", Commune = "Ville-Test", Telephone = "01 99 00 00 09",
            });
        db.Circonscriptions.Add(new() { Code = PremierDegreDeDemo.Circonscription, Nom = "Circonscription de Ville-Test", AcademieCode = Academie, Departement = "099" });
        foreach (var (uai, nom) in new[] { (PremierDegreDeDemo.Tilleuls, "École des Tilleuls"), (PremierDegreDeDemo.VieuxMoulin, "École du Vieux Moulin") })
        {
            db.Etablissements.Add(new() { Uai = uai, Denomination = nom, AcademieCode = Academie, CirconscriptionCode = PremierDegreDeDemo.Circonscription, NatureCode = "151", EducationPrioritaire = EducationPrioritaire.Aucune, CodePostal = "99000", Commune = "Ville-Test" });
        }
    }

    static void CreerComptes(NeuviemeDb db, Horloge horloge, IEnumerable<CompteDeDemo> demos)
    {
        var hacheur = new PasswordHasher<Compte>();
        foreach (var demo in demos)
        {
            var compte = NouveauCompte(demo.Courriel, demo.Nom);
            compte.PasswordHash = hacheur.HashPassword(compte, MotDePasse);
            compte.Habilitations.Add(new() { Role = demo.Role, Uai = demo.Uai, AcademieCode = demo.AcademieCode, CirconscriptionCode = demo.CirconscriptionCode, Debut = horloge.Aujourdhui.AddYears(-1) });
            db.Users.Add(compte);
        }
    }

    static Compte NouveauCompte(string courriel, string nom) => new()
    {
        UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(),
        EmailConfirmed = true, NomAffiche = nom, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
