using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>
/// Les règles de taux, d'enveloppe et de paiement lues dans chaque situation, et sous chacune tous les faits dont sa conclusion dépend :
/// l'agent, le chef et le juge refont le raisonnement sans autre document. Les faits attendus se tirent de l'énoncé de la règle.
/// </summary>
public sealed class FaitsDeLaTraceTests
{
    /// <summary>Discipline à 1 250 €, taux courant (regles.md table V2) ; huit IMP de 1 250 €, il en reste 10 000 € (R039).</summary>
    [Fact]
    public void Mission_annuelle() => Lus(
        Faits.Reference with { Debut = new(2026, 9, 1), Fin = new(2027, 8, 31), ValideeLe = new(2026, 6, 20) }, new() { PremierMois = 11, JourLimitePaie = 20 }).ShouldBe([
            "IMP-TAUX : montant=1 250,00 €",
            "IMP-TAUX-USAGE : usage=Usuel justification_presente=non",
            "IMP-PAS-DE-PRORATA :",
            "IMP-ENVELOPPE : enveloppe_notifiee=8 enveloppe_engagee=0 montant=1 250,00 € reste=10 000,00 €",
            "IMP-VERSEMENT : duree=AnneeEntiere premier_mois=11",
            "IMP-PERIODE : debut=2026-09-01 fin=2027-08-31",
            "IMP-VALIDATION : validee_le=2026-06-20 jour_limite_paie=20",
        ]);

    /// <summary>Article 7 au taux quart, partagée à deux : 2 × 312,50 € = 625 €. Sans engagements connus, il n'y a pas de reste.</summary>
    [Fact]
    public void Mission_ponctuelle_partagee() => Lus(Faits.Reference with
    {
        Mission = Mission.Voyages,
        Montant = Montant.Euros(312.50m),
        Titulaires = 2,
        SommePartsMission = Montant.Euros(625m),
        HeuresEstimees = 12,
        LienProjetEtablissement = true,
        EnveloppeEngagee = null,
        Duree = Duree.Ponctuelle,
        Debut = new(2027, 3, 10),
        Fin = new(2027, 3, 12),
        ServiceFaitLe = new(2027, 3, 15),
    }).ShouldBe([
        "IMP-TAUX : montant=312,50 €",
        "IMP-TAUX-USAGE : usage=Usuel justification_presente=non",
        "IMP-PAS-DE-PRORATA :",
        "IMP-TAUX-QUART : heures_estimees=12",
        "IMP-PARTAGE : titulaires=2 somme_parts_mission=625,00 €",
        "IMP-ENVELOPPE : enveloppe_notifiee=8 enveloppe_engagee=inconnu montant=312,50 €",
        "IMP-VERSEMENT : duree=Ponctuelle premier_mois=10",
        "IMP-PERIODE : debut=2027-03-10 fin=2027-03-12",
        "IMP-SERVICE-FAIT : service_fait_le=2027-03-15 jour_limite_paie=10 validee_le=inconnu",
    ]);

    /// <summary>3 750 € au titre exceptionnel (regles.md R111) : la justification et son titre se voient tous deux.</summary>
    [Fact]
    public void Taux_exceptionnel() => Lus(Faits.Reference with
    {
        Mission = Mission.Niveau,
        Niveaux = Niveaux.Sixieme | Niveaux.Cinquieme,
        Montant = Montant.Euros(3750m),
        JustificationPresente = true,
    }).ShouldContain("IMP-TAUX-USAGE : usage=Exceptionnel justification_presente=oui titre_exceptionnel=non");

    /// <summary>precisions.md 11 : en 2023-2024, un seul versement sous une règle propre ; le décret ne dit rien du taux (R125).</summary>
    [Fact]
    public void Referent_harcelement_de_2023() => Lus(Faits.Reference with
    {
        Mission = Mission.Harcelement,
        Date = new(2024, 6, 28),
        Annee = new(2023),
        AccordLe = new DateOnly(2024, 6, 25),
        JustificationPresente = true,
        ServiceFaitLe = new(2024, 7, 5),
    }).ShouldBe([
        "IMP-TAUX : montant=1 250,00 €",
        "IMP-HARC-TAUX : justification_presente=oui",
        "IMP-PAS-DE-PRORATA :",
        "IMP-ENVELOPPE : enveloppe_notifiee=8 enveloppe_engagee=0 montant=1 250,00 € reste=10 000,00 €",
        "IMP-VERSEMENT : duree=AnneeEntiere premier_mois=10",
        "IMP-PERIODE : debut=inconnu fin=inconnu",
        "IMP-HARC-2023 :",
        "IMP-SERVICE-FAIT : service_fait_le=2024-07-05 jour_limite_paie=10 validee_le=inconnu",
    ]);

