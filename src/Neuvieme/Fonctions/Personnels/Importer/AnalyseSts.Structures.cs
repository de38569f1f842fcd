namespace Neuvieme.Fonctions.Personnels.Importer;

sealed partial class AnalyseSts
{
    void Structure(GenreStructure genre, List<string> codes)
    {
        var code = c.Attribut("CODE") ?? "";
        codes.Add(code);
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            if (nom is "SERVICES")
            {
                var services = c.Entrer();
                while (c.Suivant(services, out var enfant))
                {
                    if (enfant is "SERVICE") Service(genre, code);
                    else c.Inconnu(enfant);
                }
            }
            // Les anciens exports rattachent un groupe à ses classes par DIVISION, sans services.
            else if (!(genre == GenreStructure.Groupe && nom is "DIVISION"))
                c.Inconnu(nom);
        }
    }

    void Service(GenreStructure genre, string structure)
    {
        var (matiere, modalite, ligne) = (c.Attribut("CODE_MATIERE"), c.Attribut("CODE_MOD_COURS"), c.Ligne);
        if (matiere is null)
            c.Avertir(CodeAvertissementSts.ServiceSansMatiere, ligne, "SERVICE", $"service sans matière dans {structure}.");
        int? heuresStructure = null;
        var premier = _services.Count;
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            switch (nom)
            {
                case "HEURES_STRUCTURE": heuresStructure = c.Heures(); break;
                case "ENSEIGNANTS":
                    var enseignants = c.Entrer();
                    while (c.Suivant(enseignants, out var enfant))
                    {
                        if (enfant is "ENSEIGNANT") _services.Add(Enseignant(new(genre, structure, matiere ?? "", modalite, null, null, null, c.Ligne)));
                        else c.Inconnu(enfant);
                    }
                    break;
                default: c.Inconnu(nom); break;
            }
        }
        if (_services.Count == premier)
            _services.Add(new(genre, structure, matiere ?? "", modalite, null, null, null, ligne));
        for (var i = premier; heuresStructure is not null && i < _services.Count; i++)
            _services[i] = _services[i] with { HeuresStructureCentiemes = heuresStructure };
    }

    ServiceSts Enseignant(ServiceSts service)
    {
        var id = c.Attribut("ID");
        var cle = id is null ? (ClePersonne?)null : new ClePersonne(Type(c.Attribut("TYPE"), "ENSEIGNANT"), id);
        int? heures = null;
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            if (nom is "HEURES_AGENT") heures = c.Heures();
            else c.Inconnu(nom);
        }
        return service with { Enseignant = cle, HeuresCentiemes = heures };
    }
}
