using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Orleans;

/// <summary>The operations of the kit, for <see cref="IRelationshipGrain.Operate"/>.</summary>
/// <remarks>
/// Each is the method of <see cref="RelationshipBook"/> of the same name, made by the grain on the owner's newest book. Arguments are
/// checked there. They travel as the kit's versioned JSON,
/// so that silos and clients of several versions of the package understand each other. Immutable, so they are safe to share between
/// threads.
/// </remarks>
public static partial class BookOperation
{
    /// <summary>Adds contacts.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    public static IBookOperation Add(params IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return new StockOperation("add", StockOperation.Json(contacts.ToArray()));
    }

    /// <summary>Adds a person who was erased before, and forgets that the person was erased.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public static IBookOperation Readmit(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new StockOperation("readmit", StockOperation.Json(contact));
    }

    /// <summary>Puts changed contacts in place of those of their ids.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    public static IBookOperation Change(params IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return new StockOperation("change", StockOperation.Json(contacts.ToArray()));
    }

    /// <summary>Records touchpoints as one update.</summary>
    /// <param name="touchpoints">The touchpoints. Those that are refused are left out; the others are recorded.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> is <see langword="null"/>.</exception>
    public static IBookOperation Record(params IEnumerable<Touchpoint> touchpoints)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        return new StockOperation("record", StockOperation.Json(touchpoints.ToArray()));
    }

    /// <summary>Puts a better version in place of a touchpoint.</summary>
    /// <param name="key">The identity of the touchpoint to correct.</param>
    /// <param name="better">What holds from now on.</param>
    /// <param name="recordedAt">When it was corrected.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="better"/> is <see langword="null"/>.</exception>
    public static IBookOperation Correct(TouchpointKey key, Touchpoint better, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(better);
        return new StockOperation("correct", StockOperation.Json(key), StockOperation.Json(better), Text(recordedAt));
    }

    /// <summary>Takes a touchpoint back.</summary>
    /// <param name="key">The identity of the touchpoint.</param>
    /// <param name="recordedAt">When it was retracted.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public static IBookOperation Retract(TouchpointKey key, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new StockOperation("retract", StockOperation.Json(key), Text(recordedAt));
    }

    /// <summary>Brings back a touchpoint that was retracted.</summary>
    /// <param name="key">The identity of the touchpoint.</param>
    /// <param name="recordedAt">When it was restored.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public static IBookOperation Restore(TouchpointKey key, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new StockOperation("restore", StockOperation.Json(key), Text(recordedAt));
    }

    /// <summary>Says that a touchpoint needs no answer.</summary>
    /// <param name="key">The identity of the touchpoint.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public static IBookOperation NeedsNoAnswer(TouchpointKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new StockOperation("needsNoAnswer", StockOperation.Json(key));
    }

    /// <summary>Makes one contact of two.</summary>
    /// <param name="into">The contact who stays.</param>
    /// <param name="from">The contact whose id becomes an alias.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation Merge(ContactId into, ContactId from) => new StockOperation("merge", into.Value, from.Value);

    /// <summary>Takes a merge back, however long ago.</summary>
    /// <param name="id">The alias that is to be a contact again.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation Split(ContactId id) => new StockOperation("split", id.Value);

    /// <summary>Takes a contact out of all suggestions; the history stays.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation Archive(ContactId id) => new StockOperation("archive", id.Value);

    /// <summary>Makes a contact an active one again.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation Activate(ContactId id) => new StockOperation("activate", id.Value);

    /// <summary>Says that a contact has died.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation MarkDeceased(ContactId id) => new StockOperation("deceased", id.Value);

    /// <summary>Erases a person everywhere in the book.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation Erase(ContactId id) => new StockOperation("erase", id.Value);

    /// <summary>Dismisses a suggestion for good.</summary>
    /// <param name="suggestion">The key of the suggestion.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suggestion"/> is <see langword="null"/>.</exception>
    public static IBookOperation Dismiss(string suggestion)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        return new StockOperation("dismiss", suggestion);
    }

    /// <summary>Forgets touchpoints that ended before an instant; how ties stand is kept.</summary>
    /// <param name="before">The instant.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation ForgetTouchpointsBefore(Instant before) => new StockOperation("forget", Text(before));

    /// <summary>Takes the last update back that has not been taken back.</summary>
    /// <returns>The operation.</returns>
    public static IBookOperation Undo() => new StockOperation("undo");

    /// <summary>
    /// Makes changes again that were made elsewhere. Large updates go through <see cref="RelationshipGrainExtensions.ImportAsync"/>.
    /// </summary>
    /// <param name="changes">The changes, in order. If one does not fit what the book holds, all are refused.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is <see langword="null"/>.</exception>
    public static IBookOperation Apply(IEnumerable<BookChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return new StockOperation("apply", BookChangeJson.Write(changes));
    }

    /// <summary>
    /// Makes several operations one after the other as one update: one transaction, one operation id, and one step to undo.
    /// </summary>
    /// <param name="operations">At least one operation. What one of them refuses keeps the others from nothing.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="operations"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no operation.</exception>
    public static IBookOperation Several(params IEnumerable<IBookOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var all = operations.ToArray();
        foreach (var operation in all)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
        }

        return all.Length > 0
            ? new SeveralOperations(all)
            : throw new ArgumentException("There is no operation; there must be at least one.", nameof(operations));
    }

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string? Text(LocalDate? date) => date is { } day ? Text(day) : null;
}
