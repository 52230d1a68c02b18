using NodaTime;

namespace RelationshipKit.Interchange;

/// <summary>How a CSV file of touchpoints is read.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record TouchpointCsvSettings
{
    /// <summary>Gets how the owner is called; <c>owner</c> unless said otherwise. No row may name it as a contact.</summary>
    /// <exception cref="ArgumentException">The value is empty or white space.</exception>
    public string Owner
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Owner));
            field = value;
        }
    } = "owner";

    /// <summary>Gets the owner's time zone, in which times without an offset are read; UTC unless said otherwise.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public DateTimeZone Zone
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Zone));
            field = value;
        }
    } = DateTimeZone.Utc;

    /// <summary>Gets a value indicating whether bad rows are left out and reported, instead of ending the reading; false unless said otherwise.</summary>
    public bool Lenient { get; init; }

    /// <summary>Returns the zone and the mode, without the owner.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{Zone.Id}, {(Lenient ? "lenient" : "strict")}";
}
