using System.Runtime.InteropServices;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Traitement gardé en congé de maladie ordinaire.</summary>
/// <param name="Plein">Pourcentage des trois premiers mois.</param>
/// <param name="Reduit">Pourcentage des neuf mois suivants.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RegimeMaladie(int Plein, int Reduit);

/// <summary>Ce que l'IMP garde pendant les congés du titulaire : la proportion du traitement, tant que personne ne le remplace.</summary>
public static class MaintienEnConge
{
    const int Trimestre = 3 * Trentiemes.ParMois, Annee = 12 * Trentiemes.ParMois;

    static readonly Regle Proportion = TextesVersement.Regle("VERS-CONGE", Rubrique.Paiement, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "En congé annuel, de maladie ordinaire, de maternité, d'adoption ou de paternité, l'IMP suit le traitement tant que le titulaire n'est pas remplacé. Le temps partiel ne réduit rien.",
        ["R065", "R078", "R079", "R080"]);

    static readonly Regle Maladie100 = TextesVersement.Regle("VERS-MALADIE-AVANT-2025", Rubrique.Paiement, TextesVersement.MaintienDuTraitement(),
        "Congé de maladie ordinaire accordé avant le 1er mars 2025 : traitement entier trois mois, puis moitié neuf mois.", ["R007", "R079"], jusqua: new(2025, 2, 28));

    static readonly Regle Maladie90 = TextesVersement.Regle("VERS-MALADIE-2025", Rubrique.Paiement, TextesVersement.MaintienDuTraitement(),
        "Congé de maladie ordinaire accordé depuis le 1er mars 2025 : 90 % du traitement trois mois, puis moitié neuf mois.", ["R007", "R079"], new(2025, 3, 1));

    static readonly Regle UnJour = TextesVersement.Regle("VERS-CARENCE", Rubrique.Paiement, TextesVersement.Carence(),
        "Le premier jour d'un congé de maladie ordinaire n'est pas rémunéré ; il compte dans les trois mois.", ["R079"], new(2018, 1, 1));

    static readonly Regle NonCites = TextesVersement.Regle("VERS-CONGE-AUTRE", Rubrique.Paiement, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "Les autres congés ne sont pas cités : aucun maintien n'est écrit, la décision est manuelle et rien n'est versé en l'attendant.", ["R081"]);

    static readonly Signal Inverse = new("VERS-CONGE-INVERSE", Proportion, Gravite.Refus);
    static readonly Signal HorsAnnee = new("VERS-CONGE-HORS-ANNEE", Proportion, Gravite.Refus);
    static readonly Signal Chevauchement = new("VERS-CONGE-CHEVAUCHEMENT", Proportion, Gravite.Refus);
    static readonly Signal NatureInconnue = new("VERS-CONGE-NATURE-INCONNUE", Proportion, Gravite.Manque);
    static readonly Signal HorsVigueur = new("VERS-CONGE-HORS-VIGUEUR", Maladie100, Gravite.Refus);
    static readonly Signal DejaPris = new("VERS-CONGE-JOURS-DEJA-PRIS", Proportion, Gravite.Refus);
    static readonly Signal Epuise = new("VERS-CONGE-EPUISE", Proportion, Gravite.Alerte);
    static readonly Signal ATrancher = new("VERS-CONGE-A-DECIDER", NonCites, Gravite.Alerte);

    static readonly ValeursDatees<RegimeMaladie> Regimes = new(
        new Version<RegimeMaladie>(Textes.Rentree2015, new(2025, 2, 28), new(100, 50)),
        new Version<RegimeMaladie>(new(2025, 3, 1), null, new(90, 50)));

    internal static readonly ValeursDatees<int> Carences = new(
        new Version<int>(Textes.Rentree2015, new(2017, 12, 31), 0),
        new Version<int>(new(2018, 1, 1), null, 1));

    internal static readonly Regle[] Regles = [Proportion, Maladie100, Maladie90, UnJour, NonCites];
    internal static readonly Signal[] Signaux = [Inverse, HorsAnnee, Chevauchement, NatureInconnue, HorsVigueur, DejaPris, Epuise, ATrancher];

    /// <summary>Les régimes de maladie ordinaire, selon le jour où le congé est accordé.</summary>
    public static IReadOnlyList<Version<RegimeMaladie>> RegimesMaladie => Regimes.Versions;

