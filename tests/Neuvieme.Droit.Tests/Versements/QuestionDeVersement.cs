using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Retrait;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Droit.Tests.Versements;

/// <summary>Traduit les faits d'un cas en question ; un fait que la question ne lit pas fait échouer.</summary>
static class QuestionDeVersement
{
    internal static Reponse<object> Poser(string question, Dictionary<string, string?> socle, Dictionary<string, string?>? faits, Parametres p)
    {
        var lecture = new Lecture(socle, faits ?? []);
        Reponse<object> reponse = question switch
        {
            "remplacer" => Ouvrir(Suppleance.Ventiler(Mission(lecture), p)),
            "partager" => Ouvrir(Partage.DEtablissement(Parts(lecture))),
            "district" => Ouvrir(Partage.DeDistrict(Parts(lecture))),
            "ponctuelle" => Ouvrir(Ponctuelle.Verser(Faits.Somme(lecture["montant"])!.Value, Annee(lecture), Faits.Jour(lecture["service_fait_le"]), Faits.Jour(lecture["validee_le"]), p)),
            "avances" => Ouvrir(Avances.Calculer(new(Confiees(lecture))
            {
                HeuresFaitesCentiemes = Heures(lecture["heures_faites"]), ArretLe = Faits.Jour(lecture["arret_le"]), Au = Faits.Jour(lecture["au"]), CongeDeMaladie = Faits.OuiNon(lecture["conge"]) == true,
            }, p)),
            "redeployer" => Ouvrir(Redeploiement.Juger(new(Confiees(lecture), Missions(lecture["missions"]!), lecture["source"]!, lecture["cible"]!, Heures(lecture["heures"])!.Value)
            {
                AccordDeLAgent = Faits.OuiNon(lecture["accord"]), RepliPrevu = Faits.OuiNon(lecture["repli"]) == true,
            })),
            "reporter" => Ouvrir(Report.Juger(new(Confiees(lecture))
            {
                HeuresFaitesCentiemes = Heures(lecture["heures_faites"]),
                MemeEtablissement = Faits.OuiNon(lecture["meme_etablissement"]), RedeploiementImpossible = Faits.OuiNon(lecture["redeploiement_impossible"]),
            })),
            "retirer" => Ouvrir(RetraitDeDecision.Juger(new(Faits.Jour(lecture["prise_le"])!.Value, Faits.Jour(lecture["aujourdhui"])!.Value, Faits.Choix<Fondement>(lecture["fondement"]))
            {
                DemandeLe = Faits.Jour(lecture["demande_le"]), PlusFavorableSansTiersLese = Faits.OuiNon(lecture["plus_favorable"]), ObservationsLe = Faits.Jour(lecture["observations_le"]),
                Illegale = Faits.OuiNon(lecture["illegale"]) == true, PourLAvenir = Faits.OuiNon(lecture["pour_l_avenir"]) == true, TientALaPersonne = Faits.OuiNon(lecture["tient_a_la_personne"]) == true, ObservationsJusquAu = Faits.Jour(lecture["observations_jusqu_au"]),
            })),
            _ => throw new FormatException($"Question inconnue : {question}"),
        };
        lecture.Finir(faits ?? []);
        return reponse;
    }

    internal static Dictionary<string, string> Resumer(object resultat) => resultat switch
    {
        PartsAdmises a => new() { ["somme"] = Euros(a.Somme), ["taux"] = string.Join(' ', a.Taux.Select(t => t.Code)) },
        VersementUnique u => new() { ["mois"] = u.Echeance.Mois.ToString(), ["brut"] = Euros(u.Echeance.Brut), ["net"] = Euros(u.Echeance.NetEstime) },
        EtatDesAvances e => new()
        {
            ["montant"] = Euros(e.Montant), ["verse"] = Euros(e.Verse), ["acquis"] = Euros(e.Acquis), ["recuperable"] = Euros(e.Recuperable),
            ["mois"] = e.Echeances.Count == 0 ? "" : $"{e.Echeances[0].Mois}..{e.Echeances[^1].Mois}",
        },
        PartRedeployee r => new() { ["missions"] = string.Join(" + ", r.Missions.Select(m => $"{m.Mission} {m.PrevuesCentiemes / 100}/{m.FaitesCentiemes / 100}")) },
        ReportPossible r => new() { ["limite"] = r.Limite.ToString("O"), ["restantes"] = Euros(new Montant(r.RestantesCentiemes)) },
        RetraitPossible r => new() { ["limite"] = r.Limite?.ToString("O") ?? "" },
        _ => throw new FormatException($"Résultat inattendu : {resultat}"),
    };

