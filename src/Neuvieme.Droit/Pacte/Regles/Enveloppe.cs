namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>La dotation notifiée, fléchée par niveau, et l'ordre des niveaux.</summary>
static class Enveloppe
{
    static readonly Regle Dotation = Textes.Regle("PAC-ENVELOPPE", Rubrique.Enveloppe, Textes.Notes(),
        "Le rectorat notifie à chaque établissement un nombre de parts, fléchées par niveau ; les missions y tiennent.", ["R173", "R174"]);

    static readonly Regle Ordre = Textes.Regle("PAC-NIVEAUX", Rubrique.Enveloppe, Textes.Usage(),
        "Les parts du premier niveau (remplacement de courte durée, soutien en sixième) se pourvoient avant celles du deuxième (Devoirs faits), puis le troisième. L'académie choisit de bloquer, d'avertir ou de laisser libre.",
        ["R164", "R165", "R166", "R167", "R168"]);

    static readonly Regle PlancherRcd = Textes.Regle("PAC-RCD-MINIMUM", Rubrique.Enveloppe, Textes.Usage(),
        "Certaines académies demandent qu'une part minimale de la dotation aille au remplacement de courte durée.", ["R169"]);

    static readonly Constat DotationInconnue = Constat.Manque("PAC-ENVELOPPE-INCONNUE", Dotation, "dotation_du_niveau", "Indiquer les parts notifiées à ce niveau.");

    static readonly Constat EngageInconnu = Constat.Manque("PAC-ENVELOPPE-ENGAGEE-INCONNUE", Dotation, "engage_au_niveau", "Indiquer les parts déjà engagées à ce niveau.");

    static readonly Constat Depassee = new("PAC-ENVELOPPE-DEPASSEE", Dotation, Gravite.Refus, (c, in s, _) => new DotationDepassee(c, s.DotationDuNiveau ?? 0, s.EngageAuNiveau ?? 0, s.DemiParts ?? 0));

    static readonly Constat Incoherente = Constat.Refus("PAC-ENVELOPPE-INCOHERENTE", Dotation,
        "Le niveau compterait plus de parts que la dotation entière : les chiffres notifiés se contredisent.");

    static readonly Constat ResteInconnu = Constat.Manque("PAC-NIVEAUX-INCONNUS", Ordre, "reste_niveaux_prioritaires", "Indiquer les parts des niveaux prioritaires encore à pourvoir.");

    static readonly Constat ResteAPourvoir = new("PAC-NIVEAU-PRIORITAIRE-RESTANT", Ordre, Gravite.Refus, (c, in s, _) => new NiveauPrioritaireRestant(c, s.ResteNiveauxPrioritaires ?? 0));

    static readonly Constat ResteSignale = new("PAC-NIVEAU-PRIORITAIRE-SIGNALE", Ordre, Gravite.Alerte, (c, in s, _) => new NiveauPrioritaireRestant(c, s.ResteNiveauxPrioritaires ?? 0));

    static readonly Constat RcdInsuffisant = Constat.Alerte("PAC-RCD-SOUS-LE-MINIMUM", PlancherRcd,
        "La dotation ne réserve pas au remplacement de courte durée la part que l'académie demande.");

    internal static readonly Regle[] Regles = [Dotation, Ordre, PlancherRcd];
    internal static readonly Constat[] Constats = [DotationInconnue, EngageInconnu, Depassee, Incoherente, ResteInconnu, ResteAPourvoir, ResteSignale, RcdInsuffisant];

    internal static void Lire<T>(in Situation s, FicheMission? fiche, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Dotation);
        t.Note("dotation_du_niveau", s.DotationDuNiveau);
        t.Note("engage_au_niveau", s.EngageAuNiveau);
        if (s.DotationDuNiveau is null) t.Constate(DotationInconnue);
        if (s.EngageAuNiveau is null) t.Constate(EngageInconnu);
        // En entiers longs : une saisie extravagante ne doit pas retourner le signe.
        if (s is { DotationDuNiveau: { } dotation, EngageAuNiveau: { } engage, DemiParts: { } parts and > 0 } && (long)engage + parts > dotation) t.Constate(Depassee);

        if (s.DotationDuNiveau > s.DotationTotale) t.Constate(Incoherente);

        if (p.PrioritePacte != PrioritePacte.Libre && fiche is { Priorite: > 1 })
        {
            t.Examine(Ordre);
            t.Note("reste_niveaux_prioritaires", s.ResteNiveauxPrioritaires);
            if (s.ResteNiveauxPrioritaires is not { } reste) t.Constate(ResteInconnu);
            else if (reste > 0) t.Constate(p.PrioritePacte == PrioritePacte.Bloquante ? ResteAPourvoir : ResteSignale);
        }

        if (p.PourcentageRcdMinimal is not { } minimum || s is not { DotationTotale: { } totale and > 0, DotationRcd: { } rcd }) return;
        t.Examine(PlancherRcd);
        t.Note("dotation_totale", totale);
        t.Note("dotation_rcd", rcd);
        if ((long)rcd * 100 < (long)totale * minimum) t.Constate(RcdInsuffisant);
    }
}
