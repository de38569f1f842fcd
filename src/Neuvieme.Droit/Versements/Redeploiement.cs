namespace Neuvieme.Droit.Versements;

/// <summary>Les heures d'une mission dans une part.</summary>
/// <param name="Mission">Nom de la mission, non vide.</param>
/// <param name="PrevuesCentiemes">Heures prévues, en centièmes.</param>
/// <param name="FaitesCentiemes">Heures faites, en centièmes, au plus les heures prévues.</param>
public sealed record HeuresDeMission(string Mission, long PrevuesCentiemes, long FaitesCentiemes);

/// <summary>Des heures à passer d'une mission à une autre de la même part.</summary>
/// <param name="Parts">Les parts confiées.</param>
/// <param name="Missions">Les missions de la part ; leurs heures prévues font celles de la part.</param>
/// <param name="Source">Mission qui cède des heures.</param>
/// <param name="Cible">Mission qui les reçoit, présente ou nouvelle.</param>
/// <param name="HeuresCentiemes">Heures cédées, en centièmes.</param>
public sealed record DemandeDeRedeploiement(PartsConfiees Parts, IReadOnlyList<HeuresDeMission> Missions, string Source, string Cible, long HeuresCentiemes)
{
    /// <summary>L'agent est d'accord.</summary>
    public bool? AccordDeLAgent { get; init; }

    /// <summary>La lettre de mission nomme déjà la mission cible comme repli.</summary>
    public bool RepliPrevu { get; init; }
}

/// <summary>La part après redéploiement.</summary>
/// <param name="Missions">Les missions et leurs heures ; le total n'a pas changé.</param>
public sealed record PartRedeployee(IReadOnlyList<HeuresDeMission> Missions);

/// <summary>Redéploiement d'heures non faites entre missions d'une même part : le total de la part ne change pas.</summary>
public static class Redeploiement
{
    static readonly Regle Regime = TextesVersement.Regle("VERS-PACTE-REDEPLOIEMENT", Rubrique.Procedure, Pacte.Textes.Decret(),
        "Les heures qui ne peuvent être faites se redéploient, avec l'accord de l'agent, sur une autre mission de la même part ; si la lettre ne la prévoit pas en repli, un avenant se signe.",
        ["R183", "R184", "R193"], Pacte.Textes.Rentree2023);

    static readonly Signal Forfait = new("VERS-PACTE-REDEPLOIEMENT-AU-FORFAIT", Regime, Gravite.Refus);
    static readonly Signal TotalFaux = new("VERS-PACTE-REDEPLOIEMENT-TOTAL", Regime, Gravite.Refus);
    static readonly Signal MissionFausse = new("VERS-PACTE-REDEPLOIEMENT-MISSION", Regime, Gravite.Refus);
    static readonly Signal HeuresFausses = new("VERS-PACTE-REDEPLOIEMENT-HEURES", Regime, Gravite.Refus);
    static readonly Signal AccordInconnu = new("VERS-PACTE-REDEPLOIEMENT-ACCORD-INCONNU", Regime, Gravite.Manque);
    static readonly Signal AccordRefuse = new("VERS-PACTE-REDEPLOIEMENT-ACCORD-REFUSE", Regime, Gravite.Refus);
    static readonly Signal Avenant = new("VERS-PACTE-REDEPLOIEMENT-AVENANT", Regime, Gravite.Alerte);

    internal static readonly Regle[] Regles = [Regime];
    internal static readonly Signal[] Signaux = [Forfait, TotalFaux, MissionFausse, HeuresFausses, AccordInconnu, AccordRefuse, Avenant];

