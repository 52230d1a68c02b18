using System.Globalization;

namespace RelationshipKit.Interchange;

/// <summary>How far a reader has come.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record ReadProgress
{
    internal ReadProgress(long rows, long bytesRead, long? bytesTotal)
    {
        Rows = rows;
        BytesRead = bytesRead;
        BytesTotal = bytesTotal;
    }

    /// <summary>Gets the number of rows read so far, comments and blank lines not counted.</summary>
    public long Rows { get; }

    /// <summary>Gets the number of bytes read so far, as they are stored: compressed bytes of a compressed file.</summary>
    public long BytesRead { get; }

    /// <summary>Gets the number of bytes there are; <see langword="null"/> if the source cannot tell.</summary>
    public long? BytesTotal { get; }

    /// <summary>Gets the share that has been read, from 0 to 1; <see langword="null"/> if the source cannot tell its length.</summary>
    public double? Fraction => BytesTotal switch
    {
        null => null,
        0 => 1,
        { } total => Math.Min(1, BytesRead / (double)total),
    };

    /// <summary>Returns the rows and bytes read in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rows} rows, {BytesRead} bytes");
}
