using System.CommandLine;
using System.Globalization;
using NodaTime;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The options of a touchpoint that is logged or corrected.</summary>
internal sealed class TouchOptions
{
    /// <summary>What a moment may be written as.</summary>
    public const string WhenText = "today (now), yesterday, a date, a date with a time (\"2026-03-08 18:30\"), or an instant";

    // 31 days, as long as a touchpoint may last.
    private const int MostMinutes = 44_640;

    private static readonly Dictionary<string, Channel> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["call"] = Channel.Voice,
        ["text"] = Channel.Message,
        ["whatsapp"] = Channel.Message,
        ["mail"] = Channel.Email,
        ["met"] = Channel.InPerson,
    };

    private readonly Option<string?> on =
        new("--on") { Description = $"When: {WhenText}.", HelpName = "WHEN" };
    private readonly Option<Direction?> direction = new("--direction")
    {
        Description = "Who reached out: outgoing, incoming or mutual. If left out, calls and meetings are mutual and the rest is outgoing.",
        HelpName = "D"
    };
    private readonly Option<int?> minutes = new("--minutes") { Description = "How long it took, from 0 to 44640.", HelpName = "N" };
    private readonly Option<Gesture?> gesture =
        new("--gesture") { Description = "A small kindness in it, such as thank, congratulate or help.", HelpName = "G" };
    private readonly Option<string?> facet = new("--facet") { Description = "The side of the relationship it belongs to.", HelpName = "F" };
    private readonly Option<bool> attempt = new("--attempt") { Description = "You tried, and did not reach them." };
    private readonly Option<string?> note = new("--note") { Description = "A note for yourself.", HelpName = "TEXT" };

    public IEnumerable<Option> All => [on, direction, minutes, gesture, facet, attempt, note];

    /// <summary>Gets the words that name a channel.</summary>
    public static IEnumerable<string> ChannelWords => [.. Words.Keys, .. Channel.Stock.Select(channel => channel.Name)];

    public static Channel ChannelOf(string word, string argument) =>
        Words.GetValueOrDefault(word) ?? Channel.FindStock(word)
        ?? throw new UsageException(argument, $"'{word}' is not a channel; it must be one of {string.Join(", ", ChannelWords)}.");

    /// <summary>Returns what was done with whom, in the word that the user typed where it is one of every day.</summary>
    public static string Phrase(string word, Touchpoint touchpoint, string names) =>
        (touchpoint.Outcome == Outcome.Attempted, word.ToLowerInvariant()) switch
        {
            (false, "met") => $"that you met {names}",
            (true, "met") => $"an attempt to meet {names}",
            (var tried, var typed) => $"{(tried ? "an attempt at " : "")}{Noun(typed, touchpoint.Channel)} with {names}",
        };

    /// <summary>Returns that something is noted for then already, and what to do; null if it is refused for another reason.</summary>
    public static string? NotedAlready(RelationshipBook book, Contact contact, Touchpoint touchpoint, BookRefusalReason reason)
    {
        var number = TouchList.Of(book, contact).FirstOrDefault(one => one.Touchpoint.Key == touchpoint.Key).Number;
        var at = touchpoint.At.InZone(book.Zone).LocalDateTime;
        var when = at.TimeOfDay == LocalTime.Midnight ? $"{at.Date:uuuu-MM-dd}" : $"{at:uuuu-MM-dd HH:mm}";
        var what = $"a {Rendering.Words.Touch(touchpoint.Channel)} with {contact.Name} on {when}";
        var which = number > 1 ? $" {Number(number)}" : "";
        return reason switch
        {
            BookRefusalReason.Duplicate or BookRefusalReason.Contradiction =>
                $"{what} is noted already. If there were two, a time tells them apart, such as --on \"{at.Date:uuuu-MM-dd} 18:30\"; "
                    + $"\"correct {contact.Id}{which}\" changes the noted one.",
            BookRefusalReason.Retracted =>
                $"{what} was noted and then taken back or corrected. If there was another, say its time, such as --on "
                    + $"\"{at.Date:uuuu-MM-dd} 18:30\".",
            _ => null,
        };
    }

    /// <summary>Returns from when a touchpoint to come counts, and that a far one may be a slip; empty for one that was.</summary>
    public static string Later(Touchpoint touchpoint, Instant now, DateTimeZone zone) =>
        touchpoint.At <= now ? ""
        : $" It is still to come, and counts from {Rendering.Words.Date(touchpoint.At, zone)} on."
            + (touchpoint.At.InZone(zone).Date > now.InZone(zone).Date.PlusYears(1)
                ? " That is more than a year ahead; if it is a slip of the pen, \"undo\" takes it back." : "");

    /// <summary>Returns a touchpoint of which nothing was said before.</summary>
    public Touchpoint Create(ParseResult parsed, Contact[] contacts, Channel channel, Instant now, DateTimeZone zone)
    {
        var isAttempt = parsed.GetValue(attempt);
        var plain = new Touchpoint(
            contacts.Select(contact => contact.Id), now, channel, IsTogether(channel) && !isAttempt ? Direction.Mutual : Direction.Outgoing)
        {
            Facet = contacts is [{ Facets: [var only] }] ? only : null,
        };
        return Apply(parsed, plain, now, zone);
    }

    /// <summary>Returns the touchpoint with what was said.</summary>
    public Touchpoint Apply(ParseResult parsed, Touchpoint touchpoint, Instant now, DateTimeZone zone) => touchpoint with
    {
        At = parsed.GetValue(on) is { } when ? Moment.When(when, now, zone, "--on") : touchpoint.At,
        Direction = parsed.GetValue(direction) ?? touchpoint.Direction,
        Length = parsed.GetValue(minutes) is { } length ? Minutes(length) : touchpoint.Length,
        Gesture = parsed.GetValue(gesture) ?? touchpoint.Gesture,
        Facet = parsed.GetValue(facet) is { } side ? Facet.FromName(side) : touchpoint.Facet,
        Outcome = parsed.GetValue(attempt) ? Outcome.Attempted : touchpoint.Outcome,
        Note = parsed.GetValue(note) ?? touchpoint.Note,
    };

    private static string Noun(string word, Channel channel) => word switch
    {
        "call" => "a call",
        "text" => "a text",
        "whatsapp" => "a WhatsApp message",
        "mail" => "a mail",
        _ => channel.Name,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Duration Minutes(int minutes) => minutes is >= 0 and <= MostMinutes ? Duration.FromMinutes(minutes)
        : throw new UsageException(
            "--minutes",
            string.Create(CultureInfo.InvariantCulture, $"'{minutes}' is not valid; it must be a whole number from 0 to {MostMinutes}."));

    private static bool IsTogether(Channel channel) =>
        channel == Channel.Voice || channel == Channel.Video || channel == Channel.InPerson || channel == Channel.GroupEvent;
}
