using System.Globalization;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>Touchpoints of many ties as columns, tie after tie and in order of time within each; memory of the caller, only read.</summary>
/// <remarks>
/// <para>
/// The touchpoints of tie i are rows <c>Offsets[i]</c> up to, but not including, <c>Offsets[i + 1]</c>, so that there is one more offset
/// than there are ties. What lies before the first offset or after the last is not looked at.
/// </para>
/// <para>
/// Rows are taken as they are: one that stands twice counts twice in the number of touchpoints, so duplicates are left to the log.
/// </para>
/// <para>Instances are immutable, the memory they name is not.</para>
/// </remarks>
public sealed class GroupedTouchpoints
{
    /// <summary>
    /// Gets where the touchpoints of each tie begin, and where those of the last end; not falling, from 0 to the number of rows.
    /// </summary>
    public required ReadOnlyMemory<int> Offsets { get; init; }

    /// <summary>
    /// Gets when each happened, in microseconds since 1970-01-01T00:00:00Z; from 0001-01-02 to 9999-12-30, not falling within a tie.
    /// </summary>
    public required ReadOnlyMemory<long> Instants { get; init; }

    /// <summary>Gets of which kind each is: an index into <see cref="Ties.FoldSettings.Kinds"/>.</summary>
    public required ReadOnlyMemory<byte> Kinds { get; init; }

    /// <summary>Gets who reached out: the number of a <see cref="RelationshipKit.Direction"/>, from 0 to 3.</summary>
    public required ReadOnlyMemory<byte> Directions { get; init; }

    /// <summary>Gets the number of ties.</summary>
    public int Ties => Math.Max(0, Offsets.Length - 1);

    /// <summary>Returns the number of ties and rows in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Instants.Length} touchpoints of {Ties} ties");

    /// <summary>Throws if the columns are not of one length, or an offset leads out of them or falls.</summary>
    internal void ThrowIfUneven(string paramName)
    {
        if (Kinds.Length != Instants.Length || Directions.Length != Instants.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {Instants.Length} instants, {Kinds.Length} kinds and "
                    + $"{Directions.Length} directions; there must be as many of each."),
                paramName);
        }

        var offsets = Offsets.Span;
        var least = 0;
        for (var i = 0; i < offsets.Length; i++)
        {
            if (offsets[i] < least || offsets[i] > Instants.Length)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Offset {i} is {offsets[i]}; it must be from {least}, the one before it, "
                        + $"to {Instants.Length}, the number of rows."),
                    paramName);
            }

            least = offsets[i];
        }
    }
}
