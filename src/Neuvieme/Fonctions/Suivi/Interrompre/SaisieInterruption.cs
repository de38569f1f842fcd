using System.ComponentModel.DataAnnotations;
using Neuvieme.Droit;
using Neuvieme.Droit.Retrait;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Suivi.Interrompre;

/// <summary>Ce qui peut arriver, dans les mots du chef : chaque choix dit d'avance ce qu'il change.</summary>
public enum CeQuiArrive { Absence, AbsenceRemplacee, Remplacement, Arret }

/// <summary>Ce que le chef remplit : ce qui arrive, les dates, la personne qui remplace.</summary>
public sealed class SaisieInterruption
{
    [Required(ErrorMessage = "Dites ce qui arrive.")]
    public CeQuiArrive? Quoi { get; set; }
    public NatureConge Nature { get; set; }
    [Required(ErrorMessage = "Donnez le premier jour.")]
    public DateOnly? Du { get; set; }
    public DateOnly? Au { get; set; }
    public DateOnly? AccordeLe { get; set; }
    [Range(0, 360, ErrorMessage = "Les jours déjà pris vont de 0 à 360.")]
    public int JoursDejaPris { get; set; }
    public bool SansCarence { get; set; }
    [Range(0, 100, ErrorMessage = "La part gardée va de 0 à 100 %.")]
    public int? Proportion { get; set; }
    public DateOnly? RequalifieLe { get; set; }
    public Fondement Fondement { get; set; }
    public DateOnly? DemandeLe { get; set; }
    public bool TientALaPersonne { get; set; }
    public DateOnly? InviteeLe { get; set; }
    public long? RemplacantId { get; set; }
    public DateOnly? RemplaceDu { get; set; }
    public DateOnly? RemplaceAu { get; set; }
    public DateOnly? AccordLe { get; set; }
    [StringLength(500, ErrorMessage = "Le motif a au plus 500 caractères.")]
    public string? Motif { get; set; }

    public bool EstAbsence => Quoi is CeQuiArrive.Absence or CeQuiArrive.AbsenceRemplacee;
    public bool EstRemplacement => Quoi is CeQuiArrive.AbsenceRemplacee or CeQuiArrive.Remplacement;

    /// <summary>Ce que le droit ne dira pas lui-même, parce qu'il ne connaît ni l'établissement ni le calendrier de l'écran.</summary>
    public IReadOnlyList<Refus> Verifier(Plan plan, Mission mission, Attribution a, int delai)
    {
        List<Refus> refus = [];
        if (EstAbsence && Nature is NatureConge.Inconnu)
        {
            refus.Add(new(nameof(Nature), "Choisissez la nature du congé : elle dit ce que la personne garde."));
        }

        if (EstAbsence)
        {
            refus.AddRange(VerifierLaPartGardee(CalculDesInterruptions.EstContractuel(a.Agent)));
        }

        // Ce que le recteur a accordé ne s'interrompt pas sans dire pourquoi (CRPA, art. L. 211-2).
        if (Quoi is CeQuiArrive.Arret or CeQuiArrive.Remplacement && string.IsNullOrWhiteSpace(Motif))
        {
            refus.Add(new(nameof(Motif), "Écrivez pourquoi la personne n’exerce plus la mission : elle le lira, et le rectorat qui décide aussi."));
        }

        if (Quoi == CeQuiArrive.Arret && Du is not null)
        {
            refus.AddRange(VerifierLArret(plan, a, delai));
        }

        if (!EstRemplacement)
        {
            return refus;
        }

        if (plan.Affectations.FirstOrDefault(x => x.AgentId == RemplacantId)?.Agent is not { } remplacant)
        {
            refus.Add(new(nameof(RemplacantId), "Choisissez qui remplace, parmi les personnels de l’établissement. Une personne arrivée depuis paraît après l’import du fichier STSWeb."));
        }
        else if (Empechement(plan, mission, a, remplacant) is { } motif)
        {
            refus.Add(new(nameof(RemplacantId), motif));
        }

        if (AccordLe is null)
        {
            if (plan.Affectations.FirstOrDefault(x => x.AgentId == RemplacantId)?.Agent is { CompteId: null })
            {
                refus.Add(new(nameof(AccordLe), "Cette personne n’a pas de compte pour répondre elle-même : donnez le jour de son accord écrit, nul n’est désigné sans lui (décret n° 2015-475, art. 1er)."));
            }
        }
        else if (AccordLe > plan.Jour)
        {
            refus.Add(new(nameof(AccordLe), "L’accord est dans le futur."));
        }
        else if (AccordLe > (RemplaceDu ?? Du))
        {
            refus.Add(new(nameof(AccordLe), "L’accord vient après le premier jour du remplacement : il ne commence qu’une fois donné."));
        }

        return refus;
    }

