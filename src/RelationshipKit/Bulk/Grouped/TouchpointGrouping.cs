using System.Buffers;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>
/// A stream of touchpoints in any order, grouped by tie and put in order of time within each, for <see cref="BulkScorer"/>.
/// </summary>
/// <remarks>
/// <para>
/// The same touchpoints give the same columns, whatever their order and the number of threads: those of one instant go by kind, then by
/// direction. Kinds are not looked at; the scorer checks them.
/// </para>
/// <para>
/// Grouping needs 16 bytes a touchpoint while it runs, for some 16 million at a time, and holds 10 until it is disposed. Instances are safe
/// to share between threads, but for being disposed.
/// </para>
/// </remarks>
public sealed class TouchpointGrouping : IDisposable
{
    private readonly GroupedTouchpoints touchpoints;
    private int[]? offsets;
    private long[]? instants;
    private byte[]? kinds;
    private byte[]? directions;

    private TouchpointGrouping(int ties, int rows)
    {
        offsets = ArrayPool<int>.Shared.Rent(ties + 1);
        instants = ArrayPool<long>.Shared.Rent(rows);
        kinds = ArrayPool<byte>.Shared.Rent(rows);
        directions = ArrayPool<byte>.Shared.Rent(rows);
        touchpoints = new GroupedTouchpoints
        {
            Offsets = offsets.AsMemory(0, ties + 1),
            Instants = instants.AsMemory(0, rows),
            Kinds = kinds.AsMemory(0, rows),
            Directions = directions.AsMemory(0, rows),
        };
    }

    /// <summary>Gets the columns; good until this is disposed.</summary>
    /// <exception cref="ObjectDisposedException">This is disposed.</exception>
    public GroupedTouchpoints Touchpoints
    {
        get
        {
            ObjectDisposedException.ThrowIf(offsets is null, this);
            return touchpoints;
        }
    }

    /// <summary>Groups touchpoints, in any order.</summary>
    /// <param name="tieCount">How many ties there are; not negative and less than 2,147,483,647.</param>
    /// <param name="ties">The tie of each touchpoint, from 0.</param>
    /// <param name="unixMicros">The instant of each, in microseconds since 1970-01-01T00:00:00Z, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="kinds">The kind of each: an index into <see cref="RelationshipKit.Ties.FoldSettings.Kinds"/>.</param>
    /// <param name="directions">The <see cref="Direction"/> of each, as a byte.</param>
    /// <param name="options">
    /// Threads and cancellation; <see langword="null"/> for <see cref="BulkOptions.Default"/>. Progress is not reported.
    /// </param>
    /// <returns>The grouped touchpoints. Their memory is given back when they are disposed.</returns>
    /// <exception cref="ArgumentException">The columns are not all of one length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="tieCount"/> or an element lies outside its range; of elements the message names the first, and its index.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static TouchpointGrouping Of(
        int tieCount,
        ReadOnlySpan<int> ties,
        ReadOnlySpan<long> unixMicros,
        ReadOnlySpan<byte> kinds,
        ReadOnlySpan<byte> directions,
        BulkOptions? options = null)
    {
        Guard.InRange(tieCount, 0, int.MaxValue - 1);
        var stream = new TouchColumns(ties, unixMicros, kinds, directions);
        stream.Check(tieCount, byte.MaxValue + 1);
        var grouping = new TouchpointGrouping(tieCount, stream.Count);
        try
        {
            new StreamSort(options ?? BulkOptions.Default).Run(
                stream, grouping.offsets.AsMemory(0, tieCount + 1), grouping.instants!, grouping.kinds!, grouping.directions!);
            return grouping;
        }
        catch
        {
            grouping.Dispose();
            throw;
        }
    }

    /// <summary>Gives the memory back; the columns are of no use any more.</summary>
    public void Dispose()
    {
        Return(ref offsets);
        Return(ref instants);
        Return(ref kinds);
        Return(ref directions);
    }

    /// <summary>Returns the number of ties and rows in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => touchpoints.ToString();

    private static void Return<T>(ref T[]? array)
    {
        if (Interlocked.Exchange(ref array, null) is { } rented)
        {
            ArrayPool<T>.Shared.Return(rented);
        }
    }
}