    /// <summary>La part après redéploiement. Ne lève jamais d'exception sur une demande.</summary>
    public static Reponse<PartRedeployee> Juger(DemandeDeRedeploiement d)
    {
        ArgumentNullException.ThrowIfNull(d);
        var examen = new Examen();
        if (!PartFonctionnelle.Lire(d.Parts, null, examen)) return examen.Conclure<PartRedeployee>();
        examen.Lire(Regime, ("source", d.Source), ("cible", d.Cible), ("heures_centiemes", $"{d.HeuresCentiemes}"));
        if (d.Parts.Modalite == Pacte.Modalite.Forfait)
            examen.Constate(new Constatation(Forfait, "Un engagement forfaitaire n'a pas d'heures à redéployer."));
        if (examen.Arrete) return examen.Conclure<PartRedeployee>();

        VerifierMissions(d, examen);
        if (d.AccordDeLAgent is null) examen.Constate(new FaitManquant(AccordInconnu, "accord_de_l_agent", "Demander l'accord de l'agent."));
        else if (d.AccordDeLAgent == false) examen.Constate(new Constatation(AccordRefuse, "L'agent n'est pas d'accord : une autre mission ne s'impose pas."));
        if (!d.RepliPrevu) examen.Constate(new Constatation(Avenant, $"La lettre ne prévoit pas « {d.Cible} » en repli : faire signer un avenant."));
        return examen.Conclure(() => new PartRedeployee(Deplacer(d)));
    }

    static void VerifierMissions(DemandeDeRedeploiement d, Examen examen)
    {
        foreach (HeuresDeMission m in d.Missions)
        {
            if (string.IsNullOrWhiteSpace(m.Mission) || d.Missions.Count(x => EstLaMeme(x.Mission, m.Mission)) > 1)
                examen.Constate(new Constatation(MissionFausse, $"Mission « {m.Mission} » : chaque mission a un nom et se cite une fois."));
            if (m.PrevuesCentiemes is < 0 or > BorneCentiemes || m.FaitesCentiemes < 0 || m.FaitesCentiemes > m.PrevuesCentiemes)
                examen.Constate(new HeuresEnCause(HeuresFausses, m.FaitesCentiemes, $"Mission « {m.Mission} » : les heures faites vont de zéro aux heures prévues."));
        }

        if (examen.Arrete) return;
        long prevues = d.Missions.Sum(m => m.PrevuesCentiemes);
        if (prevues != d.Parts.HeuresDuesCentiemes)
            examen.Constate(new HeuresEnCause(TotalFaux, prevues, $"Les missions font {Heures(prevues)} h prévues et la part en doit {Heures(d.Parts.HeuresDuesCentiemes!.Value)} : les accorder d'abord."));
        if (string.IsNullOrWhiteSpace(d.Cible) || EstLaMeme(d.Source, d.Cible))
            examen.Constate(new Constatation(MissionFausse, "La mission qui reçoit les heures n'est pas celle qui les cède : en nommer une autre."));
        if (d.Missions.FirstOrDefault(m => EstLaMeme(m.Mission, d.Source)) is not { } source)
            examen.Constate(new Constatation(MissionFausse, $"« {d.Source} » n'est pas une mission de la part."));
        else if (d.HeuresCentiemes <= 0 || d.HeuresCentiemes > source.PrevuesCentiemes - source.FaitesCentiemes)
            examen.Constate(new HeuresEnCause(HeuresFausses, d.HeuresCentiemes, $"« {d.Source} » peut céder jusqu'à {Heures(source.PrevuesCentiemes - source.FaitesCentiemes)} h, plus de zéro."));
    }

    static List<HeuresDeMission> Deplacer(DemandeDeRedeploiement d)
    {
        List<HeuresDeMission> missions = [.. d.Missions.Select(m =>
            EstLaMeme(m.Mission, d.Source) ? m with { PrevuesCentiemes = m.PrevuesCentiemes - d.HeuresCentiemes }
            : EstLaMeme(m.Mission, d.Cible) ? m with { PrevuesCentiemes = m.PrevuesCentiemes + d.HeuresCentiemes } : m)];
        if (!missions.Exists(m => EstLaMeme(m.Mission, d.Cible))) missions.Add(new(d.Cible, d.HeuresCentiemes, 0));
        return missions;
    }

    // Au-delà, ce n'est plus un fait, et la somme des heures pourrait déborder.
    const long BorneCentiemes = 1_000_000_000;

    static string Heures(long centiemes) => new Montant(centiemes).Nombre();

    static bool EstLaMeme(string a, string? b) => string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}
