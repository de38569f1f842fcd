using FsCheck;
using FsCheck.Fluent;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Ce qui doit rester vrai de toute situation, même absurde.</summary>
public sealed class ProprietesTests
{
    static readonly Config Mille = Tirages.De(2000);

    [Fact]
    public void Les_neuf_parts_font_le_tout_pour_tout_montant_et_tout_premier_mois() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), Gen.Choose(9, 12).ToArbitrary(), (centimes, mois) =>
        {
            var montant = new Montant(centimes % 1_000_000_000_000);
            IReadOnlyList<Echeance> lignes = Echeancier.ParNeuviemes(montant, new AnneeScolaire(2026), mois);
            return lignes.Aggregate(Montant.Zero, (s, e) => s + e.Brut) == montant
                && lignes.All(e => e.Brut.Centimes == 0 || Math.Sign(e.Brut.Centimes) == Math.Sign(montant.Centimes))
                && lignes.All(e => e.NetEstime == NetEstime.De(e.Brut));
        }).Check(Mille);

    [Fact]
    public void Juger_et_Evaluer_disent_la_meme_chose_sans_jamais_lever() =>
        Prop.ForAll(Situations().ToArbitrary(), ParametresPossibles().ToArbitrary(), (s, p) =>
        {
            Decision d = Evaluation.Evaluer(in s, p);
            Verdict v = Evaluation.Juger(in s, p);
            string[] codes = [.. d.Motifs.Concat(d.Alertes).Select(m => m.Code)];
            return v.Issue == d.Issue && codes.Order(StringComparer.Ordinal).SequenceEqual(Evaluation.Codes(v).Order(StringComparer.Ordinal))
                && codes.Distinct(StringComparer.Ordinal).Count() == codes.Length;
        }).Check(Mille);

    [Fact]
    public void Le_tirage_atteint_toutes_les_issues()
    {
        int[] compte = new int[4];
        for (int i = 0; i < 4000; i++)
        {
            Situation s = Tirage.Une(i);
            compte[(int)Evaluation.Juger(in s, Parametres.Defaut).Issue]++;
        }

        compte.ShouldAllBe(n => n > 200);
    }

    [Fact]
    public void Chaque_motif_se_lit_sous_sa_regle() =>
        Prop.ForAll(Situations().ToArbitrary(), s => Dispositifs.TraceFidele.De(Evaluation.Evaluer(in s, Parametres.Defaut))).Check(Mille);

    [Fact]
    public void L_issue_suit_les_motifs() =>
        Prop.ForAll(Situations().ToArbitrary(), s =>
        {
            Decision d = Evaluation.Evaluer(in s, Parametres.Defaut);
            bool refus = d.Motifs.Any(m => m.Gravite == Gravite.Refus), manque = d.Motifs.Any(m => m.Gravite == Gravite.Manque);
            Issue attendue = d.Motifs.Any(m => m.Rubrique == Rubrique.Vigueur) ? Issue.HorsVigueur
                : refus ? Issue.Refusee : manque ? Issue.Incomplete : Issue.Accordee;
            return d.Issue == attendue && d.Alertes.All(a => a.Gravite == Gravite.Alerte)
                && d.Motifs.SkipWhile(m => m.Gravite == Gravite.Refus).All(m => m.Gravite == Gravite.Manque)
                && (d.Montants is null || d.Issue is Issue.Accordee or Issue.Incomplete);
        }).Check(Mille);

    [Fact]
    public void Chaque_motif_s_explique_en_francais_avec_sa_source() =>
        Prop.ForAll(Situations().ToArbitrary(), s =>
        {
            Decision d = Evaluation.Evaluer(in s, Parametres.Defaut);
            return d.Motifs.Concat(d.Alertes).All(m => m.Phrase.EndsWith('.') && m.Source.Texte.Length > 0 && m.Donnees.All(x => x.Key.Length > 0 && x.Value.Length > 0))
                && d.Trace.Etapes.Count > 0 && d.Trace.Etapes.All(e => e.Phrase.Length > 0);
        }).Check(Mille);

    /// <summary>Oublier un fait d'une situation refusée puis le retrouver ne doit pas sauver l'attribution : le refus connu sans lui demeure.</summary>
    [Fact]
    public void Un_refus_survit_a_tout_fait_ajoute() =>
        Prop.ForAll(Situations().ToArbitrary(), Gen.Choose(0, (1 << Oublis.Length) - 1).ToArbitrary(), (complete, masque) =>
        {
            Situation partielle = complete;
            for (int i = 0; i < Oublis.Length; i++)
            {
                if ((masque >> i & 1) != 0) partielle = Oublis[i](partielle);
            }

            return Evaluation.Juger(in partielle, Parametres.Defaut).Issue != Issue.Refusee
                || Evaluation.Juger(in complete, Parametres.Defaut).Issue == Issue.Refusee;
        }).Check(Tirages.De(10_000));

    /// <summary>Les faits dont l'absence se dit « inconnu ». Le partage n'en est pas : sans lui, il y a un seul titulaire.</summary>
    static readonly Func<Situation, Situation>[] Oublis =
    [
        s => s with { Montant = null },
        s => s with { Duree = Duree.Inconnue },
        s => s with { Debut = null },
        s => s with { Fin = null },
        s => s with { Nature = NatureEtablissement.Inconnue },
        s => s with { Secteur = Secteur.Inconnu },
        s => s with { Fonction = Fonction.Inconnue },
        s => s with { Corps = Corps.Inconnu },
        s => s with { AffecteDansEtablissement = null },
        s => s with { ServiceCompletCpge = null },
        s => s with { DechargeMemeMission = null },
        s => s with { AvisConseilPedagogique = null },
        s => s with { AvisConseilAdministration = null },
        s => s with { EnseignantsEps = null },
        s => s with { HeuresEpsCentiemes = null },
        s => s with { EtpEpsCentiemes = null },
        s => s with { EnveloppeNotifiee = null },
        s => s with { EnveloppeEngagee = null },
        s => s with { ServiceFaitLe = null },
        s => s with { ValideeLe = null },
        s => s with { Aujourdhui = null },
    ];

    static Gen<Parametres> ParametresPossibles() =>
        from mois in Gen.Choose(9, 12)
        from jour in Gen.Choose(1, 31)
        from hsa in Gen.Elements(true, false)
        select new Parametres { PremierMois = mois, JourLimitePaie = jour, InclureHsaEps = hsa };

    static Gen<Situation> Situations() =>
        from graine in Gen.Choose(0, int.MaxValue - 1)
        select Tirage.Une(graine);
}

