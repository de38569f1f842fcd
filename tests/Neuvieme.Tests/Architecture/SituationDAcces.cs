using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Travaux;

namespace Neuvieme.Tests.Architecture;

/// <summary>
/// La démonstration, complétée d'un visiteur par qualité et d'un collège d'une autre académie qui a de tout : agent, mission,
/// attributions, avis, lettre, scénario, comptes et délégation. Son nom ne doit paraître nulle part ailleurs que chez lui.
/// </summary>
static class SituationDAcces
{
    public const string Etranger = "0350710G";
    public const string Marque = "ZZMARQUE";
    const string LigneTapee = """{"Reference":"1","Nom":"ESSAI","Prenom":"","Identifiant":"","Fonction":"","Mission":"","Taux":"003","Duree":"AnneeEntiere"}""";
    public static readonly DateOnly Jour = new(2026, 9, 8);
    static readonly Auteur Personne = new(null, "situation", "essai", new DateTime(2026, 9, 8, 7, 0, 0, DateTimeKind.Utc), Jour);

    /// <summary>Qui tient chaque colonne du tableau, et sous quelle qualité.</summary>
    public static readonly IReadOnlyDictionary<string, (string Courriel, Role Role)> Visiteurs = new Dictionary<string, (string, Role)>
    {
        ["Agent"] = ("anne.kervella@demo.neuvieme.fr", Role.Agent), ["Chef"] = ("principal@demo.neuvieme.fr", Role.ChefEtablissement),
        ["Adjoint délégué"] = ("adjointe@demo.neuvieme.fr", Role.Adjoint), ["Adjoint"] = ("adjoint.sans@essai.fr", Role.Adjoint),
        ["Secrétariat"] = ("secretariat@demo.neuvieme.fr", Role.Secretariat), ["Gestionnaire"] = ("gestion@demo.neuvieme.fr", Role.GestionnaireRectorat),
        ["Recteur"] = ("recteur@demo.neuvieme.fr", Role.Recteur), ["Recteur délégué"] = ("delegue@essai.fr", Role.GestionnaireRectorat),
        ["IEN"] = ("ien@essai.fr", Role.Ien), ["Directeur d’école"] = ("directeur@essai.fr", Role.DirecteurEcole), ["Membre"] = ("membre@essai.fr", Role.MembreInstance),
        ["Auditeur"] = ("auditeur@demo.neuvieme.fr", Role.Auditeur), ["Administrateur"] = ("admin@demo.neuvieme.fr", Role.Administrateur),
    };

