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
    default:
        Console.Error.WriteLine("Bancs : droit, lettres [nombre], sts [chaîne PostgreSQL sans Database]");
        return 2;
}