/// <summary>Une situation tirée d'une graine.</summary>
static class Tirage
{
    static readonly long[] Centimes = [31_250, 62_500, 125_000, 250_000, 375_000, 100_000, 0, -1, long.MaxValue, long.MinValue];
    static readonly int[] Entiers = [0, 1, 2, 3, 4, 24, 25, 49_99, 50_00, 400, 401, -1, int.MaxValue, int.MinValue];

    /// <summary>Une fois sur deux à quelques faits d'une attribution accordée, une fois sur quatre au hasard, une fois sur quatre aux extrêmes.</summary>
    internal static Situation Une(int graine)
    {
        var r = new Random(graine);
        return graine % 4 < 2 ? Voisine(r) : Situation(r, absurde: graine % 4 == 3);
    }

    static Situation Voisine(Random r)
    {
        Situation s = Faits.Reference, autre = Situation(r, absurde: false);
        for (int i = r.Next(5); i > 0; i--) s = Emprunts[r.Next(Emprunts.Length)](s, autre);
        return s;
    }

    static readonly Func<Situation, Situation, Situation>[] Emprunts =
    [
        (s, a) => s with { Mission = a.Mission },
        (s, a) => s with { Montant = a.Montant, JustificationPresente = a.JustificationPresente },
        (s, a) => s with { Mission = Mission.Apsa, EnseignantsEps = 3 + (a.EnseignantsEps ?? 0), HeuresEpsCentiemes = a.HeuresEpsCentiemes, EtpEpsCentiemes = a.EtpEpsCentiemes },
        (s, a) => s with { Mission = Mission.Niveau, Niveaux = a.Niveaux, TitreExceptionnel = a.TitreExceptionnel },
        (s, a) => s with { Duree = a.Duree, ServiceFaitLe = a.ServiceFaitLe },
        (s, a) => s with { Debut = a.Debut, Fin = a.Fin },
        (s, a) => s with { Nature = a.Nature, ServiceCompletCpge = a.ServiceCompletCpge },
        (s, a) => s with { Fonction = a.Fonction },
        (s, a) => s with { Accord = a.Accord },
        (s, a) => s with { AvisConseilPedagogique = a.AvisConseilPedagogique },
        (s, a) => s with { EnveloppeEngagee = a.EnveloppeEngagee },
        (s, a) => s with { SommePartsMission = a.SommePartsMission, Titulaires = a.Titulaires },
        (s, a) => s with { ValideeLe = a.ValideeLe },
    ];