    /// <summary>60 h pour 3,00 ETP : seuils ouverts (regles.md R103), 1 250 € dus (R106).</summary>
    [Fact]
    public void Apsa_un_coordonnateur() => Seuils(Eps).ShouldBe([
        "IMP-APSA-SEUILS : enseignants_eps=3 heures_eps_centiemes=6000 heures_comptees_centiemes=6000",
        "IMP-APSA-TAUX : etp_eps_centiemes=300 etp_comptes_centiemes=300 taux_du=1 250,00 €",
    ]);

    /// <summary>precisions.md 3 : non comptées, les heures supplémentaires se voient pourtant, une alerte en dépend.</summary>
    [Fact]
    public void Apsa_heures_supplementaires_connues_mais_ecartees() => Seuils(Eps with { HeuresSupplementairesEpsCentiemes = 3_00 }).ShouldBe([
        "IMP-APSA-SEUILS : enseignants_eps=3 heures_eps_centiemes=6000 heures_supplementaires_eps_centiemes=300 heures_comptees_centiemes=6000",
        "IMP-APSA-TAUX : etp_eps_centiemes=300 etp_comptes_centiemes=300 taux_du=1 250,00 €",
    ]);

    /// <summary>Comptées : 60 + 3 = 63 h, et 3,00 × 63 ÷ 60 = 3,15 ETP.</summary>
    [Fact]
    public void Apsa_heures_supplementaires_comptees() => Seuils(Eps with { HeuresSupplementairesEpsCentiemes = 3_00 }, new() { InclureHsaEps = true }).ShouldBe([
        "IMP-APSA-SEUILS : enseignants_eps=3 heures_eps_centiemes=6000 heures_supplementaires_eps_centiemes=300 heures_comptees_centiemes=6300",
        "IMP-APSA-TAUX : etp_eps_centiemes=300 etp_comptes_centiemes=315 taux_du=1 250,00 €",
    ]);

    /// <summary>L'académie les compte, elles manquent : ni heures ni effectif comptés, donc pas de taux dû.</summary>
    [Fact]
    public void Apsa_heures_supplementaires_attendues() => Seuils(Eps, new() { InclureHsaEps = true }).ShouldBe([
        "IMP-APSA-SEUILS : enseignants_eps=3 heures_eps_centiemes=6000 heures_supplementaires_eps_centiemes=inconnu heures_comptees_centiemes=inconnu",
        "IMP-APSA-TAUX : etp_eps_centiemes=300 etp_comptes_centiemes=inconnu taux_du=inconnu",
    ]);

    /// <summary>precisions.md 2 : deux parts de 625 € dans les 1 250 € dus, à justifier.</summary>
    [Fact]
    public void Apsa_partagee() => Seuils(Eps with { Montant = Montant.Euros(625m), Titulaires = 2, SommePartsMission = Montant.Euros(1250m) }).ShouldBe([
        "IMP-APSA-SEUILS : enseignants_eps=3 heures_eps_centiemes=6000 heures_comptees_centiemes=6000",
        "IMP-APSA-TAUX : etp_eps_centiemes=300 etp_comptes_centiemes=300 taux_du=1 250,00 € titulaires=2 somme_parts_mission=1 250,00 € justification_presente=non",
    ]);

    static readonly Situation Eps = Faits.Reference with { Mission = Mission.Apsa, EnseignantsEps = 3, HeuresEpsCentiemes = 60_00, EtpEpsCentiemes = 3_00 };

    static readonly Dictionary<string, Rubrique> Rubriques = Catalogue.Regles.ToDictionary(r => r.Code, r => r.Rubrique, StringComparer.Ordinal);

    static IEnumerable<string> Seuils(Situation s, Parametres? p = null) => Lus(s, p).Where(l => l.StartsWith("IMP-APSA", StringComparison.Ordinal));

    static string[] Lus(Situation s, Parametres? p = null) =>
    [
        .. from e in Evaluation.Evaluer(in s, p ?? Parametres.Defaut).Trace.Etapes
           where Rubriques[e.Regle] is Rubrique.Taux or Rubrique.Enveloppe or Rubrique.Paiement || e.Regle == "IMP-APSA-SEUILS"
           select Espaces($"{e.Regle} : {string.Join(' ', e.Entrees.Select(x => $"{x.Key}={x.Value}"))}").TrimEnd(),
    ];

    /// <summary>Les espaces insécables des montants s'écrivent ici comme des espaces.</summary>
    static string Espaces(string texte) => texte.Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
