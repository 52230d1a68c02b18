using System.Collections.Immutable;
using RelationshipKit.Cadences;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>The input as a book, with the owner's policies, or with proposed ones where the input has none.</summary>
/// <param name="Input">What it was made of.</param>
/// <param name="Ties">The ties, strongest first.</param>
/// <param name="Book">The book.</param>
/// <param name="IsProposed">Whether the policies are proposed from the rhythm of each tie.</param>
internal sealed record OpenBook(LoadedInput Input, ImmutableArray<Tie> Ties, RelationshipBook Book, bool IsProposed)
{
    /// <summary>Gets a sentence on where the policies come from.</summary>
    public string Origin => IsProposed
        ? "The input has no cadences. These are proposed from the rhythm of each tie; nothing is applied."
        : "";

    public static OpenBook Of(LoadedInput input) => Of(input, TieList.Of(input));

    public static OpenBook Of(LoadedInput input, ImmutableArray<Tie> ties)
    {
        if (input.Book is { } own)
        {
            return new OpenBook(input, ties, own, false);
        }

        var book = RelationshipBookFactory.Default.Open(
            input.Zone, ties.Select(tie => tie.Contact), input.Network.Log, input.Network.Cadences)
            .WithOwner(input.Network.Profile).OrThrow()
            .WithLogKind(input.LogKind).OrThrow();
        return input.Network.Cadences is null
            ? new OpenBook(input, ties, Proposed(book, input, ties), true)
            : new OpenBook(input, ties, book, false);
    }

    /// <summary>Returns the book if every policy it names is known here.</summary>
    /// <exception cref="UsageException">A policy is named that this program does not have.</exception>
    public OpenBook WithKnownPolicies()
    {
        var unknown = Book.Contacts.Select(contact => Book.CadenceOf(contact.Id, Input.AsOf).Failure)
            .FirstOrDefault(failure => failure is { IsNotRegistered: true });
        return unknown is null ? this
            : throw new UsageException(
                "--input", $"{Input.Path}: No cadence policy is named \"{unknown.Policy}\"; this program has none of its own.");
    }

    private static RelationshipBook Proposed(RelationshipBook book, LoadedInput input, ImmutableArray<Tie> ties)
    {
        ICadencePolicy[] proposals =
        [
            .. ties.Select(tie => (tie.Contact, Proposal: book.ProposalFor(tie.Contact.Id, input.AsOf)))
                .Where(row => row.Proposal is not null)
                .Select(row => Cadence.For(ContactSelector.One(row.Contact.Id), row.Proposal!.Policy)),
        ];
        return proposals.Length == 0 ? book : book.WithCadence(Cadence.First(proposals)).OrThrow();
    }
}
