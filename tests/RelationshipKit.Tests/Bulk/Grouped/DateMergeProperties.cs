using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Bulk.Grouped;

public class DateMergeProperties
{
    private const int Room = 64;

    // Eight kinds of eight weights, and hundreds of more weights than a shuffle can name: calls among groups of all sizes.
    private static readonly KindColumns Few = TieLayout.Of(FoldSettings.Default, DateTimeZone.Utc).Kinds;

    private static readonly KindColumns Many = TieLayout.Of(
        FoldSettings.Default with
        {
            Kinds = new(
                Enumerable.Range(1, 128).SelectMany(
                    size =>
                        new[] { new TouchpointKind(Channel.Voice, groupSize: size), new TouchpointKind(Channel.Email, groupSize: size) })),
        },
        DateTimeZone.Utc).Kinds;

    // Ties of up to some hundred rows of few dates, so that dates reach over several words of 64 rows.
    private static readonly Arbitrary<Row[][]> Ties =
        (from gap in Gen.Elements(2, 5, 40, 300)
         from ties in Gen.ArrayOf(Gen.ArrayOf(
             from isNext in Gen.Choose(0, gap).Select(number => number == 0)
             from kind in Gen.Choose(0, 255)
             from side in Gen.Choose(0, 3)
             select new Row(isNext, (byte)kind, (byte)side)).Resize(200))
         select ties).Resize(5).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property The_latest_row_of_a_class_and_of_a_direction_stands_in_for_its_date() =>
        Prop.ForAll(Ties, ties =>
        {
            // The same arena for one block after the other: nothing of a larger one may be left.
            var merge = new DateMerge();
            foreach (var own in new[] { ties, ties[..(ties.Length / 2)] })
            {
                IsMerged<Lanes512>(merge, own, Few);
                IsMerged<Lanes64>(merge, own, Many);
                IsMerged<Lanes512>(merge, own, Many);
            }
        });

    private static void IsMerged<T>(DateMerge merge, Row[][] ties, KindColumns columns)
        where T : struct, ILanes<T>
    {
        var rows = ties.SelectMany(tie => tie).ToArray();
        var kinds = Array.ConvertAll(rows, row => (byte)(row.Kind % columns.Count));
        int[] offsets = [7, .. ties.Select((_, i) => 7 + ties.Take(i + 1).Sum(tie => tie.Length))];
        double[] dates = [-1, .. ties.SelectMany(Dates), .. new double[Room]];
        var weights = new double[rows.Length + Room];
        var (expectedWeights, expectedBits) = Expected(ties, columns);
        var largest = kinds.DefaultIfEmpty().Max();
        var ranks = KindRanks.Of(columns);

        merge.Merge<T>(
            new RowBlock(offsets, new long[rows.Length], kinds, Array.ConvertAll(rows, row => row.Side)), largest, dates,
            KindRanks.AreFew(largest) ? ranks.Few : ranks.All, weights);

        Assert.Equal(expectedWeights, weights[..rows.Length]);
        Assert.Equal(expectedBits, merge.Bits[..rows.Length].ToArray());
        for (var tie = 0; tie < ties.Length; tie++)
        {
            var shared = ties[tie].Length - Dates(ties[tie]).Distinct().Count();
            Assert.Equal(shared, merge.CountShared(offsets[tie] - 7, offsets[tie + 1] - 7));
        }
    }

    // All ties begin on the same date, that of the last row of the one before more often than not.
    private static IEnumerable<double> Dates(Row[] tie)
    {
        var date = -1.0;
        foreach (var row in tie)
        {
            date += row.IsNextDate ? 1 : 0;
            yield return date;
        }
    }

    private static (double[] Weights, byte[] Bits) Expected(Row[][] ties, KindColumns kinds)
    {
        var (weights, bits) = (new List<double>(), new List<byte>());
        foreach (var tie in ties)
        {
            var dates = Dates(tie).ToArray();
            for (var i = 0; i < tie.Length; i++)
            {
                var ofDate = tie.Where((_, other) => dates[other] == dates[i]).ToArray();
                var later = tie.Where((_, other) => other > i && dates[other] == dates[i])
                    .Aggregate(0, (seen, row) => seen | BitsOf(row, kinds));
                var left = BitsOf(tie[i], kinds) & ~later;
                bits.Add((byte)left);
                weights.Add(
                    (left & 3) == 0 ? 0 : ofDate.Where(row => (BitsOf(row, kinds) & left & 3) != 0)
                        .Max(row => kinds.WeightOf((byte)(row.Kind % kinds.Count))));
            }
        }

        return ([.. weights], [.. bits]);
    }

    private static int BitsOf(Row row, KindColumns kinds)
    {
        var kind = (byte)(row.Kind % kinds.Count);
        return (kinds.LightWeights[kind] > 0 ? 1 : kinds.RichWeights[kind] > 0 ? 2 : 0) | (row.Side << 2);
    }

    private readonly record struct Row(bool IsNextDate, byte Kind, byte Side);
}