    /// <summary>Pourcentage gardé à un trentième du congé, compté à partir de 0 ; absent quand la décision est manuelle ou que le droit à congé est épuisé.</summary>
    internal static int? Pourcentage(Conge conge, int rang)
    {
        switch (conge.Nature)
        {
            case NatureConge.Annuel or NatureConge.Maternite or NatureConge.Adoption or NatureConge.Paternite:
                return 100;
            case NatureConge.MaladieOrdinaire when Regimes.Lire(conge.Accorde, out RegimeMaladie regime) && Carences.Lire(conge.Accorde, out int carence):
                int pris = rang + conge.JoursDejaPris;
                if (pris >= Annee) return null;
                return rang < carence && !conge.SansCarence ? 0 : pris < Trimestre ? regime.Plein : regime.Reduit;
            default:
                return null;
        }
    }

    /// <summary>Ce que le titulaire garde de sa part du mois, au prorata de ses trentièmes.</summary>
    /// <param name="part">Sa part avant retenue.</param>
    /// <param name="mois">Le mois.</param>
    /// <param name="conges">Ses congés.</param>
    /// <param name="aLui">Trente cases : vrai pour chaque trentième qu'aucun remplaçant ne lui prend.</param>
    internal static Montant Maintenu(Montant part, Mois mois, IReadOnlyList<Conge> conges, bool[] aLui)
    {
        long gardes = 0, trentiemes = 0;
        int debutDuMois = Trentiemes.Rang(mois);
        for (int i = 0; i < aLui.Length; i++)
        {
            if (!aLui[i]) continue;
            trentiemes++;
            gardes += 100;
            foreach (Conge c in conges)
            {
                (int debut, int fin) = Trentiemes.Plage(mois, c.Periode);
                if (i >= debut && i < fin) gardes -= 100 - (Pourcentage(c, debutDuMois + i - Trentiemes.Rang(c.Periode.Debut)) ?? 0);
            }
        }

        return trentiemes == 0 ? Montant.Zero : Prorata.De(part, gardes, trentiemes * 100);
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
            if (c.Nature != NatureConge.MaladieOrdinaire) continue;
            if (!Regimes.Lire(c.Accorde, out _)) examen.Constate(new VersementHorsVigueur(HorsVigueur, $"congé accordé le {Dates.Lisible(c.Accorde)}", Textes.Rentree2015));
            else examen.Lire(c.Accorde < Maladie90.Depuis ? Maladie100 : Maladie90, ("accorde_le", Dates.Iso(c.Accorde)), ("jours_deja_pris", $"{c.JoursDejaPris}"));
            if (c.Accorde >= UnJour.Depuis) examen.Lire(UnJour, ("sans_carence", c.SansCarence ? "oui" : "non"));
            if (c.JoursDejaPris is < 0 or > Annee) examen.Constate(new PeriodeEnCause(DejaPris, "Congé", i + 1, c.Periode, $"{c.JoursDejaPris} jours déjà pris : donner un nombre de 0 à {Annee}."));
        }

        Chevauchements.Constater([.. mission.Conges.Select(c => c.Periode)], (a, b) => examen.Constate(new PeriodesEnConflit(Chevauchement, "Congé", a, b)));
    }

    internal static void Avertir(MissionAnnuelle mission, IReadOnlyList<Echeance> neuviemes, Examen examen)
    {
        for (int i = 0; i < mission.Conges.Count; i++)
        {
            Conge c = mission.Conges[i];
            bool cite = c.Nature is NatureConge.Annuel or NatureConge.Maternite or NatureConge.Adoption or NatureConge.Paternite or NatureConge.MaladieOrdinaire;
            if (!cite)
            {
                examen.Lire(NonCites, ("nature", c.Nature.ToString()));
                examen.Constate(new PeriodeEnCause(ATrancher, "Congé", i + 1, c.Periode, "décision manuelle ; aucun texte ne dit ce que devient l'IMP, rien n'est versé en l'attendant."));
            }
            else if (c.Nature == NatureConge.MaladieOrdinaire && neuviemes.Any(e => Trentiemes.Plage(e.Mois, c.Periode) is var (debut, fin) && fin > debut
                && Pourcentage(c, Trentiemes.Rang(e.Mois) + fin - 1 - Trentiemes.Rang(c.Periode.Debut)) is null))
            {
                examen.Constate(new PeriodeEnCause(Epuise, "Congé", i + 1, c.Periode, "décision manuelle au-delà de douze mois ; rien n'est versé en l'attendant."));
            }
        }
    }
}
