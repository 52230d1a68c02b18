using System.CommandLine;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The options of a contact that is added or changed. A single value is replaced; a value of a list is added.</summary>
internal sealed class ContactOptions
{
    private const string None = "none";

    private readonly Option<string?> circle =
        new("--circle") { Description = "inner, close, affinity or active, or one of your own; none takes it away.", HelpName = "C" };
    private readonly Option<string[]> facets = Several(
        "--facet", "F", "A side of the relationship, such as family or professional; may be repeated.");
    private readonly Option<string[]> tags = Several("--tag", "T", "A word to find the contact by; may be repeated.");
    private readonly Option<string[]> emails = Several("--email", "A", "An e-mail address; may be repeated.");
    private readonly Option<string[]> phones = Several(
        "--phone", "P", "A phone number with its country, such as +442071234567; may be repeated.");
    private readonly Option<string?> birthday =
        new("--birthday") { Description = "The birthday, with or without its year: 1990-05-17 or 05-17.", HelpName = "DATE" };
    private readonly Option<string?> met = new("--met") { Description = "When you met: today, yesterday or a date.", HelpName = "DATE" };
    private readonly Option<string?> organization = new("--organization") { Description = "Where they work.", HelpName = "O" };
    private readonly Option<string?> notes = new("--notes") { Description = "Notes for yourself.", HelpName = "TEXT" };

    public ContactOptions() => circle.CompletionSources.Add("inner", "close", "affinity", "active");

    public IEnumerable<Option> All => [circle, facets, tags, birthday, emails, phones, met, organization, notes];

    /// <summary>Returns the contact with what was said.</summary>
    public Contact Apply(ParseResult parsed, Contact contact, Instant now, DateTimeZone zone)
    {
        contact = contact with
        {
            Facets = [.. contact.Facets.Union(Values(facets).Select(Facet.FromName))],
            Tags = [.. contact.Tags.Union(Values(tags))],
            Addresses =
                [.. contact.Addresses.Union(
                    [.. Values(emails).Select(value => Address.Email(value)), .. Values(phones).Select(value => Address.Phone(value))])],
        };
        if (parsed.GetValue(circle) is { } name)
        {
            contact = contact with { Circle = name == None ? null : Circle.FromName(name) };
        }

        if (parsed.GetValue(birthday) is { } day)
        {
            contact = contact with
            {
                Occasions =
                [
                    .. contact.Occasions.Where(occasion => occasion.Kind != OccasionKind.Birthday),
                    new Occasion(OccasionKind.Birthday, Birthday(day)),
                ],
            };
        }

        if (parsed.GetValue(met) is { } date)
        {
            contact = contact with
            {
                Origin = (contact.Origin ?? new Origin()) with { When = PartialDate.FromDate(Moment.Day(date, now, zone, "--met")) }
            };
        }

        return contact with
        {
            Organization = parsed.GetValue(organization) ?? contact.Organization,
            Notes = parsed.GetValue(notes) ?? contact.Notes
        };

        string[] Values(Option<string[]> option) => parsed.GetValue(option) ?? [];
    }

    private static Option<string[]> Several(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    private static PartialDate Birthday(string text) =>
        PartialDate.TryParse(text.Length == 5 ? "--" + text : text, null, out var date) && date is { Month: not null, Day: not null }
            ? date
            : throw new UsageException("--birthday", $"'{text}' is not a date; it must be one such as 1990-05-17 or 05-17.");
}
