using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>The content of a book as rows of a store: all of it, or what an update changed.</summary>
/// <remarks>
/// <para>For those who write a store. <see cref="RelationshipBookFactory.Open(BookContent)"/> makes the book again, with the same answers
/// to the bit.</para>
/// <para>Immutable, so it is safe to share between threads. <see cref="ToString"/> names no contact.</para>
/// </remarks>
public sealed class BookContent
{
    /// <summary>Gets the id of the owner's time zone in the tz database.</summary>
    public required string ZoneId { get; init; }

    /// <summary>Gets the revision of the book.</summary>
    public required long Revision { get; init; }

    /// <summary>
    /// Gets whether the rows are all that the book keeps, in place of everything stored before. So it is after an erasure, and where
    /// touchpoints were forgotten.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <summary>Gets the contacts, each id once.</summary>
    public ImmutableArray<StoredContact> Contacts { get; init; } = [];

    /// <summary>Gets the touchpoints, each key once.</summary>
    public ImmutableArray<StoredTouchpoint> Touchpoints { get; init; } = [];

    /// <summary>Gets everything else, each part and key once.</summary>
    public ImmutableArray<StoredEntry> Entries { get; init; } = [];

    /// <summary>Gets the steps of the journal in order of revision. Of an update they are the steps that it made.</summary>
    public ImmutableArray<StoredStep> Steps { get; init; } = [];

    /// <summary>Takes a whole book apart.</summary>
    /// <param name="book">The book.</param>
    /// <returns>All that it keeps.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// A cadence policy is the host's own and not registered, so that the book could not be read again.
    /// </exception>
    public static BookContent Of(RelationshipBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Stored(() => new BookContent
        {
            ZoneId = book.Zone.Id,
            Revision = book.Revision,
            IsWhole = true,
            Contacts = [.. book.State.Contacts.Values.Select(contact => new StoredContact(contact.Id, contact) { IsNew = true })],
            Touchpoints = [.. book.State.History.Slots.Select(slot => StoredTouchpoint.Of(slot.Any.Key, slot, isNew: true))],
            Entries =
                [.. BookSlots.Entries.SelectMany(
                    slot => slot.WriteAll(book.State).Select(row => new StoredEntry(slot.Name, row.Key, row.Value.GetRawText())))],
            Steps = [.. book.Journal.Steps.Select(Step)],
        });
    }

    /// <summary>Takes apart what an update changed.</summary>
    /// <param name="update">The update.</param>
    /// <returns>The rows to put in place of those of the same key, and the update itself as a step.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="update"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// A cadence policy is the host's own and not registered, so that the book could not be read again.
    /// </exception>
    public static BookContent ChangedBy(BookUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.Steps.Any(step => step.Edits.Any(edit => edit.RewritesAll)))
        {
            return Of(update.Book);
        }

        return Stored(() =>
        {
            var rows = new ChangedRows(update.Before.State, update.Book.State);
            foreach (var edit in update.Steps.SelectMany(step => step.Edits))
            {
                edit.AddTo(rows);
            }

            return new BookContent
            {
                ZoneId = update.Book.Zone.Id,
                Revision = update.Book.Revision,
                Contacts = [.. rows.Contacts.Values],
                Touchpoints = [.. rows.Touchpoints.Values],

                // The zone has a place of its own.
                Entries = [.. rows.Entries.Values.Where(entry => entry.Part != BookSlots.Zone.Name)],
                Steps = [.. update.Steps.Where(step => !step.Edits.IsEmpty).Select(Step)],
            };
        });
    }

    /// <summary>Returns how many rows of each kind there are.</summary>
    /// <returns>A text such as "2 contacts, 30 touchpoints, 1 entries, 4 steps".</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Contacts.Length} contacts, {Touchpoints.Length} touchpoints, {Entries.Length} entries, {Steps.Length} steps");

    internal RelationshipBook Open(RelationshipBookFactory factory)
    {
        BookState state;
        try
        {
            state = factory.StateOf(ZoneEntries.Read(ZoneId, "$.zone"), Cadences.CadenceRules.Empty).WithAll(
                Contacts.Select(row => row.Contact ?? throw new ArgumentException("A contact is null; it must not be.")),
                Touchpoints.Select(row => row.ToSlot()));
        }
        catch (ArgumentException problem)
        {
            throw JsonDocumentHead.Error("The book breaks a rule: " + problem.Message, "$.contacts", problem);
        }

        foreach (var part in Entries.GroupBy(entry => entry.Part, StringComparer.Ordinal))
        {
            var slot = BookSlots.Entries.FirstOrDefault(slot => slot.Name == part.Key)
                ?? throw JsonDocumentHead.Error("The part is unknown; another version of the kit may know it.", "$.parts");
            state = slot.ReadAll(
                state, part.ToDictionary(entry => entry.Key, entry => JsonElement.Parse(entry.Content ?? "null"), StringComparer.Ordinal),
                $"$.parts.{part.Key}");
        }

        return new RelationshipBook(state, BookJournal.Of(Steps.Select(step => Step(step, factory)), Revision));
    }

    // Only undoing needs what a step changed: it is read when it is asked for.
    private static BookStep Step(StoredStep step, RelationshipBookFactory factory) =>
        step.Content is { } content
            ? BookStep.Unread(
                step.Revision, step.OperationId, step.Undoes, factory.Policies, () => BookChangeJson.ReadStep(content, factory.Policies))
            : new BookStep(step.Revision, step.OperationId, step.Undoes, [], factory.Policies) { IsSkipped = true };

    private static StoredStep Step(BookStep step) => new(step.Revision, step.Operation, step.Undoes, BookChangeJson.WriteCompact(step));

    private static BookContent Stored(Func<BookContent> take)
    {
        try
        {
            return take();
        }
        catch (ArgumentException problem)
        {
            throw new InvalidOperationException("The book cannot be stored: " + problem.Message, problem);
        }
    }
}