    public static async Task Poser(NeuviemeDb db)
    {
        db.Academies.Add(new() { Code = "14", Libelle = "Rennes" });
        db.Etablissements.Add(new() { Uai = Etranger, Denomination = $"Collège {Marque}", AcademieCode = "14", NatureCode = "340", Commune = Marque });
        var vivier = Compte(db, "chef@etranger.fr", $"Chef {Marque}", Role.ChefEtablissement, Etranger, null);
        var adjoint = Compte(db, "adjoint@etranger.fr", $"Adjoint {Marque}", Role.Adjoint, Etranger, null);
        var sans = Compte(db, Visiteurs["Adjoint"].Courriel, "Adjoint sans délégation", Role.Adjoint, Demonstration.College, null);
        var delegue = Compte(db, Visiteurs["Recteur délégué"].Courriel, "Déléguée du recteur", Role.GestionnaireRectorat, null, Demonstration.Academie);
        Compte(db, Visiteurs["IEN"].Courriel, "Une IEN", Role.Ien, null, Demonstration.Academie).Habilitations[0].CirconscriptionCode = PremierDegreDAcces.Lieux[0].Circonscription;
        Compte(db, Visiteurs["Directeur d’école"].Courriel, "Un directeur", Role.DirecteurEcole, PremierDegreDAcces.Lieux[0].Ecole, null);
        Compte(db, Visiteurs["Membre"].Courriel, "Une élue au conseil", Role.MembreInstance, Demonstration.College, null);
        Compte(db, "sacrifie@essai.fr", "Compte à désactiver", Role.Agent, Demonstration.College, null);
        await db.SaveChangesAsync();
        var (principal, recteur, gestion) = (await Id(db, "principal@demo.neuvieme.fr"), await Id(db, "recteur@demo.neuvieme.fr"), await db.Users.Include(c => c.Habilitations).FirstAsync(c => c.Email == "gestion@demo.neuvieme.fr"));
        // Les deux délégations à venir n'ouvrent encore rien : elles sont là pour être révoquées.
        Deleguer(adjoint, vivier.Id, Role.ChefEtablissement, Jour);
        Deleguer(sans, principal, Role.ChefEtablissement, Jour.AddDays(30));
        Deleguer(delegue, recteur, Role.Recteur, Jour);
        Deleguer(gestion, recteur, Role.Recteur, Jour.AddDays(30));
        db.Campagnes.Add(new() { AcademieCode = "14", Annee = 2026, Genre = GenreCampagne.Proposer, OuvreLe = Jour, FermeLe = Jour.AddDays(20), Annonce = Marque, ModifieePar = "essai", ModifieeUtc = Personne.InstantUtc, Derogations = [new() { Uai = Etranger, Debut = Jour, Fin = Jour.AddDays(40), Motif = Marque, Auteur = "essai", InstantUtc = Personne.InstantUtc }] });
        await db.SaveChangesAsync();
        await Remplir(db);
        await PremierDegreDAcces.Poser(db, Personne);
        await PartsDAcces.Poser(db, Personne);
        await SeancesDAcces.Poser(db, Personne);
        foreach (var uai in new[] { Demonstration.College, Demonstration.Lycee, Etranger })
        {
            // Une lettre d'essai par attribution validée : ces cases portent sur qui la reçoit, non sur ce qu'elle dit.
            var validees = await db.Attributions.Where(a => a.Uai == uai && a.Etat == EtatAttribution.Validee).Select(a => a.Id).ToListAsync();
            db.Lettres.AddRange(validees.Select(SigneeDUnCote));
            // Un par qualité : qui oublie le sien ne l'enlève pas aux autres.
            db.Scenarios.AddRange(Visiteurs.Keys.Select(c => new Scenario { Uai = uai, Annee = 2026, Nom = c, Contenu = Scenario.Ecrire([]), Auteur = "essai", InstantUtc = Personne.InstantUtc }));
        }

        await db.SaveChangesAsync();
        foreach (var uai in new[] { Demonstration.College, Demonstration.Lycee, Etranger })
        {
            await Poser(db, uai);
        }
    }

    /// <summary>Envoyée et signée par la personne : elle a une preuve, et attend le chef.</summary>
    static Lettre SigneeDUnCote(long id)
    {
        var lettre = new Lettre { AttributionId = id, Numero = 1, Pdf = [1, 2, 3], Sha256 = id.ToString("x64", null), Donnees = "{}", Auteur = "essai", InstantUtc = Personne.InstantUtc };
        lettre.Envoyer(Partie.Agent, Jour.AddDays(30), Personne).ShouldBeNull();
        lettre.Signer(new() { Partie = Partie.Agent, Nom = "essai", Qualite = "Agent", InstantUtc = Personne.InstantUtc, Sha256 = lettre.Sha256, Consentement = "essai" }).ShouldBeNull();
        return lettre;
    }