    internal static string Ligne(Versement v) => $"{v.Mois} {v.Beneficiaire} {v.Trentiemes} {Euros(v.Brut)} {Euros(v.NetEstime)}";

    internal static string Euros(Montant? m) => m is { } x ? $"{x.Centimes / 100},{x.Centimes % 100:00}" : "";

    static Reponse<object> Ouvrir<T>(Reponse<T> r)
        where T : class => new(r.Issue, r.Resultat, r.Motifs, r.Alertes, r.Trace);

    static MissionAnnuelle Mission(Lecture f) => new(Faits.Somme(f["montant"])!.Value, Annee(f), f["titulaire"]!)
    {
        Contractuel = Faits.OuiNon(f["contractuel"]), ArretLe = Faits.Jour(f["arret_le"]),
        Remplacements = [.. Liste(f["remplacements"], ", ").Select(x => new Remplacement(x[23..], Periode(x)))],
        Conges = [.. Liste(f["conges"], ", ").Select(x => new Conge(Faits.Choix<NatureConge>(x[23..]), Periode(x))
        {
            SansCarence = Faits.OuiNon(f["sans_carence"]) == true, JoursDejaPris = Faits.Entier(f["jours_deja_pris"]) ?? 0,
            Proportion = Faits.Entier(f["garde"]), RequalifieLe = Faits.Jour(f["requalifie_le"]),
        })],
    };

    static PartsDeMission Parts(Lecture f) => new(Annee(f), [.. Liste(f["parts"], " + ").Select(x => Faits.Somme(x)!.Value)])
    {
        Mission = Faits.Choix<Mission>(f["mission"]), TauxDu = Faits.Somme(f["taux_du"]), JustificationPresente = Faits.OuiNon(f["justification"]) == true,
    };

    static PartsConfiees Confiees(Lecture f) => new(Annee(f), Faits.Entier(f["demi_parts"])!.Value, string.IsNullOrEmpty(f["modalite"]) ? null : Faits.Choix<Pacte.Modalite>(f["modalite"]));

    static HeuresDeMission[] Missions(string texte) =>
        [.. Liste(texte, " + ").Select(x => x.Split('=', '/')).Select(x => new HeuresDeMission(x[0], Heures(x[1])!.Value, Heures(x[2])!.Value))];

    static AnneeScolaire Annee(Lecture f) => new(Faits.Entier(f["annee"])!.Value);

    static Periode Periode(string x) => x[10..12] == ".." && x[22] == '=' ? new(Faits.Jour(x[..10])!.Value, Faits.Jour(x[12..22])!.Value) : throw new FormatException(x);

    static int? Heures(string? v) => string.IsNullOrEmpty(v) ? null : v == "-1" ? -100 : (int)Faits.Somme(v)!.Value.Centimes;

    static string[] Liste(string? texte, string separateur) => string.IsNullOrEmpty(texte) ? [] : texte.Split(separateur);

    sealed class Lecture(Dictionary<string, string?> socle, Dictionary<string, string?> faits)
    {
        readonly HashSet<string> _lus = new(StringComparer.Ordinal);

        internal string? this[string nom]
        {
            get
            {
                _lus.Add(nom);
                return faits.TryGetValue(nom, out string? v) || socle.TryGetValue(nom, out v) ? v : null;
            }
        }

        internal void Finir(Dictionary<string, string?> donnes)
        {
            if (donnes.Keys.Except(_lus).FirstOrDefault() is { } inconnu) throw new FormatException($"Fait inconnu : {inconnu}");
        }
    }
}
