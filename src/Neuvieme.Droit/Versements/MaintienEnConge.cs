using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Ce que l'IMP garde pendant les congés du titulaire : la proportion du traitement, tant que personne ne le remplace.</summary>
public static class MaintienEnConge
{
    static readonly Regle Proportion = TextesVersement.Regle("VERS-CONGE", Rubrique.Paiement, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "En congé annuel, de maladie ordinaire, de maternité, d'adoption ou de paternité, l'IMP suit le traitement tant que le titulaire n'est pas remplacé. Le temps partiel ne réduit rien.",
        ["R065", "R078", "R079", "R080"]);

    static readonly Regle Maladie100 = TextesVersement.Regle("VERS-MALADIE-AVANT-2025", Rubrique.Paiement, TextesVersement.Maladie(),
        "Congé de maladie ordinaire d'un fonctionnaire accordé avant le 1er mars 2025 : sur douze mois consécutifs, traitement entier trois mois, puis moitié neuf mois.",
        ["R007", "R079"], jusqua: new(2025, 2, 28));

    static readonly Regle Maladie90 = TextesVersement.Regle("VERS-MALADIE-2025", Rubrique.Paiement, TextesVersement.Maladie2025(),
        "Congé de maladie ordinaire d'un fonctionnaire accordé depuis le 1er mars 2025 : sur douze mois consécutifs, 90 % du traitement trois mois, puis moitié neuf mois.",
        ["R007", "R079"], new(2025, 3, 1));

    static readonly Regle UnJour = TextesVersement.Regle("VERS-CARENCE", Rubrique.Paiement, TextesVersement.Carence(),
        "Le premier jour d'un congé de maladie ordinaire n'est pas rémunéré : il coûte un trentième de son mois, même le 31 ou le dernier de février, et compte dans les trois mois.",
        ["R079"], new(2018, 1, 1));

    static readonly Regle Contractuels = TextesVersement.Regle("VERS-CONTRACTUEL", Rubrique.Paiement, TextesVersement.MaladieDesContractuels(),
        "Un agent contractuel n'a pas en maladie ordinaire les droits d'un fonctionnaire, et les siens suivent son ancienneté : la décision est manuelle et rien n'est versé en l'attendant.",
        ["R079", "R081"]);

    static readonly Regle NonCites = TextesVersement.Regle("VERS-CONGE-AUTRE", Rubrique.Paiement, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "La circulaire ne cite pas les autres congés : ce que la personne garde se décide et se motive, et rien n'est versé en l'attendant. En longue durée, le décret n° 2010-997 ne prévoit aucun maintien.",
        ["R081"]);

    static readonly Regle Accident = TextesVersement.Regle("VERS-CONGE-ACCIDENT", Rubrique.Paiement, TextesVersement.Accident(),
        "En congé pour invalidité temporaire imputable au service, un fonctionnaire garde tout son traitement, et l'IMP dans la même proportion tant qu'il n'est pas remplacé.",
        ["R007"]);

    static readonly Regle Longue = TextesVersement.Regle("VERS-LONGUE-MALADIE", Rubrique.Paiement, TextesVersement.LongueMaladie(),
        "En congé de longue ou de grave maladie, des primes sont gardées à 33 % la première année et à 60 % les deux suivantes. Que l'IMP en soit n'est pas établi : la proportion se décide et se motive.",
        ["R007", "R081"], new(2024, 9, 1));

    static readonly Regle Requalifie = TextesVersement.Regle("VERS-CONGE-REQUALIFIE", Rubrique.Paiement, TextesVersement.Requalification(),
        "Longue maladie ou longue durée demandée pendant une maladie ordinaire : ce qui a été versé pendant celle-ci reste acquis.",
        ["R007", "R081"]);

