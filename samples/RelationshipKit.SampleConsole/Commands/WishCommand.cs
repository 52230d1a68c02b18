using System.CommandLine;
using RelationshipKit.Cadences;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>wish</c>: what somebody wants of you, which holds for all suggestions.</summary>
internal static class WishCommand
{
    public static Command Create(Screen screen)
    {
        var who = ContactArgument.Create();
        var most = new Option<string?>("--at-most-every") { Description = "Not more often than this, such as P1M.", HelpName = "PERIOD" };
        var days = new Option<string[]>("--not-on")
        {
            Description = "Days that are kept off, such as sun or mon-fri; none takes them back.",
            HelpName = "DAY"
        };
        var facets = new Option<string[]>("--not-about")
        {
            Description = "A side of life that is not to be spoken of, such as professional; may be repeated.",
            HelpName = "F"
        };
        var no = new Option<bool>("--no-contact") { Description = "They do not want to hear from you." };
        var none = new Option<bool>("--none") { Description = "They have no wishes, or not those of before." };
        return BookCommand.Create(
            screen, "wish", "Notes what somebody asked of you; every suggestion keeps to it.", [who, most, days, facets, no, none],
            (parsed, book) =>
        {
            var contact = ContactArgument.Find(parsed, book, who);
            var before = parsed.GetValue(none) ? ContactWishes.None : book.Cadences.WishesOf(contact);
            var wishes = before with
            {
                AtMostEvery = parsed.GetValue(most) is { } period ? Moment.Every(period, "--at-most-every") : before.AtMostEvery,
                NotOn = parsed.GetValue(days) is { Length: > 0 } words ? [.. WeekDay.Read(words, "--not-on")] : before.NotOn,
                NotAbout = parsed.GetValue(facets) is { Length: > 0 } names ? [.. names.Select(Facet.FromName)] : before.NotAbout,
                NoContact = parsed.GetValue(no) || before.NoContact,
            };
            return (book.WithWishes(contact.Id, wishes), $"{contact.Name}: {wishes}.");
        });
    }
}
