using System.CommandLine;
using System.CommandLine.Invocation;
using Neuvieme.Socle.Cli;

// Chaque groupe de commandes porte le nom de son menu ; « serve » tient le site et l'interface de programmation.
ParseResult lu = Verbes.Racine().Parse(args);
if (lu.Action is not ParseErrorAction) return await lu.InvokeAsync();

await Console.Error.WriteLineAsync("Commande incomprise ou incomplète : " + string.Join(' ', lu.Errors.Select(e => e.Message)) + " Aide : ajouter --help.");
return 2;
