using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.ImpSecondDegre.Regles;

namespace Neuvieme.Droit.Versements;

/// <summary>Le versement unique d'une mission qui ne couvre pas l'année.</summary>
/// <param name="Echeance">Mois de paie, brut, net estimé.</param>
public sealed record VersementUnique(Echeance Echeance);

/// <summary>Mission ponctuelle, ou commencée ou finie en cours d'année : un seul versement après service fait, sans prorata (décret n° 2015-475, art. 3, al. 2).</summary>
public static class Ponctuelle
{
    static readonly Signal HorsVigueur = new("VERS-PONCTUELLE-HORS-VIGUEUR", Vigueur.Regime, Gravite.Refus);
    static readonly Signal HorsTaux = new("VERS-PONCTUELLE-HORS-TAUX", TauxDus.CinqTaux, Gravite.Refus);
    static readonly Signal Attendu = new("VERS-PONCTUELLE-SERVICE-FAIT-ATTENDU", Paiement.Modalite, Gravite.Manque);
    static readonly Signal TropTot = new("VERS-PONCTUELLE-SERVICE-FAIT-TROP-TOT", Paiement.ServiceFait, Gravite.Refus);
    static readonly Signal SansValidation = new("VERS-PONCTUELLE-SANS-VALIDATION", Paiement.Validation, Gravite.Alerte);

    internal static readonly Signal[] Signaux = [HorsVigueur, HorsTaux, Attendu, TropTot, SansValidation];

    /// <summary>Le mois de paie : celui du service fait ou, s'il est plus tardif, celui de la validation, le jour limite compris ; le suivant au-delà.</summary>
    /// <param name="montant">Montant annuel brut, un des cinq taux : une mission écourtée prend un taux plus bas, pas une fraction.</param>
    /// <param name="annee">Année scolaire de la mission.</param>
    /// <param name="serviceFaitLe">Jour de l'attestation ; absent tant qu'elle manque.</param>
    /// <param name="valideeLe">Jour de la validation par le recteur, s'il est connu.</param>
    /// <param name="p">Choix de l'académie : le jour limite de la paie.</param>
    public static Reponse<VersementUnique> Verser(Montant montant, AnneeScolaire annee, DateOnly? serviceFaitLe, DateOnly? valideeLe, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var examen = new Examen();
        examen.Lire(Paiement.Modalite, ("montant", montant.ToString()), ("annee", annee.ToString()));
        examen.Lire(Paiement.ServiceFait, ("jour_limite_paie", $"{p.JourLimitePaie}"), ("service_fait_le", serviceFaitLe is { } f ? Dates.Iso(f) : "inconnu"));
        examen.Lire(Paiement.Validation, ("validee_le", valideeLe is { } v ? Dates.Iso(v) : "inconnu"));
        if (!annee.EstRepresentable || annee.PremierJour < Textes.Rentree2015)
        {
            examen.Constate(new VersementHorsVigueur(HorsVigueur, $"Année scolaire {annee}", Textes.Rentree2015));
            return examen.Conclure<VersementUnique>();
        }

        if (TauxImp.DeMontant(montant, annee.PremierJour) is null)
            examen.Constate(new MontantEnCause(HorsTaux, montant, $"{montant} n'est pas un des cinq taux, 312,50 €, 625 €, 1 250 €, 2 500 € ou 3 750 €."));
        if (serviceFaitLe is null) examen.Constate(new FaitManquant(Attendu, "service_fait_le", "Le versement attend l'attestation du service fait."));
        else if (serviceFaitLe < annee.PremierJour)
            examen.Constate(new Constatation(TropTot, $"Le service fait, daté du {Dates.Lisible(serviceFaitLe.Value)}, précède l'année scolaire {annee} : il s'atteste une fois la mission exercée."));
        if (valideeLe is null) examen.Constate(new Constatation(SansValidation, "Mois donné sous réserve de la validation du recteur : rien n'est versé avant elle."));

        return examen.Conclure(() =>
        {
            var s = new Situation { Annee = annee, Montant = montant, Duree = Duree.Ponctuelle, ServiceFaitLe = serviceFaitLe, ValideeLe = valideeLe };
            return new VersementUnique(Paiement.Montants(in s, p)!.Echeances[0]);
        });
    }
}
