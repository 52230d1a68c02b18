using NodaTime;

namespace RelationshipKit.Interchange;

/// <summary>How an edge list is read.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record EdgeListSettings
{
    /// <summary>Gets the id of the owner, as it stands in the file; not empty.</summary>
    /// <exception cref="ArgumentException">The value is empty or white space.</exception>
    public required string Owner
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Owner));
            field = value;
        }
    }

    /// <summary>Gets the channel of every row; <see cref="Channel.Message"/> unless said otherwise.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public Channel Channel
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Channel));
            field = value;
        }
    } = Channel.Message;

    /// <summary>Gets the owner's time zone; UTC unless said otherwise.</summary>
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

    /// <summary>Returns the channel, the zone and the mode, without the owner.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{Channel}, {Zone.Id}, {(Lenient ? "lenient" : "strict")}";
}
