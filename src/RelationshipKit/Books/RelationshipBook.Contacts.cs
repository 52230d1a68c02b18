using System.Collections.Immutable;
using RelationshipKit.Books;
using RelationshipKit.Contacts;

namespace RelationshipKit;

/// <content>Keeping contacts.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Adds a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The update. It refuses an id or alias that is taken, and a person who was erased.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public BookUpdate Add(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Add([contact]);
    }

    /// <summary>Adds contacts as one update.</summary>
    /// <param name="contacts">The contacts. Those that are refused are left out; the others are added.</param>
    /// <returns>The update; <see cref="BookRefusal.Index"/> says which of them was refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> or one of them is <see langword="null"/>.</exception>
    public BookUpdate Add(params IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var edits = new BookEdits(this);
        var index = 0;
        foreach (var contact in contacts)
        {
            ArgumentNullException.ThrowIfNull(contact, nameof(contacts));
            if (ErasureDigest.Matches(edits.State, contact))
            {
                edits.Refuse(
                    BookRefusalReason.Forgotten, "The person was erased and stays forgotten; use Readmit to add the person again.", index,
                    contact.Id);
            }
            else
            {
                Put(edits, contact, index);
            }

            index++;
        }

        return edits.ToUpdate();
    }

    /// <summary>Adds a person who was erased before, and forgets that the person was erased.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The update. It refuses an id or alias that is taken.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public BookUpdate Readmit(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var edits = new BookEdits(this);
        if (Put(edits, contact, 0))
        {
            foreach (var digest in ErasureDigest.Of(State.ErasureKey, contact))
            {
                edits.Clear(BookSlots.Forgotten, digest);
            }
        }

        return edits.ToUpdate();
    }

    /// <summary>Puts a changed contact in place of the one of its id.</summary>
    /// <param name="contact">
    /// The contact. Aliases that the book names must stay, and so must those that came from <see cref="Merge"/>.
    /// </param>
    /// <returns>
    /// The update. It refuses an unknown contact, an id that is taken, the loss of such an alias, and ids and addresses of a person who was
    /// erased.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public BookUpdate Change(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Change([contact]);
    }

    /// <summary>Puts changed contacts in place of those of their ids, as one update.</summary>
    /// <param name="contacts">
    /// The contacts, as for <see cref="Change(Contact)"/>. Those that are refused are left out; the others are changed.
    /// </param>
    /// <returns>The update; <see cref="BookRefusal.Index"/> says which of them was refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> or one of them is <see langword="null"/>.</exception>
    public BookUpdate Change(params IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var edits = new BookEdits(this);
        var index = 0;
        foreach (var contact in contacts)
        {
            ArgumentNullException.ThrowIfNull(contact, nameof(contacts));
            if (!edits.State.Contacts.TryGetValue(contact.Id, out var held))
            {
                edits.Refuse(BookRefusalReason.UnknownContact, "The book has no such contact; add it first.", index, contact.Id);
            }
            else if (ErasureDigest.Matches(edits.State, contact) && !ErasureDigest.Matches(edits.State, held))
            {
                edits.Refuse(
                    BookRefusalReason.Forgotten,
                    "The contact would get an id or an address of a person who was erased and stays forgotten.", index, contact.Id);
            }
            else if (!IsTaken(edits, contact, held, index) && !LosesNamed(edits, contact, held, index))
            {
                edits.Set(BookSlots.Contacts, contact.Id, contact);
            }

            index++;
        }

        return edits.ToUpdate();
    }

    /// <summary>Determines whether somebody with an address was erased and stays forgotten.</summary>
    /// <param name="address">The address; case and label do not matter.</param>
    /// <returns><see langword="true"/> if <see cref="Add(Contact)"/> would refuse a contact with it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is <see langword="null"/>.</exception>
    public bool IsForgotten(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return !State.Forgotten.IsEmpty && State.Forgotten.ContainsKey(ErasureDigest.Of(State.ErasureKey, address));
    }

    /// <summary>Determines whether somebody with an id was erased and stays forgotten.</summary>
    /// <param name="id">The id.</param>
    /// <returns><see langword="true"/> if <see cref="Add(Contact)"/> would refuse a contact with it.</returns>
    public bool IsForgotten(ContactId id) =>
        !State.Forgotten.IsEmpty && State.Forgotten.ContainsKey(ErasureDigest.Of(State.ErasureKey, id));

    /// <summary>Puts a contact away: it is in no suggestion any more, and its history is kept.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    public BookUpdate Archive(ContactId id) => WithState(id, ContactState.Archived);

    /// <summary>Takes a contact back into use, archived or marked as deceased before.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    public BookUpdate Activate(ContactId id) => WithState(id, ContactState.Active);

    /// <summary>Marks that a person has died: the contact is in no suggestion any more, and its history is kept.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    public BookUpdate MarkDeceased(ContactId id) => WithState(id, ContactState.Deceased);

    /// <summary>Makes one contact of two: the first survives, the id of the second becomes an alias, their history is one.</summary>
    /// <param name="into">The contact that survives. Its name, override and wishes win; lists are united.</param>
    /// <param name="from">
    /// The contact that becomes part of it. Its record is kept, so that <see cref="Split"/> can take the merge back.
    /// </param>
    /// <returns>
    /// The update. It refuses unknown contacts, two names of one contact, and more notes or items than one contact may have.
    /// </returns>
    /// <remarks>Touchpoints stay as they are. Where both took part in one, they count as one person from now on.</remarks>
    public BookUpdate Merge(ContactId into, ContactId from)
    {
        var edits = new BookEdits(this);
        if (State.Find(into) is not { } survivor || State.Find(from) is not { } absorbed)
        {
            edits.Refuse(
                BookRefusalReason.UnknownContact, "The book does not have both contacts.", 0,
                [.. new[] { into, from }.Where(id => State.Find(id) is null)]);
            return edits.ToRefusal();
        }

        if (survivor.Id == absorbed.Id)
        {
            edits.Refuse(BookRefusalReason.SameContact, "Both ids are of one contact already.", 0, into, from);
            return edits.ToRefusal();
        }

        return ContactMerge.TryMerge(edits, survivor, absorbed) ? edits.ToUpdate() : edits.ToRefusal();
    }

    /// <summary>Takes a merge back: the contact that became part of another is one of its own again.</summary>
    /// <param name="id">The id that the contact had before it was merged.</param>
    /// <returns>The update. It refuses if no contact of that id was merged.</returns>
    /// <remarks>
    /// What has not been changed since the merge is as it was before it, to the bit. What was changed stays with the contact that survived,
    /// and so do touchpoints recorded under its id.
    /// </remarks>
    public BookUpdate Split(ContactId id)
    {
        var edits = new BookEdits(this);
        if (!State.Merged.TryGetValue(id, out var merged))
        {
            edits.Refuse(BookRefusalReason.NothingThere, "No contact of that id was merged into another.", 0, id);
            return edits.ToRefusal();
        }

        if (!State.Contacts.ContainsKey(merged.Into))
        {
            edits.Refuse(
                BookRefusalReason.ChangedSince, "The contact it was merged into has been merged into another since; split that one first.",
                0, merged.Into);
            return edits.ToRefusal();
        }

        ContactMerge.Split(edits, id, merged);
        return edits.ToUpdate();
    }

    /// <summary>
    /// Removes every trace of a person: history, aliases, relations, introductions, overrides, suspensions, wishes, favours, notes that
    /// name an id of the person, and the journal.
    /// </summary>
    /// <remarks>
    /// Other contacts' names, organisations, titles, tags and keys of data stay as they are, even if a word of them happens to be such an
    /// id.
    /// </remarks>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="keepForgotten">
    /// Whether a keyed digest of the person's ids and addresses is kept, so that a later import does not bring the person back.
    /// </param>
    /// <returns>
    /// The update, with a report in <see cref="BookUpdate.Erasure"/>. It refuses an unknown contact. Nothing takes it back.
    /// </returns>
    public BookUpdate Erase(ContactId id, bool keepForgotten = true)
    {
        var edits = new BookEdits(this);
        if (State.Find(id) is not { } contact)
        {
            edits.Refuse(BookRefusalReason.UnknownContact, "The book has no such contact.", 0, id);
            return edits.ToRefusal();
        }

        var merged = ContactMerge.AllInto(State, contact.Id);
        var erasure = new ErasureEdit(
            [contact.Id, .. contact.Aliases],
            keepForgotten
                ? [.. merged.Append(contact).SelectMany(
                    person => ErasureDigest.Of(State.ErasureKey, person)).Distinct().Order(StringComparer.Ordinal)]
                : []);
        var report = erasure.Report(State, journal);
        edits.TryApply(erasure);
        return edits.ToUpdate(erasure: report);
    }

    private static bool Put(BookEdits edits, Contact contact, int index)
    {
        if (IsTaken(edits, contact, null, index))
        {
            return false;
        }

        edits.Set(BookSlots.Contacts, contact.Id, contact);
        return true;
    }

    private static bool IsTaken(BookEdits edits, Contact contact, Contact? held, int index)
    {
        var taken = contact.Aliases.Append(contact.Id)
            .Where(id => edits.State.Find(id) is { } other && other.Id != held?.Id)
            .Concat(
                held is null || held.Aliases.AsSpan().SequenceEqual(contact.Aliases.AsSpan()) ? []
                    : held.Aliases.Except(contact.Aliases).Where(alias => edits.State.Merged.ContainsKey(alias)))
            .ToImmutableArray();
        if (taken.IsEmpty)
        {
            return false;
        }

        edits.Refuse(
            BookRefusalReason.IdTaken, "The id or an alias is that of another contact, or of one that was merged; each must be of one.",
            index, taken);
        return true;
    }

    private static bool LosesNamed(BookEdits edits, Contact contact, Contact held, int index)
    {
        var lost = held.Aliases.Except(contact.Aliases).ToHashSet();
        if (lost.Count == 0)
        {
            return false;
        }

        var named = BookSlots.AllNamed(edits.State.With(contact.Id, contact)).Where(lost.Contains).Distinct().Order().ToImmutableArray();
        if (!named.IsEmpty)
        {
            edits.Refuse(
                BookRefusalReason.UnknownContact, "The book names an alias that the contact would lose; keep the alias.", index, named);
        }

        return !named.IsEmpty;
    }

    private BookUpdate WithState(ContactId id, ContactState state) =>
        About(id, (edits, contact) => edits.Set(BookSlots.Contacts, contact.Id, contact with { State = state }));
}
