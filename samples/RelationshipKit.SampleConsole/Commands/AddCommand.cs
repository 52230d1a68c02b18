using System.CommandLine;
using RelationshipKit.Contacts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>add</c>: a new contact.</summary>
internal static class AddCommand
{
    public static Command Create(Screen screen)
    {
        var name = new Argument<string>("NAME") { Description = "The name." };
        var circle = new Option<string?>("--circle") { Description = "inner, close, affinity or active, or one of your own.", HelpName = "C" };
        var facets = Several("--facet", "F", "A side of the relationship, such as family or professional; may be repeated.");
        var tags = Several("--tag", "T", "A word to find the contact by; may be repeated.");
        var emails = Several("--email", "A", "An e-mail address; may be repeated.");
        var phones = Several("--phone", "P", "A phone number with its country, such as +442071234567; may be repeated.");
        var birthday = new Option<string?>("--birthday") { Description = "The birthday, with or without its year: 1990-05-17 or 05-17.", HelpName = "DATE" };
        var met = new Option<string?>("--met") { Description = "When you met: today, yesterday or a date.", HelpName = "DATE" };
        var every = new Option<string?>("--every") { Description = "How often to be in touch, such as P2W; by circle if left out.", HelpName = "PERIOD" };
        return BookCommand.Create(screen, "add", "Adds somebody you want to keep in touch with.", [name, circle, facets, tags, birthday, emails, phones, met, every], (parsed, book) =>
        {
            var text = parsed.GetRequiredValue(name);
            var contact = new Contact(ContactFinder.IdFor(book, text), text)
            {
                AddedOn = screen.Now.InZone(book.Zone).Date,
                Circle = parsed.GetValue(circle) is { } c ? Circle.FromName(c) : null,
                Facets = [.. Values(facets).Select(Facet.FromName)],
                Tags = [.. Values(tags)],
                Addresses = [.. Values(emails).Select(value => Address.Email(value)), .. Values(phones).Select(value => Address.Phone(value))],
                Occasions = parsed.GetValue(birthday) is { } day ? [new Occasion(OccasionKind.Birthday, Birthday(day))] : [],
                Origin = parsed.GetValue(met) is { } date ? new Origin { When = PartialDate.FromDate(Moment.Day(date, screen.Now, book.Zone, "--met")) } : null,
            };
            var update = book.Add(contact);
            if (parsed.GetValue(every) is { } period)
            {
                var policy = Cadence.Every(Moment.Every(period, "--every"));
                update = update.Then(next => next.WithOverride(contact.Id, policy));
            }

            return (update, $"Added {text} as {contact.Id}.");

            string[] Values(Option<string[]> option) => parsed.GetValue(option) ?? [];
        });
    }

    private static Option<string[]> Several(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };

    private static PartialDate Birthday(string text) =>
        PartialDate.TryParse(text.Length == 5 ? "--" + text : text, null, out var date)
            ? date
            : throw new UsageException("--birthday", $"'{text}' is not a date; it must be one such as 1990-05-17 or 05-17.");
}
