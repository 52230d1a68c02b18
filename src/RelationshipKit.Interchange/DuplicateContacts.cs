using System.Collections.Immutable;
using System.Globalization;
using RelationshipKit.Interchange.Importing;

namespace RelationshipKit.Interchange;

/// <summary>Two contacts that may be one person, with the evidence.</summary>
/// <remarks>
/// <para>Evidence is combined as if it were independent: score = 1 - product of (1 - weight). The weights are conventions. They are: a
/// shared address 0.8, the same name 0.6, words that are in the names of at most five other contacts 0.5, a similar name 0.35
/// (Jaro-Winkler of at least 0.92), the same birthday 0.3, the same organisation 0.1, touches at the same instant 0.2. A contact that is
/// called by a part of another name must have no address but handles.</para>
/// <para>Immutable, so it is safe to share between threads.</para>
/// </remarks>
public sealed class DuplicateContacts
{
    internal DuplicateContacts(ContactId a, ContactId b, double score, ImmutableArray<string> because)
    {
        A = a;
        B = b;
        Score = score;
        Because = because;
    }

    /// <summary>Gets the contact whose id comes first.</summary>
    public ContactId A { get; }

    /// <summary>Gets the other contact.</summary>
    public ContactId B { get; }

    /// <summary>Gets how likely both are one: from 0.5 to 1.</summary>
    public double Score { get; }

    /// <summary>Gets the evidence, such as "a shared address".</summary>
    public ImmutableArray<string> Because { get; }

    /// <summary>
    /// Gets the key of the suggestion: pass it to <see cref="RelationshipBook.Dismiss"/>, and the pair is not suggested again.
    /// </summary>
    public string Key => KeyOf(A, B);

    /// <summary>Finds contacts of a book that may be one person, the most likely first.</summary>
    /// <param name="book">The book.</param>
    /// <returns>At most 1,000 pairs of at least 0.5, without those that were dismissed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <remarks>Pairs are looked for among contacts that share an address, or a word of their names that at most 50 have.</remarks>
    public static ImmutableArray<DuplicateContacts> Find(RelationshipBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return DuplicateSearch.Find(book.Contacts, book);
    }

    /// <summary>Returns both ids, the score and the reasons, for the owner to read.</summary>
    /// <returns>An English text, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{A} and {B} may be one person ({Score:0.00}): {string.Join(", ", Because)}");

    internal static string KeyOf(ContactId a, ContactId b) => $"duplicate {Uri.EscapeDataString(a.Value)} {Uri.EscapeDataString(b.Value)}";
}
