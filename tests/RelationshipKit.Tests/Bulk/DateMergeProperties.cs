using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Bulk;

namespace RelationshipKit.Tests.Bulk;

public class DateMergeProperties
{
    private const int Room = 64;

    private static readonly double[] Weights = [0.1, 0.3, 0.4, -0.5, -0.7, -1];

    // Ties of up to some hundred rows of few dates, so that dates reach over several words of 64 rows.
    private static readonly Arbitrary<Row[][]> Ties =
        (from gap in Gen.Elements(2, 5, 40, 150)
         from ties in Gen.ArrayOf(Gen.ArrayOf(
             from isNext in Gen.Choose(0, gap).Select(number => number == 0)
             from weight in Gen.Elements(Weights)
             from side in Gen.Choose(0, 3)
             select new Row(isNext, weight, (byte)side)).Resize(200))
         select ties).Resize(5).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property The_latest_row_of_a_class_and_of_a_direction_stands_in_for_its_date() =>
        Prop.ForAll(Ties, ties =>
        {
            var rows = ties.SelectMany(tie => tie).ToArray();
            int[] offsets = [7, .. ties.Select((_, i) => 7 + ties.Take(i + 1).Sum(tie => tie.Length))];
            double[] dates = [-1, .. ties.SelectMany(Dates), .. new double[Room]];
            double[] weights = [.. rows.Select(row => row.Weight), .. new double[Room]];
            byte[] sides = [.. rows.Select(row => row.Side), .. new byte[Room]];
            var (expectedWeights, expectedSides) = Expected(ties);

            var merge = new DateMerge();
            merge.Merge(new RowBlock(offsets, new long[rows.Length], new byte[rows.Length], sides), dates, weights, sides);

            Assert.Equal(expectedWeights, weights[..rows.Length]);
            Assert.Equal(expectedSides, sides[..rows.Length]);
            for (var tie = 0; tie < ties.Length; tie++)
            {
                var shared = ties[tie].Length - Dates(ties[tie]).Distinct().Count();
                Assert.Equal(shared, merge.CountShared(offsets[tie] - 7, offsets[tie + 1] - 7));
            }
        });

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

    private static (double[] Weights, byte[] Sides) Expected(Row[][] ties)
    {
        var (weights, sides) = (new List<double>(), new List<byte>());
        foreach (var tie in ties)
        {
            var dates = Dates(tie).ToArray();
            for (var i = 0; i < tie.Length; i++)
            {
                var ofDate = tie.Where((_, other) => dates[other] == dates[i]).ToArray();
                var later = tie.Where((_, other) => other > i && dates[other] == dates[i]).ToArray();
                var ofClass = ofDate.Where(row => Math.Sign(row.Weight) == Math.Sign(tie[i].Weight));
                weights.Add(later.Any(row => Math.Sign(row.Weight) == Math.Sign(tie[i].Weight)) ? 0 : ofClass.MaxBy(row => Math.Abs(row.Weight)).Weight);
                sides.Add((byte)(tie[i].Side & ~later.Aggregate(0, (seen, row) => seen | row.Side)));
            }
        }

        return ([.. weights], [.. sides]);
    }

    private readonly record struct Row(bool IsNextDate, double Weight, byte Side);
}
