using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Scoring;

namespace RelationshipKit.Books;

/// <summary>The contact that a merge absorbed and the result, so that a split can take the merge back.</summary>
/// <param name="Into">The contact that survived.</param>
/// <param name="Absorbed">The contact that became part of it, and what the book kept for it.</param>
/// <param name="Before">The contact that survived as it was before, and what the book kept for it.</param>
/// <param name="After">The contact that survived as the merge made it, and what the book kept for it.</param>
internal sealed record MergedContact(ContactId Into, KeptForContact Absorbed, KeptForContact Before, KeptForContact After);

/// <summary>A contact and everything that a book keeps under its id.</summary>
internal sealed record KeptForContact(
    Contact Contact,
    ICadencePolicy? Override,
    ImmutableArray<Suspension> Suspensions,
    ContactWishes? Wishes,
    LocalDate? FreshStart,
    LocalDate? NotNow,
    ImmutableArray<Favour> Favours,
    TieCorrection? Correction)
{
    public bool Equals(KeptForContact? other) =>
        other is not null
        && Contact.Equals(other.Contact)
        && Equals(Override, other.Override)
        && Suspensions.AsSpan().SequenceEqual(other.Suspensions.AsSpan())
        && Equals(Wishes, other.Wishes)
        && FreshStart == other.FreshStart
        && NotNow == other.NotNow
        && Favours.AsSpan().SequenceEqual(other.Favours.AsSpan())
        && Equals(Correction, other.Correction);

    public override int GetHashCode() => HashCode.Combine(Contact, Wishes, FreshStart, NotNow);

    public static KeptForContact Of(BookState state, Contact contact) => new(
        contact,
        state.Cadences.Overrides.GetValueOrDefault(contact.Id),
        state.Cadences.SuspensionsOf(contact.Id),
        state.Cadences.Wishes.GetValueOrDefault(contact.Id),
        state.Cadences.FreshStarts.TryGetValue(contact.Id, out var start) ? start : null,
        state.NotNow.TryGetValue(contact.Id, out var notNow) ? notNow : null,
        state.Favours.GetValueOrDefault(contact.Id, []),
        state.Scorer.Corrections.GetValueOrDefault(contact.Id));

    /// <summary>Puts all of it into the book under the contact's id.</summary>
    public void Put(BookEdits edits)
    {
        edits.Set(BookSlots.Contacts, Contact.Id, Contact);
        PutBesides(edits, Contact.Id);
    }

    /// <summary>Removes all of it from the book.</summary>
    public void Remove(BookEdits edits)
    {
        (this with { Override = null, Suspensions = [], Wishes = null, FreshStart = null, NotNow = null, Favours = [], Correction = null })
            .PutBesides(edits, Contact.Id);
        edits.Clear(BookSlots.Contacts, Contact.Id);
    }

    private void PutBesides(BookEdits edits, ContactId id)
    {
        edits.Set(BookSlots.Overrides, id, Override is null ? default(Held<PolicyValue>) : new PolicyValue(Override));
        edits.Set(BookSlots.Suspensions, id, Suspensions.IsEmpty ? default(Held<SuspensionsValue>) : new SuspensionsValue(Suspensions));
        edits.Set(BookSlots.Wishes, id, Wishes ?? default(Held<ContactWishes>));
        edits.Set(BookSlots.FreshStarts, id, FreshStart is { } start ? new DateValue(start) : default(Held<DateValue>));
        edits.Set(BookSlots.NotNow, id, NotNow is { } date ? new DateValue(date) : default(Held<DateValue>));
        edits.Set(BookSlots.Favours, id, Favours.IsEmpty ? default(Held<FavoursValue>) : new FavoursValue(Favours));
        edits.Set(BookSlots.Corrections, id, Correction ?? default(Held<TieCorrection>));
    }
}
