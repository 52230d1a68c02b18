using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Bulk.Tables;

/// <summary>Touchpoints with ties as columns, and the same as objects.</summary>
public sealed class TouchBatch
{
    private readonly (int Tie, Touchpoint Touchpoint)[] rows;

    public TouchBatch(FoldSettings fold, IEnumerable<(int Tie, Touchpoint Touchpoint)> rows)
    {
        Fold = fold;
        this.rows = [.. rows];
    }

    public FoldSettings Fold { get; }

    public int Count => rows.Length;

    public int[] Ties => [.. rows.Select(row => row.Tie)];

    public long[] UnixMicros => [.. rows.Select(row => row.Touchpoint.At.ToUnixTimeTicks() / 10)];

    public byte[] Kinds => [.. rows.Select(row => Fold.Kinds.IndexOf(row.Touchpoint))];

    public byte[] Directions => [.. rows.Select(row => (byte)row.Touchpoint.Direction)];

    /// <summary>Returns settings with a kind for each touchpoint.</summary>
    public static FoldSettings FoldFor(FoldSettings settings, IEnumerable<Touchpoint> touchpoints)
    {
        var kinds = touchpoints.Select(touchpoint => new TouchpointKind(touchpoint.Channel, touchpoint.Outcome, touchpoint.GroupSize))
            .Distinct();
        return settings with { Kinds = new TouchpointKinds(kinds.DefaultIfEmpty(new TouchpointKind(Channel.Voice))) };
    }

    public IEnumerable<Touchpoint> Of(int tie) => rows.Where(row => row.Tie == tie).Select(row => row.Touchpoint);

    public TouchBatch Where(Func<int, bool> index) => new(Fold, rows.Where((_, i) => index(i)));

    public TouchBatch Shuffled(int seed)
    {
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);
        return new TouchBatch(Fold, shuffled);
    }

    public void AppendTo(TieTable table, BulkOptions? options = null) => table.Append(Ties, UnixMicros, Kinds, Directions, options);

    /// <summary>Appends in parts of random lengths, some of them one touchpoint by itself.</summary>
    public void AppendInPartsTo(TieTable table, int seed)
    {
        var random = new Random(seed);
        for (var start = 0; start < Count;)
        {
            var part = start;
            var length = Math.Min(Count - start, random.Next(1, 1 + random.Next(1, 200)));
            if (length == 1)
            {
                table.Append(Ties[part], UnixMicros[part], Kinds[part], (Direction)Directions[part]);
            }
            else
            {
                Where(i => i >= part && i < part + length).AppendTo(table, new BulkOptions { MaxDegreeOfParallelism = random.Next(1, 4) });
            }

            start += length;
        }
    }

    public TieTable ToTable(DateTimeZone zone, int ties)
    {
        var table = new TieTable(Fold, zone, ties);
        AppendTo(table);
        return table;
    }
}