    static readonly Signal Inverse = new("VERS-CONGE-INVERSE", Proportion, Gravite.Refus);
    static readonly Signal HorsAnnee = new("VERS-CONGE-HORS-ANNEE", Proportion, Gravite.Refus);
    static readonly Signal Chevauchement = new("VERS-CONGE-CHEVAUCHEMENT", Proportion, Gravite.Refus);
    static readonly Signal NatureInconnue = new("VERS-CONGE-NATURE-INCONNUE", Proportion, Gravite.Manque);
    static readonly Signal HorsVigueur = new("VERS-CONGE-HORS-VIGUEUR", Maladie100, Gravite.Refus);
    static readonly Signal DejaPris = new("VERS-CONGE-JOURS-DEJA-PRIS", Proportion, Gravite.Refus);
    static readonly Signal Epuise = new("VERS-CONGE-EPUISE", Proportion, Gravite.Alerte);
    static readonly Signal StatutInconnu = new("VERS-CONGE-STATUT-INCONNU", Contractuels, Gravite.Alerte);
    static readonly Signal DUnContractuel = new("VERS-CONGE-CONTRACTUEL", Contractuels, Gravite.Alerte);
    static readonly Signal ProportionFausse = new("VERS-CONGE-PROPORTION", NonCites, Gravite.Refus);
    static readonly Signal ProportionDuTexte = new("VERS-CONGE-PROPORTION-DU-TEXTE", Proportion, Gravite.Refus);
    static readonly Signal RequalifieSansObjet = new("VERS-CONGE-REQUALIFIE-SANS-OBJET", Requalifie, Gravite.Refus);
    static readonly Signal LongueADecider = new("VERS-CONGE-LONGUE-A-DECIDER", Longue, Gravite.Alerte);
    static readonly Signal AccidentSansStatut = new("VERS-CONGE-ACCIDENT-STATUT-INCONNU", Accident, Gravite.Alerte);
    static readonly Signal ATrancher = new("VERS-CONGE-A-DECIDER", NonCites, Gravite.Alerte);

    internal static readonly Regle[] Regles = [Proportion, Maladie100, Maladie90, UnJour, Contractuels, NonCites, Accident, Longue, Requalifie];
    internal static readonly Signal[] Signaux =
    [
        Inverse, HorsAnnee, Chevauchement, NatureInconnue, HorsVigueur, DejaPris, Epuise, StatutInconnu, DUnContractuel, ATrancher,
        ProportionFausse, ProportionDuTexte, RequalifieSansObjet, LongueADecider, AccidentSansStatut,
    ];

    /// <summary>Le taux gardé en longue ou grave maladie la première année, puis les deux suivantes (décret n° 2010-997, art. 2-1) ; une proposition, l'IMP n'en étant pas sûrement.</summary>
    internal static readonly ValeursDatees<(int Premiere, int Suivantes)> LonguesMaladies = new(new Version<(int, int)>(new(2024, 9, 1), null, (33, 60)));

    /// <summary>Vrai si nul texte retenu ne dit ce que la personne garde pendant ce congé : la proportion se décide.</summary>
    /// <param name="nature">Le congé.</param>
    /// <param name="contractuel">La personne est contractuelle ; inconnu, elle est jugée comme fonctionnaire.</param>
    public static bool SeDecide(NatureConge nature, bool? contractuel) =>
        !EstCite(nature) && (nature != NatureConge.InvaliditeImputable || contractuel == true) || (nature == NatureConge.MaladieOrdinaire && contractuel == true);

    /// <summary>Vrai si ce congé peut faire suite à une maladie ordinaire dont le versé reste acquis.</summary>
    /// <param name="nature">Le congé.</param>
    public static bool SeRequalifie(NatureConge nature) => nature is NatureConge.LongueMaladie or NatureConge.LongueDuree;

    /// <summary>Les régimes de maladie ordinaire d'un fonctionnaire, selon le jour où le congé est accordé.</summary>
    public static IReadOnlyList<Version<RegimeMaladie>> RegimesMaladie => DroitsAMaladie.Regimes.Versions;

    /// <summary>Ce que le titulaire garde de sa part du mois, au prorata de ses trentièmes.</summary>
    /// <param name="part">Sa part avant retenue.</param>
    /// <param name="mois">Le mois.</param>
    /// <param name="mission">Ses congés, et s'il est contractuel.</param>
    /// <param name="droits">Ses droits à maladie ordinaire.</param>
    /// <param name="aLui">Trente cases : vrai pour chaque trentième qu'aucun remplaçant ne lui prend.</param>
    internal static Montant Maintenu(Montant part, Mois mois, MissionAnnuelle mission, DroitsAMaladie droits, bool[] aLui)
    {
        if (mission.Conges.Count == 0) return part;
        long gardes = 0, trentiemes = 0;
        for (int i = 0; i < aLui.Length; i++)
        {
            if (!aLui[i]) continue;
            trentiemes++;
            int garde = 100;
            foreach (Conge c in mission.Conges) garde -= Retenu(c, mois, i, mission.Contractuel == true, droits);
            gardes += garde < 0 ? 0 : garde;
        }

        return trentiemes == 0 ? Montant.Zero : Prorata.De(part, gardes, trentiemes * 100);
    }

