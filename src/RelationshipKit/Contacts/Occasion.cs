using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>A reason to celebrate with a contact: a birthday, an anniversary or an achievement.</summary>
/// <remarks>Two are equal when all parts are, texts ordinally. Instances are immutable and safe to share between threads.</remarks>
[JsonConverter(typeof(ValueJsonConverter<Occasion>))]
public sealed record Occasion
{
    private const int LongestTitle = 4_000;

    /// <summary>Initializes a new instance of the <see cref="Occasion"/> class.</summary>
    /// <param name="kind">What it celebrates.</param>
    /// <param name="date">When, as far as that is known; not <see cref="PartialDate.Unknown"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined.</exception>
    /// <exception cref="ArgumentException">Nothing is known of the date.</exception>
    public Occasion(OccasionKind kind, PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Kind = kind;
        Date = date == PartialDate.Unknown
            ? throw new ArgumentException("Nothing is known of the date; at least the year or the day of the year must be.", nameof(date))
            : date;
    }

    /// <summary>Gets what it celebrates.</summary>
    public OccasionKind Kind { get; }

    /// <summary>Gets when it is or was first, as far as that is known; never <see cref="PartialDate.Unknown"/>.</summary>
    public PartialDate Date { get; }

    /// <summary>Gets what it is called; <see langword="null"/> for nothing.</summary>
    /// <exception cref="ArgumentException">
    /// The text is empty or longer than 4,000 characters, has control characters, unpaired surrogates, or white space at its ends.
    /// </exception>
    public string? Title
    {
        get;
        init => field = value is null ? null : Names.Check(value, LongestTitle, nameof(Title));
    }

    /// <summary>
    /// Gets when a 29 February is celebrated in a year that has none. The default is <see cref="LeapDayRule.LastOfFebruary"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not defined.</exception>
    public LeapDayRule LeapDayRule
    {
        get;
        init => field = Guard.Defined(value, nameof(LeapDayRule));
    }

    /// <summary>Finds the next day to celebrate.</summary>
    /// <param name="reference">The day after which to look, in the ISO calendar; the day itself does not count.</param>
    /// <returns>
    /// For a birthday or an anniversary the next day it falls on, year after year and not before its own year. For an achievement its own
    /// day, if that is still to come; without a year it cannot be told and is <see langword="null"/>. Also <see langword="null"/> if month
    /// or day is not known, or if there is none up to 9999-12-30.
    /// </returns>
    /// <exception cref="ArgumentException">The reference is in another calendar.</exception>
    public LocalDate? NextAfter(LocalDate reference)
    {
        var next = Date.NextAfter(reference, LeapDayRule);
        return Kind == OccasionKind.Achievement && next?.Year != Date.Year ? null : next;
    }

    /// <summary>Returns the kind only, which is not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Kind.WithArticle;
}
