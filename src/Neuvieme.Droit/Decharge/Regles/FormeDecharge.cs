using ImpTextes = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.Decharge.Regles;

/// <summary>La décharge comme forme de reconnaissance d'une mission : ses textes, communs à l'attribution et à la conversion.</summary>
static class FormeDecharge
{
    internal static readonly Regle Service = ImpTextes.Regle("IMP-DECHARGE", Rubrique.Mission, ImpTextes.DecretService(),
        "Une mission trop lourde pour s'ajouter au service est reconnue par un allègement d'heures d'enseignement, qui exclut en établissement l'IMP de la même mission ; le recteur en décide, après proposition du conseil d'administration dans un établissement public.",
        ["R006", "R027", "R030"]);

    internal static readonly Regle Pegc = ImpTextes.Regle("IMP-DECHARGE-PEGC", Rubrique.Mission, ImpTextes.DecretPegc(),
        "L'allègement de service d'un PEGC se fonde sur son statut, non sur le décret des autres corps enseignants.", ["R015", "R027"]);

    internal static readonly Regle Prive = ImpTextes.Regle("IMP-DECHARGE-PRIVE", Rubrique.Mission, ImpTextes.CirculairePrive(),
        "Dans le privé sous contrat, l'allègement se décide sans conseil d'administration ; tous les enseignants sont informés de la répartition.", ["R023", "R027"]);

    /// <summary>Le texte qui fonde l'allègement de ce corps.</summary>
    internal static Regle De(Corps corps) => corps == Corps.Pegc ? Pegc : Service;
}

/// <summary>La somme d'IMP d'une situation.</summary>
delegate Montant? MontantDe<TSituation>(in TSituation s)
    where TSituation : struct;

/// <summary>Lit qui peut être allégé, et qu'aucune somme ne s'ajoute pour la même mission.</summary>
sealed class LectureForme<TSituation>
    where TSituation : struct
{
    readonly Constat<TSituation> _avecMontant, _pegcAvecMontant, _cpe, _pegcCpe, _corpsCpe;

    /// <param name="prefixe">Début des codes.</param>
    /// <param name="montant">La somme d'IMP de la même mission.</param>
    internal LectureForme(string prefixe, MontantDe<TSituation> montant)
    {
        _avecMontant = new(prefixe + "-AVEC-MONTANT", FormeDecharge.Service, Gravite.Refus, (c, in s, _) => new DechargeAvecMontant(c, montant(in s) ?? Montant.Zero));
        _pegcAvecMontant = new(prefixe + "-PEGC-AVEC-MONTANT", FormeDecharge.Pegc, Gravite.Refus, (c, in s, _) => new DechargeAvecMontant(c, montant(in s) ?? Montant.Zero));
        const string SansService = "Un CPE n'a pas de service d'enseignement à alléger : seule l'IMP peut reconnaître sa mission.";
        _cpe = Constat<TSituation>.Refus(prefixe + "-CPE", FormeDecharge.Service, SansService);
        _pegcCpe = Constat<TSituation>.Refus(prefixe + "-PEGC-CPE", FormeDecharge.Pegc, SansService);
        _corpsCpe = Constat<TSituation>.Manque(prefixe + "-CORPS-CPE", FormeDecharge.Service, "fonction",
            "L'agent est du corps des CPE et déclaré enseignant : vérifier qu'il a un service d'enseignement à alléger.");
    }

    internal Constat<TSituation>[] Constats => [_avecMontant, _pegcAvecMontant, _cpe, _pegcCpe, _corpsCpe];

    /// <param name="montant">La somme d'IMP de la même mission ; absente là où elle peut s'ajouter.</param>
    /// <param name="fonction">Fonction de l'agent.</param>
    /// <param name="corps">Son corps.</param>
    /// <param name="t">Le témoin.</param>
    internal void Lire<T>(Montant? montant, Fonction fonction, Corps corps, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(FormeDecharge.De(corps));
        t.Note("montant", montant);
        t.Note("fonction", fonction);
        t.Note("corps", corps);
        bool pegc = corps == Corps.Pegc;
        if (montant is { Centimes: not 0 }) t.Constate(pegc ? _pegcAvecMontant : _avecMontant);
        if (fonction == Fonction.Cpe) t.Constate(pegc ? _pegcCpe : _cpe);
        else if (corps == Corps.Cpe) t.Constate(_corpsCpe);
    }
}