    /// <summary>Ce qui permet d'arrêter une mission accordée, et l'invitation à s'expliquer quand l'arrêt tient à la personne.</summary>
    IEnumerable<Refus> VerifierLArret(Plan plan, Attribution a, int delai)
    {
        if (DoitEtreEntendue && a.Agent?.CompteId is null)
        {
            if (InviteeLe is null || InviteeLe > plan.Jour)
            {
                yield return new(nameof(InviteeLe), "Cette personne n’a pas de compte pour s’expliquer ici : invitez-la par écrit à présenter ses observations, et donnez le jour de cette lettre.");
                yield break;
            }
        }

        var arret = Arret(a, plan.Jour, delai);
        foreach (var obstacle in FinDeMission.ObstaclesALaDemande(arret, a, plan.Jour))
        {
            yield return new(nameof(Fondement), obstacle);
        }
    }

    /// <summary>Une fraude s'impute à la personne : elle s'en explique toujours.</summary>
    bool DoitEtreEntendue => TientALaPersonne || Fondement == Fondement.Fraude;

    Interruption Arret(Attribution a, DateOnly jour, int delai)
    {
        var invitee = !DoitEtreEntendue ? (DateOnly?)null : a.Agent?.CompteId is null ? InviteeLe : jour;
        return new()
        {
            AttributionId = a.Id, Genre = GenreDInterruption.Arret, Du = Du!.Value, Au = Du.Value, Visa = EtatDuVisa.AViser, Motif = Motif?.Trim() ?? "", Auteur = "",
            Fondement = Fondement, DemandeLe = Fondement == Fondement.DemandeDeLaPersonne ? DemandeLe : null, TientALaPersonne = DoitEtreEntendue, InviteeLe = invitee, ObserverJusquAu = invitee?.AddDays(delai),
        };
    }

    /// <summary>Là où nul texte ne fixe ce que la personne garde, c'est une décision : elle se motive. Un contractuel malade garde une part que son ancienneté dit.</summary>
    IEnumerable<Refus> VerifierLaPartGardee(bool? contractuel)
    {
        if (Proportion is null && contractuel == true && Nature == NatureConge.MaladieOrdinaire)
        {
            yield return new(nameof(Proportion), "Un agent contractuel garde en maladie une part de son traitement qui dépend de son ancienneté (décret n° 86-83, art. 12) : donnez cette part, en pour cent.");
        }

        if (Proportion is not null && string.IsNullOrWhiteSpace(Motif))
        {
            yield return new(nameof(Motif), "Cette part se décide : écrivez sur quoi elle se fonde, sans rien de médical.");
        }
    }

    /// <summary>Ce qui empêcherait de lui confier la mission empêche de l'y faire remplaçant.</summary>
    static string? Empechement(Plan plan, Mission mission, Attribution a, Personnels.Agent remplacant)
    {
        if (remplacant.Id == a.AgentId)
        {
            return "La personne est déjà celle à qui la mission est confiée : elle ne se remplace pas elle-même.";
        }

        var essai = new Attribution { Uai = a.Uai, Annee = a.Annee, MissionId = a.MissionId, AgentId = remplacant.Id, Agent = remplacant, Forme = a.Forme, Centimes = a.Centimes, Justification = a.Justification };
        var motifs = plan.Controler(mission, essai).Motifs.Where(m => m is { Rubrique: Rubrique.Beneficiaire, Gravite: Gravite.Refus }).ToList();
        return motifs.Count == 0 ? null : ChangerEtat.Phrases(motifs);
    }

    /// <summary>Une ou deux interruptions : l'absence, et qui y remplace.</summary>
    /// <param name="delai">Jours laissés à la personne pour s'expliquer quand un arrêt tient à elle.</param>
    public IReadOnlyList<Interruption> Lire(Plan plan, Attribution a, Auteur auteur, int delai)
    {
        var fin = plan.Annee.DernierJour;
        Interruption Une(GenreDInterruption genre, DateOnly du, DateOnly au) => new() { AttributionId = a.Id, Genre = genre, Du = du, Au = au, Motif = Motif?.Trim() ?? "", Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc };
        List<Interruption> toutes = [];
        if (EstAbsence)
        {
            var conge = Une(GenreDInterruption.Conge, Du!.Value, Au ?? fin);
            (conge.Nature, conge.Proportion, conge.RequalifieLe) = (Nature, Proportion, RequalifieLe);
            if (Nature == NatureConge.MaladieOrdinaire || RequalifieLe is not null)
            {
                (conge.AccordeLe, conge.JoursDejaPris, conge.SansCarence) = (AccordeLe, JoursDejaPris, SansCarence);
            }

            toutes.Add(conge);
        }

        if (EstRemplacement)
        {
            var remplacement = Une(GenreDInterruption.Remplacement, RemplaceDu ?? Du!.Value, RemplaceAu ?? Au ?? fin);
            (remplacement.RemplacantId, remplacement.AccordLe, remplacement.Visa) = (RemplacantId, AccordLe, EtatDuVisa.AViser);
            remplacement.Accord = AccordLe is null ? AccordDuRemplacant.Demande : AccordDuRemplacant.Ecrit;
            remplacement.Remplacant = plan.Affectations.First(x => x.AgentId == RemplacantId).Agent;
            toutes.Add(remplacement);
        }

        if (Quoi == CeQuiArrive.Arret)
        {
            var arret = Arret(a, auteur.Aujourdhui, delai);
            (arret.Auteur, arret.InstantUtc) = (auteur.Signature, auteur.InstantUtc);
            toutes.Add(arret);
        }

        return toutes;
    }
}
