using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>Scores one tie in one pass over its rows. Safe to share between threads.</summary>
/// <remarks>
/// The four sums of a tie, light, rich, outgoing and incoming, are four lanes: what is left of a date is worked out for all of them at
/// once. Nothing is allocated, but where clocks were turned back over midnight on a day with contact just then.
/// </remarks>
internal sealed class RowScorer
{
    private const int Lanes = 4;

    private readonly ScoreSettings settings;
    private readonly DayLookup days;
    private readonly KindColumns kinds;
    private readonly bool isDecades;

    // By half-life, the longest first, and lane: what a microsecond adds to the binary logarithm, and what a contact counts for at age 0.
    private readonly double[] rates;
    private readonly double[] shares;

    // The oldest age at which no half-life gives less than a normal number.
    private readonly double deepAge;

    public RowScorer(TieLayout plan, ScoreSettings settings)
    {
        this.settings = settings;
        days = new DayLookup(plan.Zone);
        kinds = plan.Kinds;

        var density = new CurveDensity(plan.Settings.Curve);
        var balanceRate = CurveDensity.RateOf(plan.MassHalfLives[plan.Outgoing]);
        isDecades = density.IsDecades;
        (rates, shares) = (new double[Lanes * density.Rates.Length], new double[Lanes * density.Rates.Length]);
        for (var i = 0; i < density.Rates.Length; i++)
        {
            var (rate, share, isFirst) = (density.Rates[^(i + 1)], density.Shares[^(i + 1)], i == 0 ? 1.0 : 0.0);
            ((double[])[rate, rate, balanceRate, balanceRate]).CopyTo(rates, Lanes * i);
            ((double[])[share, share, isFirst, isFirst]).CopyTo(shares, Lanes * i);
        }

        deepAge = IPowerDepth.LeastNormal / Math.Min(density.DeepestRate, balanceRate);
    }

    public TieScore Score(ReadOnlySpan<TouchpointRow> rows, long asOf)
    {
        var contacts = Trimmed(rows[..CheckedUpTo(rows, asOf)]);
        if (contacts.IsEmpty)
        {
            return default;
        }

        if (!TrySum(contacts, asOf, out var found))
        {
            TrySum([.. contacts.ToArray().OrderBy(row => days.DayOf(row.UnixMicros))], asOf, out found);
        }

        Span<double> sums = stackalloc double[Lanes];
        found.Sums.Store(sums);
        var lambda = ExpectedContacts.Of(sums[0], sums[1], settings.LightCeiling);
        var balance = Reciprocity.BalanceOf(sums[2], sums[3], settings);
        return new TieScore(
            lambda.Value, lambda.Strength, balance, found.ContactDays, found.Touchpoints, contacts[0].UnixMicros, contacts[^1].UnixMicros);
    }

    // Returns how many rows are not later than the instant.
    [MethodImpl(Compile.AtOnce)]
    private int CheckedUpTo(ReadOnlySpan<TouchpointRow> rows, long asOf)
    {
        var (previous, known, count) = (long.MinValue, 0, kinds.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            var at = rows[i].UnixMicros;
            if (at < previous || rows[i].Kind >= count)
            {
                Throw(rows, i);
            }

            previous = at;
            known += at <= asOf ? 1 : 0;
        }

        return known;
    }

    // Without the attempts before the first contact and after the last.
    private ReadOnlySpan<TouchpointRow> Trimmed(ReadOnlySpan<TouchpointRow> rows)
    {
        while (!rows.IsEmpty && !kinds.IsContact(rows[0].Kind))
        {
            rows = rows[1..];
        }

        while (!rows.IsEmpty && !kinds.IsContact(rows[^1].Kind))
        {
            rows = rows[..^1];
        }

        return rows;
    }

    private bool TrySum(ReadOnlySpan<TouchpointRow> rows, long asOf, out Found found) =>
        (asOf - rows[0].UnixMicros > deepAge, isDecades) switch
    {
        (false, true) => TrySum<NormalPowers, Decades>(rows, asOf, out found),
        (false, false) => TrySum<NormalPowers, AnyHalfLives>(rows, asOf, out found),
        (true, true) => TrySum<DeepPowers, Decades>(rows, asOf, out found),
        (true, false) => TrySum<DeepPowers, AnyHalfLives>(rows, asOf, out found),
    };

