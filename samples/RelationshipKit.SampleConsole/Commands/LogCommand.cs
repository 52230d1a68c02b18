using System.CommandLine;
using NodaTime;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>log</c>: something that happened.</summary>
internal static class LogCommand
{
    private static readonly Dictionary<string, Channel> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["call"] = Channel.Voice,
        ["text"] = Channel.Message,
        ["whatsapp"] = Channel.Message,
        ["mail"] = Channel.Email,
        ["met"] = Channel.InPerson,
    };

    public static Command Create(Screen screen)
    {
        var who = new Argument<string[]>("NAME... CHANNEL")
        {
            Description = "With whom, by id, name or a part of it; and how: call, text, whatsapp, mail, met, video, letter, social, group-event.",
            Arity = new ArgumentArity(2, 1_001),
        };
        var on = new Option<string?>("--on") { Description = "When: today (now), yesterday, a date, or an instant. If left out, now.", HelpName = "WHEN" };
        var direction = new Option<Direction?>("--direction") { Description = "Who reached out: outgoing, incoming or mutual. If left out, calls and meetings are mutual and the rest is outgoing.", HelpName = "D" };
        var minutes = new Option<int?>("--minutes") { Description = "How long it took, from 0 to 44640.", HelpName = "N" };
        var gesture = new Option<Gesture?>("--gesture") { Description = "A small kindness in it, such as thank, congratulate or help.", HelpName = "G" };
        var facet = new Option<string?>("--facet") { Description = "The side of the relationship it belongs to.", HelpName = "F" };
        var attempt = new Option<bool>("--attempt") { Description = "You tried, and did not reach them." };
        var note = new Option<string?>("--note") { Description = "A note for yourself.", HelpName = "TEXT" };
        return BookCommand.Create(screen, "log", "Records a call, a meeting, a message.", [who, on, direction, minutes, gesture, facet, attempt, note], (parsed, book) =>
        {
            var words = parsed.GetRequiredValue(who);
            var channel = ChannelOf(words[^1]);
            Contact[] contacts = [.. words[..^1].Select(name => ContactFinder.Find(book.Contacts, name, "NAME")).DistinctBy(contact => contact.Id)];
            var touchpoint = new Touchpoint(
                contacts.Select(contact => contact.Id).ToArray(),
                Moment.When(parsed.GetValue(on), screen.Now, book.Zone, "--on"),
                channel,
                parsed.GetValue(direction) ?? (IsTogether(channel) && !parsed.GetValue(attempt) ? Direction.Mutual : Direction.Outgoing))
            {
                Length = parsed.GetValue(minutes) is { } length ? Duration.FromMinutes(length) : null,
                Gesture = parsed.GetValue(gesture) ?? Gesture.None,
                Facet = parsed.GetValue(facet) is { } side ? Facet.FromName(side) : contacts is [{ Facets: [var only] }] ? only : null,
                Outcome = parsed.GetValue(attempt) ? Outcome.Attempted : Outcome.Delivered,
                Note = parsed.GetValue(note),
            };
            return (book.Record(touchpoint, screen.Now), $"Logged {channel} with {string.Join(", ", contacts.Select(contact => contact.Name))}.");
        });
    }

    private static bool IsTogether(Channel channel) => channel == Channel.Voice || channel == Channel.Video || channel == Channel.InPerson || channel == Channel.GroupEvent;

    private static Channel ChannelOf(string word) =>
        Words.GetValueOrDefault(word) ?? Channel.FindStock(word)
        ?? throw new UsageException("CHANNEL", $"'{word}' is not a channel; it must be one of {string.Join(", ", Words.Keys)}, {string.Join(", ", Channel.Stock)}.");
}
