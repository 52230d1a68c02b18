using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>add</c>: a new contact.</summary>
internal static class AddCommand
{
    private static readonly string[] Stock = ["inner", "close", "affinity", "active"];

    public static Command Create(Screen screen)
    {
        var name = new Argument<string>("NAME") { Description = "The name." };
        var options = new ContactOptions();
        var every = new Option<string?>("--every")
        {
            Description = "How often to be in touch, such as P2W; by circle if left out.",
            HelpName = "PERIOD"
        };
        return BookCommand.Create(
            screen, "add", "Adds somebody you want to keep in touch with.", [name, .. options.All, every],
            (parsed, book) => {
            var text = parsed.GetRequiredValue(name).Trim();
            var contact = options.Apply(
                parsed, new Contact(ContactFinder.IdFor(book, text), text) { AddedOn = screen.Now.InZone(book.Zone).Date }, screen.Now,
                book.Zone);
            var update = book.Add(contact);
            if (parsed.GetValue(every) is { } period)
            {
                var policy = Cadence.Every(Moment.Every(period, "--every"));
                update = update.Then(next => next.WithOverride(contact.Id, policy));
            }

            var namesake = book.Contacts.FirstOrDefault(known => string.Equals(known.Name, text, StringComparison.OrdinalIgnoreCase));
            var already = namesake is null ? ""
                : $" There is {namesake.Name} ({namesake.Id}) already; \"merge {namesake.Id} {contact.Id}\" makes one of both.";

            // A circle that no cadence is for asks for nothing.
            var isAsked = update.Refused.IsEmpty && update.Book.CadenceOf(contact.Id, screen.Now).Window is not null;
            var own = contact.Circle is { } circle && !Stock.Contains(circle.Name)
                ? $" \"{circle.Name}\" is a circle of your own, which has no cadence yet; those that come with one are "
                    + $"{string.Join(", ", Stock[..^1])} and {Stock[^1]}."
                : "";
            var remind = isAsked ? "" : $"{own} To be reminded: edit {contact.Id} --circle close, or every {contact.Id} P1M.";
            return (update, $"Added {text} as {contact.Id}.{already}{remind}");
        });
    }
}
