using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Suspension du versement au titulaire et transfert à celui qui le remplace dans la mission (décret n° 2015-475, art. 4).</summary>
public static class Suppleance
{
    static readonly Regle Transfert = TextesVersement.Regle("VERS-REMPLACEMENT", Rubrique.Paiement, Textes.Decret("art. 4"),
        "Le versement quitte le titulaire le jour où un agent est désigné pour le remplacer dans la mission et revient à cet agent tant que dure le remplacement. Être absent ne suffit pas.",
        ["R074", "R075", "R077"]);

    static readonly Regle Coupe = TextesVersement.Regle("VERS-TRENTIEMES", Rubrique.Paiement, Textes.Decret("art. 4"),
        "Le texte ne dit pas comment couper un mois : il se compte en trente trentièmes, chaque part de remplaçant arrondie au centime et le titulaire recevant le reste. Tous ensemble ne reçoivent jamais plus que le neuvième.",
        ["R074", "R076"]);

    static readonly Regle Arret = TextesVersement.Regle("VERS-ARRET", Rubrique.Paiement, Textes.Decret("art. 3, al. 2"),
        "Aucun texte ne dit ce que doit une mission annuelle arrêtée avant son terme. Lecture retenue : chacun garde les jours tenus, au trentième, et rien n'est dû ensuite ; le recteur peut préférer un seul versement, à un des cinq taux, sans prorata, comme pour une mission qui ne couvre pas l'année.",
        ["R070"]);

    static readonly Signal HorsVigueur = new("VERS-HORS-VIGUEUR", Transfert, Gravite.Refus);
    static readonly Signal MontantNul = new("VERS-MONTANT-NUL", Transfert, Gravite.Refus);
    static readonly Signal TitulaireInconnu = new("VERS-TITULAIRE-INCONNU", Transfert, Gravite.Manque);
    static readonly Signal RemplacantInconnu = new("VERS-REMPLACANT-INCONNU", Transfert, Gravite.Manque);
    static readonly Signal RemplaceParLuiMeme = new("VERS-REMPLACANT-TITULAIRE", Transfert, Gravite.Refus);
    static readonly Signal Inverse = new("VERS-REMPLACEMENT-INVERSE", Transfert, Gravite.Refus);
    static readonly Signal HorsAnnee = new("VERS-REMPLACEMENT-HORS-ANNEE", Transfert, Gravite.Refus);
    static readonly Signal Chevauchement = new("VERS-REMPLACEMENT-CHEVAUCHEMENT", Transfert, Gravite.Refus);
    static readonly Signal HorsPaie = new("VERS-REMPLACEMENT-HORS-PAIE", Coupe, Gravite.Alerte);
    static readonly Signal SansEffet = new("VERS-REMPLACEMENT-SANS-EFFET", Coupe, Gravite.Alerte);

    static readonly Signal ArretHorsAnnee = new("VERS-ARRET-HORS-ANNEE", Arret, Gravite.Refus);
    static readonly Signal ApresArret = new("VERS-REMPLACEMENT-APRES-ARRET", Arret, Gravite.Refus);
    static readonly Signal SansTexte = new("VERS-ARRET-SANS-TEXTE", Arret, Gravite.Alerte);

    internal static readonly Regle[] Regles = [Transfert, Coupe, Arret];

    internal static readonly Signal[] Signaux =
        [HorsVigueur, MontantNul, TitulaireInconnu, RemplacantInconnu, RemplaceParLuiMeme, Inverse, HorsAnnee, Chevauchement, HorsPaie, SansEffet, ArretHorsAnnee, ApresArret, SansTexte];

