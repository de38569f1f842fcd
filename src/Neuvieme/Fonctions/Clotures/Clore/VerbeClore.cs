using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Clotures.Clore;

/// <summary>`neuvieme clotures clore` : porte au registre ce que doivent les IMP jusqu'à une paie. 0 s'il est clos, ou l'était ; 2 s'il ne peut l'être.</summary>
static class VerbeClore
{
    public static Command Verbe()
    {
        var academie = new Option<string>("--academie") { Description = "Le code de l’académie, deux caractères", Required = true };
        var paie = new Option<string>("--paie") { Description = "Le mois de paie : 2026-10", Required = true };
        var simuler = new Option<bool>("--simuler") { Description = "Dire les totaux sans rien écrire" };
        var baseDeDonnees = Verbes.Base();
        var verbe = new Command("clore", "Clôt un mois de paie des IMP : dû moins déjà porté, en ajout seul") { academie, paie, simuler, baseDeDonnees };
        verbe.SetAction(async (r, ct) =>
        {
            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            var (code, essai) = (r.GetValue(academie)!, r.GetValue(simuler));
            if (!DateOnly.TryParseExact(r.GetValue(paie) + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var premier) || premier.Year is < 2015 or > 2100)
            {
                return await Refuser("--paie : donnez une année et un mois, 2026-10.");
            }

            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            if (!await db.Academies.AnyAsync(a => a.Code == code, ct))
            {
                return await Refuser($"--academie : aucune académie {code} dans cette base.");
            }

            var mois = new Mois(premier.Year, premier.Month);
            try
            {
                var clos = await CloreLeMois.Clore(db, code, mois, Verbes.Auteur(), ct, essai);
                Console.WriteLine(clos.DejaClos ? $"La paie de {mois.Libelle} était déjà close ; rien n’est ajouté. Elle porte :" : essai ? $"La paie de {mois.Libelle} porterait :" : $"La paie de {mois.Libelle} est close. Elle porte :");
                foreach (var t in clos.Totaux)
                {
                    Console.WriteLine($"  {t.Nature switch { NatureDeMouvement.Du => "dû", NatureDeMouvement.Rappel => "rappel", _ => "trop-perçu" }} : {Francais.Nombre(t.Lignes, "ligne")}, {new Montant(t.Centimes)}");
                }

                if (clos.Totaux.Count == 0)
                {
                    Console.WriteLine("  rien");
                }

                return 0;
            }
            catch (MoisHorsOrdreException erreur)
            {
                return await Refuser(erreur.Message);
            }
        });
        return verbe;
    }

    static async Task<int> Refuser(string raison)
    {
        await Console.Error.WriteLineAsync(raison);
        return 2;
    }
}