    internal static Situation Situation(Random r, bool absurde) => new()
    {
        Date = absurde ? Un(r, DateOnly.MinValue, DateOnly.MaxValue, new(2024, 6, 24)) : new DateOnly(2026, 1, 1).AddDays(r.Next(400)),
        Annee = new(absurde ? Un(r, int.MinValue, 0, 2014, 2015, 9998, 9999, int.MaxValue, 2023) : r.Next(2023, 2028)),
        Mission = absurde ? (Mission)r.Next(256) : (Mission)r.Next(1, 23),
        Forme = absurde ? (Forme)r.Next(256) : r.Next(10) == 0 ? Forme.Decharge : Forme.Imp,
        Montant = r.Next(10) == 0 ? null : new Montant(Centimes[r.Next(absurde ? Centimes.Length : 6)]),
        Duree = absurde ? (Duree)r.Next(256) : (Duree)r.Next(3),
        Debut = Jour(r, absurde),
        Fin = Jour(r, absurde),
        JustificationPresente = r.Next(2) == 0,
        TitreExceptionnel = r.Next(2) == 0,
        Nature = absurde ? (NatureEtablissement)r.Next(256) : (NatureEtablissement)r.Next(10),
        Secteur = absurde ? (Secteur)r.Next(256) : (Secteur)r.Next(4),
        EducationPrioritaire = absurde ? (EducationPrioritaire)r.Next(256) : (EducationPrioritaire)r.Next(4),
        Fonction = absurde ? (Fonction)r.Next(256) : (Fonction)r.Next(6),
        Corps = absurde ? (Corps)r.Next(256) : (Corps)r.Next(17),
        AffecteDansEtablissement = Bool(r),
        ServiceCompletCpge = Bool(r),
        DechargeMemeMission = Bool(r),
        Accord = absurde ? (EtatAccord)r.Next(256) : (EtatAccord)r.Next(4),
        AccordLe = Jour(r, absurde),
        AvisConseilPedagogique = Jour(r, absurde),
        AvisConseilAdministration = Jour(r, absurde),
        EnseignantsInformesLe = Jour(r, absurde),
        EnseignantsEps = Entier(r, absurde, 6),
        HeuresEpsCentiemes = Entier(r, absurde, 100_00),
        HeuresSupplementairesEpsCentiemes = Entier(r, absurde, 10_00),
        EtpEpsCentiemes = Entier(r, absurde, 600),
        Niveaux = (Niveaux)r.Next(absurde ? 256 : 128),
        ProfesseursTechnologie = Entier(r, absurde, 4),
        EquipementsPartages = Bool(r),
        EstTechnologie = r.Next(2) == 0,
        ProjetDeCycle = Bool(r),
        AppreciationNumerique = Bool(r),
        AmpleurDecrochage = Bool(r),
        LienProjetEtablissement = Bool(r),
        HeuresEstimees = Entier(r, absurde, 60),
        EnveloppeNotifiee = Entier(r, absurde, 40) is { } n ? new Quotite(n) : null,
        EnveloppeEngagee = Entier(r, absurde, 40) is { } e ? new Quotite(e) : null,
        ServiceFaitLe = Jour(r, absurde),
        ValideeLe = Jour(r, absurde),
        SommePartsMission = r.Next(3) != 0 ? null : new Montant(Centimes[r.Next(absurde ? Centimes.Length : 6)]),
        Titulaires = r.Next(3) != 0 ? null : Entier(r, absurde, 4),
        Aujourdhui = Jour(r, absurde),
        Travail = absurde ? (Travail)r.Next(256) : r.Next(10) == 0 ? Travail.CoordinationSynthese : Travail.Mission,
        OrientationAcademique = absurde ? (OrientationAcademique)r.Next(256) : (OrientationAcademique)r.Next(4),
        Article6NonPourvue = Bool(r),
        EnseignantsDiscipline = Entier(r, absurde, 8),
    };

    static T Un<T>(Random r, params T[] choix) => choix[r.Next(choix.Length)];

    static bool? Bool(Random r) => r.Next(4) switch { 0 => null, 1 => false, _ => true };

    static int? Entier(Random r, bool absurde, int borne) => r.Next(5) == 0 ? null : absurde ? Entiers[r.Next(Entiers.Length)] : r.Next(borne + 1);

    static DateOnly? Jour(Random r, bool absurde) => r.Next(4) == 0 ? null
        : absurde ? Un(r, DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 3, 1)) : new DateOnly(2026, 2, 1).AddDays(r.Next(500));
}
