using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <content>What the book suggests, and what the owner says to it.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Finds touchpoints of different sources that may be one event, such as a call in a phone's log and in a calendar.</summary>
    /// <returns>The suggestions not yet answered, the most alike first, then in order of time. Nothing acts on them.</returns>
    /// <remarks>The work grows with the history and no faster. All ids of one contact are one person.</remarks>
    public ImmutableArray<SameEvent> SameEvents()
    {
        var events = new SameEvents(State.History.PersonOf, Zone);
        return
        [
            .. State.History.Contacts
                .SelectMany(person => events.Among(person, State.History.Of(person)))
                .Where(same => !State.Dismissed.ContainsKey(same.Key))
                .OrderByDescending(same => same.Score)
                .ThenBy(same => same.Kept, TouchpointIdentity.Comparer)
                .ThenBy(same => same.Other, TouchpointIdentity.Comparer),
        ];
    }

    /// <summary>
    /// Takes two touchpoints for one event: the one that tells more stays, with what only the other tells, and the other counts no more.
    /// </summary>
    /// <param name="same">The suggestion.</param>
    /// <param name="recordedAt">When it was confirmed, not before either touchpoint was recorded.</param>
    /// <returns>
    /// The update; undoing it brings both back. It refuses if the book no longer holds both as they were, or if all people together are
    /// more than 1,000. The other touchpoint's identity stays out of use, so that a second import does not bring it back;
    /// <see cref="Restore"/> does, and the suggestion is made again.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="same"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> is out of range, or before a touchpoint was recorded.
    /// </exception>
    public BookUpdate Confirm(SameEvent same, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(same);
        var micros = SupportedTime.ToMicros(recordedAt);
        var edits = new BookEdits(this);
        if (State.History.SlotOf(same.Kept) is not { Held: { } kept } keptSlot
            || State.History.SlotOf(same.Other) is not { Held: { } other } otherSlot
            || !kept.Equals(same.Kept)
            || !other.Equals(same.Other))
        {
            edits.Refuse(
                BookRefusalReason.ChangedSince, "The book no longer holds both touchpoints as they were when they were suggested as one.");
            return edits.ToRefusal();
        }

        ThrowIfBefore(micros, Math.Max(keptSlot.RecordedAtMicros, otherSlot.RecordedAtMicros), nameof(recordedAt));
        if (same.Whole(State.History.PersonOf) is not { } whole)
        {
            edits.Refuse(BookRefusalReason.Contradiction, "The two touchpoints have more people together than one may have.");
            return edits.ToRefusal();
        }

        if (!whole.Equals(kept) && !TryPutBetter(edits, keptSlot, whole, micros, nameof(recordedAt)))
        {
            return edits.ToRefusal();
        }

        edits.Set(BookSlots.Touchpoints, otherSlot.Any, otherSlot.Retired(micros));
        return edits.ToUpdate();
    }

    /// <summary>Keeps that a suggestion is wrong, so that it is not made again.</summary>
    /// <param name="suggestion">The key of the suggestion: from 1 to 2,000 characters.</param>
    /// <returns>The update.</returns>
    /// <exception cref="ArgumentException"><paramref name="suggestion"/> breaks the rule above.</exception>
    public BookUpdate Dismiss(string suggestion)
    {
        var edits = new BookEdits(this);
        edits.Set(BookSlots.Suggestions, Numerics.Names.Check(suggestion, 2_000), true);
        return edits.ToUpdate();
    }

    /// <summary>Determines whether a suggestion was dismissed.</summary>
    /// <param name="suggestion">The key of the suggestion.</param>
    /// <returns><see langword="true"/> if it was.</returns>
    public bool IsDismissed(string suggestion) => State.Dismissed.ContainsKey(suggestion);
}
