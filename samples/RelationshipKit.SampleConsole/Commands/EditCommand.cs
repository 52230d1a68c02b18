using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>edit</c>: something else about a contact.</summary>
internal static class EditCommand
{
    public static Command Create(Screen screen)
    {
        var who = ContactArgument.Create();
        var name = new Option<string?>("--name") { Description = "Another name.", HelpName = "NAME" };
        var options = new ContactOptions();
        var remove = new Option<string[]>("--remove")
        {
            Description = "An address, tag, side or occasion that is wrong, such as work or birthday; may be repeated.",
            HelpName = "WHAT"
        };
        return BookCommand.Create(
            screen, "edit", "Changes what you wrote down about somebody.", [who, name, .. options.All, remove],
            (parsed, book) => {
            var contact = ContactArgument.Find(parsed, book, who);
            var changed = (parsed.GetValue(remove) ?? []).Aggregate(contact, Without);
            changed = options.Apply(parsed, changed, screen.Now, book.Zone) with { Name = parsed.GetValue(name)?.Trim() ?? changed.Name };
            return (book.Change(changed), $"Changed {changed.Name} ({changed.Id}).");
        });
    }

    private static Contact Without(Contact contact, string what)
    {
        var changed = contact with
        {
            Addresses = [.. contact.Addresses.Where(address => !Is(address.Value))],
            Tags = [.. contact.Tags.Where(tag => !Is(tag))],
            Facets = [.. contact.Facets.Where(facet => !Is(facet.Name))],
            Occasions = [.. contact.Occasions.Where(occasion => !Is(occasion.Kind.Name))],
        };
        return changed != contact ? changed
            : throw new UsageException("--remove", $"{contact.Name} has no address, tag, side or occasion '{what}'.");

        bool Is(string value) => value.Equals(what, StringComparison.OrdinalIgnoreCase);
    }
}