    /// <summary>Dans chaque établissement, un de chaque objet que le tableau désigne.</summary>
    static async Task Poser(NeuviemeDb db, string uai)
    {
        var mission = await db.Missions.Where(m => m.Uai == uai).OrderBy(m => m.Id).FirstAsync();
        var validee = await db.Attributions.Where(a => a.Uai == uai && a.Etat == EtatAttribution.Validee).OrderBy(a => a.Id).Select(a => new { a.Id, a.AgentId }).FirstAsync();
        var dossiers = new[] { Jour, Jour.AddDays(1) }.Select(le => new DossierInstance { Uai = uai, Annee = 2026, Instance = Instance.ConseilPedagogique, SeanceLe = le, Contenu = "{}", Noms = "[]", Auteur = "essai", InstantUtc = Personne.InstantUtc }).ToArray();
        db.DossiersInstance.AddRange(dossiers);
        db.Travaux.Add(new() { Portee = uai, Donnees = "{}", Auteur = "essai", Qualite = "essai", Etat = EtatTravail.Fini, Message = uai == Etranger ? Marque : "essai", DemandeUtc = Personne.InstantUtc, FiniUtc = Personne.InstantUtc });
        db.DossiersInstance.Add(new() { Uai = uai, Annee = 2026, Instance = Instance.ConseilAdministration, SeanceLe = Jour.AddDays(2), Contenu = "{}", Auteur = "essai", InstantUtc = Personne.InstantUtc });
        db.Missions.AddRange((await db.Attributions.Where(a => a.Uai == uai && a.AgentId != null).Select(a => a.AgentId!.Value).Distinct().ToListAsync()).Select(agent => ServiceFait(uai, agent)));
        db.DemandesComplement.Add(new() { Uai = uai, Annee = 2026, Quarts = 4, Motif = uai == Etranger ? Marque : "essai", Auteur = "essai", InstantUtc = Personne.InstantUtc, CleSaisie = Guid.NewGuid() });
        db.Conversions.Add(new() { Uai = uai, Annee = 2026, MissionId = mission.Id, Intitule = mission.Intitule, AgentId = validee.AgentId!.Value, HeuresCentiemes = 100, Auteur = "essai", InstantUtc = Personne.InstantUtc, CleSaisie = Guid.NewGuid() });
        db.SaisiesSts.Add(new() { AttributionId = validee.Id, Uai = uai, Annee = 2026, Ligne = LigneTapee, Auteur = "essai", InstantUtc = Personne.InstantUtc });
        // Celui qu'attend la personne, et celui qu'elle a accepté.
        var avenants = new[] { 1, 2 }.Select(n => new Avenant { AttributionId = validee.Id, Numero = n, CentimesAvant = 62_500, Centimes = 125_000, EffetLe = new(2027, 1, 4), Motif = "essai", Auteur = "essai", InstantUtc = Personne.InstantUtc }).ToArray();
        avenants[1].Accorder(Personne).ShouldBeNull();
        db.Avenants.AddRange(avenants);
        var remplacantes = uai == Demonstration.College ? await db.Agents.Where(a => a.Uai == uai).OrderByDescending(a => a.IdSts == "31762").ThenBy(a => a.Id).Select(a => a.Id).Take(2).ToListAsync() : [validee.AgentId!.Value];
        // Visés, puis proposés.
        foreach (var visa in new[] { EtatDuVisa.Vise, EtatDuVisa.AViser })
        {
            db.Interruptions.AddRange(remplacantes.Select((r, i) => new Interruption { AttributionId = validee.Id, Genre = GenreDInterruption.Remplacement, Visa = visa, Accord = visa == EtatDuVisa.Vise ? AccordDuRemplacant.Ecrit : AccordDuRemplacant.Demande, Du = new(2027, (visa == EtatDuVisa.Vise ? 2 : 4) + i, 1), Au = new(2027, (visa == EtatDuVisa.Vise ? 2 : 4) + i, 15), RemplacantId = r, AccordLe = visa == EtatDuVisa.Vise ? Jour : null, Auteur = "essai", InstantUtc = Personne.InstantUtc }));
        }

        db.Candidatures.Add(new() { MissionId = mission.Id, AgentId = validee.AgentId!.Value, Mot = "essai", InstantUtc = Personne.InstantUtc });
        await Neuvieme.Fonctions.Courriels.Courriel.Deposer(db, await db.Users.OrderBy(u => u.Id).Select(u => u.Id).FirstAsync(), Neuvieme.Fonctions.Courriels.GenreCourriel.Compte, Marque, Marque, "acces:" + uai, Personne.InstantUtc, default);
        await db.SaveChangesAsync();
        db.Informations.Add(new() { Uai = uai, Annee = 2026, InformesLe = Jour, Moyen = MoyenInformation.Reunion, PlanPresente = "[]", DossierId = dossiers[0].Id, Auteur = "essai", InstantUtc = Personne.InstantUtc });
        await db.SaveChangesAsync();
    }

