namespace RelationshipKit.Bulk.Grouped;

/// <summary>
/// What each row of a block adds to the four sums of its tie: light, rich, outgoing and incoming, one column after the other.
/// </summary>
internal sealed class TieTerms(int rows)
{
    /// <summary>Gets how far it is from a row's element in one column to that in the next.</summary>
    public int Stride { get; } = rows;

    /// <summary>Gets the columns.</summary>
    public double[] Columns { get; } = new double[4 * rows];

    /// <summary>Returns one column from a row on.</summary>
    public ReadOnlySpan<double> Column(int column, int row) => Columns.AsSpan((column * Stride) + row, Stride - row);
}
