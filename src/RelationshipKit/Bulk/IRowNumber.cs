namespace RelationshipKit.Bulk;

/// <summary>A small whole number that rows are sorted by.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal interface IRowNumber<TRow>
    where TRow : struct
{
    /// <summary>Returns the number of a row, not negative.</summary>
    int Of(in TRow row);
}