    /// <summary>Une mission ponctuelle finie, dont le service fait est constaté.</summary>
    static Mission ServiceFait(string uai, long agent)
    {
        var attribution = new Attribution { Uai = uai, Annee = 2026, AgentId = agent, Centimes = 31_250 };
        foreach (var action in (ActionAttribution[])[ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer, ActionAttribution.Valider])
        {
            attribution.Passer(action, Personne).ShouldBeNull();
        }

        attribution.ServiceFaitLe = Jour;
        return new() { Uai = uai, Annee = 2026, Code = "IMP-VOY", Intitule = uai == Etranger ? Marque : "essai", Duree = Neuvieme.Droit.ImpSecondDegre.Duree.Ponctuelle, Fin = Jour, Attributions = [attribution] };
    }

    static async Task Remplir(NeuviemeDb db)
    {
        var agent = new Agent { Uai = Etranger, TypeSts = "epp", IdSts = "1", NomUsage = Marque, Prenom = "Zoé", Fonction = Fonction.Enseignant };
        agent.Affectations.Add(new() { Uai = Etranger, Annee = 2026 });
        var mission = new Mission { Uai = Etranger, Annee = 2026, Code = "IMP-TUT", Intitule = $"Tutorat {Marque}" };
        for (var i = 0; i < 2; i++)
        {
            var attribution = new Attribution { Uai = Etranger, Annee = 2026, Agent = agent, Centimes = 62_500 };
            foreach (var action in (ActionAttribution[])[ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer])
            {
                attribution.Passer(action, Personne).ShouldBeNull();
            }

            if (i == 1)
            {
                attribution.Passer(ActionAttribution.Valider, Personne).ShouldBeNull();
            }

            mission.Attributions.Add(attribution);
        }

        db.Missions.Add(mission);
        db.Avis.Add(new() { Uai = Etranger, Annee = 2026, Instance = Instance.ConseilPedagogique, RenduLe = Jour.AddDays(-1), PlanPresente = "[]", Auteur = "essai", InstantUtc = Personne.InstantUtc });
        await db.SaveChangesAsync();
    }

    static Compte Compte(NeuviemeDb db, string courriel, string nom, Role role, string? uai, string? academie)
    {
        var compte = new Compte
        {
            UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(), NomAffiche = nom, SecurityStamp = Guid.NewGuid().ToString("N"),
            Habilitations = [new() { Role = role, Uai = uai, AcademieCode = academie, Debut = Jour.AddYears(-1) }],
        };
        db.Users.Add(compte);
        return compte;
    }

    static void Deleguer(Compte a, long delegant, Role role, DateOnly debut)
    {
        var appui = a.Habilitations[0];
        a.Habilitations.Add(new()
        {
            Role = role, Uai = appui.Uai, AcademieCode = appui.AcademieCode, Debut = debut, Fin = debut.AddDays(20),
            Delegation = new() { Forme = FormeDeDelegation.ParDelegation, DelegantId = delegant, DelegantNom = "essai", AppuiId = appui.Id, DonneePar = "essai", DonneeLe = Personne.InstantUtc },
        });
    }

    static Task<long> Id(NeuviemeDb db, string courriel) => db.Users.Where(c => c.Email == courriel).Select(c => c.Id).SingleAsync();
}
