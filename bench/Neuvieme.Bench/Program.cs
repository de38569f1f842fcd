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
    default:
        Console.Error.WriteLine("Bancs : droit, sts [chaîne PostgreSQL sans Database]");
        return 2;
}
