namespace RelationshipKit.Bulk.Grouped;

/// <summary>The rows of neighbouring ties as columns.</summary>
internal readonly ref struct RowBlock(
    ReadOnlySpan<int> offsets, ReadOnlySpan<long> instants, ReadOnlySpan<byte> kinds, ReadOnlySpan<byte> directions)
{
    /// <summary>Gets the number of ties.</summary>
    public int Ties => Offsets.Length - 1;

    /// <summary>Gets the number of rows.</summary>
    public int Rows => Instants.Length;

    /// <summary>Gets where the rows of each tie begin and those of the last end, counted from wherever the first begins.</summary>
    public ReadOnlySpan<int> Offsets { get; } = offsets;

    public ReadOnlySpan<long> Instants { get; } = instants;

    public ReadOnlySpan<byte> Kinds { get; } = kinds;

    public ReadOnlySpan<byte> Directions { get; } = directions;

    /// <summary>Returns the rows of the ties from one up to, but not including, another.</summary>
    public static RowBlock Of(GroupedTouchpoints touchpoints, int first, int end)
    {
        var offsets = touchpoints.Offsets.Span[first..(end + 1)];
        var (from, rows) = (offsets[0], offsets[^1] - offsets[0]);
        return new RowBlock(
            offsets,
            touchpoints.Instants.Span.Slice(from, rows),
            touchpoints.Kinds.Span.Slice(from, rows),
            touchpoints.Directions.Span.Slice(from, rows));
    }

    /// <summary>Returns where the rows of a tie begin in the columns, and where they end.</summary>
    public (int Start, int End) RowsOf(int tie) => (Offsets[tie] - Offsets[0], Offsets[tie + 1] - Offsets[0]);
}
