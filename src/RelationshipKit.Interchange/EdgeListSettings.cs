using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange;

/// <summary>How an edge list is read.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record EdgeListSettings
{
    /// <summary>Gets the id of the owner, as it stands in the file; e-mail addresses in any case. Not empty.</summary>
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

    /// <summary>Gets the other ids under which the owner stands in the file, such as a second e-mail address; none by default.</summary>
    /// <exception cref="ArgumentException">A value is empty or white space.</exception>
    public ImmutableArray<string> OtherOwners
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefault || !value.Any(string.IsNullOrWhiteSpace)
            ? value
            : throw new ArgumentException("An id of the owner is empty; each must have a character that can be seen.", nameof(OtherOwners));
    }

    /// <summary>Gets the channel of every row. The default is <see cref="Channel.Message"/>.</summary>
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

    /// <summary>Gets the owner's time zone. The default is UTC.</summary>
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

    /// <summary>Gets the encoding of text that is not UTF-8 and has no mark of UTF-16; <see langword="null"/> to refuse such text, because
    /// letters that cannot be told apart would make one contact of two.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// Gets a value indicating whether bad rows are left out and reported, instead of ending the reading; false by default.
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>Determines whether two settings read every file alike.</summary>
    /// <param name="other">The settings to compare with.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(EdgeListSettings? other) =>
        other is not null
        && Owner == other.Owner
        && OtherOwners.AsSpan().SequenceEqual(other.OtherOwners.AsSpan())
        && Channel == other.Channel
        && Zone.Equals(other.Zone)
        && Equals(Encoding, other.Encoding)
        && Lenient == other.Lenient;

    /// <summary>Returns a hash code that agrees with <see cref="Equals(EdgeListSettings)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => HashCode.Combine(Owner, Channel, Zone, Encoding, Lenient);

    /// <summary>Returns the channel, the zone and the mode, without the owner.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{Channel}, {Zone.Id}, {(Lenient ? "lenient" : "strict")}";
}
