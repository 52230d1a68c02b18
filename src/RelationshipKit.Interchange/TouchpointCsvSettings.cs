using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange;

/// <summary>How a CSV file of touchpoints is read.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record TouchpointCsvSettings
{
    /// <summary>Gets how the owner is called. The default is <c>owner</c>. No row may name it as a contact.</summary>
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

    /// <summary>Gets the other ids under which the owner stands in the file, such as a second e-mail address; none by default.</summary>
    /// <exception cref="ArgumentException">A value is empty or white space.</exception>
    public ImmutableArray<string> OtherOwners
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefault || !value.Any(string.IsNullOrWhiteSpace)
            ? value
            : throw new ArgumentException("An id of the owner is empty; each must have a character that can be seen.", nameof(OtherOwners));
    }

    /// <summary>Gets the owner's time zone, in which times without an offset are read. The default is UTC.</summary>
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

    /// <summary>
    /// Gets the order of day, month and year in dates such as 3/4/2026; <see langword="null"/> to call rows bad whose date does not show
    /// it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not an order.</exception>
    public DateOrder? DateOrder
    {
        get;
        init => field = value is null || Enum.IsDefined(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(DateOrder), value, "The order must be DayMonthYear, MonthDayYear or YearMonthDay.");
    }

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
    public bool Equals(TouchpointCsvSettings? other) =>
        other is not null
        && Owner == other.Owner
        && OtherOwners.AsSpan().SequenceEqual(other.OtherOwners.AsSpan())
        && Zone.Equals(other.Zone)
        && DateOrder == other.DateOrder
        && Equals(Encoding, other.Encoding)
        && Lenient == other.Lenient;

    /// <summary>Returns a hash code that agrees with <see cref="Equals(TouchpointCsvSettings)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => HashCode.Combine(Owner, Zone, DateOrder, Encoding, Lenient);

    /// <summary>Returns the zone and the mode, without the owner.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{Zone.Id}, {(Lenient ? "lenient" : "strict")}";
}
