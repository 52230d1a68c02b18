using System.Globalization;
using NodaTime.Text;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>A touchpoint in 16 bytes, without its contact: when, of which kind, who reached out.</summary>
/// <remarks>
/// <para>The default value is one of kind 0 at 1970-01-01T00:00:00Z, by nobody known. Equality is that of all three.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct TouchpointRow
{
    private readonly byte direction;

    /// <summary>Initializes a new instance of the <see cref="TouchpointRow"/> struct.</summary>
    /// <param name="unixMicros">When it happened, in microseconds since 1970-01-01T00:00:00Z; from 0001-01-02 to 9999-12-30.</param>
    /// <param name="kind">Of which kind it is: an index into <see cref="Ties.FoldSettings.Kinds"/>, which the scorer checks.</param>
    /// <param name="direction">Who reached out.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="unixMicros"/> lies outside its range, or <paramref name="direction"/> is none of the enumeration.
    /// </exception>
    public TouchpointRow(long unixMicros, byte kind, Direction direction)
    {
        if (unixMicros < SupportedTime.FirstMicros || unixMicros > SupportedTime.LastMicros)
        {
            throw new ArgumentOutOfRangeException(
                nameof(unixMicros),
                unixMicros,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The instant is {unixMicros}; it must be from {SupportedTime.FirstMicros} (0001-01-02) "
                    + $"to {SupportedTime.LastMicros} (9999-12-30)."));
        }

        Guard.Defined(direction);
        UnixMicros = unixMicros;
        Kind = kind;
        this.direction = (byte)direction;
    }

    /// <summary>Gets when it happened, in microseconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixMicros { get; }

    /// <summary>Gets of which kind it is: an index into <see cref="Ties.FoldSettings.Kinds"/>.</summary>
    public byte Kind { get; }

    /// <summary>Gets who reached out.</summary>
    public Direction Direction => (Direction)direction;

    /// <summary>Returns the instant, the kind and the direction in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(UnixMicros))}, kind {Kind}, {Direction}");
}
