using System.CommandLine;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>
/// The argument that says whom a command is about. A shell may complete it with the ids of the book; help does not list them.
/// </summary>
internal static class ContactArgument
{
    private const string Description = "The contact, by id, address, name or a part of it.";

    public static Argument<string> Create(string name = "NAME", string description = Description)
    {
        var argument = new Argument<string>(name) { Description = description, HelpName = name };
        argument.CompletionSources.Add(_ => Ids());
        return argument;
    }

    public static Argument<string?> Optional(string description)
    {
        var argument = new Argument<string?>("NAME") { Description = description, HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        argument.CompletionSources.Add(_ => Ids());
        return argument;
    }

    /// <summary>Returns the contact that was named.</summary>
    public static Contact Find(ParseResult parsed, RelationshipBook book, Argument<string> argument) =>
        ContactFinder.Find(book.Contacts, parsed.GetRequiredValue(argument), argument.Name);

    /// <summary>Returns the contact that was named in full: by id, address or the whole name.</summary>
    public static Contact FindWhole(ParseResult parsed, RelationshipBook book, Argument<string> argument) =>
        ContactFinder.FindWhole(book.Contacts, parsed.GetRequiredValue(argument), argument.Name);

    /// <summary>Returns the ids of the book; none if there is no book, because completion in a shell must not fail.</summary>
    public static IEnumerable<string> Ids()
    {
        try
        {
            return BookPlace.Find(null)?.Open().Book.Contacts.Select(contact => contact.Id.Value) ?? [];
        }
        catch (UsageException)
        {
            return [];
        }
    }
}
