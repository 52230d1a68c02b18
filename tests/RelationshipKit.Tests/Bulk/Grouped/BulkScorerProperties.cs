using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Bulk.Grouped;

[Properties(Arbitrary = [typeof(TieArbitraries)])]
public class BulkScorerProperties
{
    private static readonly DateTimeZone StJohns = DateTimeZoneProviders.Tzdb["America/St_Johns"];

    private static readonly FoldSettings Fold = FoldSettings.Default with
    {
        Kinds = new(
            [
                .. FoldSettings.Default.Kinds.Where(kind => kind.GroupSize == 1),
                .. Enumerable.Range(2, 201).Select(size => new TouchpointKind(Channel.Voice, groupSize: size))
            ]),
    };

    // Groups of all sizes through one channel only, so that a byte can name them.
    private static readonly Touchpoint[] None = [];

    [Property]
    public Property Columns_score_as_objects_do(TieHistory[] histories, TieHistory last, NonNegativeInt empty)
    {
        // Before and after each tie some without a touchpoint: now and then enough to fill a block of 64.
        var without = Enumerable.Repeat(None, empty.Get * 9 % 140).ToArray();
        Touchpoint[][] ties = [.. without, .. histories.Append(last).SelectMany(history => without.Prepend(Named(history.Touchpoints)))];
        return Differences(ties, last.Zone, last.AsOf, ScoreSettings.Default).ToProperty()
            .Classify(last.Zone.Id == StJohns.Id, "clocks were once turned back over midnight");
    }

    [Property]
    public bool Rows_of_one_tie_score_as_its_objects_do(TieHistory history)
    {
        Touchpoint[] tie = [.. Named(history.Touchpoints).OrderBy(touchpoint => touchpoint.At)];
        return RowDifferences(tie, history.Zone, history.AsOf);
    }

    [Property]
    public bool Every_width_and_number_of_threads_gives_the_same_bits(TieHistory[] histories, TieHistory last)
    {
        var table = new TouchpointTable(
            Fold, [.. Enumerable.Repeat(histories.Append(last), 3).SelectMany(all => all).Select(history => Named(history.Touchpoints))]);
        var grouped = table.Grouped;
        var expected = Bits(LaneWidth.Bits64, 1);
        return Enum.GetValues<LaneWidth>()
            .All(width => Bits(width, 1).AsSpan().SequenceEqual(expected) && Bits(width, 3).AsSpan().SequenceEqual(expected));

        byte[] Bits(LaneWidth width, int threads)
        {
            var scores = new ScoreTable(table.Ties.Count);
            new BulkScorer(Fold, ScoreSettings.Default, last.Zone, width)
                .Score(grouped, last.AsOf, scores.Columns, new BulkOptions { MaxDegreeOfParallelism = threads });
            return scores.Bits;
        }
    }

    [Property]
    public bool A_stream_grouped_in_any_order_has_the_same_columns_and_the_scores_of_its_ties(
        TieHistory[] histories, TieHistory last, int seed)
    {
        var table = new TouchpointTable(Fold, [.. histories.Append(last).Select(history => Named(history.Touchpoints))]);
        var (expected, rows) = (table.Grouped, new List<(int Tie, int Row)>());
        for (var tie = 0; tie < table.Ties.Count; tie++)
        {
            rows.AddRange(Enumerable.Range(expected.Offsets.Span[tie], table.Ties[tie].Count).Select(row => (tie, row)));
        }

        using var grouping = Grouping([.. rows], 1);
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);
        using var other = Grouping(shuffled, 3);
        Assert.Equal(expected.Offsets.ToArray(), grouping.Touchpoints.Offsets.ToArray());
        Assert.Equal(expected.Instants.ToArray(), grouping.Touchpoints.Instants.ToArray());
        Assert.Equal(grouping.Touchpoints.Instants.ToArray(), other.Touchpoints.Instants.ToArray());
        Assert.Equal(grouping.Touchpoints.Kinds.ToArray(), other.Touchpoints.Kinds.ToArray());
        Assert.Equal(grouping.Touchpoints.Directions.ToArray(), other.Touchpoints.Directions.ToArray());
        var scores = new ScoreTable(table.Ties.Count);
        new BulkScorer(Fold, ScoreSettings.Default, last.Zone).Score(other.Touchpoints, last.AsOf, scores.Columns);
        var scorer = new RelationshipScorer(Fold, ScoreSettings.Default, last.Zone);
        return Enumerable.Range(0, table.Ties.Count)
            .All(tie => scores.Differences(tie, scorer.ScoreAt(table.Ties[tie], last.AsOf)).Length == 0);

