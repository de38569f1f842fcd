using FsCheck;
using FsCheck.Fluent;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Droit.Tests.Versements;

/// <summary>Ce qui reste vrai de tout montant et de toutes dates.</summary>
public sealed class ProprietesDeVersementTests
{
    static readonly Config Deux = Tirages.De(2000);
    static readonly DateOnly Rentree = new(2026, 9, 1);

    [Fact]
    public void Titulaire_et_remplacants_recoivent_ensemble_le_neuvieme() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), graine =>
        {
            (MissionAnnuelle m, Parametres p) = Sage(new Random(graine));
            Ventilation v = Suppleance.Ventiler(m, p).Resultat.ShouldNotBeNull();
            return v.Neuviemes.All(e => v.Versements.Where(x => x.Mois == e.Mois).ToArray() is var mois
                    && mois.Aggregate(Montant.Zero, (s, x) => s + x.Brut + x.Retenue) == e.Brut
                    && mois.Sum(x => x.Trentiemes) == 30 && mois.DistinctBy(x => x.Beneficiaire).Count() == mois.Length)
                && v.Versements.All(x => x.Brut.Centimes >= 0 && x.Retenue.Centimes >= 0 && x.Trentiemes > 0 && x.NetEstime == NetEstime.De(x.Brut))
                && v.Totaux().Aggregate(v.Retenues(), (s, t) => s + t.Value) == m.Montant
                && (m.Conges.Count > 0 || v.Retenues() == Montant.Zero);
        }).Check(Deux);

    /// <summary>Arrêtée, la mission doit chaque mois ses jours tenus, au demi-centime près, et plus rien ensuite ; les mois d'avant ne changent pas.</summary>
    [Fact]
    public void Une_mission_arretee_doit_ses_jours_tenus() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Gen.Choose(0, 364).ToArbitrary(), (graine, jour) =>
        {
            (MissionAnnuelle m, Parametres p) = Sage(new Random(graine));
            DateOnly arret = Rentree.AddDays(jour);
            Ventilation entiere = Suppleance.Ventiler(m with { Remplacements = [.. m.Remplacements.Where(r => r.Periode.Fin <= arret)] }, p).Resultat!;
            Ventilation v = Suppleance.Ventiler(m with { ArretLe = arret, Remplacements = [.. m.Remplacements.Where(r => r.Periode.Fin <= arret)] }, p).Resultat!;
            return v.Neuviemes.All(e =>
            {
                int tenus = Trentiemes.Dans(e.Mois, new(Rentree, arret));
                var mois = v.Versements.Where(x => x.Mois == e.Mois).ToArray();
                Int128 du = mois.Aggregate(Montant.Zero, (s, x) => s + x.Brut + x.Retenue).Centimes;
                return mois.Sum(x => x.Trentiemes) == tenus && (Int128)e.Brut.Centimes * tenus - du * 30 is var ecart && ecart > -16 && ecart <= 15
                    && (tenus < 30 || mois.SequenceEqual(entiere.Versements.Where(x => x.Mois == e.Mois)));
            });
        }).Check(Deux);

    /// <summary>Un mois partagé en deux : chacun à un demi-centime de sa part exacte, calculée en fractions.</summary>
    [Fact]
    public void Un_seul_remplacant_recoit_sa_part_au_centime_le_plus_proche() =>
        Prop.ForAll(Gen.Choose(24, 100_000_000).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (centimes, debut, jours) =>
        {
            var periode = new Periode(Rentree.AddDays(debut), Rentree.AddDays(debut + jours));
            Ventilation v = Suppleance.Ventiler(new(new(centimes), new(2026), "A") { Remplacements = [new("B", periode)] }, Parametres.Defaut).Resultat!;
            return v.Versements.Where(x => x.Beneficiaire == "B").All(x =>
                v.Neuviemes[x.Rang - 1].Brut.Centimes * x.Trentiemes - x.Brut.Centimes * 30 is var ecart && ecart is > -16 and <= 15);
        }).Check(Deux);

    [Fact]
    public void Aucune_mission_ne_leve_et_chaque_refus_a_sa_phrase() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), graine =>
        {
            Reponse<Ventilation> r = Suppleance.Ventiler(Absurde(new Random(graine)), Parametres.Defaut);
            return r.Resultat is not null == (r.Issue == Issue.Accordee) && (r.Issue == Issue.Accordee) == (r.Motifs.Count == 0)
                && r.Motifs.Concat(r.Alertes).All(m => m.Phrase.Length > 20 && m.Donnees.All(d => d.Value.Length > 0))
                && (r.Resultat is not { } v || v.Totaux().Aggregate(v.Retenues(), (s, t) => s + t.Value).Centimes is var du && (du > 0 || v.Versements.Count == 0));
        }).Check(Deux);

    /// <summary>Compte naïf, jour par jour : le 31 vaut zéro, le dernier jour de février vaut ce qui manque à trente.</summary>
    [Fact]
    public void Les_trentiemes_suivent_le_compte_jour_par_jour() =>
        Prop.ForAll(Gen.Choose(0, 1500).ToArbitrary(), Gen.Choose(-3, 400).ToArbitrary(), Gen.Choose(0, 50).ToArbitrary(), (debut, longueur, mois) =>
        {
            DateOnly premier = new DateOnly(2023, 9, 1).AddDays(debut);
            var periode = new Periode(premier, premier.AddDays(longueur));
            DateOnly duMois = new DateOnly(2023, 9, 1).AddMonths(mois);
            int attendu = 0;
            for (DateOnly j = duMois; j.Month == duMois.Month; j = j.AddDays(1))
            {
                bool dernier = j.AddDays(1).Month != j.Month;
                if (j >= periode.Debut && j <= periode.Fin) attendu += j.Day == 31 ? 0 : dernier ? 31 - j.Day : 1;
            }

            return Trentiemes.Dans(Mois.De(duMois), periode) == attendu;
        }).Check(Deux);

    [Fact]
    public void Les_parts_egales_font_le_tout() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), Gen.Choose(-2, 500).ToArbitrary(), (centimes, nombre) =>
        {
            IReadOnlyList<Montant> parts = Prorata.PartsEgales(new(centimes), nombre);
            return nombre <= 0 ? parts.Count == 0
                : parts.Count == nombre && parts.Aggregate(Montant.Zero, (s, x) => s + x) == new Montant(centimes)
                && (Int128)parts.Max().Centimes - parts.Min().Centimes <= 1;
        }).Check(Deux);

    [Fact]
    public void La_recuperation_va_de_zero_au_verse() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), graine =>
        {
            var r = new Random(graine);
            var parts = new PartsConfiees(new(r.Next(2023, 2030)), r.Next(1, r.Next(3) == 0 ? int.MaxValue : 12), (Pacte.Modalite)r.Next(3));
            DateOnly? arret = r.Next(2) == 0 ? null : parts.Annee.PremierJour.AddDays(r.Next(365));
            DateOnly? au = r.Next(2) == 0 ? null : parts.Annee.PremierJour.AddDays(r.Next(-50, 420));
            bool forfait = parts.Modalite == Pacte.Modalite.Forfait;
            var suivi = new SuiviDesParts(parts) { HeuresFaitesCentiemes = forfait ? null : r.Next(r.Next(2) == 0 ? 20_000 : int.MaxValue), ArretLe = arret, Au = au };
            EtatDesAvances e = Avances.Calculer(suivi, Parametres.Defaut).Resultat.ShouldNotBeNull();
            return e.Verse <= e.Montant && e.Verse == e.Echeances.Aggregate(Montant.Zero, (s, x) => s + x.Brut)
                && (arret is not null || au is not null || e.Verse == e.Montant)
                && (forfait ? e.Recuperable is null
                    : e.Recuperable >= Montant.Zero && e.Recuperable <= e.Verse && e.Acquis <= e.Montant
                    && (parts.Annee.Debut < 2025 ? e.Recuperable == Montant.Zero : e.Recuperable == (e.Verse > e.Acquis!.Value ? e.Verse - e.Acquis.Value : Montant.Zero)));
        }).Check(Deux);

    [Fact]
    public void Redeployer_conserve_les_heures_de_la_part() =>
        Prop.ForAll(Gen.Choose(1, 8).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(-500, 9000).ToArbitrary(), (demiParts, faites, heures) =>
        {
            var parts = new PartsConfiees(new(2026), demiParts, Pacte.Modalite.Heures24);
            long dues = parts.HeuresDuesCentiemes!.Value;
            var demande = new DemandeDeRedeploiement(parts, [new("RCD", dues, dues * faites / 100)], "RCD", "club", heures) { AccordDeLAgent = true };
            Reponse<PartRedeployee> r = Redeploiement.Juger(demande);
            return r.Resultat is not { } apres ? heures <= 0 || heures > dues - dues * faites / 100
                : apres.Missions.Sum(m => m.PrevuesCentiemes) == dues && apres.Missions.All(m => m.PrevuesCentiemes >= m.FaitesCentiemes);
        }).Check(Deux);

    [Fact]
    public void Les_bilans_viennent_en_janvier_et_en_avril_depuis_2025()
    {
        BilansDuPacte.Dates(new(2024)).ShouldBeEmpty();
        BilansDuPacte.Dates(new(2025)).ShouldBe([new(2026, 1, 31), new(2026, 4, 30)]);
    }

    /// <summary>Périodes successives sans jour commun, parfois un congé, tout montant jusqu'à dix milliards, parfois quelques centimes.</summary>
    static (MissionAnnuelle Mission, Parametres P) Sage(Random r)
    {
        var remplacements = new List<Remplacement>();
        for (int jour = r.Next(120); jour < 360 && remplacements.Count < 40; jour += r.Next(r.Next(2) == 0 ? 4 : 60))
        {
            int fin = int.Min(jour + r.Next(r.Next(2) == 0 ? 3 : 50), 364);
            remplacements.Add(new("BCDEFG"[r.Next(6)].ToString(), new(Rentree.AddDays(jour), Rentree.AddDays(fin))));
            jour = fin + 1;
        }

        DateOnly debut = Rentree.AddDays(r.Next(-200, 200));
        var conges = new List<Conge>();
        for (int i = r.Next(4); i > 0; i--)
        {
            DateOnly fin = debut.AddDays(r.Next(2) == 0 ? r.Next(3) : r.Next(200));
            if (fin >= Rentree) conges.Add(new(r.Next(2) == 0 ? NatureConge.MaladieOrdinaire : (NatureConge)r.Next(1, 13), new(debut, fin)) { JoursDejaPris = r.Next(361), SansCarence = r.Next(2) == 0 });
            debut = fin.AddDays(r.Next(1, 40));
            if (debut >= Rentree.AddDays(365)) break;
        }

        Remplacement[] melanges = [.. remplacements];
        r.Shuffle(melanges);
        long centimes = r.Next(4) == 0 ? r.Next(1, 400) : r.NextInt64(1, 1_000_000_000_000);
        return (new(new(centimes), new(2026), "A") { Remplacements = melanges, Conges = conges, Contractuel = new bool?[] { null, false, true }[r.Next(3)] }, new Parametres { PremierMois = r.Next(9, 13) });
    }

    static MissionAnnuelle Absurde(Random r) =>
        new(new(r.Next(3) == 0 ? r.NextInt64(long.MinValue, long.MaxValue) : 125_000), new(r.Next(4) switch { 0 => int.MaxValue, 1 => 9998, 2 => r.Next(2010, 2020), _ => 2026 }), r.Next(10) == 0 ? "" : "A")
        {
            Contractuel = r.Next(4) == 0 ? true : null,
            ArretLe = r.Next(3) == 0 ? Jour(r) : null,
            Remplacements = [.. Enumerable.Range(0, r.Next(4)).Select(_ => new Remplacement(new[] { "A", "B", null, "" }[r.Next(4)], Dates(r)))],
            Conges = [.. Enumerable.Range(0, r.Next(3)).Select(_ => new Conge((NatureConge)r.Next(256), Dates(r)) { JoursDejaPris = r.Next(int.MinValue, int.MaxValue), AccordeLe = r.Next(2) == 0 ? null : DateOnly.MinValue })],
        };

    static Periode Dates(Random r) => new(Jour(r), Jour(r));

    static DateOnly Jour(Random r) => r.Next(6) switch { 0 => DateOnly.MinValue, 1 => DateOnly.MaxValue, 2 => new(9999, 8, 31), _ => Rentree.AddDays(r.Next(-30, 400)) };
}
