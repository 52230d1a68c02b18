namespace RelationshipKit.Validation.Data;

/// <summary>What was known of a pair at a cut.</summary>
internal sealed class TieHistory
{
    private readonly ContactDay[] days;

    private TieHistory(Pair pair, ContactDay[] days, long cutSeconds)
    {
        Pair = pair;
        this.days = days;
        CutSeconds = cutSeconds;
    }

    /// <summary>
    /// Gets the pair, for its two people. Reading its contacts is a leak, and <see cref="Protocol.LeakGuard"/> catches it.
    /// </summary>
    public Pair Pair { get; }

    /// <summary>Gets the cut, in seconds since 1970-01-01; contacts of that very second are known.</summary>
    public long CutSeconds { get; }

    /// <summary>Gets the contact-days up to the cut, earliest first; at least one.</summary>
    public ReadOnlySpan<ContactDay> Days => days;

    public int ContactDays => days.Length;

    /// <summary>Gets the days from the last contact to the cut.</summary>
    public double ElapsedDays => DaysBetween(days[^1].LastSeconds, CutSeconds);

    /// <summary>Gets the days from the first contact to the cut.</summary>
    public double AgeDays => DaysBetween(days[0].FirstSeconds, CutSeconds);

    /// <summary>Gets the days from the first contact to the last.</summary>
    public double SpanDays => DaysBetween(days[0].FirstSeconds, days[^1].LastSeconds);

    public static TieHistory? Of(Pair pair, long cutSeconds) =>
        DaysOf(pair, cutSeconds) is { Length: > 0 } days ? new TieHistory(pair, days, cutSeconds) : null;

    public static double DaysBetween(long from, long to) => (double)(to - from) / EdgeNetwork.SecondsPerDay;

    private static ContactDay[] DaysOf(Pair pair, long cutSeconds)
    {
        List<ContactDay> days = [];
        pair.ContactDaysUpTo(cutSeconds, days);
        return [.. days];
    }
}
