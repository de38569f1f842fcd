using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>La démonstration avant ses conseils : ni avis, ni dossier, comme si rien n'avait été présenté.</summary>
static class SansAvis
{
    public static async Task Retirer(NeuviemeDb db) => await Retirer(db, Enum.GetValues<Instance>());

    public static async Task Retirer(NeuviemeDb db, params Instance[] instances)
    {
        await db.Avis.Where(a => instances.Contains(a.Instance)).ExecuteDeleteAsync();
        await db.DossiersInstance.Where(d => instances.Contains(d.Instance)).ExecuteDeleteAsync();
    }
}
