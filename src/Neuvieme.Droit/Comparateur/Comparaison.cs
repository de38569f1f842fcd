using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Comparateur;

/// <summary>Ce que rapporte chaque activité à un corps, pour une année scolaire.</summary>
/// <param name="Corps">Le corps.</param>
/// <param name="Annee">L'année scolaire ; les valeurs se lisent à son premier jour.</param>
/// <param name="Heures">Heures de l'année sur lesquelles on compare.</param>
/// <param name="Lignes">Les activités, dans l'ordre HSA, HSE, professeur principal, IMP, Pacte.</param>
/// <param name="SansObjet">Celles que ce corps n'a pas.</param>
public sealed record Comparaison(
    Corps Corps, AnneeScolaire Annee, int Heures, IReadOnlyList<LigneComparee> Lignes, IReadOnlyList<ActiviteSansObjet> SansObjet)
{
    /// <summary>Heures maximales d'une comparaison.</summary>
    public const int HeuresMaximales = 1000;

    const string Lettre = "Lettre de mission.";
    const string SansCours = "Un CPE n'assure pas d'heures de cours.";
    const string EnSecondDegre = "Propre aux établissements du second degré.";
    const string HeuresDuPremierDegre = "Les heures en plus du premier degré ont leurs propres taux (décret n° 66-787 du 14 octobre 1966), non relevés ici.";

    /// <summary>Première rentrée dont le net et l'impôt sont couverts.</summary>
    public static AnneeScolaire PremiereAnnee { get; } = new(2019);

    /// <summary>Les corps que le relevé permet de comparer, en tout ou partie.</summary>
    public static IReadOnlyList<Corps> CorpsCompares { get; } =
        [Corps.Certifie, Corps.Agrege, Corps.Peps, Corps.Plp, Corps.Cpe, Corps.ProfesseurDesEcoles];

    /// <summary>Compare ; <see langword="null"/> avant <see cref="PremiereAnnee"/>, que les textes de net et d'impôt ne couvrent pas.</summary>
    /// <param name="corps">Un des <see cref="CorpsCompares"/>.</param>
    /// <param name="annee">Année scolaire.</param>
    /// <param name="heures">Heures dans l'année, de 1 à 1 000 ; 36 font une heure par semaine.</param>
    /// <exception cref="ArgumentOutOfRangeException">Corps, année ou heures hors bornes.</exception>
    public static Comparaison? Etablir(Corps corps, AnneeScolaire annee, int heures = Releves.Semaines)
    {
        if (!CorpsCompares.Contains(corps)) throw new ArgumentOutOfRangeException(nameof(corps), corps, "Corps sans valeur relevée.");
        if (!annee.EstRepresentable) throw new ArgumentOutOfRangeException(nameof(annee), annee, "Année hors calendrier.");
        if (heures is < 1 or > HeuresMaximales) throw new ArgumentOutOfRangeException(nameof(heures), heures, "De 1 à 1 000 heures.");
        if (annee < PremiereAnnee) return null;

        bool enseigneSecondDegre = corps is not (Corps.Cpe or Corps.ProfesseurDesEcoles);
        return new(corps, annee, heures,
            [
                .. enseigneSecondDegre ? Hsa(corps, annee, heures) : [],
                .. enseigneSecondDegre ? ProfesseurPrincipal(corps, annee) : [],
                .. Imp(annee, heures), .. Pacte(corps, annee, heures),
            ],
            enseigneSecondDegre ? [] : corps == Corps.Cpe
                ? [new(Activite.Hsa, SansCours), new(Activite.Hse, SansCours), new(Activite.ProfesseurPrincipal, SansCours)]
                : [new(Activite.Hsa, EnSecondDegre), new(Activite.Hse, HeuresDuPremierDegre), new(Activite.ProfesseurPrincipal, EnSecondDegre)]);
    }

    static LigneComparee[] Hsa(Corps corps, AnneeScolaire annee, int heures)
    {
        ValeurRelevee suivante = Releves.Lire(Releves.Hsa(corps), annee.PremierJour);
        ValeurRelevee premiere = suivante with { Brut = suivante.Brut is { } m ? Releves.Premiere(m) : null };
        ValeurRelevee effective = suivante with { Brut = suivante.Brut is { } n ? Releves.Hse(n) : null };
        int hebdomadaires = heures % Releves.Semaines == 0 ? heures / Releves.Semaines : 0;
        var modele = new LigneComparee
        {
            Code = "hsa-premiere",
            Activite = Activite.Hsa,
            Libelle = "Première HSA",
            Valeur = premiere,
            Heures = Releves.Semaines,
            Volume = "Une heure de cours par semaine, 36 semaines.",
            PourHeures = hebdomadaires > 0 ? premiere.Brut + suivante.Brut * (hebdomadaires - 1) : null,
            Versements = Neuviemes(premiere, annee),
            Regime = RegimeFiscal.Exonere,
            Papier = "État des services, signé chaque année ; sans lui, pas de paiement.",
            Cumul = "Les deux premières peuvent être imposées.",
            Regle = ReglesComparaison.Hsa,
        };
        return
        [
            modele,
            modele with
            {
                Code = "hsa-suivante",
                Libelle = "HSA suivante",
                Valeur = suivante,
                PourHeures = hebdomadaires > 0 ? suivante.Brut * hebdomadaires : null,
                Versements = Neuviemes(suivante, annee),
            },
            modele with
            {
                Code = "hse",
                Activite = Activite.Hse,
                Libelle = "HSE",
                Valeur = effective,
                Heures = 1,
                Volume = "Chaque heure faite.",
                PourHeures = effective.Brut * heures,
                Versements = [],
                Papier = "Aucun document relevé.",
                Cumul = "Selon les heures faites.",
                Regle = ReglesComparaison.Hse,
            },
        ];
    }

    static IEnumerable<LigneComparee> ProfesseurPrincipal(Corps corps, AnneeScolaire annee)
    {
        (string Code, string Libelle, bool Troisieme)[] parts = corps == Corps.Agrege
            ? [("pp-agrege", "Professeur principal", true)]
            : [("pp-sixieme-quatrieme", "Professeur principal, 6e à 4e", false), ("pp-troisieme-et-plus", "Professeur principal, 3e et au-delà", true)];
        return parts.Select(p => new LigneComparee
        {
            Code = p.Code,
            Activite = Activite.ProfesseurPrincipal,
            Libelle = p.Libelle,
            Valeur = Releves.Lire(Releves.ProfesseurPrincipal(corps, p.Troisieme), annee.PremierJour),
            Heures = Releves.HeuresProfesseurPrincipal,
            Volume = "Sans nombre d'heures ; 40 dans l'exemple relevé.",
            Regime = RegimeFiscal.NonCite,
            Papier = "Aucun document relevé.",
            Cumul = "Parfois deux classes.",
            Regle = ReglesComparaison.ProfesseurPrincipal,
        });
    }

    static IEnumerable<LigneComparee> Imp(AnneeScolaire annee, int heures) => TauxImp.AuDate(annee.PremierJour).Select(t =>
    {
        var valeur = new ValeurRelevee(EtatValeur.EnVigueur, t.Montant, TauxImp.PremiereRentree, null);
        return new LigneComparee
        {
            Code = "imp-" + t.Code,
            Activite = Activite.Imp,
            Libelle = $"IMP, {t.Nom}",
            Valeur = valeur,
            Heures = heures,
            Volume = $"Celles de la lettre ; calcul pour {heures}\u00A0h.",
            PourHeures = t.Montant,
            Versements = Neuviemes(valeur, annee),
            Regime = RegimeFiscal.Exonere,
            Papier = Lettre,
            Cumul = "Plusieurs missions possibles ; pas de décharge pour la même.",
            Regle = ReglesComparaison.Imp,
        };
    });

    static LigneComparee[] Pacte(Corps corps, AnneeScolaire annee, int heures)
    {
        ValeurRelevee part = Releves.Lire(Releves.PartFonctionnelle, annee.PremierJour);
        var modele = new LigneComparee
        {
            Code = "pacte-18",
            Activite = Activite.Pacte,
            Libelle = corps == Corps.ProfesseurDesEcoles ? "Part fonctionnelle, soutien en 6e" : "Part fonctionnelle, remplacement",
            Valeur = part,
            Heures = Releves.HeuresCourtes,
            Volume = "18\u00A0h par part, 9\u00A0h par demi-part.",
            PourHeures = Parts(part, heures, Releves.HeuresCourtes),
            Versements = Neuviemes(part, annee),
            Regime = RegimeFiscal.Exonere,
            Papier = Lettre,
            Cumul = "Sans limite de parts ; exclut toute autre paie de la même mission.",
            Regle = ReglesComparaison.Pacte,
        };
        return
        [
            modele,
            modele with
            {
                Code = "pacte-24",
                Libelle = "Part fonctionnelle, devant élèves",
                Heures = Releves.HeuresLongues,
                Volume = "24\u00A0h par part, 12\u00A0h par demi-part.",
                PourHeures = Parts(part, heures, Releves.HeuresLongues),
            },
            modele with
            {
                Code = "pacte-annuel",
                Libelle = "Part fonctionnelle, engagement annuel",
                Heures = null,
                Volume = "Sans décompte d'heures.",
                PourHeures = null,
            },
        ];
    }

    /// <summary>Les demi-parts entières que font ces heures ; une fraction de demi-part ne s'attribue pas.</summary>
    static Montant? Parts(ValeurRelevee part, int heures, int heuresParPart) =>
        heures * 2 % heuresParPart == 0 ? (part.Brut * (heures * 2 / heuresParPart))?.DiviseParArrondi(2) : null;

    static IReadOnlyList<Echeance> Neuviemes(ValeurRelevee valeur, AnneeScolaire annee) =>
        valeur.Brut is { } brut ? Echeancier.ParNeuviemes(brut, annee) : [];
}
