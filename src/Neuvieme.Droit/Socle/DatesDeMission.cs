using System.Runtime.InteropServices;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit;

/// <summary>Ce qu'une période a d'incompatible avec l'année scolaire ou avec la durée déclarée.</summary>
[Flags]
enum Ecart
{
    Aucun = 0,
    Inversee = 1,
    HorsAnnee = 2,
    Partielle = 4,
    Entiere = 8,
    SansDebut = 16,
}

/// <summary>Les dates d'une mission et le jour où on la lit.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct DatesDeMission(AnneeScolaire Annee, DateOnly Present)
{
    internal Duree Duree { get; init; }

    internal DateOnly? Debut { get; init; }

    internal DateOnly? Fin { get; init; }

    internal DateOnly? ServiceFaitLe { get; init; }

    /// <summary>Jour où la mission est confiée ; avant lui, elle n'est à personne.</summary>
    internal DateOnly? ConfieeLe { get; init; }

    /// <summary>Le jour où une mission est confiée : celui de l'accord ; donné sans date, celui de la décision, sinon de la lettre ; à défaut, le jour présent.</summary>
    internal static DateOnly Confiee(EtatAccord accord, DateOnly? le, DateOnly? decideeLe, DateOnly? lettreLe, DateOnly present) =>
        le ?? (accord == EtatAccord.Donne ? decideeLe ?? lettreLe : null) ?? present;

    /// <summary>Vrai d'un jour qui n'est ni de l'année scolaire de la mission, ni de la précédente, où elle se prépare.</summary>
    internal bool EstAutreAnnee(DateOnly jour) => Annee.Debut - AnneeScolaire.De(jour).Debut is < 0 or > 1;

    /// <summary>Commencée après septembre ou finie avant juin, une mission n'est pas annuelle ; confiée après septembre, elle doit dire son premier jour (contradiction C37).</summary>
    internal Ecart Ecart
    {
        get
        {
            Ecart ecart = Fin < Debut ? Ecart.Inversee : Ecart.Aucun;
            if (EstHors(Debut) || EstHors(Fin)) return ecart | Ecart.HorsAnnee;
            DateOnly septembre = new(Annee.Debut, 9, 30), juin = new(Annee.Debut + 1, 6, 1);
            if (Duree == Duree.AnneeEntiere && Debut is null && ConfieeLe > septembre) ecart |= Ecart.SansDebut;
            if (Duree == Duree.AnneeEntiere && (Debut > septembre || Fin < juin)) return ecart | Ecart.Partielle;
            if (Duree == Duree.Ponctuelle && Debut <= septembre && Fin >= juin) return ecart | Ecart.Entiere;
            return ecart;
        }
    }

    /// <summary>Le service fait s'atteste une fois la mission exercée.</summary>
    internal bool ServiceFaitTropTot => ServiceFaitLe < Annee.PremierJour || ServiceFaitLe < Debut || (Duree == Duree.Ponctuelle && ServiceFaitLe < Fin);

    /// <summary>Le jour où une mission ponctuelle peut se payer : le plus tardif du service fait et des actes qui l'ont permise ; absent tant que le service fait n'est pas attesté.</summary>
    internal DateOnly? PayableLe(DateOnly? accordLe, DateOnly? lettreLe, DateOnly? decideeLe) =>
        ServiceFaitLe is { } fait ? PlusTard(PlusTard(PlusTard(fait, accordLe), lettreLe), decideeLe) : null;

    static DateOnly PlusTard(DateOnly jour, DateOnly? autre) => autre is { } a && a > jour ? a : jour;

    bool EstHors(DateOnly? jour) => jour is { } d && !Annee.Contient(d);
}

/// <summary>Une situation qui sait quand on la lit.</summary>
interface IDatee
{
    DatesDeMission Dates { get; }
}

/// <summary>Le jour d'un acte, lu dans une situation.</summary>
delegate DateOnly? JourDe<TSituation>(in TSituation s)
    where TSituation : struct;

/// <summary>Un acte daté dont la décision dépend : il manque, il est à venir, ou il porte sur une autre année scolaire.</summary>
sealed class ActeDate<TSituation>
    where TSituation : struct, IDatee
{
    readonly string _fait;
    readonly JourDe<TSituation> _jour;
    readonly Constat<TSituation>? _manque;
    readonly Constat<TSituation> _aVenir, _autreAnnee;

    /// <param name="code">Début des codes.</param>
    /// <param name="regle">La règle qui demande l'acte.</param>
    /// <param name="fait">Nom du fait, celui de l'entrée JSON.</param>
    /// <param name="acte">« La lettre de mission est datée du ».</param>
    /// <param name="jour">Le jour de l'acte.</param>
    /// <param name="demande">Ce qu'il reste à faire sans lui ; absent si son absence n'empêche rien.</param>
    /// <param name="autreAnnee">Ce qu'un acte d'une autre année fait à la décision.</param>
    /// <param name="aVenir">Ce qu'un acte qui n'a pas encore eu lieu fait à la décision.</param>
    internal ActeDate(string code, Regle regle, string fait, string acte, JourDe<TSituation> jour, string? demande = null,
        Gravite autreAnnee = Gravite.Manque, Gravite aVenir = Gravite.Manque)
    {
        (_fait, _jour) = (fait, jour);
        _manque = demande is null ? null : Constat<TSituation>.Manque(code + "-MANQUE", regle, fait, demande);
        _aVenir = new(code + "-A-VENIR", regle, aVenir, (c, in s, _) => new ActeAVenir(c, acte, fait, jour(in s), s.Dates.Present));
        _autreAnnee = new(code + "-AUTRE-ANNEE", regle, autreAnnee, (c, in s, _) => new ActeAutreAnnee(c, acte, fait, jour(in s), s.Dates.Annee));
    }

    internal Constat<TSituation>[] Constats => _manque is null ? [_aVenir, _autreAnnee] : [_manque, _aVenir, _autreAnnee];

    internal void Lire<T>(in TSituation s, ref T t)
        where T : struct, ITemoin
    {
        DateOnly? jour = _jour(in s);
        t.Note(_fait, jour);
        if (jour is not { } le)
        {
            if (_manque is not null) t.Constate(_manque);
            return;
        }

        DatesDeMission dates = s.Dates;
        if (le > dates.Present) t.Constate(_aVenir);
        if (dates.EstAutreAnnee(le)) t.Constate(_autreAnnee);
    }
}
