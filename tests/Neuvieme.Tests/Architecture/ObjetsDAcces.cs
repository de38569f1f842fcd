using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Tests.Architecture;

/// <summary>Un objet que l'adresse ou le formulaire désigne, avec l'établissement dont il est.</summary>
sealed record ObjetDAcces(string Id, string Uai, int Version = 0)
{
    /// <summary>La lettre d'une attribution, comme sa page la désigne ; <see cref="Version"/> porte alors son numéro.</summary>
    public string Vue => $"{Version}.{long.Parse(Id):x64}";

    /// <summary>Sa propre ligne est envoyée périmée, pour que la jouer ne change pas ce que les suivantes désignent ; celle d'un autre l'est à jour, comme le ferait un attaquant.</summary>
    public string Ligne(bool sien) => $"{Id}.{(sien ? 9999 : Version)}";
}

/// <summary>Pour chaque objet et chaque qualité : le sien, et ceux des autres (un collègue, un autre établissement, une autre académie).</summary>
sealed class ObjetsDAcces(NeuviemeDb db)
{
    static readonly string[] DeLAcademie = ["Gestionnaire", "Recteur", "Recteur délégué", "Auditeur", "Administrateur"];

    readonly Dictionary<(string, string), (ObjetDAcces, ObjetDAcces[])> _deja = [];

    /// <summary>Désignés une fois pour toutes : ce que les gestes changent ne change pas ce qu'on leur demande.</summary>
    public async Task<(ObjetDAcces Sien, ObjetDAcces[] Autres)> De(string objet, string colonne) =>
        _deja.TryGetValue((objet, colonne), out var deja) ? deja : _deja[(objet, colonne)] = await Designer(objet, colonne);

    async Task<(ObjetDAcces Sien, ObjetDAcces[] Autres)> Designer(string objet, string colonne)
    {
        if (objet.Length == 0)
        {
            return (new("1", Demonstration.College), []);
        }

        if (objet == "séance")
        {
            return await SeancesDAcces.De(db, colonne);
        }

        if (colonne == "Agent" && objet == "service fait")
        {
            return (await ServiceFait(Demonstration.College, deAnne: true), [await ServiceFait(Demonstration.College, deAnne: false), await ServiceFait(Demonstration.Lycee), await ServiceFait(SituationDAcces.Etranger)]);
        }

        if (colonne == "Agent" && objet is "attribution" or "lettre")
        {
            return objet == "lettre" ? (await Lettre(Demonstration.College, deAnne: true), [await Lettre(Demonstration.College, deAnne: false), await Lettre(Demonstration.Lycee), await Lettre(SituationDAcces.Etranger)])
                : (await Attribution(EtatAttribution.Validee, Demonstration.College, deAnne: true),
                [await Attribution(EtatAttribution.Validee, Demonstration.College, deAnne: false), await Attribution(EtatAttribution.Validee, Demonstration.Lycee), await Attribution(EtatAttribution.Validee, SituationDAcces.Etranger)]);
        }

        if (colonne == "Agent" && objet == "avenant")
        {
            return (await Avenant(Demonstration.College, deAnne: true), [await Avenant(Demonstration.Lycee, deAnne: false), await Avenant(SituationDAcces.Etranger)]);
        }

        if (colonne == "Agent" && objet is "interruption" or "ligne à viser")
        {
            var visa = objet == "interruption" ? EtatDuVisa.Vise : EtatDuVisa.AViser;
            return (await Interruption(Demonstration.College, deAnne: true, visa), [await Interruption(Demonstration.College, deAnne: false, visa), await Interruption(SituationDAcces.Etranger, visa: visa)]);
        }

        if (PremierDegreDAcces.Objets.Contains(objet) || (objet == "établissement" && colonne is ("IEN" or "Directeur d’école")))
        {
            var lieux = new List<ObjetDAcces>();
            foreach (var lieu in PremierDegreDAcces.Lieux)
            {
                lieux.Add(await PremierDegreDAcces.Un(db, objet, lieu, colonne));
            }

            // Pour le rectorat, la circonscription voisine est aussi chez lui.
            return (lieux[0], DeLAcademie.Contains(colonne) ? [lieux[2]] : [lieux[1], lieux[2]]);
        }

        var etranger = await Un(objet, SituationDAcces.Etranger, colonne);
        var sien = await Un(objet, Demonstration.College, colonne);
        // Pour le rectorat, le lycée est aussi chez lui.
        return objet is "compte" or "délégation" or "qualité" || DeLAcademie.Contains(colonne) ? (sien, [etranger]) : (sien, [await Un(objet, Demonstration.Lycee, colonne), etranger]);
    }

