using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit;

/// <summary>Lit la durée, la période et le service fait d'une mission : annuelle, ou payée une fois après service fait.</summary>
sealed class LectureDuree<TSituation>
    where TSituation : struct, IDatee
{
    readonly Regle _modalite, _periode, _serviceFait;
    readonly Constat<TSituation>? _annuelle;
    readonly Constat<TSituation> _inconnue, _inversee, _horsAnnee, _partielle, _entiere, _sansDebut, _attendu, _aVenir, _tropTot;

    /// <param name="prefixe">Début des codes.</param>
    /// <param name="modalite">La règle de versement.</param>
    /// <param name="periode">La règle de la période.</param>
    /// <param name="serviceFait">La règle du service fait.</param>
    /// <param name="annuelle">Ce que la règle de versement dit de toute mission annuelle ; absent si elle la règle.</param>
    internal LectureDuree(string prefixe, Regle modalite, Regle periode, Regle serviceFait, Constat<TSituation>? annuelle = null)
    {
        (_modalite, _periode, _serviceFait, _annuelle) = (modalite, periode, serviceFait, annuelle);
        _inconnue = Constat<TSituation>.Manque(prefixe + "-DUREE-INCONNUE", modalite, "duree", "Préciser si la mission dure toute l'année ou non.");
        _inversee = Constat<TSituation>.Refus(prefixe + "-PERIODE-INVERSEE", periode, "La mission finit avant de commencer.");
        _horsAnnee = new(prefixe + "-PERIODE-HORS-ANNEE", periode, Gravite.Refus, (c, in s, _) => new PeriodeHorsAnnee(c, s.Dates.Debut, s.Dates.Fin, s.Dates.Annee));
        _partielle = Constat<TSituation>.Refus(prefixe + "-PERIODE-PARTIELLE", periode, "La mission ne couvre pas toute l'année scolaire : la déclarer ponctuelle, payée une fois après service fait.");
        _entiere = Constat<TSituation>.Refus(prefixe + "-PERIODE-ENTIERE", periode, "La mission couvre toute l'année scolaire : la déclarer annuelle.");
        _sansDebut = Constat<TSituation>.Manque(prefixe + "-DEBUT-INCONNU", periode, "debut", "Rien n'établit que la mission était confiée le 30 septembre : indiquer le premier jour de la mission. Commencée après cette date, elle est versée en une fois.");
        _attendu = Constat<TSituation>.Alerte(prefixe + "-SERVICE-FAIT-ATTENDU", serviceFait, "Le versement attend l'attestation du service fait.");
        _aVenir = new(prefixe + "-SERVICE-FAIT-A-VENIR", serviceFait, Gravite.Alerte,
            (c, in s, _) => new ActeAVenir(c, "L'attestation du service fait est datée du", "service_fait_le", s.Dates.ServiceFaitLe, s.Dates.Present));
        _tropTot = Constat<TSituation>.Refus(prefixe + "-SERVICE-FAIT-TROP-TOT", serviceFait,
            "Le service fait est daté d'avant la fin de la mission ou d'avant l'année scolaire : il ne s'atteste qu'une fois la mission exercée.");
    }

    internal Constat<TSituation>[] Constats =>
        [_inconnue, .. _annuelle is null ? (Constat<TSituation>[])[] : [_annuelle], _inversee, _horsAnnee, _partielle, _entiere, _sansDebut, _attendu, _aVenir, _tropTot];

    internal void Lire<T>(in DatesDeMission d, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(_modalite);
        t.Note("duree", d.Duree);
        if (d.Duree is not (Duree.AnneeEntiere or Duree.Ponctuelle)) t.Constate(_inconnue);
        else if (d.Duree == Duree.AnneeEntiere && _annuelle is not null) t.Constate(_annuelle);

        t.Examine(_periode);
        t.Note("debut", d.Debut);
        t.Note("fin", d.Fin);
        Ecart ecart = d.Ecart;
        if ((ecart & Ecart.Inversee) == Ecart.Inversee) t.Constate(_inversee);
        if ((ecart & Ecart.HorsAnnee) == Ecart.HorsAnnee) t.Constate(_horsAnnee);
        if ((ecart & Ecart.Partielle) == Ecart.Partielle) t.Constate(_partielle);
        if ((ecart & Ecart.Entiere) == Ecart.Entiere) t.Constate(_entiere);
        if ((ecart & Ecart.SansDebut) == Ecart.SansDebut) t.Constate(_sansDebut);

        if (d.Duree != Duree.Ponctuelle) return;
        t.Examine(_serviceFait);
        t.Note("service_fait_le", d.ServiceFaitLe);
        t.Note("jour_limite_paie", p.JourLimitePaie);
        if (d.ServiceFaitLe is null) t.Constate(_attendu);
        else if (d.ServiceFaitLe > d.Present) t.Constate(_aVenir);
        if (d.ServiceFaitTropTot) t.Constate(_tropTot);
    }
}
