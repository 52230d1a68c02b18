using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The short commands about one contact, a row each.</summary>
internal static class ContactCommands
{
    public static IEnumerable<Command> Create(Screen screen)
    {
        yield return About(
            "archive", "Puts somebody to rest; the history stays.",
            (book, contact) => (book.Archive(contact.Id), $"{contact.Name} is archived."));
        yield return About(
            "unarchive", "Takes somebody up again.", (book, contact) => (book.Activate(contact.Id), $"{contact.Name} is active again."));
        yield return About(
            "deceased", "Says that somebody died: nothing asks for them any more.",
            (book, contact) => (book.MarkDeceased(contact.Id), $"Nothing asks for {contact.Name} any more."));
        var whole = ContactArgument.Create("NAME", "The contact, by id, address or whole name: a part of it could be another's.");
        yield return BookCommand.Create(
            screen, "forget",
            "Erases somebody and all that the book knows of them. Nothing takes that back, and undo stops at steps about them.", [whole],
            (parsed, book) =>
            {
                var contact = ContactArgument.FindWhole(parsed, book, whole);
                return (
                    book.Erase(contact.Id),
                    $"Erased {contact.Name} ({contact.Id}), with all that the book knew. Nothing takes that back, and steps that had to do "
                        + "with them cannot be taken back any more.");
            });

        var until =
            new Option<string>("--until") { Description = "The day on which they may come up again.", HelpName = "DATE", Required = true };
        yield return With("snooze", "Leaves somebody out until a day.", until, (parsed, book, contact) =>
        {
            var day = Moment.Day(parsed.GetRequiredValue(until), screen.Now, book.Zone, "--until");
            return (book.Snooze(contact.Id, day), $"{contact.Name} rests until {day:uuuu-MM-dd}.");
        });

        var period = new Argument<string>("PERIOD") { Description = "A period such as P2W, or never." };
        yield return With("every", "Says how often to be in touch with somebody.", period, (parsed, book, contact) =>
        {
            var text = parsed.GetRequiredValue(period);
            var policy = text.Equals("never", StringComparison.OrdinalIgnoreCase)
                ? Cadence.Never
                : Cadence.Every(Moment.Every(text, "PERIOD"));
            return (book.WithOverride(contact.Id, policy), $"{contact.Name}: {policy}.");
        });

        var other = ContactArgument.Create("OTHER", "Who is the same person.");
        yield return With("merge", "Makes one contact of two; split takes it back.", other, (parsed, book, contact) =>
        {
            var from = ContactArgument.Find(parsed, book, other);
            return (book.Merge(contact.Id, from.Id), $"{from.Name} is now part of {contact.Name}; \"split {from.Id}\" takes it back.");
        });

        var id = new Argument<string>("ID") { Description = "The id that a merge gave up." };
        yield return BookCommand.Create(
            screen, "split", "Takes a merge back.", [id], (parsed, book) => (book.Split(parsed.GetRequiredValue(id)), "Split again."));
        yield return BookCommand.Create(
            screen, "undo", "Takes back the last change; again for the one before.", [],
            (_, book) =>
            {
                var undone = book.Undo();
                return undone switch
                {
                    { Refused: [{ Reason: BookRefusalReason.NothingThere }, ..] } =>
                        throw new UsageException("undo", "nothing is left to take back."),
                    { Refused: [{ Reason: BookRefusalReason.Erased }, ..] } =>
                        throw new UsageException(
                            "undo", "this step and those before it stay, because they have to do with somebody who was forgotten."),
                    _ => (undone, UndoneWords.Of(undone)),
                };
            });

        Command About(string name, string description, Func<RelationshipBook, Contact, (BookUpdate, string)> operate)
        {
            var contact = ContactArgument.Create();
            return BookCommand.Create(
                screen, name, description, [contact], (parsed, book) => operate(book, ContactArgument.Find(parsed, book, contact)));
        }

        Command With(
            string name, string description, Symbol more, Func<ParseResult, RelationshipBook, Contact, (BookUpdate, string)> operate)
        {
            var contact = ContactArgument.Create();
            return BookCommand.Create(
                screen, name, description, [contact, more],
                (parsed, book) => operate(parsed, book, ContactArgument.Find(parsed, book, contact)));
        }
    }
}
