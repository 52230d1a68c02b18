namespace RelationshipKit.Validation.Data;

/// <summary>Windows of a history, back to back, that end at its cut: what models learn from without looking ahead.</summary>
internal static class PastWindows
{
    private const int Most = 12;

    /// <summary>
    /// Returns up to twelve windows as long as a horizon, latest first: what was known at the beginning of each, and its end.
    /// </summary>
    /// <remarks>A window needs as much of a past as it looks ahead.</remarks>
    public static IEnumerable<(History Past, long EndSeconds)> Of(History history, double horizonDays)
    {
        var horizon = (long)Math.Round(horizonDays * EdgeNetwork.SecondsPerDay);
        var first = history.Ties.Min(tie => tie.Days[0].FirstSeconds);
        for (var end = history.CutSeconds; end > history.CutSeconds - (Most * horizon) && end - (2 * horizon) >= first; end -= horizon)
        {
            yield return (history.At(end - horizon), end);
        }
    }
}
