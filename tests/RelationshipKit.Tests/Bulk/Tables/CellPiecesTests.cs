using NodaTime;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Bulk.Tables;

/// <summary>Ties whose cells stand in many pieces, because touchpoints of different ties came in turns.</summary>
public class CellPiecesTests
{
    private const int Days = 300;
    private const byte Message = 0;
    private const byte Voice = 1;

    private static readonly Instant Start = Instant.FromUtc(2024, 3, 2, 12, 0);

    private static readonly FoldSettings Fold =
        FoldSettings.Default with { Kinds = new TouchpointKinds([new(Channel.Message), new(Channel.Voice)]) };

    [Fact]
    public void Append_TiesInTurns_GivesTheBitsOfABatch()
    {
        var rows = InTurns(3);
        var (single, batch) = (OneByOne(4, rows), AllAtOnce(4, rows));

        ThrowUnlessSame(batch, single);
        Assert.Equal(batch.StateOf(1).ToBytes(), single.StateOf(1).ToBytes());
        Assert.True(single.Bytes < 1.5 * batch.Bytes);
    }

    [Fact]
    public void Append_LateAmongManyPieces_GivesTheBitsOfABatch()
    {
        // Each late one has all cells of its tie made again, so that what they leave is used again and at last packed.
        var rows = InTurns(3);
        var late = Enumerable.Range(0, 400)
            .Select(i => (i % 3, Start + Duration.FromDays(i * 7 % Days) + Duration.FromHours(3), Voice, Direction.Mutual))
            .ToArray();
        var table = OneByOne(4, rows);
        foreach (var row in late)
        {
            Append(table, row);
        }

        ThrowUnlessSame(AllAtOnce(4, [.. rows, .. late]), table);
        Assert.True(table.Bytes < 100_000);
    }

    [Fact]
    public void Merge_TiesOfManyPieces_GivesTheBitsOfABatch()
    {
        var rows = InTurns(4);
        var table = AllAtOnce(5, [.. rows.Where(row => row.Tie == 3)]);
        var other = OneByOne(5, [.. rows.Where(row => row.Tie < 3)]);
        var before = Saved(other);

        table.Merge(other);

        ThrowUnlessSame(AllAtOnce(5, rows), table);
        Assert.Equal(before, Saved(other));
    }

    [Fact]
    public void Snapshot_BeforeMoreTurns_StaysAsItIs()
    {
        var rows = InTurns(3);
        var table = OneByOne(4, [.. rows.Take(400)]);
        var snapshot = table.Snapshot();
        foreach (var row in rows.Skip(400))
        {
            Append(table, row);
        }

        ThrowUnlessSame(AllAtOnce(4, [.. rows.Take(400)]), snapshot);
        ThrowUnlessSame(AllAtOnce(4, rows), table);
    }

    // Each day one tie after the other: a message, a call, both, or two messages, by turns.
    private static (int Tie, Instant At, byte Kind, Direction Direction)[] InTurns(int ties) =>
    [
        .. from day in Enumerable.Range(0, Days)
           from tie in Enumerable.Range(0, ties)
           from touch in Enumerable.Range(0, (day + tie) % 4 < 2 ? 1 : 2)
           select (
               tie,
               Start + Duration.FromDays(day) + Duration.FromMinutes(touch),
               (day + tie) % 4 == 0 || (touch == 1 && day % 3 == 0) ? Voice : Message,
               (Direction)(((day * 7) + tie + touch) % 4)),
    ];

    private static TieTable OneByOne(int ties, (int Tie, Instant At, byte Kind, Direction Direction)[] rows)
    {
        var table = new TieTable(Fold, DateTimeZone.Utc, ties);
        foreach (var row in rows)
        {
            Append(table, row);
        }

        return table;
    }

    private static TieTable AllAtOnce(int ties, (int Tie, Instant At, byte Kind, Direction Direction)[] rows)
    {
        var table = new TieTable(Fold, DateTimeZone.Utc, ties);
        table.Append(
            [.. rows.Select(row => row.Tie)],
            [.. rows.Select(row => row.At.ToUnixTimeTicks() / 10)],
            [.. rows.Select(row => row.Kind)],
            [.. rows.Select(row => (byte)row.Direction)]);
        return table;
    }

    private static void Append(TieTable table, (int Tie, Instant At, byte Kind, Direction Direction) row) =>
        table.Append(row.Tie, row.At.ToUnixTimeTicks() / 10, row.Kind, row.Direction);

    private static void ThrowUnlessSame(TieTable expected, TieTable actual)
    {
        var asOf = Start + Duration.FromDays(Days + 30);
        Assert.Null(AllColumns.Of(actual, asOf).BitDifference(AllColumns.Of(expected, asOf)));
        Assert.Equal(Saved(expected), Saved(actual));
    }

    private static byte[] Saved(TieTable table)
    {
        using var stream = new MemoryStream();
        table.Save(stream);
        return stream.ToArray();
    }
}