    /// <summary>Répartit chaque neuvième entre le titulaire et ses remplaçants, congés déduits. Ne lève jamais d'exception sur une mission.</summary>
    /// <remarks>
    /// Un même remplaçant revenu deux fois dans un mois a une seule ligne. Si le titulaire n'a plus aucun jour du mois, c'est le dernier remplaçant qui reçoit le reste.
    /// Le mois couvert par un neuvième est son mois de paie ; juillet, août et septembre n'en ont pas, sauf choix académique.
    /// </remarks>
    /// <param name="mission">La mission, ses remplacements et les congés de son titulaire.</param>
    /// <param name="p">Choix de l'académie : le premier mois.</param>
    public static Reponse<Ventilation> Ventiler(MissionAnnuelle mission, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(mission);
        ArgumentNullException.ThrowIfNull(p);
        var examen = new Examen();
        examen.Lire(Transfert, ("montant", mission.Montant.ToString()), ("annee", mission.Annee.ToString()), ("titulaire", mission.Titulaire ?? ""), ("remplacements", $"{mission.Remplacements.Count}"));
        if (!mission.Annee.EstRepresentable || mission.Annee.PremierJour < Textes.Rentree2015)
        {
            examen.Constate(new VersementHorsVigueur(HorsVigueur, $"Année scolaire {mission.Annee}", Textes.Rentree2015));
            return examen.Conclure<Ventilation>();
        }

        if (mission.Montant <= Montant.Zero) examen.Constate(new MontantEnCause(MontantNul, mission.Montant, $"Il n'y a rien à verser pour {mission.Montant} : donner un montant supérieur à zéro."));
        if (string.IsNullOrWhiteSpace(mission.Titulaire)) examen.Constate(new FaitManquant(TitulaireInconnu, "titulaire", "Dire à qui la mission est confiée."));
        Verifier(mission, examen);
        MaintienEnConge.Requalifier(mission, examen);
        if (mission.Conges.Count > 0) mission = mission with { Conges = [.. mission.Conges.SelectMany(c => c.Deplier())] };
        MaintienEnConge.Verifier(mission, examen);

        if (examen.Arrete) return examen.Conclure<Ventilation>();
        IReadOnlyList<Echeance> neuviemes = Echeancier.ParNeuviemes(mission.Montant, mission.Annee, p.PremierMois);
        examen.Lire(Coupe, ("premier_mois", neuviemes[0].Mois.ToString()), ("dernier_mois", neuviemes[^1].Mois.ToString()));
        Avertir(mission, neuviemes, examen);
        var droits = new DroitsAMaladie(mission, neuviemes[^1].Mois);
        MaintienEnConge.Avertir(mission, neuviemes, droits, examen);
        return examen.Conclure(() => Repartir(mission, neuviemes, droits));
    }

    static void Verifier(MissionAnnuelle mission, Examen examen)
    {
        for (int i = 0; i < mission.Remplacements.Count; i++)
        {
            (string? qui, Periode quand) = mission.Remplacements[i];
            if (string.IsNullOrWhiteSpace(qui))
                examen.Constate(new PeriodeEnCause(RemplacantInconnu, "Remplacement", i + 1, quand, "désigner le remplaçant ; sans lui, le titulaire reste payé."));
            else if (EstLeMeme(qui, mission.Titulaire))
                examen.Constate(new PeriodeEnCause(RemplaceParLuiMeme, "Remplacement", i + 1, quand, $"{qui.Trim()} est le titulaire et ne se remplace pas lui-même."));
            if (!quand.EstOrdonnee)
                examen.Constate(new PeriodeEnCause(Inverse, "Remplacement", i + 1, quand, "la fin précède le début ; inverser les deux dates."));
            else if (!mission.Annee.Contient(quand.Debut) || !mission.Annee.Contient(quand.Fin))
                examen.Constate(new PeriodeEnCause(HorsAnnee, "Remplacement", i + 1, quand, $"la période sort de l'année scolaire {mission.Annee} ; la couper au 1er septembre ou au 31 août."));
        }

        if (mission.ArretLe is { } arret)
        {
            examen.Lire(Arret, ("arret_le", Dates.Iso(arret)));
            if (!mission.Annee.Contient(arret))
                examen.Constate(new Constatation(ArretHorsAnnee, $"L'arrêt, le {Dates.Lisible(arret)}, sort de l'année scolaire {mission.Annee}."));
            for (int i = 0; i < mission.Remplacements.Count; i++)
                if (mission.Remplacements[i].Periode is { EstOrdonnee: true } quand && quand.Fin > arret)
                    examen.Constate(new PeriodeEnCause(ApresArret, "Remplacement", i + 1, quand, $"la mission s'arrête le {Dates.Lisible(arret)} ; finir le remplacement ce jour-là au plus tard."));
        }

        Chevauchements.Constater([.. mission.Remplacements.Select(r => r.Periode)], (a, b) => examen.Constate(new PeriodesEnConflit(Chevauchement, "Remplacement", a, b)));
    }