    async Task<ObjetDAcces> Un(string objet, string uai, string colonne) => objet switch
    {
        "établissement" => new(uai, uai),
        "agent" => new((await db.Agents.Where(a => a.Uai == uai).OrderBy(a => a.CompteId != null).ThenBy(a => a.Id).Select(a => a.Id).FirstAsync()).ToString(), uai),
        "mission" => new((await db.Missions.Where(m => m.Uai == uai).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync()).ToString(), uai),
        "avis" => new((await db.Avis.Where(m => m.Uai == uai).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync()).ToString(), uai),
        "scénario" => new((await db.Scenarios.Where(m => m.Uai == uai && m.Nom == (colonne == "Sans compte" ? "Chef" : colonne)).Select(m => m.Id).FirstAsync()).ToString(), uai),
        "dossier" => new((await db.DossiersInstance.Where(d => d.Uai == uai && d.Noms != "" && !db.Informations.Any(i => i.DossierId == d.Id)).Select(d => d.Id).FirstAsync()).ToString(), uai),
        "dossier du CA" => new((await db.DossiersInstance.Where(d => d.Uai == uai && d.Instance == Neuvieme.Fonctions.Instances.Instance.ConseilAdministration && d.Auteur == "essai").Select(d => d.Id).FirstAsync()).ToString(), uai),
        "service fait" => await ServiceFait(uai),
        "information" => new((await db.Informations.Where(i => i.Uai == uai).Select(i => i.Id).FirstAsync()).ToString(), uai),
        "saisie" => new((await db.SaisiesSts.Where(s => s.Uai == uai).Select(s => s.Id).FirstAsync()).ToString(), uai),
        "candidature" => new((await db.Candidatures.Where(c => db.Missions.Any(m => m.Id == c.MissionId && m.Uai == uai)).Select(c => c.Id).FirstAsync()).ToString(), uai),
        "complément" => await db.DemandesComplement.Where(d => d.Uai == uai).Select(d => new ObjetDAcces(d.Id.ToString(), uai, d.Version)).FirstAsync(),
        "conversion" => await db.Conversions.Where(c => c.Uai == uai).Select(c => new ObjetDAcces(c.Id.ToString(), uai, c.Version)).FirstAsync(),
        "campagne" => new((await db.Campagnes.Where(c => db.Etablissements.Any(e => e.Uai == uai && e.AcademieCode == c.AcademieCode)).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync()).ToString(), uai),
        "attribution" => await Attribution(EtatAttribution.Proposee, uai),
        "lettre" => await Lettre(uai),
        "interruption" => await Interruption(uai),
        "académique" => await PartsDAcces.Academique(db, uai),
        "ligne à viser" => await Interruption(uai, visa: EtatDuVisa.AViser),
        "part" or "ma part" => await PartsDAcces.Un(db, objet, uai),
        "avenant" => await Avenant(uai),
        "avenant accepté" => await Avenant(uai, etat: EtatAvenant.AInstruire),
        "décision" => await Attribution(EtatAttribution.Validee, uai),
        "compte" => new((await db.Users.Where(c => c.Email == (uai == SituationDAcces.Etranger ? "chef@etranger.fr" : "sacrifie@essai.fr")).Select(c => c.Id).SingleAsync()).ToString(), uai),
        "courriel" => new((await db.Courriels.Where(c => c.Cle.StartsWith("acces:" + uai)).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync()).ToString(), uai),
        "travail" => new((await db.Travaux.Where(t => t.Portee == uai).Select(t => t.Id).FirstAsync()).ToString(), uai),
        "délégation" => await Delegation(uai, colonne),
        "qualité" => await Qualite(uai, colonne),
        _ => throw new ArgumentException($"« {objet} » n'est pas un objet que ce test sache désigner.", nameof(objet)),
    };