        TouchpointGrouping Grouping((int Tie, int Row)[] order, int threads) => TouchpointGrouping.Of(
            table.Ties.Count,
            Array.ConvertAll(order, row => row.Tie),
            Array.ConvertAll(order, row => expected.Instants.Span[row.Row]),
            Array.ConvertAll(order, row => expected.Kinds.Span[row.Row]),
            Array.ConvertAll(order, row => expected.Directions.Span[row.Row]),
            new BulkOptions { MaxDegreeOfParallelism = threads });
    }

    // Hours around the clocks of St John's going back at 00:01; a third of the touchpoints in the one minute of the date that will come
    // again.
    [Property]
    public bool A_date_that_comes_twice_is_one_day(PositiveInt[] minutes, Direction[] directions)
    {
        var midnight = new LocalDateTime(2006, 10, 29, 0, 1).InZoneLeniently(StJohns).ToInstant() - Duration.FromHours(2);
        var ties = minutes.Select((minute, i) =>
        {
            // Generated numbers are mostly small: each row goes on from where the one before was.
            var place = (minute.Get * 97) + (i * 1_511);
            return new Touchpoint(
                TieArbitraries.Ada,
                midnight + Duration.FromSeconds(place % 3 == 0 ? (59 * 60) + (place % 60) : place % (240 * 60))
                    + Duration.FromMilliseconds(i),
                Channel.Stock[place % 8],
                directions.Length == 0 ? Direction.Unknown : directions[i % directions.Length]);
        }).ToArray();

        var asOf = midnight + Duration.FromDays(3);
        return Differences([ties], StJohns, asOf, ScoreSettings.Default)
            && RowDifferences([.. ties.OrderBy(touchpoint => touchpoint.At)], StJohns, asOf);
    }

    private static bool Differences(Touchpoint[][] ties, DateTimeZone zone, Instant asOf, ScoreSettings settings)
    {
        var table = new TouchpointTable(Fold, ties);
        var scores = new ScoreTable(ties.Length);
        new BulkScorer(Fold, settings, zone).Score(table.Grouped, asOf, scores.Columns);
        var scorer = new RelationshipScorer(Fold, settings, zone);
        for (var tie = 0; tie < ties.Length; tie++)
        {
            var differences = scores.Differences(tie, scorer.ScoreAt(ties[tie], asOf));
            Assert.True(differences.Length == 0, $"tie {tie}: {differences}");
        }

        return true;
    }

    private static bool RowDifferences(Touchpoint[] tie, DateTimeZone zone, Instant asOf)
    {
        var score = new BulkScorer(Fold, ScoreSettings.Default, zone).ScoreOne(
            Array.ConvertAll(
                tie, touchpoint =>
                    new TouchpointRow(SupportedTime.ToMicros(touchpoint.At), Fold.Kinds.IndexOf(touchpoint), touchpoint.Direction)),
            asOf);
        var expected = new RelationshipScorer(Fold, ScoreSettings.Default, zone).ScoreAt(tie, asOf);
        Assert.Equal(
            (expected.ContactDays, expected.Touchpoints, expected.FirstTouch, expected.LastTouch),
            (score.ContactDays, score.Touchpoints, score.FirstTouch, score.LastTouch));
        // below the smallest normal number digits are lost
        Assert.Equal(expected.ExpectedContacts, score.ExpectedContacts, Math.Max(1e-12 * expected.ExpectedContacts, 1e-290));
        Assert.Equal(expected.Strength.Value, score.Strength.Value, Math.Max(1e-12 * expected.Strength.Value, 1e-290));
        Assert.Equal(expected.Reciprocity.Balance, score.Balance, 1e-12);
        return true;
    }

    private static Touchpoint[] Named(IEnumerable<Touchpoint> touchpoints) =>
        [.. touchpoints.Select(touchpoint => touchpoint.GroupSize == 1 ? touchpoint : touchpoint with { Channel = Channel.Voice })];
}
