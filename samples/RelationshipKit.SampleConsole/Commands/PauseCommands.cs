using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>pause</c> and <c>resume</c>: a time in which nobody is due, or one contact is not.</summary>
internal static class PauseCommands
{
    public static IEnumerable<Command> Create(Screen screen)
    {
        yield return Pause(screen);
        yield return Resume(screen);
    }

    private static Command Pause(Screen screen)
    {
        var who = ContactArgument.Optional("The contact, by id, address, name or a part of it; everybody if left out.");
        var from = new Option<string?>("--from") { Description = "The first day of the pause; today if left out.", HelpName = "DATE" };
        var until = new Option<string?>("--until") { Description = "The first day after it; until resume if left out.", HelpName = "DATE" };
        return BookCommand.Create(
            screen, "pause", "Stops the clock: nobody is due, or one contact is not, as on a holiday.", [who, from, until],
            (parsed, book) =>
        {
            var first = Day(from) ?? screen.Now.InZone(book.Zone).Date;
            var end = Day(until);
            var contact = parsed.GetValue(who) is { } name ? ContactFinder.Find(book.Contacts, name, "NAME") : null;
            var suspension = Suspension.Pause(contact?.Id, first, end);
            return (book.Suspend(suspension), $"{contact?.Name ?? "Everybody"}: {suspension}{(end is null ? ", until \"resume\"" : "")}.");

            LocalDate? Day(Option<string?> option) =>
                parsed.GetValue(option) is { } text ? Moment.Day(text, screen.Now, book.Zone, option.Name) : null;
        });
    }

    private static Command Resume(Screen screen)
    {
        var who = ContactArgument.Optional("The contact, by id, address, name or a part of it; the pauses of everybody if left out.");
        return BookCommand.Create(screen, "resume", "Ends pauses and snoozes.", [who], (parsed, book) =>
        {
            if (parsed.GetValue(who) is { } name)
            {
                var contact = ContactFinder.Find(book.Contacts, name, "NAME");
                return (book.Resume(contact.Id), $"{contact.Name} counts again.");
            }

            ImmutableArray<Suspension> left = [.. book.Cadences.Suspensions.Where(suspension => suspension.Contact is not null)];
            return (book.WithCadences(book.Cadences with { Suspensions = left }), "Everybody counts again.");
        });
    }
}
