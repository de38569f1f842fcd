using Neuvieme.Bench;

switch (args)
{
    case ["droit"]:
        BancDroit.Executer();
        return 0;
    default:
        Console.Error.WriteLine("Bancs : droit");
        return 2;
}
