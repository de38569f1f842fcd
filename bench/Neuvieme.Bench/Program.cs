using Neuvieme.Bench;

switch (args)
{
    case ["droit"]:
        BancDroit.Executer();
        return 0;
    case ["sts"]:
        return await BancSts.Lancer(postgres: null);
    case ["sts", var postgres]:
        return await BancSts.Lancer(postgres);
    case ["lettres"]:
        return await BancLettres.Lancer(200);
    case ["lettres", var nombre] when int.TryParse(nombre, out var n) && n is > 0 and <= 100_000:
        return await BancLettres.Lancer(n);
    case ["peupler", var chaine]:
        return await Peupler.Lancer(chaine);
    case ["nu", var fichier, var port] when int.TryParse(port, out var p):
        return await ServeurNu.Servir(fichier, p);
    default:
        Console.Error.WriteLine("Bancs : droit, lettres [nombre], sts [chaîne PostgreSQL sans Database], peupler BASE (voir bench/ecrans), nu FICHIER PORT (voir bench/web)");
        return 2;
}
