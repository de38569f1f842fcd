using System.CommandLine;
using Neuvieme.Socle.Cli;

// Chaque groupe de commandes porte le nom de son menu ; « serve » tient le site et l'interface de programmation.
return await Verbes.Racine().Parse(args).InvokeAsync();
