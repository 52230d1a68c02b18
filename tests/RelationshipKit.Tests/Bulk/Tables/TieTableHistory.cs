using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Bulk.Tables;

/// <summary>The touchpoints of several ties up to an instant, in the order they became known, and settings to fold them under.</summary>
/// <remarks>
/// Ties lie in several chunks, on both sides of where blocks begin. Most blocks have no contact, and the last chunk has none.
/// </remarks>
public sealed record TieTableHistory(TouchBatch Batch, DateTimeZone Zone, Instant AsOf)
{
    public static readonly int[] Known = [0, 1, 255, 256, 2_047, 2_048, 2_055];

    public const int Ties = 4_200;

    // Curves of one half-life, the stock three, and eight; half-lives that are no whole number of microseconds.
    private static readonly FoldSettings[] Folds =
    [
        FoldSettings.Default,
        FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromHours(1) + Duration.FromNanoseconds(333)) },
        FoldSettings.Default with
        {
            Curve = DecayCurve.Mixture([.. Enumerable.Range(0, 8).Select(i => (Duration.FromHours(7 << i), 1.0 / (i + 1)))]),
            BalanceHalfLife = Duration.FromDays(1),
            MomentumShortHalfLife = Duration.FromDays(2),
            MomentumLongHalfLife = Duration.FromDays(36_525),
        },
    ];

    public TieTable Table => Batch.ToTable(Zone, Ties);

    public RelationshipScorer Scorer => new(Batch.Fold, ScoreSettings.Default, Zone);

    public static Arbitrary<TieTableHistory> Histories() =>
        Arb.From(
            from history in TieArbitraries.Histories().Generator
            from fold in Gen.Elements(Folds)
            from seed in Gen.Choose(0, int.MaxValue)
            from repeats in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Choose(2, 60)))
            select Of(history, fold, seed, repeats),
            history => Shrink(history));

    public override string ToString() => $"{Batch.Count} touchpoints in {Zone.Id} as of {AsOf} under {Batch.Fold}: "
        + string.Join("; ", Known.Where(tie => Batch.Of(tie).Any()).Select(tie => $"{tie}: {string.Join(", ", Batch.Of(tie))}"));

    // Repeats are the same touchpoints some days and microseconds earlier, so that a table sees batches of thousands.
    private static TieTableHistory Of(TieHistory history, FoldSettings settings, int seed, int repeats)
    {
        var random = new Random(seed);
        var earliest = Instant.FromUtc(1, 1, 2, 0, 0);
        var touchpoints = new List<(int Tie, Touchpoint Touchpoint)>();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            foreach (var touchpoint in history.Touchpoints.Where(touchpoint => touchpoint.At <= history.AsOf))
            {
                var at = touchpoint.At - Duration.FromDays(repeat * 1.7) - Duration.FromNanoseconds(repeat * 1_000);
                touchpoints.Add((Known[random.Next(Known.Length)], touchpoint with { At = at < earliest ? earliest : at }));
            }
        }

        var distinct = touchpoints.Distinct().ToArray();
        random.Shuffle(distinct);
        return new TieTableHistory(
            new TouchBatch(TouchBatch.FoldFor(settings, distinct.Select(row => row.Touchpoint)), distinct), history.Zone, history.AsOf);
    }

    private static IEnumerable<TieTableHistory> Shrink(TieTableHistory history)
    {
        var half = history.Batch.Count / 2;
        if (half > 0)
        {
            yield return history with { Batch = history.Batch.Where(i => i < half) };
            yield return history with { Batch = history.Batch.Where(i => i >= half) };
        }

        for (var i = 0; i < Math.Min(history.Batch.Count, 20); i++)
        {
            var left = i;
            yield return history with { Batch = history.Batch.Where(other => other != left) };
        }
    }
}