    /// <summary>Ce qu'un congé retient sur un trentième du mois, en pour cent.</summary>
    static int Retenu(Conge c, Mois mois, int trentieme, bool contractuel, DroitsAMaladie droits)
    {
        (int debut, int fin) = Trentiemes.Plage(mois, c.Periode);
        bool dedans = trentieme >= debut && trentieme < fin;
        if (SeDecide(c.Nature, contractuel)) return dedans ? 100 - (c.Proportion ?? 0) : 0;
        if (c.Nature != NatureConge.MaladieOrdinaire) return 0;

        // La carence est d'un trentième, que le premier jour en compte zéro (le 31), un, ou plusieurs (fin février).
        bool carence = DroitsAMaladie.AUneCarence(c) && mois == Mois.De(c.Periode.Debut);
        if (carence && trentieme == int.Min(c.Periode.Debut.Day, Trentiemes.ParMois) - 1) return 100;
        if (!dedans) return 0;
        if (droits.Garde(Trentiemes.Rang(mois) + trentieme) is not { } garde) return 100;
        return carence && trentieme < Trentiemes.Plage(mois, new(c.Periode.Debut, c.Periode.Debut)).Fin ? 0 : 100 - garde;
    }

    /// <summary>Avant que les congés requalifiés ne se lisent en deux temps.</summary>
    internal static void Requalifier(MissionAnnuelle mission, Examen examen)
    {
        for (int i = 0; i < mission.Conges.Count; i++)
        {
            if (mission.Conges[i] is not { RequalifieLe: { } jour } c) continue;
            examen.Lire(Requalifie, ("nature", c.Nature.ToString()), ("requalifie_le", Dates.Iso(jour)));
            if (!SeRequalifie(c.Nature))
                examen.Constate(new PeriodeEnCause(RequalifieSansObjet, "Congé", i + 1, c.Periode, "seule une longue maladie ou une longue durée fait suite à une maladie ordinaire."));
            else if (jour <= c.Periode.Debut || mission.Contractuel == true)
                examen.Constate(new PeriodeEnCause(RequalifieSansObjet, "Congé", i + 1, c.Periode, mission.Contractuel == true ? "un contractuel n'a ni longue maladie ni longue durée de fonctionnaire." : $"la requalification, le {Dates.Lisible(jour)}, doit suivre son premier jour."));
        }
    }

    internal static void Verifier(MissionAnnuelle mission, Examen examen)
    {
        if (mission.Conges.Count == 0) return;
        examen.Lire(Proportion, ("conges", $"{mission.Conges.Count}"));
        for (int i = 0; i < mission.Conges.Count; i++)
        {
            Conge c = mission.Conges[i];
            if (c.Nature is NatureConge.Inconnu or > NatureConge.Autre)
                examen.Constate(new PeriodeEnCause(NatureInconnue, "Congé", i + 1, c.Periode, "dire la nature du congé."));
            if (!c.Periode.EstOrdonnee)
                examen.Constate(new PeriodeEnCause(Inverse, "Congé", i + 1, c.Periode, "la fin précède le début ; inverser les deux dates."));
            else if (!c.Periode.Chevauche(new(mission.Annee.PremierJour, mission.Annee.DernierJour)))
                examen.Constate(new PeriodeEnCause(HorsAnnee, "Congé", i + 1, c.Periode, $"aucun jour dans l'année scolaire {mission.Annee}."));
            if (c.Proportion is < 0 or > 100)
                examen.Constate(new PeriodeEnCause(ProportionFausse, "Congé", i + 1, c.Periode, $"{c.Proportion} % : donner une part gardée de 0 à 100."));
            else if (c.Proportion is not null && !SeDecide(c.Nature, mission.Contractuel))
                examen.Constate(new PeriodeEnCause(ProportionDuTexte, "Congé", i + 1, c.Periode, "un texte fixe ce que la personne garde ; ne pas donner de part."));
            if (c.Nature != NatureConge.MaladieOrdinaire || mission.Contractuel == true) continue;
            if (!DroitsAMaladie.Regimes.Lire(c.Accorde, out _)) examen.Constate(new VersementHorsVigueur(HorsVigueur, $"Congé accordé le {Dates.Lisible(c.Accorde)}", Textes.Rentree2015));
            else examen.Lire(c.Accorde < Maladie90.Depuis ? Maladie100 : Maladie90, ("accorde_le", Dates.Iso(c.Accorde)), ("jours_deja_pris", $"{c.JoursDejaPris}"));
            if (c.Accorde >= UnJour.Depuis) examen.Lire(UnJour, ("sans_carence", c.SansCarence ? "oui" : "non"));
            if (c.JoursDejaPris is < 0 or > DroitsAMaladie.Annee)
                examen.Constate(new PeriodeEnCause(DejaPris, "Congé", i + 1, c.Periode, $"{c.JoursDejaPris} jours déjà pris : donner un nombre de 0 à {DroitsAMaladie.Annee}."));
        }

        Chevauchements.Constater([.. mission.Conges.Select(c => c.Periode)], (a, b) => examen.Constate(new PeriodesEnConflit(Chevauchement, "Congé", a, b)));
    }

