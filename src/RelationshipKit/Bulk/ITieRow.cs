namespace RelationshipKit.Bulk;

/// <summary>A touchpoint on its way to its tie.</summary>
/// <typeparam name="TRow">The row itself.</typeparam>
internal interface ITieRow<TRow>
    where TRow : struct
{
    /// <summary>Gets the number of its tie, from 0, among those that are sorted together.</summary>
    int Tie { get; }

    /// <summary>Returns whether the row comes before another of its tie.</summary>
    bool IsBefore(in TRow other);
}
