using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Etablissements.Importer;

sealed partial class Referentiel
{
    void Appliquer(FichierLu fichier, FicheLue f)
    {
        if (f.Academie is { } academie)
        {
            _academiesDuFichier.Add(academie);
        }

        etablissements.TryGetValue(f.Uai, out var connu);
        if (choix.Academie.Length > 0 && (f.Academie ?? connu?.AcademieCode) != choix.Academie)
        {
            Ecarter("autre académie", f.Ligne);
            return;
        }

        _vus.Add(f.Uai);
        if (fichier.Format.Complet && f.Nature is { } nature)
        {
            _couverts.Add((f.Uai[..3], nature));
        }

        if (connu is not null)
        {
            Comparer(fichier, f, connu);
        }
        else if (!fichier.Format.Cree)
        {
            Ecarter("établissement inconnu de la base : importez d’abord l’annuaire", f.Ligne);
        }
        else if (HorsChamp(f) is { } raison)
        {
            Ecarter(raison, f.Ligne);
        }
        else
        {
            Creer(fichier, f);
        }
    }

    /// <summary>Les IMP vont aux personnels de l'Éducation nationale des collèges, lycées et EREA ; les écoles, sur demande.</summary>
    string? HorsChamp(FicheLue f)
    {
        var nature = NatureEtablissement.DeCode(f.Nature);
        return f.AutreMinistere.Length > 0 ? $"relève d’un autre ministère : {f.AutreMinistere}"
            : nature.EstSecondDegre || (nature == NatureEtablissement.PremierDegre && choix.Ecoles) ? null
            : nature == NatureEtablissement.PremierDegre ? "école (cochez « prendre aussi les écoles »)"
            : nature == NatureEtablissement.Inconnue ? null
            : "ni école, ni collège, ni lycée (service, établissement de soin, maison familiale…)";
    }

    void Creer(FichierLu fichier, FicheLue f)
    {
        var (colonne, probleme) = f.Nom is null ? ("nom", "établissement nouveau sans nom") : f.Nature is null ? ("nature", "établissement nouveau sans nature")
            : f.Academie is null ? ("académie", "établissement nouveau sans académie") : !Academie(f) ? ("académie", "académie inconnue") : ("", "");
        if (probleme.Length > 0)
        {
            _sales.Add(new(fichier.Nom, f.Ligne, colonne, colonne == "académie" ? f.Academie ?? "" : f.Uai, probleme, colonne == "académie" ? "Importez d’abord le fichier des académies." : "Complétez la ligne, ou créez-le avec « etablissements creer ».", Rejetee: true));
            return;
        }

        var e = new Etablissement { Uai = f.Uai, Denomination = f.Nom!, AcademieCode = f.Academie!, Secteur = Secteur.Inconnu };
        foreach (var champ in ChampAnnuaire.Tous.Where(c => c.DeLaLigne(f, null) is not null))
        {
            champ.Ecrire(e, f);
            ChampAnnuaire.Marquer(e, champ);
        }

        Departement(f);
        etablissements[e.Uai] = e;
        _aEcrire.Add(e);
        _nouveaux.Add(new(e.Uai, e.Denomination, e.Commune, natures.TryGetValue(e.NatureCode, out var n) ? n.Libelle : e.NatureCode, ChampAnnuaire.Dire(e.Secteur), e.AcademieCode, fichier.Nom, f.Ligne));
        if (e.Secteur == Secteur.Inconnu)
        {
            _sales.Add(new(fichier.Nom, f.Ligne, "contrat", f.Uai, "privé dont le contrat n’est pas dit", "Il est créé sans secteur ; aucune décision ne se prend pour lui avant qu’un fichier plus complet ne le dise.", Rejetee: false));
        }
    }

    void Comparer(FichierLu fichier, FicheLue f, Etablissement e)
    {
        List<ChampModifie> changes = [], gardes = [];
        List<ChampAnnuaire> aEcrire = [];
        foreach (var champ in ChampAnnuaire.Tous)
        {
            if (champ.DeLaLigne(f, e) is not { } lu || champ.DeLaBase(e) is var actuel && actuel == lu)
            {
                continue;
            }

            var saisi = actuel.Length > 0 && !ChampAnnuaire.VientDUnFichier(e, champ);
            if (saisi && !champ.Decisif && ChampAnnuaire.MemeSens(actuel, lu))
            {
                continue;
            }

            if (champ.Code == "academie" && !Academie(f))
            {
                _sales.Add(new(fichier.Nom, f.Ligne, "académie", lu, "académie inconnue", "Importez d’abord le fichier des académies ; l’établissement garde la sienne.", Rejetee: false));
                continue;
            }

            var modifie = new ChampModifie(champ.Nom, actuel, lu, champ.Decisif && (actuel.Length > 0 || champ.Code != "etat"), saisi);
            if (saisi && !choix.Remplacer)
            {
                gardes.Add(modifie);
                continue;
            }

            changes.Add(modifie);
            aEcrire.Add(champ);
        }

        EtablissementModifie Dire(IReadOnlyList<ChampModifie> champs) => new(e.Uai, e.Denomination, e.AcademieCode, fichier.Nom, f.Ligne, champs);
        if (gardes.Count > 0)
        {
            _gardes.Add(Dire(gardes));
        }

        if (changes.Count == 0)
        {
            _inchanges.Add(e.Uai);
            return;
        }

        _changes.Add(Dire(changes));
        if (f.Etat is EtatEtablissement.Ferme or EtatEtablissement.AFermer && changes.Exists(c => c.Nom == "état"))
        {
            _fermetures.Add(Dire(changes));
        }

        _inchanges.Remove(e.Uai);
        foreach (var champ in aEcrire)
        {
            champ.Ecrire(e, f);
            ChampAnnuaire.Marquer(e, champ);
        }

        Departement(f);
        _aEcrire.Add(e);
    }

    /// <summary>Vrai si l'académie est connue, ou si la ligne la nomme assez pour l'ajouter.</summary>
    bool Academie(FicheLue f)
    {
        if (f.Academie is not { } code)
        {
            return false;
        }

        if (!academies.ContainsKey(code) && f.AcademieLibelle is { } libelle)
        {
            Ecrire(academies, code, () => new() { Code = code, Libelle = libelle }, _ => true, _ => { }, $"académie {libelle} ({code})");
        }

        return academies.ContainsKey(code);
    }

    void Departement(FicheLue f)
    {
        if (f is { Departement: { } code, DepartementLibelle: { } libelle, Academie: { } academie } && !departements.ContainsKey(code) && academies.ContainsKey(academie))
        {
            Ecrire(departements, code, () => new() { Code = code, Libelle = libelle, AcademieCode = academie }, _ => true, _ => { }, $"département {libelle} ({code})");
        }
    }
}
