using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Personnels.Importer;

sealed partial class AnalyseSts
{
    const string Corriger = "Corriger la fiche de la personne dans STSWeb, puis refaire l’export.";

    void Individu()
    {
        var ligne = c.Ligne;
        var (id, type) = (c.Attribut("ID"), Type(c.Attribut("TYPE"), "INDIVIDU"));
        string? sexe = null, civilite = null, usage = null, patronyme = null, prenom = null, grade = null, fonction = null;
        DateOnly? naissance = null;
        List<DisciplineSts> disciplines = [];
        List<ProfPrincipalSts> principaux = [];
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            switch (nom)
            {
                case "SEXE": sexe = c.Texte(); break;
                case "CIVILITE": civilite = c.Texte(1); break;
                case "NOM_USAGE": usage = c.Texte(); break;
                case "NOM_PATRONYMIQUE": patronyme = c.Texte(); break;
                case "PRENOM": prenom = c.Texte(); break;
                case "DATE_NAISSANCE": naissance = c.Date(); break;
                case "GRADE": grade = c.Texte(60); break;
                case "FONCTION": fonction = c.Texte(10)?.ToUpperInvariant(); break;
                case "PROFS_PRINC": ProfsPrincipaux(principaux); break;
                case "DISCIPLINES": Disciplines(disciplines); break;
                default: c.Inconnu(nom); break;
            }
        }
        if (id is null || id.Length > 20)
        {
            c.Erreurs.Add(new(CodeErreurSts.IndividuSansId, fichier, ligne, "<INDIVIDU>", $"{usage ?? "une personne"} n’a pas d’identifiant (attribut ID) utilisable.", Corriger));
            return;
        }
        if (usage is null && patronyme is null)
        {
            c.Erreurs.Add(new(CodeErreurSts.IndividuSansNom, fichier, ligne, "<NOM_USAGE>", $"la personne ID {id} n’a pas de nom.", Corriger));
            return;
        }
        var cle = new ClePersonne(type, id);
        if (usage is null)
            c.Avertir(CodeAvertissementSts.NomRepris, ligne, "NOM_USAGE", $"{patronyme} ({cle}) n’a pas de nom d’usage : son nom patronymique le remplace.");
        if (prenom is null)
            c.Avertir(CodeAvertissementSts.PrenomAbsent, ligne, "PRENOM", $"{usage ?? patronyme} ({cle}) n’a pas de prénom.");
        var individu = new IndividuSts(cle, ligne, civilite, sexe switch { "1" => SexeSts.Masculin, "2" => SexeSts.Feminin, _ => SexeSts.Inconnu },
            usage ?? patronyme!, patronyme, prenom, NomsSts.Prenom(prenom), naissance, grade, fonction,
            GradesSts.FonctionDe(fonction, disciplines), GradesSts.CorpsDe(grade), disciplines, principaux);
        if (_parCle.TryAdd(cle, individu))
            _individus.Add(individu);
        else
            c.Erreurs.Add(new(CodeErreurSts.Doublon, fichier, ligne, "<INDIVIDU>",
                $"l’identifiant {cle} désigne {individu.NomComplet} ici et {_parCle[cle].NomComplet} ligne {_parCle[cle].Ligne}.", "Refaire l’export ; si le doublon reste, le signaler à l’assistance STSWeb de l’académie."));
        Signaler(individu);
    }

    void Signaler(IndividuSts i)
    {
        if (i.Fonction == Fonction.Inconnue)
            c.Avertir(CodeAvertissementSts.FonctionAbsente, i.Ligne, "FONCTION", $"{i.NomComplet} ({i.Cle}) n’a pas de fonction : à cocher à la main si la personne peut recevoir une mission.");
        else if (i.Fonction == Fonction.Autre)
            c.Avertir(CodeAvertissementSts.FonctionInconnue, i.Ligne, "FONCTION", $"{i.NomComplet} ({i.Cle}) a la fonction « {i.FonctionSource} », que Neuvième ne connaît pas : à cocher à la main.");
        if (i.Grade is not null && i.Corps == Corps.Inconnu)
            c.Avertir(CodeAvertissementSts.GradeInconnu, i.Ligne, "GRADE", $"{i.NomComplet} ({i.Cle}) a le grade « {i.Grade} », dont le corps n’est pas reconnu : à compléter.");
    }

    TypeSts Type(string? brut, string element)
    {
        switch (brut?.ToUpperInvariant())
        {
            case "EPP": return TypeSts.Epp;
            case "LOCAL": return TypeSts.Local;
            case null:
                c.Avertir(CodeAvertissementSts.TypeAbsent, c.Ligne, element, "attribut TYPE absent : « epp » supposé.");
                return TypeSts.Epp;
            default:
                c.Avertir(CodeAvertissementSts.TypeInconnu, c.Ligne, element, $"TYPE « {brut} » inconnu : traité comme une personne locale.");
                return TypeSts.Local;
        }
    }

    void ProfsPrincipaux(List<ProfPrincipalSts> liste)
    {
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            if (nom is not "PROF_PRINC") { c.Inconnu(nom); continue; }
            string? structure = null;
            DateOnly? debut = null, fin = null;
            var la = c.Entrer();
            while (c.Suivant(la, out var champ))
            {
                switch (champ)
                {
                    case "CODE_STRUCTURE": structure = c.Texte(); break;
                    case "DATE_DEBUT": debut = c.Date(); break;
                    case "DATE_FIN": fin = c.Date(); break;
                    default: c.Inconnu(champ); break;
                }
            }
            if (structure is not null)
                liste.Add(new(structure, debut, fin));
        }
    }

    void Disciplines(List<DisciplineSts> liste)
    {
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            if (nom is not "DISCIPLINE") { c.Inconnu(nom); continue; }
            var (code, ligne) = (c.Attribut("CODE")?.ToUpperInvariant(), c.Ligne);
            string? libelle = null;
            int? heures = null;
            var la = c.Entrer();
            while (c.Suivant(la, out var champ))
            {
                switch (champ)
                {
                    case "LIBELLE_COURT": libelle = c.Texte(60); break;
                    case "NB_HEURES": heures = c.Heures(); break;
                    default: c.Inconnu(champ); break;
                }
            }
            if (code is null)
                c.Avertir(CodeAvertissementSts.DisciplineSansCode, ligne, "DISCIPLINE", $"discipline « {libelle} » sans code, ignorée.");
            else
                liste.Add(new(code, libelle, heures));
        }
    }
}
