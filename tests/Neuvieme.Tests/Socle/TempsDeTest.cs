namespace Neuvieme.Tests.Socle;

/// <summary>Une horloge que le test avance lui-même ; les minuteries restent celles du système.</summary>
public sealed class TempsDeTest(DateTimeOffset depart) : TimeProvider
{
    /// <summary>Mardi 8 septembre 2026, 10 h à Paris.</summary>
    public static readonly DateTimeOffset Rentree = new(2026, 9, 8, 8, 0, 0, TimeSpan.Zero);

    long _ticks = depart.UtcTicks;

    public TempsDeTest() : this(Rentree)
    {
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Avancer(TimeSpan duree) => Interlocked.Add(ref _ticks, duree.Ticks);

    public void Aller(DateTimeOffset instant) => Interlocked.Exchange(ref _ticks, instant.UtcTicks);
}