    async Task<ObjetDAcces> ServiceFait(string uai, bool? deAnne = null)
    {
        var anne = SituationDAcces.Visiteurs["Agent"].Courriel;
        return new((await db.Attributions.Where(a => a.Uai == uai && a.ServiceFaitLe != null && (deAnne == null || db.Users.Any(c => c.Email == anne && c.Id == a.Agent!.CompteId) == deAnne)).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync()).ToString(), uai);
    }

    async Task<ObjetDAcces> Attribution(EtatAttribution etat, string uai, bool? deAnne = null)
    {
        var anne = await db.Users.Where(c => c.Email == SituationDAcces.Visiteurs["Agent"].Courriel).Select(c => c.Id).SingleAsync();
        var trouvee = await db.Attributions.Where(a => a.Uai == uai && a.Etat == etat && (deAnne == null || (a.Agent!.CompteId == anne) == deAnne)).OrderBy(a => a.Id).Select(a => new { a.Id, a.Version }).FirstAsync();
        return new(trouvee.Id.ToString(), uai, trouvee.Version);
    }

    async Task<ObjetDAcces> Lettre(string uai, bool? deAnne = null)
    {
        var attribution = await Attribution(EtatAttribution.Validee, uai, deAnne);
        var id = long.Parse(attribution.Id);
        return attribution with { Version = (int)await db.Lettres.Where(l => l.AttributionId == id).Select(l => l.Id).SingleAsync() };
    }

    async Task<ObjetDAcces> Avenant(string uai, bool? deAnne = null, EtatAvenant etat = EtatAvenant.AccordDemande)
    {
        var anne = await db.Users.Where(c => c.Email == SituationDAcces.Visiteurs["Agent"].Courriel).Select(c => c.Id).SingleAsync();
        return new((await db.Avenants.Where(a => a.Attribution!.Uai == uai && a.Etat == etat && (deAnne == null || (a.Attribution.Agent!.CompteId == anne) == deAnne)).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync()).ToString(), uai);
    }

    /// <summary>Le remplacement que tient Anne, ou celui d'une autre.</summary>
    async Task<ObjetDAcces> Interruption(string uai, bool? deAnne = null, EtatDuVisa visa = EtatDuVisa.Vise)
    {
        var anne = await db.Users.Where(c => c.Email == SituationDAcces.Visiteurs["Agent"].Courriel).Select(c => c.Id).SingleAsync();
        return new((await db.Interruptions.Where(i => i.Visa == visa && db.Attributions.Any(a => a.Id == i.AttributionId && a.Uai == uai) && (deAnne == null || (i.Remplacant!.CompteId == anne) == deAnne)).OrderBy(i => i.Id).Select(i => i.Id).FirstAsync()).ToString(), uai);
    }

    /// <summary>À révoquer : celle, à venir, de sa portée.</summary>
    async Task<ObjetDAcces> Delegation(string uai, string colonne)
    {
        var delegations = db.Habilitations.Where(h => h.Delegation != null);
        var trouvee = uai == SituationDAcces.Etranger ? delegations.Where(h => h.Uai == uai)
            : delegations.Where(h => h.Debut > SituationDAcces.Jour && (colonne == "Recteur" ? h.AcademieCode != null : h.Uai == uai));
        return new((await trouvee.Select(h => h.Id).FirstAsync()).ToString(), uai);
    }

    async Task<ObjetDAcces> Qualite(string uai, string colonne)
    {
        var courriel = uai == SituationDAcces.Etranger || colonne == "Sans compte" ? "chef@etranger.fr" : SituationDAcces.Visiteurs[colonne].Courriel;
        var jour = SituationDAcces.Jour;
        // La délégation en cours d'un adjoint remplace sa qualité nue : c'est elle qu'il peut choisir.
        return new((await db.Habilitations.Where(h => db.Users.Any(c => c.Id == h.CompteId && c.Email == courriel) && h.Debut <= jour).OrderByDescending(h => h.Delegation != null).Select(h => h.Id).FirstAsync()).ToString(), uai);
    }
}
