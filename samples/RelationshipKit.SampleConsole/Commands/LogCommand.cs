using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>log</c>: something that happened.</summary>
internal static class LogCommand
{
    public static Command Create(Screen screen)
    {
        var who = new Argument<string[]>("NAME... CHANNEL")
        {
            Description =
                "With whom, by id, name or a part of it; and how: call, text, whatsapp, mail, met, video, letter, social, "
                    + "group-event, voice-message.",
            HelpName = "NAME... CHANNEL",
            Arity = new ArgumentArity(2, 1_001),
        };
        who.CompletionSources.Add(_ => TouchOptions.ChannelWords.Concat(ContactArgument.Ids()));
        var options = new TouchOptions();
        return BookCommand.Create(screen, "log", "Records a call, a meeting, a message.", [who, .. options.All], (parsed, book) =>
        {
            var words = parsed.GetRequiredValue(who);
            var channel = TouchOptions.ChannelOf(words[^1], "CHANNEL");
            Contact[] contacts =
                [.. words[..^1].Select(name => ContactFinder.Find(book.Contacts, name, "NAME")).DistinctBy(contact => contact.Id)];
            var touchpoint = options.Create(parsed, contacts, channel, screen.Now, book.Zone);
            var update = book.Record(touchpoint, screen.Now);
            var what = TouchOptions.Phrase(words[^1], touchpoint, string.Join(", ", contacts.Select(contact => contact.Name)));
            return update.Refused is [{ Reason: var reason }, ..]
                && TouchOptions.NotedAlready(book, contacts[0], touchpoint, reason) is { } noted
                ? throw new UsageException("log", noted)
                : (update, $"Logged {what}.{TouchOptions.Later(touchpoint, screen.Now, book.Zone)}");
        });
    }
}
