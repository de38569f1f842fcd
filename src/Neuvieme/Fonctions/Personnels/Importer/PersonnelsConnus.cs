using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Les agents de l'établissement et leur affectation de l'année, dans les deux sens : base → comparaison, fichier → base.</summary>
sealed class PersonnelsConnus(List<Agent> agents, int annee, Func<DateOnly, string> naissance)
{
    public static async Task<PersonnelsConnus> Charger(NeuviemeDb db, string uai, int annee, Func<DateOnly, string> naissance, CancellationToken ct) =>
        new(await db.Agents.Where(a => a.Uai == uai).Include(a => a.Affectations.Where(x => x.Annee == annee)).OrderBy(a => a.Id).ToListAsync(ct), annee, naissance);

    public Func<DateOnly, string> Naissance => naissance;

    public static ClePersonne Cle(Agent a) => new(a.TypeSts is "local" ? TypeSts.Local : TypeSts.Epp, a.IdSts);

    public Agent Agent(ClePersonne cle) => agents.Find(a => Cle(a) == cle) ?? throw new InvalidOperationException($"Agent {cle} absent de la base.");

    public IEnumerable<PersonneConnue> Fiches => agents.Select(a =>
    {
        var x = a.Affectations.Find(x => x.Annee == annee);
        var faits = x is null ? null : new FaitsPersonne(Renseigne(x.DisciplineCode), Renseigne(x.DisciplineLibelle), x.EnseigneEps, x.HeuresEpsCentiemes, x.MaximumServiceCentiemes, x.OrigineHeures, x.EnseigneTechnologie);
        return new PersonneConnue(Cle(a), Renseigne(a.Civilite), a.NomUsage, Renseigne(a.NomPatronymique), Renseigne(a.Prenom), a.EmpreinteNaissance,
            Renseigne(a.GradeSts), Renseigne(a.FonctionSts), a.Fonction, a.Corps, faits, x?.Presente ?? false);
    });

    public Agent Ajouter(string uai, IndividuSts i, FaitsPersonne faits)
    {
        var agent = new Agent { Uai = uai, TypeSts = i.Cle.TypeEcrit, IdSts = i.Cle.Id, NomUsage = i.NomUsage };
        agents.Add(agent);
        Appliquer(agent, i, faits);
        return agent;
    }

    /// <summary>Écrit ce que la comparaison annonce, et rien d'autre : une donnée absente du fichier laisse celle de la base.</summary>
    public void Appliquer(Agent a, IndividuSts i, FaitsPersonne faits)
    {
        var affectation = a.Affectations.Find(x => x.Annee == annee);
        var memeDiscipline = string.Equals(affectation?.DisciplineCode ?? "", faits.DisciplineCode ?? "", StringComparison.Ordinal);
        if (i.Fonction != Droit.Fonction.Inconnue && !(memeDiscipline && string.Equals(a.FonctionSts, i.FonctionSource, StringComparison.Ordinal)))
            a.Fonction = i.Fonction;
        if (i.Corps != Droit.Corps.Inconnu && !string.Equals(a.GradeSts, i.Grade, StringComparison.Ordinal))
            a.Corps = i.Corps;
        a.Civilite = i.CodeCivilite ?? a.Civilite;
        a.NomUsage = i.NomUsage;
        a.NomPatronymique = i.NomPatronymique ?? a.NomPatronymique;
        (a.Prenom, a.PrenomSts) = i.PrenomSource is null ? (a.Prenom, a.PrenomSts) : (i.Prenom, i.PrenomSource);
        a.Sexe = i.Sexe switch { SexeSts.Masculin => "1", SexeSts.Feminin => "2", _ => a.Sexe };
        a.EmpreinteNaissance = i.DateNaissance is { } d ? naissance(d) : a.EmpreinteNaissance;
        a.FonctionSts = i.FonctionSource ?? a.FonctionSts;
        a.GradeSts = i.Grade ?? a.GradeSts;
        a.Version++;
        if (affectation is null)
            a.Affectations.Add(affectation = new() { Uai = a.Uai, Annee = annee });
        Appliquer(affectation, faits);
    }

    static void Appliquer(Affectation x, FaitsPersonne faits)
    {
        x.Presente = true;
        x.Version++;
        if (faits.DisciplineCode is not null)
            (x.DisciplineCode, x.DisciplineLibelle) = (faits.DisciplineCode, faits.DisciplineLibelle ?? "");
        x.EnseigneTechnologie = faits.EnseigneTechnologie;
        if (x.OrigineHeures is FaitsPersonne.SaisieDuChef)
            return;
        x.EnseigneEps = faits.EnseigneEps;
        if (!faits.EnseigneEps)
            (x.HeuresEpsCentiemes, x.MaximumServiceCentiemes, x.OrigineHeures) = (null, null, "");
        else
            (x.HeuresEpsCentiemes, x.MaximumServiceCentiemes, x.OrigineHeures) = (faits.HeuresEps ?? x.HeuresEpsCentiemes, faits.Maximum, faits.OrigineHeures ?? "");
    }

    public void Retirer(ClePersonne cle)
    {
        var affectation = Agent(cle).Affectations.Find(x => x.Annee == annee)!;
        affectation.Presente = false;
        affectation.Version++;
    }

    static string? Renseigne(string texte) => texte.Length == 0 ? null : texte;
}
