using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>`neuvieme personnels importer` : 0 importé ou déjà à jour, 2 fichier refusé et rien d'écrit.</summary>
static class VerbeImporter
{
    public static Command Verbe()
    {
        var sts = new Option<FileInfo>("--sts") { Description = "Export sts_emp_….xml de STSWeb, ou le zip qui le contient", Required = true };
        var uai = new Option<string>("--uai") { Description = "Établissement attendu", Required = true };
        var annee = new Option<string>("--annee") { Description = "Année scolaire attendue : 2026 ou 2026-2027", Required = true };
        var avec = new Option<string[]>("--avec") { Description = "Personne non cochée d’office à ajouter aussi, par exemple « local 3506 »", DefaultValueFactory = _ => [] };
        var simuler = new Option<bool>("--simuler") { Description = "Dit ce qui changerait sans rien écrire" };
        var baseDeDonnees = Verbes.Base();
        var verbe = new Command("importer", "Importe les personnels d’un export STSWeb") { sts, uai, annee, avec, simuler, baseDeDonnees };
        verbe.SetAction((r, ct) => Importer(r.GetValue(sts)!, r.GetValue(uai)!, r.GetValue(annee)!, r.GetValue(avec)!, r.GetValue(simuler), r.GetValue(baseDeDonnees)!, ct));
        return verbe;
    }

    static async Task<int> Importer(FileInfo sts, string uaiTexte, string anneeTexte, string[] avec, bool simuler, string baseDeDonnees, CancellationToken ct)
    {
        if (!Uai.TryParse(uaiTexte, out var uai))
            return await Refuser($"--uai {uaiTexte} : sept chiffres et une lettre sont attendus, par exemple 0990001N.");
        if (!AnneeScolaire.TryParse(anneeTexte, out var annee))
            return await Refuser($"--annee {anneeTexte} : une année scolaire est attendue, par exemple 2026 ou 2026-2027.");
        var plus = avec.Select(a => (Texte: a, Cle: IndexModel.LireCle(a))).ToList();
        if (plus.Find(p => p.Cle is null).Texte is { } illisible)
            return await Refuser($"--avec « {illisible} » : « epp » ou « local », une espace, puis l’identifiant sont attendus.");
        byte[] contenu;
        try
        {
            await using var flux = sts.OpenRead();
            contenu = await LecteurSts.OctetsAsync(flux, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await Refuser($"{sts.FullName} : fichier introuvable ou illisible. Vérifiez le chemin et les droits.");
        }

        var lecture = LecteurSts.Lire(contenu, sts.Name, new(uai.Valeur, annee.Debut));
        if (lecture.Fichier is not { } fichier)
            return await Refuser([.. lecture.Erreurs.Select(e => e.ToString())]);
        await VerbeBase.Migrer(baseDeDonnees, ct);
        await using var db = Connexion.Ouvrir(baseDeDonnees);
        var horloge = new Horloge(TimeProvider.System);
        if (await db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == uai.Valeur, ct) is not { } etablissement)
            return await Refuser($"L’établissement {uai} n’est pas dans cette base. Vérifiez --base, ou créez d’abord l’établissement.");
        var apercu = await ApercuImport.Preparer(db, etablissement, fichier, horloge.Aujourdhui, ct);
        var coches = apercu.Comparaison.Nouveaux.Where(n => n.CocheParDefaut).Select(n => n.Cle).Concat(plus.Select(p => p.Cle!.Value)).ToHashSet();
        if (plus.Find(p => apercu.Comparaison.Nouveaux.All(n => n.Cle != p.Cle)).Texte is { } etranger)
            return await Refuser($"--avec « {etranger} » : cette personne n’est pas parmi les nouvelles du fichier.");
        Dire(apercu, coches);
        if (simuler)
            return 0;
        var auteur = new Auteur(null, "Ligne de commande", "Administrateur", horloge.MaintenantUtc, horloge.Aujourdhui);
        db.ChangeTracker.Clear();
        var resultat = await new ImporterPersonnels(fichier, coches, new Dictionary<ClePersonne, ClePersonne>()).Executer(db, auteur, ct);
        if (resultat.Refus.Count > 0)
            return await Refuser([.. resultat.Refus.Select(r => r.Message)]);
        Console.WriteLine(resultat.Import is { } i
            ? $"Importé : {Francais.Nombre(i.Nouveaux, "ajout")}, {Francais.Nombre(i.Changes, "mise à jour", "mises à jour")}, {Francais.Nombre(i.Inchanges, "inchangé")}, {Francais.Nombre(i.Absents, "absent")}."
            : "Aucun changement.");
        return 0;
    }

    static void Dire(ApercuImport apercu, HashSet<ClePersonne> coches)
    {
        var (f, c) = (apercu.Fichier, apercu.Comparaison);
        Console.WriteLine($"{f.Etablissement.Denomination} {f.Etablissement.Uai}, {f.AnneeScolaire} : {Francais.Nombre(f.Individus.Count, "personne")}, {Francais.Nombre(f.Services.Count, "service")}");
        foreach (var a in f.Avertissements)
            Console.WriteLine($"  remarque  {a}");
        foreach (var (nom, nombre) in f.ElementsInconnus)
            Console.WriteLine($"  remarque  élément inconnu <{nom}>, {nombre} fois, ignoré");
        foreach (var n in c.Nouveaux)
            Console.WriteLine($"  {(coches.Contains(n.Cle) ? "nouveau   " : "non coché ")}{n.Cle} {n.NomComplet}, {DifferencesSts.Nom(n.Fonction)}");
        foreach (var p in c.Changes)
            Console.WriteLine($"  changé    {p.Individu.Cle} {p.Individu.NomComplet} : {string.Join(" ; ", p.Champs.Select(x => $"{x.Champ} {x.Avant ?? "vide"} → {x.Apres}"))}");
        foreach (var a in c.Absents)
            Console.WriteLine($"  absent    {a.Cle} {a.NomComplet}{string.Concat(apercu.MissionsDesAbsents.GetValueOrDefault(a.Cle, []).Select(m => $" ; mission en cours : {m.Intitule}"))}");
        foreach (var s in c.Suggestions)
            Console.WriteLine($"  question  {s.Nouveau.Cle} {s.Nouveau.NomComplet} est-il la fiche {s.Local.Cle} ? À décider dans l’écran Personnels › Importer.");
        foreach (var h in c.Homonymes)
            Console.WriteLine($"  homonymes {h.Nom} : {string.Join(" ; ", h.Personnes.Select(p => $"{p.Cle} ({p.Distinction})"))}");
        foreach (var champ in apercu.FicheACompleter)
            Console.WriteLine($"  fiche     {champ.Champ} : {champ.Apres}");
    }

    static async Task<int> Refuser(params IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
            await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
