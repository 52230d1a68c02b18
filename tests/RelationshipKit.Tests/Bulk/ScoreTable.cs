using System.Globalization;
using System.Runtime.InteropServices;
using RelationshipKit.Bulk;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Bulk;

/// <summary>All columns of scores, and how they compare with the scores of objects.</summary>
internal sealed class ScoreTable
{
    // What is smaller than this has lost digits on its way below the smallest normal number.
    private const double Vanishing = 1e-290;

    private readonly int ties;

    public ScoreTable(int ties)
    {
        this.ties = ties;
        Columns = new ScoreColumns
        {
            Strength = new double[ties],
            ExpectedContacts = new double[ties],
            Balance = new double[ties],
            BalanceLow = new double[ties],
            BalanceHigh = new double[ties],
            Momentum = new double[ties],
            ContactDays = new int[ties],
            UsualGapDays = new double[ties],
            SilentDays = new double[ties],
            SilencePercentile = new double[ties],
            ContactWithin = new double[ties],
            Horizon = AllColumns.Horizon,
            LosingTouch = new double[ties],
            Touchpoints = new int[ties],
            FirstTouch = new long[ties],
            LastTouch = new long[ties],
        };
    }

    public ScoreColumns Columns { get; }

    /// <summary>Gets all bits of all columns, one after another.</summary>
    public byte[] Bits =>
    [
        .. new[]
        {
            Columns.Strength, Columns.ExpectedContacts, Columns.Balance, Columns.BalanceLow, Columns.BalanceHigh, Columns.Momentum,
            Columns.UsualGapDays, Columns.SilentDays, Columns.SilencePercentile, Columns.ContactWithin, Columns.LosingTouch,
        }.SelectMany(column => MemoryMarshal.AsBytes(column.Span).ToArray()),
        .. MemoryMarshal.AsBytes(Columns.ContactDays.Span),
        .. MemoryMarshal.AsBytes(Columns.Touchpoints.Span),
        .. MemoryMarshal.AsBytes(Columns.FirstTouch.Span),
        .. MemoryMarshal.AsBytes(Columns.LastTouch.Span),
    ];

    /// <summary>Returns how the scores of a tie differ from that of its objects; empty if they do not.</summary>
    public string Differences(int tie, RelationshipScore score)
    {
        Assert.InRange(tie, 0, ties - 1);
        return string.Join(", ", All().Where(text => text.Length > 0));

        IEnumerable<string> All()
        {
            yield return Positive(nameof(score.Strength), score.Strength.Value, Columns.Strength.Span[tie]);
            yield return Positive(nameof(score.ExpectedContacts), score.ExpectedContacts, Columns.ExpectedContacts.Span[tie]);
            yield return Signed(nameof(score.Reciprocity.Balance), score.Reciprocity.Balance, Columns.Balance.Span[tie]);
            yield return Signed(nameof(score.Reciprocity.Low), score.Reciprocity.Low, Columns.BalanceLow.Span[tie]);
            yield return Signed(nameof(score.Reciprocity.High), score.Reciprocity.High, Columns.BalanceHigh.Span[tie]);
            yield return Signed(nameof(score.Momentum), score.Momentum, Columns.Momentum.Span[tie]);
            yield return Positive(
                nameof(score.Rhythm.UsualGapDays), score.Rhythm.UsualGapDays ?? double.NaN, Columns.UsualGapDays.Span[tie]);
            yield return Positive(nameof(score.Rhythm.SilentDays), score.Rhythm.SilentDays ?? double.NaN, Columns.SilentDays.Span[tie]);
            yield return Positive(
                nameof(score.Rhythm.SilencePercentile), score.Rhythm.SilencePercentile ?? double.NaN, Columns.SilencePercentile.Span[tie]);
            yield return Positive(
                nameof(score.Forecast.ContactWithin), score.Forecast.ContactWithin(AllColumns.Horizon) ?? double.NaN,
                Columns.ContactWithin.Span[tie]);
            yield return Positive(
                nameof(score.Forecast.IsLosingTouch), score.Forecast.IsLosingTouch switch { true => 1, false => 0, null => double.NaN },
                Columns.LosingTouch.Span[tie]);
            yield return Exact(nameof(score.ContactDays), score.ContactDays, Columns.ContactDays.Span[tie]);
            yield return Exact(nameof(score.Touchpoints), score.Touchpoints, Columns.Touchpoints.Span[tie]);
            yield return Exact(
                nameof(score.FirstTouch), score.FirstTouch is { } first ? SupportedTime.ToMicros(first) : ScoreColumns.NoTouch,
                Columns.FirstTouch.Span[tie]);
            yield return Exact(
                nameof(score.LastTouch), score.LastTouch is { } last ? SupportedTime.ToMicros(last) : ScoreColumns.NoTouch,
                Columns.LastTouch.Span[tie]);
        }
    }

    private static string Positive(string name, double expected, double actual) =>
        Unless(
            double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(actual - expected) <= (1e-12 * expected) + Vanishing, name, expected,
            actual);

    private static string Signed(string name, double expected, double actual) =>
        Unless(Math.Abs(actual - expected) <= 1e-12, name, expected, actual);

    private static string Exact(string name, long expected, long actual) => Unless(expected == actual, name, expected, actual);

    private static string Unless<T>(bool same, string name, T expected, T actual) =>
        same ? "" : string.Create(CultureInfo.InvariantCulture, $"{name} is {actual}, not {expected}");
}