    // False where dates are not in order. The first row is a contact.
    [MethodImpl(Compile.AtOnce)]
    private bool TrySum<TDepth, TPowers>(ReadOnlySpan<TouchpointRow> rows, long asOf, out Found found)
        where TDepth : struct, IPowerDepth
        where TPowers : struct, ICurvePowers
    {
        var weights = kinds.SignedWeights;
        var date = new OpenDate(days.DayOf(rows[0].UnixMicros), rows[0].UnixMicros);
        found = default;
        var (sums, contactDays, touchpoints) = (Lanes256.Of(0), 1, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var (at, weight) = (rows[i].UnixMicros, weights[rows[i].Kind]);
            if (weight == 0)
            {
                continue;
            }

            var day = days.DayOf(at);
            if (day != date.Day)
            {
                if (day < date.Day)
                {
                    return false;
                }

                sums += Decayed<TDepth, TPowers>(date, asOf);
                date = new OpenDate(day, at);
                contactDays++;
            }

            date.Add(at, weight, (int)rows[i].Direction);
            touchpoints++;
        }

        found = new Found(sums + Decayed<TDepth, TPowers>(date, asOf), contactDays, touchpoints);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256 Decayed<TDepth, TPowers>(in OpenDate date, long asOf)
        where TDepth : struct, IPowerDepth
        where TPowers : struct, ICurvePowers
    {
        var age = date.AgesAt(asOf);
        var power = TDepth.Exp2(age * Lanes256.Load(rates));
        var counts = Lanes256.Load(shares) * power;
        for (var i = Lanes; i < rates.Length; i += Lanes)
        {
            power = TPowers.Next<Lanes256, TDepth>(power, age, Lanes256.Load(rates.AsSpan(i)));
            counts += Lanes256.Load(shares.AsSpan(i)) * power;
        }

        return date.Weights * counts;
    }

    [DoesNotReturn]
    private void Throw(ReadOnlySpan<TouchpointRow> rows, int row)
    {
        var rule = rows[row].Kind >= kinds.Count
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the kind is {rows[row].Kind}; it must be from 0 to {kinds.Count - 1}, a row of FoldSettings.Kinds.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the instant is {rows[row].UnixMicros}; it must be at least "
                + $"{rows[row - 1].UnixMicros}, that of the row before, for rows stand in order of time.");
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"In row {row} {rule}"), nameof(rows));
    }

    private readonly record struct Found(Lanes256 Sums, int ContactDays, int Touchpoints);

    // A date that may have more rows to come: for each class and each direction the latest row stands in for all.
    private struct OpenDate(int day, long at)
    {
        private double light;
        private double rich;
        private int sides;
        private long lightAt = at;
        private long richAt = at;
        private long outgoingAt = at;
        private long incomingAt = at;

        public int Day { get; } = day;

        public readonly Lanes256 Weights => new(Vector256.Create(light, rich, sides & 1, sides >> 1));

        public readonly Lanes256 AgesAt(long asOf) =>
            new(Vector256.Create((double)(asOf - lightAt), asOf - richAt, asOf - outgoingAt, asOf - incomingAt));

        // Of which class and direction a row is, is random: no branches.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(long at, double weight, int side)
        {
            var isRich = BitConverter.DoubleToInt64Bits(weight) >> 63;
            light = double.MaxNative(light, weight);
            rich = double.MaxNative(rich, -weight);
            lightAt = Choose(~isRich, at, lightAt);
            richAt = Choose(isRich, at, richAt);
            outgoingAt = Choose(-(side & 1), at, outgoingAt);
            incomingAt = Choose(-(side >> 1), at, incomingAt);
            sides |= side;
        }

        private static long Choose(long mask, long then, long otherwise) => otherwise ^ ((then ^ otherwise) & mask);
    }
}
