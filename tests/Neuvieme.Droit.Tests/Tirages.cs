using FsCheck;

namespace Neuvieme.Droit.Tests;

/// <summary>
/// Combien de situations une propriété tire. NEUVIEME_TIRAGES le borne, pour chercher des mutants : chaque changement y rejoue tous les
/// tests qui le touchent, et dix mille tirages y feraient des jours. Un score ainsi obtenu est un minimum.
/// </summary>
static class Tirages
{
    public static Config De(int nombre) => Config.QuickThrowOnFailure.WithMaxTest(
        int.TryParse(Environment.GetEnvironmentVariable("NEUVIEME_TIRAGES"), out var borne) && borne > 0 ? Math.Min(nombre, borne) : nombre);
}
