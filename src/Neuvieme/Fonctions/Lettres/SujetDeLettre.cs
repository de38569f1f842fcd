using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Ce dont parle une lettre : une attribution d'établissement, une part du Pacte ou une mission académique. À lire avec <see cref="AvecSujet"/>.</summary>
public static class SujetDeLettre
{
    public static IQueryable<Lettre> AvecSujet(this IQueryable<Lettre> lettres) =>
        lettres.Include(l => l.Attribution!.Agent).Include(l => l.Attribution!.Mission).Include(l => l.MissionDirecte!.Agent);

    /// <summary>Les lettres d'un sujet, par le numéro que porte l'adresse.</summary>
    public static IQueryable<Lettre> Du(this IQueryable<Lettre> lettres, long id, bool directe) => lettres.Where(l => directe ? l.MissionDirecteId == id : l.AttributionId == id);

    /// <summary>La décision que la lettre rapporte est en vigueur ; une mission académique a la sienne avant d'être décidée.</summary>
    public static IQueryable<Lettre> QuiEngagent(this IQueryable<Lettre> lettres) => lettres.Where(l => (l.Attribution!.Etat == EtatAttribution.Validee && l.Attribution.RetireeUtc == null) || l.MissionDirecte!.Etat == EtatAttribution.Validee
        || (l.MissionDirecte!.Dispositif == DispositifDirect.Academique && (l.MissionDirecte.Etat == EtatAttribution.AccordDonne || l.MissionDirecte.Etat == EtatAttribution.Proposee)));

    public static IQueryable<Lettre> DuCompte(this IQueryable<Lettre> lettres, long? compte) =>
        lettres.Where(l => compte != null && (l.Attribution!.Agent!.CompteId == compte || l.MissionDirecte!.Agent!.CompteId == compte));

    extension(Lettre l)
    {
        public bool EstDirecte => l.MissionDirecteId is not null;
        public long SujetId => l.AttributionId ?? l.MissionDirecteId!.Value;
        /// <summary>« 12?numero=2 », « 12?directe=true&amp;numero=2 » : la fin d'une adresse.</summary>
        public string Cle => l.EstDirecte ? $"{l.SujetId}?directe=true" : $"{l.SujetId}?directe=false";
        public Agent Agent => l.Attribution?.Agent ?? l.MissionDirecte!.Agent!;
        public string Intitule => l.Attribution?.Mission!.Intitule ?? l.MissionDirecte!.Intitule;
        /// <summary>Portée du verrou et du journal.</summary>
        public string Portee => l.Attribution?.Uai ?? l.MissionDirecte!.Portee;
        public string Objet => l.Attribution is { } a ? $"attribution:{a.Id}" : l.MissionDirecte!.Objet;
        public AnneeScolaire Annee => new(l.Attribution?.Annee ?? l.MissionDirecte!.Annee);
        /// <summary>« 1 250 € · 1 IMP · taux 003 », « 1 250 € · 1 part ».</summary>
        public string Somme => l.Attribution is { } a ? Rendu.TroisNoms(a.Montant, l.Annee.PremierJour) : l.MissionDirecte!.Pesee();
        /// <summary>Où la personne suit la mission.</summary>
        public string AdresseDeLAgent => l.Attribution is { } a ? $"/mes-missions/consulter/{a.Id}" : l.MissionDirecte!.AdresseDeLAgent();
        /// <summary>Qui la signe avec la personne.</summary>
        public string DeLAutorite => l.MissionDirecte?.Dispositif switch { DispositifDirect.Academique => "du rectorat", DispositifDirect.PactePremierDegre => "de l’inspecteur de la circonscription", _ => "du chef d’établissement" };
    }
}