    /// <summary>Le droit ne règle que les mois versés : le reste se décide à la main.</summary>
    static void Avertir(MissionAnnuelle mission, IReadOnlyList<Echeance> neuviemes, Examen examen)
    {
        if (mission.ArretLe is { } arret && arret < mission.Annee.DernierJour)
            examen.Constate(new Constatation(SansTexte, $"Mission arrêtée le {Dates.Lisible(arret)} : aucun texte ne dit ce qui reste dû. Les jours tenus sont payés au trentième ; le rectorat peut préférer un seul versement, à un des cinq taux, sans prorata."));
        DateOnly premier = new(neuviemes[0].Mois.Annee, neuviemes[0].Mois.Numero, 1);
        Mois fin = neuviemes[^1].Mois;
        DateOnly dernier = new(fin.Annee, fin.Numero, DateTime.DaysInMonth(fin.Annee, fin.Numero));
        for (int i = 0; i < mission.Remplacements.Count; i++)
        {
            Periode quand = mission.Remplacements[i].Periode;
            if (quand.Debut < premier || quand.Fin > dernier)
                examen.Constate(new PeriodeEnCause(HorsPaie, "Remplacement", i + 1, quand, $"décision manuelle pour les jours hors des mois versés, {Elision.De(neuviemes[0].Mois.Libelle)} à {fin.Libelle} ; le calcul n'y touche pas."));
            else if (neuviemes.All(e => Trentiemes.Dans(e.Mois, quand) == 0))
                examen.Constate(new PeriodeEnCause(SansEffet, "Remplacement", i + 1, quand, "le 31 n'ajoute rien à un mois de trente jours, rien ne change."));
        }
    }

    static Ventilation Repartir(MissionAnnuelle mission, IReadOnlyList<Echeance> neuviemes, DroitsAMaladie droits)
    {
        Remplacement[] remplacements = [.. mission.Remplacements.OrderBy(r => r.Periode.Debut)];
        var lignes = new List<Versement>(neuviemes.Count + remplacements.Length);
        foreach (Echeance e in neuviemes)
        {
            int tenus = Tenus(mission, e.Mois);
            if (tenus == 0) continue;
            bool[] aLui = new bool[Trentiemes.ParMois];
            Array.Fill(aLui, true, 0, tenus);
            var parts = new List<(string Qui, int Trentiemes)>();
            int titulaire = tenus;
            foreach (Remplacement r in remplacements)
            {
                (int debut, int fin) = Trentiemes.Plage(e.Mois, r.Periode);
                if (fin == debut) continue;
                string qui = r.Remplacant!.Trim();
                Array.Fill(aLui, false, debut, fin - debut);
                titulaire -= fin - debut;
                int deja = parts.FindIndex(x => EstLeMeme(x.Qui, qui));
                if (deja < 0) parts.Add((qui, fin - debut));
                else parts[deja] = (parts[deja].Qui, parts[deja].Trentiemes + fin - debut);
            }

            Montant reste = Prorata.De(e.Brut, tenus, Trentiemes.ParMois);
            for (int i = 0; i < parts.Count; i++)
            {
                Montant part = Prorata.De(e.Brut, parts[i].Trentiemes, Trentiemes.ParMois);

                // Arrondir au plus proche peut prendre plus que le tout : nul ne passe sous zéro, et le dernier payé solde.
                if (part > reste || (titulaire == 0 && i == parts.Count - 1)) part = reste;
                reste -= part;
                lignes.Add(new(e.Rang, e.Mois, parts[i].Qui, parts[i].Trentiemes, part, NetEstime.De(part), Montant.Zero));
            }

            if (titulaire == 0) continue;
            Montant maintenu = MaintienEnConge.Maintenu(reste, e.Mois, mission, droits, aLui);
            lignes.Add(new(e.Rang, e.Mois, mission.Titulaire.Trim(), titulaire, maintenu, NetEstime.De(maintenu), reste - maintenu));
        }

        return new(neuviemes, lignes);
    }

    /// <summary>Trentièmes du mois avant l'arrêt ; un arrêt le dernier jour du mois les compte tous.</summary>
    static int Tenus(MissionAnnuelle mission, Mois mois)
    {
        if (mission.ArretLe is not { } arret) return Trentiemes.ParMois;
        (int debut, int fin) = Trentiemes.Plage(mois, new(mission.Annee.PremierJour, arret));
        return fin - debut;
    }

    static bool EstLeMeme(string a, string? b) => string.Equals(a.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Périodes qui se chevauchent dans une liste sans ordre.</summary>
static class Chevauchements
{
    /// <summary>Chaque période qui commence avant la fin d'une précédente est signalée une fois, avec celle-ci.</summary>
    internal static void Constater(IReadOnlyList<Periode> periodes, Action<(int Rang, Periode Periode), (int Rang, Periode Periode)> constater)
    {
        (int Rang, Periode Periode)? longue = null;
        foreach ((int, Periode) x in periodes.Select((p, i) => (i + 1, p)).Where(x => x.p.EstOrdonnee).OrderBy(x => x.p.Debut))
        {
            if (longue is { } avant && avant.Periode.Chevauche(x.Item2)) constater(avant, x);
            if (longue is null || x.Item2.Fin > longue.Value.Periode.Fin) longue = x;
        }
    }
}