    internal static void Avertir(MissionAnnuelle mission, IReadOnlyList<Echeance> neuviemes, DroitsAMaladie droits, Examen examen)
    {
        if (mission.Conges.Any(c => c.Nature == NatureConge.MaladieOrdinaire))
            examen.Lire(Contractuels, ("contractuel", mission.Contractuel switch { true => "oui", false => "non", _ => "inconnu" }));
        for (int i = 0; i < mission.Conges.Count; i++)
        {
            Conge c = mission.Conges[i];
            if (c.Nature == NatureConge.InvaliditeImputable && mission.Contractuel != true)
            {
                examen.Lire(Accident, ("contractuel", mission.Contractuel is null ? "inconnu" : "non"));
                if (mission.Contractuel is null)
                    examen.Constate(new PeriodeEnCause(AccidentSansStatut, "Congé", i + 1, c.Periode, "le calcul est celui d'un fonctionnaire ; pour un contractuel, la décision est manuelle."));
            }
            else if (!EstCite(c.Nature))
            {
                bool longue = c.Nature is NatureConge.LongueMaladie or NatureConge.GraveMaladie && LonguesMaladies.Lire(c.Accorde, out _);
                examen.Lire(longue ? Longue : NonCites, ("nature", c.Nature.ToString()), ("proportion", c.Proportion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "inconnue"));
                if (c.Proportion is null)
                    examen.Constate(new PeriodeEnCause(longue ? LongueADecider : ATrancher, "Congé", i + 1, c.Periode, $"la circulaire ne le cite pas ; décision manuelle{Renvoi(c)} ; rien n'est versé en l'attendant."));
            }
            else if (c.Nature != NatureConge.MaladieOrdinaire)
            {
                continue;
            }
            else if (mission.Contractuel == true)
            {
                if (c.Proportion is null) examen.Constate(new PeriodeEnCause(DUnContractuel, "Congé", i + 1, c.Periode, "un contractuel n'a pas les droits d'un fonctionnaire ; décision manuelle, rien n'est versé en l'attendant."));
            }
            else
            {
                if (mission.Contractuel is null)
                    examen.Constate(new PeriodeEnCause(StatutInconnu, "Congé", i + 1, c.Periode, "le calcul est celui d'un fonctionnaire ; pour un contractuel, la décision est manuelle."));
                if (neuviemes.Any(e => EstEpuise(c, e.Mois, droits)))
                    examen.Constate(new PeriodeEnCause(Epuise, "Congé", i + 1, c.Periode, "décision manuelle au-delà de douze mois ; rien n'est versé en l'attendant."));
            }
        }
    }

    static bool EstEpuise(Conge c, Mois mois, DroitsAMaladie droits)
    {
        (int debut, int fin) = Trentiemes.Plage(mois, c.Periode);
        return fin > debut && droits.Garde(Trentiemes.Rang(mois) + fin - 1) is null;
    }

    static bool EstCite(NatureConge nature) =>
        nature is NatureConge.Annuel or NatureConge.Maternite or NatureConge.Adoption or NatureConge.Paternite or NatureConge.MaladieOrdinaire;

    /// <summary>Le texte à lire pour décider d'un congé que la circulaire ne cite pas.</summary>
    static string Renvoi(Conge c) => c.Nature switch
    {
        NatureConge.InvaliditeImputable => ", un contractuel ayant un congé d'accident du travail aux droits d'ancienneté",
        NatureConge.LongueMaladie or NatureConge.GraveMaladie => LonguesMaladies.Lire(c.Accorde, out (int Premiere, int Suivantes) taux)
            ? $", le décret n° 2010-997, art. 2-1, gardant des primes à {taux.Premiere} % la première année puis {taux.Suivantes} %, sans qu'il soit établi que l'IMP en soit" : ", aucun maintien n'étant écrit avant le 1er septembre 2024",
        NatureConge.LongueDuree => ", le décret n° 2010-997 n'y prévoyant aucun maintien",
        _ => "",
    };
}
