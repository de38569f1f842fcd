using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Le dossier d'une séance, prêt à mettre en page : des chaînes déjà formées, jamais de balisage.</summary>
/// <param name="Personnes">Par mission et rang de part, le nom de qui a donné son accord ; nul pour la version sans nom.</param>
/// <param name="Avis">L'avis rendu, qui remplit l'extrait ; nul tant qu'il est à compléter.</param>
public sealed record DocumentDossier(DossierInstance Dossier, ContenuDossier Contenu, Etablissement Etablissement, Avis? Avis, IReadOnlyDictionary<(long Mission, int Rang), string>? Personnes)
{
    public const string Modele = "dossier-instance";
    public const string APourvoir = "à pourvoir";

    public AnneeScolaire Annee => new(Dossier.Annee);
    public DateOnly Seance => Avis?.RenduLe ?? Dossier.SeanceLe;
    bool Prive => Dossier.Instance == Instance.Enseignants;

    public string Titre => (Prive, Dossier.EstComplement) switch
    {
        (true, false) => "Information des enseignants",
        (true, true) => "Information des enseignants : ce qui a changé",
        (_, true) => "Complément au dossier " + Noms.Du(Dossier.Instance),
        _ => "Dossier " + Noms.Du(Dossier.Instance),
    };

    /// <summary>La note du privé s'affiche : un taux que trop peu de personnes peuvent recevoir n'y est pas. Un conseil, lui, se prononce sur les taux.</summary>
    bool EstMasquee(LignePresentee l) => Prive && Anonymat.EstMasquee(l, l.Eligibles ?? 0);

    bool Masque => Prive && (Contenu.Lignes.Concat(Contenu.Autres).Concat(Contenu.Avant).Where(l => !l.EstRetiree).Any(EstMasquee));

    public JsonObject EnJson()
    {
        var c = Contenu;
        var etablieLe = Horloge.AParis(Dossier.InstantUtc);
        return new()
        {
            ["titre"] = Titre,
            ["reference"] = Dossier.Reference,
            ["etablieLe"] = new JsonObject { ["annee"] = etablieLe.Year, ["mois"] = etablieLe.Month, ["jour"] = etablieLe.Day, ["texte"] = Francais.Date(etablieLe) },
            ["annee"] = Annee.ToString(),
            ["anneePrecedente"] = Annee.Precedente.ToString(),
            ["etablissement"] = new JsonObject { ["nom"] = Etablissement.Denomination, ["lignes"] = Liste(new[] { Etablissement.Adresse, $"{Etablissement.CodePostal} {Etablissement.Commune}".Trim(), $"UAI {Etablissement.Uai}" }.Where(l => l.Length > 0)) },
            ["academie"] = $"Académie {Etablissement.Academie?.Libelle}".Trim(),
            ["instance"] = Noms.De(Dossier.Instance),
            ["prive"] = Prive,
            ["complement"] = Dossier.EstComplement,
            ["administration"] = Dossier.Instance == Instance.ConseilAdministration,
            ["seance"] = Francais.Date(Seance),
            ["horsFenetre"] = Prive ? "" : Noms.HorsFenetre(Annee, Seance),
            ["nominatif"] = Personnes is not null,
            ["pedagogique"] = c.AvisPedagogique is { } p ? $"{Noms.Sens(p.Sens)}, le {Francais.Date(p.RenduLe)}{Noms.Voix(p.Pour, p.Contre, p.Abstentions)}" : "",
            ["alertes"] = Liste(c.Alertes),
            ["taux"] = Objets(TauxImp.AuDate(Annee.PremierJour), t => new() { ["nom"] = t.Nom, ["texte"] = Insecable(Rendu.TroisNoms(t.Montant, Annee.PremierJour)) }),
            ["enveloppe"] = EnveloppeEnJson(),
            ["masque"] = Masque,
            // Une ligne tient sur une page, sauf si des justifications la rendent plus haute qu'elle.
            ["hautes"] = c.Lignes.Any(l => l.Justifications.Sum(j => j.Length) > 2500),
            ["missions"] = Objets(c.Presentees.Select((l, i) => (l, i)), x => MissionEnJson(x.l, x.i + 1)),
            ["total"] = Masque ? "non affiché" : Somme(c.Presentees),
            ["parts"] = Francais.Nombre(c.Presentees.Sum(l => l.Centimes.Count), "part"),
            ["autres"] = c.Autres.Count == 0 || Dossier.EstComplement ? "" : $"{Francais.Nombre(c.Autres.Count, "mission")} de la répartition {(Masque ? "" : $"({Somme(c.Autres)}) ")}{(c.Autres.Count > 1 ? "ne sont pas présentées" : "n’est pas présentée")} à cette séance.",
            ["comparaison"] = Dossier.EstComplement ? null : ComparaisonEnJson(),
            ["differences"] = Dossier.EstComplement ? DifferencesEnJson() : null,
            ["avis"] = Avis is { } a ? AvisEnJson(a) : null,
        };
    }

    JsonObject MissionEnJson(LignePresentee l, int numero) => new()
    {
        ["numero"] = numero.ToString(),
        ["intitule"] = l.Intitule,
        ["precision"] = string.Join(" · ", new[] { l.Libelle == l.Intitule ? "" : Typographie.Francaise(l.Libelle), l.Article, l.Heures is { } h ? $"{Francais.Nombre(h, "heure")} estimées" : "" }.Where(t => t.Length > 0)),
        ["duree"] = l.DureeEcrite,
        ["taux"] = Liste(EstMasquee(l) ? ["non affiché"] : Personnes is null ? l.TauxNommes(Annee).Select(Insecable) : l.Centimes.Select(c => Insecable(Rendu.TroisNoms(new Montant(c), Annee.PremierJour)))),
        ["personnes"] = Liste(Personnes is null ? [] : l.Centimes.Select((_, rang) => Personnes.GetValueOrDefault((l.MissionId, rang), APourvoir))),
        ["total"] = EstMasquee(l) ? "" : Rendu.Euros(l.Total),
        ["justifications"] = Liste(Prive ? [] : l.Justifications),
        ["contenu"] = Liste((l.Contenu ?? []).Select(Typographie.Francaise)),
    };

