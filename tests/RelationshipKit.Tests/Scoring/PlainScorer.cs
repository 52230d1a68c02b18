using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Tests.Forecasts;

namespace RelationshipKit.Tests.Scoring;

/// <summary>
/// The formulas of the documentation, written down a second time, straight from touchpoints: slow, plain, without any state.
/// </summary>
internal sealed class PlainScorer(TieHistory history)
{
    private static readonly Dictionary<Channel, (double Weight, bool Rich)> Weights = new()
    {
        [Channel.InPerson] = (1, true),
        [Channel.Video] = (0.8, true),
        [Channel.Voice] = (0.7, true),
        [Channel.GroupEvent] = (0.5, true),
        [Channel.Letter] = (0.5, false),
        [Channel.VoiceMessage] = (0.5, false),
        [Channel.Message] = (0.4, false),
        [Channel.Email] = (0.3, false),
        [Channel.Social] = (0.1, false),
    };

    private readonly Touchpoint[] counted = [.. history.Counted.OrderBy(touchpoint => touchpoint.At)];

    public int ContactDays => Days.Length;

    public double ExpectedContacts(double lightCeiling)
    {
        var light = 30 * Cells(rich: false).Sum(cell => cell.Weight * Density(cell.Age));
        var rich = 30 * Cells(rich: true).Sum(cell => cell.Weight * Density(cell.Age));
        return rich + (double.IsInfinity(lightCeiling) ? light : lightCeiling * (1 - Math.Exp(-light / lightCeiling)));
    }

    public Evidence Evidence => ContactDays switch
    {
        0 => Evidence.None,
        <= 2 => Evidence.Thin,
        <= 7 => Evidence.Fair,
        _ => Evidence.Solid,
    };

    public double Given => DirectionDays(Direction.Outgoing);

    public double Received => DirectionDays(Direction.Incoming);

    public double Balance => (Received - Given) / (Received + Given + 4);

    public BalanceVerdict Verdict =>
        Days.Count(day => day.Any(touchpoint => touchpoint.Direction != Direction.Unknown)) < 3 || Given + Received < 1
            ? BalanceVerdict.Unknown
        : Balance < -0.25 ? BalanceVerdict.MostlyOutgoing
        : Balance > 0.25 ? BalanceVerdict.MostlyIncoming
        : BalanceVerdict.Even;

    public double[] Gaps =>
        [.. Days.Zip(Days.Skip(1)).Select(pair => Math.Max(0, (pair.Second.First().At - pair.First.Last().At).TotalDays))];

    public double? UsualGapDays => Gaps.Length < 1 ? null : Math.Exp(Gaps.Average(gap => Math.Log(Math.Max(1, gap))));

    public double? GapSpreadDays => Gaps.Length < 2 ? null : Math.Sqrt(Gaps.Average(gap => Math.Pow(gap - Gaps.Average(), 2)));

    public double? SilentDays => counted.Length == 0 ? null : Age(counted[^1]);

    public double? SilencePercentile =>
        SilentDays is not { } silent ? null : PlainHazard.SilencePercentile(RhythmHazard.Default, Days.Length, SpanDays, silent);

    public double Momentum
    {
        get
        {
            if (ContactDays < 2 || Age(counted[0]) < 7)
            {
                return 0;
            }

            var (lately, before) = (Rate(14), Rate(90));
            return lately + before > 0 ? (lately - before) / (lately + before) : -1;
        }
    }

    private double SpanDays => (counted[^1].At - counted[0].At).TotalDays;

    private IGrouping<LocalDate, Touchpoint>[] Days =>
        [.. counted.GroupBy(touchpoint => touchpoint.At.InZone(history.Zone).Date).OrderBy(day => day.Key)];

    private static double Density(double age)
    {
        double[] halfLives = [3, 30, 300];
        return Math.Log(2) * halfLives.Sum(h => Math.Pow(2, -age / h) / Math.Sqrt(h)) / halfLives.Sum(Math.Sqrt);
    }

    private IEnumerable<(double Weight, double Age)> Cells(bool rich) =>
        from day in Days
        let ofClass = day.Where(touchpoint => Weights[touchpoint.Channel].Rich == rich).ToArray()
        where ofClass.Length > 0
        select (
            ofClass.Max(
                touchpoint => Weights[touchpoint.Channel].Weight / Math.Sqrt(touchpoint.Participants.Length + touchpoint.OthersPresent)),
            ofClass.Min(Age));

    private double DirectionDays(Direction direction) =>
        Days.Select(day => day.Where(touchpoint => touchpoint.Direction == direction || touchpoint.Direction == Direction.Mutual).ToArray())
            .Where(day => day.Length > 0)
            .Sum(day => Math.Pow(2, -day.Min(Age) / 180));

    private double Rate(double halfLife) =>
        Cells(rich: false).Concat(Cells(rich: true)).Sum(cell => cell.Weight * Math.Pow(2, -cell.Age / halfLife))
        / halfLife / (1 - Math.Pow(2, -Age(counted[0]) / halfLife));

    private double Age(Touchpoint touchpoint) => (history.AsOf - touchpoint.At).TotalDays;
}
