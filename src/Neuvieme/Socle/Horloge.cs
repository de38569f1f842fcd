namespace Neuvieme.Socle;

/// <summary>Le seul endroit où l'instant devient une date : le droit compte en jours de Paris.</summary>
public sealed class Horloge(TimeProvider temps)
{
    static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public DateTime MaintenantUtc => temps.GetUtcNow().UtcDateTime;

    public DateOnly Aujourdhui => AParis(MaintenantUtc);

    public static DateOnly AParis(DateTime instantUtc) => DateOnly.FromDateTime(HeureDeParis(instantUtc));

    public static DateTime HeureDeParis(DateTime instantUtc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instantUtc, DateTimeKind.Utc), Paris);

    /// <summary>L'instant où ce jour commence à Paris.</summary>
    public static DateTime DebutDuJour(DateOnly jour) =>
        TimeZoneInfo.ConvertTimeToUtc(jour.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Paris);
}
