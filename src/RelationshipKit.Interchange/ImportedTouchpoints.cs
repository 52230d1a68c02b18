using System.Globalization;

namespace RelationshipKit.Interchange;

/// <summary>What an import makes of touchpoints.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class ImportedTouchpoints
{
    internal ImportedTouchpoints(long added, long duplicates, long automatic, long attempts, long future, long withoutContact)
    {
        Added = added;
        Duplicates = duplicates;
        Automatic = automatic;
        Attempts = attempts;
        Future = future;
        WithoutContact = withoutContact;
    }

    /// <summary>Gets how many touchpoints are new, without automatic messages and attempts.</summary>
    public long Added { get; }

    /// <summary>Gets how many are in the book already, were retracted from it, or are in the files more than once.</summary>
    public long Duplicates { get; }

    /// <summary>Gets how many new ones are automatic messages; they are kept and count nowhere.</summary>
    public long Automatic { get; }

    /// <summary>Gets how many new ones are attempts that reached nobody.</summary>
    public long Attempts { get; }

    /// <summary>Gets how many of those added are later than the present instant.</summary>
    public long Future { get; }

    /// <summary>
    /// Gets how many stay out because nobody who took part becomes a contact: automatic senders, people who were erased, rows of others.
    /// </summary>
    public long WithoutContact { get; }

    /// <summary>Returns the counts.</summary>
    /// <returns>An English text, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Added} added ({Future} in the future), {Duplicates} known already, {Automatic} automatic, {Attempts} attempts, "
            + $"{WithoutContact} without a contact");
}
