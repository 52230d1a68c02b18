using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A cadence learned from what happened: proposed, never applied.</summary>
/// <remarks>
/// <para>
/// The usual gap is the median of the days between one day in touch and the next, and give or take is the median of the distances from it.
/// The rhythm has changed if the mean of the last four gaps and that of those before differ by more than twice the standard error of the
/// logarithm of their ratio. That is 2 s sqrt(1/4 + 1/n), where s is the coefficient of variation of all gaps, at least 0.25. Then only the
/// last four gaps are proposed from.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CadenceProposal
{
    private const int FewestGaps = 3;
    private const int RecentGaps = 4;
    private const double LeastVariation = 0.25;
    private const double LongestDays = 36_525;

    // A silence of more than eight usual gaps mostly ends a rhythm (Navarro and others 2017); then the proposed rhythm is slow enough for
    // the silence to fit.
    private const double LongestSilence = 8;

    private CadenceProposal(double usualGapDays, double giveOrTakeDays, double? formerGapDays)
    {
        UsualGapDays = usualGapDays;
        GiveOrTakeDays = giveOrTakeDays;
        FormerGapDays = formerGapDays;
        var days = (int)Math.Clamp(Math.Round(usualGapDays), 1, LongestDays);
        var tolerance = (int)Math.Clamp(Math.Ceiling(giveOrTakeDays), 1, LongestDays);
        Policy = Cadence.Every(Period.FromDays(days), tolerance);
    }

    /// <summary>Gets the usual gap in days; at least 1.</summary>
    [JsonPropertyName("usualGapDays")]
    public double UsualGapDays { get; }

    /// <summary>Gets by how many days half of the gaps differ at most from the usual one; not negative.</summary>
    [JsonPropertyName("giveOrTakeDays")]
    public double GiveOrTakeDays { get; }

    /// <summary>Gets the usual gap of before in days if the rhythm has changed; <see langword="null"/> if it has not.</summary>
    [JsonPropertyName("formerGapDays")]
    public double? FormerGapDays { get; }

    /// <summary>Gets a value indicating whether the rhythm has changed.</summary>
    [JsonPropertyName("hasChanged")]
    public bool HasChanged => FormerGapDays is not null;

    /// <summary>Gets the policy proposed: a touch each usual gap, with give or take as the tolerance.</summary>
    [JsonIgnore]
    public ICadencePolicy Policy { get; private init; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string PolicyText => StockCadence.TextOf(Policy);

    /// <summary>Learns a proposal from touchpoints.</summary>
    /// <param name="touchpoints">
    /// The touchpoints with one contact in order of time, as a log gives them; attempts and what comes after <paramref name="asOf"/> are
    /// left out.
    /// </param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="zone">The owner's zone, which says which day an instant is.</param>
    /// <returns>The proposal; <see langword="null"/> below three gaps.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    internal static CadenceProposal? Learn(IEnumerable<Touchpoint> touchpoints, Instant asOf, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(zone);
        var now = Time.SupportedTime.Floor(asOf);
        var days = touchpoints.Where(touchpoint => touchpoint.IsContact && touchpoint.At <= now).Select(
            touchpoint => touchpoint.At.InZone(zone).Date).Distinct().Order().ToArray();
        var gaps = days.Zip(days.Skip(1), (from, to) => (double)CadenceDates.DaysBetween(from, to)).ToImmutableArray();
        if (gaps.Length < FewestGaps)
        {
            return null;
        }

        var recent = gaps[^Math.Min(RecentGaps, gaps.Length)..];
        var former = gaps[..^recent.Length];
        var hasChanged = former.Length >= FewestGaps && AreApart(recent, former, gaps);
        var learned = hasChanged ? recent : gaps;
        var usual = Median(learned);
        var silence = CadenceDates.DaysBetween(days[^1], now.InZone(zone).Date) / LongestSilence;
        return silence > usual
            ? new CadenceProposal(silence, silence / 2, usual)
            : new CadenceProposal(usual, Median([.. learned.Select(gap => Math.Abs(gap - usual))]), hasChanged ? Median(former) : null);
    }

    /// <summary>Returns the proposal as a sentence, such as "in touch about every 24 days (give or take 6)".</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString()
    {
        var proposal = string.Create(
            CultureInfo.InvariantCulture, $"in touch about every {UsualGapDays:0.#} days (give or take {GiveOrTakeDays:0.#})");
        return FormerGapDays is { } former
            ? string.Create(CultureInfo.InvariantCulture, $"{proposal}; before, it was {former:0.#}")
            : proposal;
    }

    /// <summary>Returns the proposal that asks no sooner than the contact wishes.</summary>
    internal CadenceProposal Within(ContactWishes wishes) =>
        wishes.AtMostEvery is { } apart
        && CadenceDates.Plus(CadenceWindow.FirstDate, apart) is { } wished
            && wished > CadenceDates.Plus(CadenceWindow.FirstDate, (int)Math.Clamp(Math.Round(UsualGapDays), 1, LongestDays))
            ? new CadenceProposal(UsualGapDays, GiveOrTakeDays, FormerGapDays) { Policy = Cadence.AtLeast(Policy, apart) }
            : this;

    private static bool AreApart(ImmutableArray<double> recent, ImmutableArray<double> former, ImmutableArray<double> all)
    {
        var mean = all.Average();
        var variation = Math.Max(LeastVariation, Math.Sqrt(all.Average(gap => (gap - mean) * (gap - mean))) / mean);
        var error = variation * Math.Sqrt((1.0 / recent.Length) + (1.0 / former.Length));
        return Math.Abs(Numerics.Elementary.Log(recent.Average() / former.Average())) > 2 * error;
    }

    private static double Median(ImmutableArray<double> values)
    {
        var sorted = values.Sort();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
