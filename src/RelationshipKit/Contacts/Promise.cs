using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>Something the owner promised a contact for a day.</summary>
/// <remarks>Immutable, so it is safe to share between threads. <see cref="ToString"/> does not print the promise.</remarks>
[JsonConverter(typeof(ValueJsonConverter<Promise>))]
public sealed record Promise
{
    private const int LongestText = 4_000;

    /// <summary>Creates a promise.</summary>
    /// <param name="text">What was promised: from 1 to 4,000 characters on one line.</param>
    /// <param name="on">The day for which it was promised, from 0001-01-01 to 9999-12-31 in the ISO calendar.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="text"/> breaks the rule above, or <paramref name="on"/> is in another calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="on"/> is out of range.</exception>
    public Promise(string text, LocalDate on)
    {
        Text = Names.Check(text, LongestText);
        _ = PartialDate.FromDate(on);
        On = on;
    }

    /// <summary>Gets what was promised.</summary>
    public string Text { get; }

    /// <summary>Gets the day for which it was promised.</summary>
    public LocalDate On { get; }

    /// <summary>Gets whether it was kept.</summary>
    public bool IsKept { get; init; }

    /// <summary>Returns a text that does not tell of the promise.</summary>
    /// <returns>The text "a promise".</returns>
    public override string ToString() => "a promise";
}