    JsonObject? EnveloppeEnJson() => Contenu.QuartsNotifies is not { } quarts ? null : new()
    {
        ["notifiee"] = Ecrire(new Quotite(quarts).EnMontant()),
        ["notifications"] = Objets(Contenu.Notifications, n => new() { ["jour"] = Francais.Date(n.Jour), ["motif"] = n.Motif, ["imp"] = (n.Quarts < 0 ? "−" : "") + new Quotite(Math.Abs(n.Quarts)) + " IMP" }),
        ["repartition"] = Ecrire(Contenu.Repartition),
        ["reste"] = Contenu.Repartition <= new Quotite(quarts).EnMontant() ? Ecrire(new Quotite(quarts).EnMontant() - Contenu.Repartition) : "",
        ["depassement"] = Contenu.Repartition > new Quotite(quarts).EnMontant() ? Ecrire(Contenu.Repartition - new Quotite(quarts).EnMontant()) : "",
    };

    JsonObject? ComparaisonEnJson()
    {
        if (Contenu.AnneePrecedente is not { } avant)
        {
            return null;
        }

        var lignes = Contenu.Comparee();
        return new()
        {
            ["lignes"] = Objets(lignes, l => new()
            {
                ["etat"] = LigneComparee.Libelle(l.Evolution), ["intitule"] = l.Ligne.Intitule, ["avant"] = l.Avant is { } a ? a.Taux : "—", ["apres"] = l.Apres is { } b ? b.Taux : "—",
                ["ecart"] = Ecart.Signe(l.Effet), ["details"] = Liste(l.Changements.Where(c => c != $"{l.Avant?.Taux} → {l.Apres?.Taux}").Concat(Contenu.EstAutre(l) ? ["pas présentée à cette séance"] : [])),
            }),
            ["compte"] = string.Join(", ", lignes.CountBy(l => l.Evolution).OrderBy(g => g.Key).Select(g => $"{g.Value} {LigneComparee.Libelle(g.Key)}{(g.Value > 1 ? "s" : "")}")),
            ["avant"] = Somme(avant), ["apres"] = Ecrire(Contenu.Repartition), ["ecart"] = Ecart.Signe(Contenu.Repartition - ContenuDossier.Somme(avant)),
            ["notifieAvant"] = Contenu.QuartsNotifiesAvant is { } q ? Ecrire(new Quotite(q).EnMontant()) : "",
        };
    }

    JsonObject DifferencesEnJson()
    {
        var ecarts = Contenu.Ecarts();
        return new()
        {
            ["lignes"] = Objets(ecarts, e => new()
            {
                ["nature"] = e.Nature switch { NatureEcart.Ajoutee => "ajoutée", NatureEcart.Retiree => "retirée", _ => "modifiée" }, ["intitule"] = e.Ligne.Intitule,
                ["avant"] = Liste(TauxDe(e.Avant)), ["apres"] = Liste(TauxDe(e.Apres)), ["effet"] = EstMasquee(e) ? "" : e.EffetEcrit,
                ["details"] = Liste(e.Changements.Where(c => !EstMasquee(e) && c != $"{e.Avant?.Taux} → {e.Apres?.Taux}")),
            }),
            ["effet"] = Masque ? "non affiché" : Ecart.Signe(new Montant(ecarts.Sum(e => e.Effet.Centimes))),
        };
    }

    bool EstMasquee(Ecart e) => (e.Avant is { } avant && EstMasquee(avant)) || (e.Apres is { } apres && EstMasquee(apres));

    IEnumerable<string> TauxDe(LignePresentee? ligne) => ligne is null ? ["—"] : EstMasquee(ligne) ? ["non affiché"] : ligne.TauxNommes(Annee).Select(Insecable);

    static JsonObject AvisEnJson(Avis a) => new()
    {
        ["sens"] = a.Sens.ToString(), ["pour"] = Entier(a.Pour), ["contre"] = Entier(a.Contre), ["abstentions"] = Entier(a.Abstentions), ["presents"] = Entier(a.Presents), ["membres"] = Entier(a.Membres),
        ["observations"] = a.Observations,
    };

    static string Insecable(string taux) => taux.Replace(" IMP", "\u00A0IMP", StringComparison.Ordinal).Replace("taux ", "taux\u00A0", StringComparison.Ordinal);

    static string Entier(int? n) => n?.ToString() ?? "";

    static string Somme(IEnumerable<LignePresentee> lignes) => Ecrire(ContenuDossier.Somme(lignes));

    /// <summary>« 8,25 IMP · 10 312,50 € ».</summary>
    public static string Ecrire(Montant montant) => $"{new Quotite((int)(montant.Centimes / Quotite.CentimesParQuart))} IMP · {Rendu.Euros(montant)}";

    static JsonArray Liste(IEnumerable<string> textes) => new([.. textes.Select(t => (JsonNode)t)]);

    static JsonArray Objets<T>(IEnumerable<T> choses, Func<T, JsonObject> json) => new([.. choses.Select(c => (JsonNode)json(c))]);
}
