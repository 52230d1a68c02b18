using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Bulk;

/// <summary>Room for every column of scores.</summary>
public sealed class AllColumns(int ties)
{
    /// <summary>How far the forecast looks ahead: not the default.</summary>
    public static readonly Duration Horizon = Duration.FromHours(301);

    public double[] Strength { get; } = new double[ties];

    public double[] ExpectedContacts { get; } = new double[ties];

    public double[] Balance { get; } = new double[ties];

    public double[] BalanceLow { get; } = new double[ties];

    public double[] BalanceHigh { get; } = new double[ties];

    public double[] Momentum { get; } = new double[ties];

    public int[] ContactDays { get; } = new int[ties];

    public double[] UsualGapDays { get; } = new double[ties];

    public double[] SilentDays { get; } = new double[ties];

    public double[] SilencePercentile { get; } = new double[ties];

    public double[] ContactWithin { get; } = new double[ties];

    public double[] LosingTouch { get; } = new double[ties];

    public int[] Touchpoints { get; } = new int[ties];

    public long[] FirstTouch { get; } = new long[ties];

    public long[] LastTouch { get; } = new long[ties];

    public ScoreColumns Columns => new()
    {
        Strength = Strength,
        ExpectedContacts = ExpectedContacts,
        Balance = Balance,
        BalanceLow = BalanceLow,
        BalanceHigh = BalanceHigh,
        Momentum = Momentum,
        ContactDays = ContactDays,
        UsualGapDays = UsualGapDays,
        SilentDays = SilentDays,
        SilencePercentile = SilencePercentile,
        ContactWithin = ContactWithin,
        Horizon = Horizon,
        LosingTouch = LosingTouch,
        Touchpoints = Touchpoints,
        FirstTouch = FirstTouch,
        LastTouch = LastTouch,
    };

    public static AllColumns Of(TieTable table, Instant asOf, BulkOptions? options = null, ScoreSettings? settings = null)
    {
        var all = new AllColumns(table.Count);
        table.Score(asOf, all.Columns, options, settings);
        return all;
    }

    /// <summary>Returns one number; instants and counts as they are, instants without contact as NaN.</summary>
    public double Value(ScoreColumn column, int tie) => column switch
    {
        ScoreColumn.Strength => Strength[tie],
        ScoreColumn.ExpectedContacts => ExpectedContacts[tie],
        ScoreColumn.Balance => Balance[tie],
        ScoreColumn.BalanceLow => BalanceLow[tie],
        ScoreColumn.BalanceHigh => BalanceHigh[tie],
        ScoreColumn.Momentum => Momentum[tie],
        ScoreColumn.ContactDays => ContactDays[tie],
        ScoreColumn.UsualGapDays => UsualGapDays[tie],
        ScoreColumn.SilentDays => SilentDays[tie],
        ScoreColumn.SilencePercentile => SilencePercentile[tie],
        ScoreColumn.ContactWithin => ContactWithin[tie],
        ScoreColumn.LosingTouch => LosingTouch[tie],
        ScoreColumn.Touchpoints => Touchpoints[tie],
        ScoreColumn.FirstTouch => FirstTouch[tie] == ScoreColumns.NoTouch ? double.NaN : FirstTouch[tie],
        _ => LastTouch[tie] == ScoreColumns.NoTouch ? double.NaN : LastTouch[tie],
    };

    public bool HasTheBitsOf(AllColumns other) => BitDifference(other) is null;

    /// <summary>Returns the first number that differs from another's by as little as a bit, or null.</summary>
    public string? BitDifference(AllColumns other) =>
        (from column in Enum.GetValues<ScoreColumn>()
         from tie in Enumerable.Range(0, ties)
         let pair = (Mine: Value(column, tie), Theirs: other.Value(column, tie))
         where BitConverter.DoubleToInt64Bits(pair.Mine) != BitConverter.DoubleToInt64Bits(pair.Theirs)
         select $"{column} of tie {tie}: {pair.Mine:R} for {pair.Theirs:R}").FirstOrDefault();

    /// <summary>Returns what differs from the score of an object, or null: numbers by more than 1e-12, counts and dates at all.</summary>
    public string? Difference(int tie, RelationshipScore score)
    {
        (string Name, bool Same)[] all =
        [
            ("strength", Near(Strength[tie], score.Strength.Value)),
            ("lambda", Near(ExpectedContacts[tie], score.ExpectedContacts)),
            ("balance", NearIn2(Balance[tie], score.Reciprocity.Balance)),
            ("low", NearIn2(BalanceLow[tie], score.Reciprocity.Low)),
            ("high", NearIn2(BalanceHigh[tie], score.Reciprocity.High)),
            ("momentum", NearIn2(Momentum[tie], score.Momentum)),
            ("days", ContactDays[tie] == score.ContactDays),
            ("gap", Near(UsualGapDays[tie], score.Rhythm.UsualGapDays ?? double.NaN)),
            ("silence", Near(SilentDays[tie], score.Rhythm.SilentDays ?? double.NaN)),
            ("percentile", Near(SilencePercentile[tie], score.Rhythm.SilencePercentile ?? double.NaN)),
            ("contact within", Near(ContactWithin[tie], score.Forecast.ContactWithin(Horizon) ?? double.NaN)),
            ("losing touch", LosingTouch[tie].Equals(score.Forecast.IsLosingTouch switch { true => 1, false => 0, null => double.NaN })),
            ("touchpoints", Touchpoints[tie] == score.Touchpoints),
            ("first", FirstTouch[tie] == Micros(score.FirstTouch)),
            ("last", LastTouch[tie] == Micros(score.LastTouch)),
        ];
        var differing = all.Where(number => !number.Same).Select(number => number.Name).ToArray();
        return differing.Length == 0 ? null
            : $"tie {tie} differs in {string.Join(", ", differing)}: lambda {ExpectedContacts[tie]:R} for {score.ExpectedContacts:R}, "
                + $"momentum {Momentum[tie]:R} for {score.Momentum:R}, balance {Balance[tie]:R} for {score.Reciprocity.Balance:R}";
    }

    private static long Micros(Instant? instant) => instant is { } known ? known.ToUnixTimeTicks() / 10 : ScoreColumns.NoTouch;

    // What is below the smallest normal number has no 12 digits.
    private static bool Near(double actual, double expected) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= Math.Max(1e-12 * Math.Abs(expected), 1e-300);

    // A difference of two numbers that may be all but equal: relative to them.
    private static bool NearIn2(double actual, double expected) => Math.Abs(actual - expected) <= 1e-12;
}
