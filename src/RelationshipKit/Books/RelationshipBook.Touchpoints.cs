using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Books;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <content>Recording what happened.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Records a touchpoint with one contact. A contact's only facet is that of the touchpoint.</summary>
    /// <param name="contact">The contact, by id or alias.</param>
    /// <param name="channel">By which channel.</param>
    /// <param name="at">When, from 0001-01-02 to 9999-12-30; floored to microseconds.</param>
    /// <param name="direction">Who reached out; null for mutual by a channel on which both are heard, outgoing by any other.</param>
    /// <returns>The update. It refuses an unknown contact, a duplicate, a contradiction and what was retracted, with a reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="contact"/> names nobody.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> or <paramref name="direction"/> is out of range.</exception>
    public BookUpdate Record(ContactId contact, Channel channel, Instant at, Direction? direction = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var by = direction ?? (Heard.IsBothAtOnce(channel) ? Direction.Mutual : Direction.Outgoing);
        return Record(new Touchpoint(contact, at, channel, by) { Facet = State.Find(contact) is { Facets: [var only] } ? only : null });
    }

    /// <summary>Records a touchpoint, known since its own instant.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns>
    /// The update. It refuses unknown contacts, a duplicate, a contradiction and what was retracted, each with its own reason.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    public BookUpdate Record(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return RecordAll([touchpoint], null);
    }

    /// <summary>Records a touchpoint, known since another instant.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <param name="recordedAt">Since when it is known, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The update, as for <see cref="Record(Touchpoint)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordedAt"/> is out of range.</exception>
    public BookUpdate Record(Touchpoint touchpoint, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return RecordAll([touchpoint], SupportedTime.ToMicros(recordedAt));
    }

    /// <summary>Records touchpoints as one update, each known since its own instant.</summary>
    /// <param name="touchpoints">The touchpoints. Those that are refused are left out; the others are recorded.</param>
    /// <returns>The update; <see cref="BookRefusal.Index"/> says which of them was refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> or one of them is <see langword="null"/>.</exception>
    public BookUpdate Record(IEnumerable<Touchpoint> touchpoints) => RecordAll(touchpoints, null);

    /// <summary>Records touchpoints as one update, all known since one instant.</summary>
    /// <param name="touchpoints">The touchpoints. Those that are refused are left out; the others are recorded.</param>
    /// <param name="recordedAt">Since when they are known, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The update; <see cref="BookRefusal.Index"/> says which of them was refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordedAt"/> is out of range.</exception>
    public BookUpdate Record(IEnumerable<Touchpoint> touchpoints, Instant recordedAt) =>
        RecordAll(touchpoints, SupportedTime.ToMicros(recordedAt));

    /// <summary>Puts a better version in place of a touchpoint. The old one is kept as what was known before.</summary>
    /// <param name="key">The identity of the touchpoint to correct.</param>
    /// <param name="better">What holds from now on; it may have another identity, if that is free.</param>
    /// <param name="recordedAt">When it was corrected, not before the touchpoint was recorded.</param>
    /// <returns>The update. It refuses if there is no such touchpoint, if the other identity is taken, and for unknown contacts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="better"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> is out of range, or before what it changes was recorded.
    /// </exception>
    public BookUpdate Correct(TouchpointKey key, Touchpoint better, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(better);
        var micros = SupportedTime.ToMicros(recordedAt);
        var edits = new BookEdits(this);
        if (!TryHeld(edits, key, out var slot) || !AreKnown(edits, better, 0))
        {
            return edits.ToRefusal();
        }

        ThrowIfBefore(micros, slot.RecordedAtMicros, nameof(recordedAt));
        return TryPutBetter(edits, slot, better, micros, nameof(recordedAt)) ? edits.ToUpdate() : edits.ToRefusal();
    }

    /// <summary>Takes a touchpoint back: it never was, as known from now on. Its identity stays out of use until it is restored.</summary>
    /// <param name="key">The identity of the touchpoint.</param>
    /// <param name="recordedAt">When it was retracted, not before the touchpoint was recorded.</param>
    /// <returns>The update. It refuses if there is no such touchpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> is out of range, or before the touchpoint was recorded.
    /// </exception>
    public BookUpdate Retract(TouchpointKey key, Instant recordedAt)
    {
        var micros = SupportedTime.ToMicros(recordedAt);
        var edits = new BookEdits(this);
        if (!TryHeld(edits, key, out var slot))
        {
            return edits.ToRefusal();
        }

        ThrowIfBefore(micros, slot.RecordedAtMicros, nameof(recordedAt));
        edits.Set(BookSlots.Touchpoints, slot.Any, slot.Retired(micros));
        return edits.ToUpdate();
    }

    /// <summary>Brings a retracted touchpoint back as it last was.</summary>
    /// <param name="key">The identity of the touchpoint.</param>
    /// <param name="recordedAt">When it was restored, not before it was retracted.</param>
    /// <returns>The update. It refuses if no touchpoint of that identity was retracted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> is out of range, or before the touchpoint was retracted.
    /// </exception>
    public BookUpdate Restore(TouchpointKey key, Instant recordedAt)
    {
        var micros = SupportedTime.ToMicros(recordedAt);
        var edits = new BookEdits(this);
        if (SlotOf(key) is not { Held: null } slot)
        {
            edits.Refuse(BookRefusalReason.NothingThere, "No touchpoint of that identity was retracted.");
            return edits.ToRefusal();
        }

        ThrowIfBefore(micros, slot.RetiredSinceMicros, nameof(recordedAt));
        var last = slot.Past[^1].Touchpoint;
        if (!AreKnown(edits, last, 0))
        {
            return edits.ToRefusal();
        }

        edits.Set(BookSlots.Touchpoints, slot.Any, slot.Holding(last, micros));
        return edits.ToUpdate();
    }

    /// <summary>Notes that a touchpoint of theirs needs no answer, so that no reply is owed for it.</summary>
    /// <param name="key">The identity of the touchpoint.</param>
    /// <returns>The update. It refuses if there is no such touchpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public BookUpdate NeedsNoAnswer(TouchpointKey key)
    {
        var edits = new BookEdits(this);
        if (!TryHeld(edits, key, out var slot))
        {
            return edits.ToRefusal();
        }

        edits.Set(BookSlots.Touchpoints, slot.Any, slot with { Held = slot.Held! with { NeedsNoAnswer = true } });
        return edits.ToUpdate();
    }

    /// <summary>Finds a touchpoint in use by its identity.</summary>
    /// <param name="key">The identity.</param>
    /// <returns>The touchpoint, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public Touchpoint? FindTouchpoint(TouchpointKey key) => SlotOf(key)?.Held;

    /// <summary>Determines whether an identity is in use, by a touchpoint that holds or by one that was retracted or corrected.</summary>
    /// <param name="key">The identity.</param>
    /// <returns><see langword="true"/> if <see cref="Record(Touchpoint)"/> would refuse a touchpoint of that identity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public bool Knows(TouchpointKey key) => SlotOf(key) is not null;

    /// <summary>Returns the touchpoints as the book knew them at an instant.</summary>
    /// <param name="instant">The instant, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The touchpoints that had been recorded, and were not yet corrected or retracted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> is out of range.</exception>
    public ITouchpointReader TouchpointsKnownAt(Instant instant)
    {
        var micros = SupportedTime.ToMicros(instant);
        return TouchpointSnapshot.Of(State.History.Slots.SelectMany(slot => slot.Past
            .Where(version => version.FromMicros <= micros && micros < version.UntilMicros).Select(version => version.Touchpoint)
            .Concat(slot.Held is { } held && slot.RecordedAtMicros <= micros ? [held] : [])));
    }

    private static void ThrowIfBefore(long micros, long earliest, string paramName)
    {
        if (micros < earliest)
        {
            throw new ArgumentOutOfRangeException(
                paramName,
                $"The instant is {InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(micros))}; it must not be before what it "
                    + $"changes was recorded, {InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(earliest))}.");
        }
    }

    private static bool CanRecord(BookEdits edits, Touchpoint touchpoint, int index)
    {
        switch (edits.State.History.SlotOf(touchpoint))
        {
            case { Held: { } held } when held.Equals(touchpoint):
                edits.Refuse(BookRefusalReason.Duplicate, "The book holds this touchpoint already.", index);
                return false;
            case { Held: not null }:
                edits.Refuse(
                    BookRefusalReason.Contradiction, "The book holds another touchpoint of the same identity; correct it instead.", index);
                return false;
            case not null:
                edits.Refuse(
                    BookRefusalReason.Retracted, "A touchpoint of the same identity was retracted or corrected; restore it instead.",
                    index);
                return false;
            default:
                return AreKnown(edits, touchpoint, index);
        }
    }

    // Its identity may be another one, if that is free or was given up.
    private static bool TryPutBetter(BookEdits edits, TouchpointSlot slot, Touchpoint better, long micros, string paramName)
    {
        var retired = slot.Retired(micros);
        if (TouchpointIdentity.Comparer.Equals(slot.Held, better))
        {
            edits.Set(BookSlots.Touchpoints, better, retired.Holding(better, micros));
            return true;
        }

        var other = edits.State.History.SlotOf(better);
        if (other is { Held: not null })
        {
            edits.Refuse(BookRefusalReason.Contradiction, "The book holds another touchpoint of the better one's identity.");
            return false;
        }

        if (other is not null)
        {
            ThrowIfBefore(micros, other.RetiredSinceMicros, paramName);
        }

        edits.Set(BookSlots.Touchpoints, slot.Any, retired);
        edits.Set(BookSlots.Touchpoints, better, other?.Holding(better, micros) ?? TouchpointSlot.Of(better, micros));
        return true;
    }

    private static bool AreKnown(BookEdits edits, Touchpoint touchpoint, int index)
    {
        var unknown = touchpoint.Participants.Where(id => edits.State.Find(id) is null).ToImmutableArray();
        if (unknown.IsEmpty)
        {
            return true;
        }

        edits.Refuse(
            BookRefusalReason.UnknownContact,
            $"The book does not have {(unknown.Length == 1 ? "the contact" : $"{unknown.Length} of the contacts")} of the touchpoint; "
                + "add contacts first.",
            index,
            unknown);
        return false;
    }

    private BookUpdate RecordAll(IEnumerable<Touchpoint> touchpoints, long? recordedAtMicros)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        var edits = new BookEdits(this);
        var index = 0;
        foreach (var touchpoint in touchpoints)
        {
            ArgumentNullException.ThrowIfNull(touchpoint, nameof(touchpoints));
            if (CanRecord(edits, touchpoint, index))
            {
                edits.Set(BookSlots.Touchpoints, touchpoint, TouchpointSlot.Of(touchpoint, recordedAtMicros ?? touchpoint.AtMicros));
            }

            index++;
        }

        return edits.ToUpdate();
    }

    private TouchpointSlot? SlotOf(TouchpointKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return State.History.SlotOf(key.Identity);
    }

    private bool TryHeld(BookEdits edits, TouchpointKey key, [NotNullWhen(true)] out TouchpointSlot? slot)
    {
        slot = SlotOf(key);
        if (slot is { Held: not null })
        {
            return true;
        }

        edits.Refuse(
            slot is null ? BookRefusalReason.UnknownTouchpoint : BookRefusalReason.Retracted,
            slot is null
                ? "The book holds no touchpoint of that identity."
                : "The touchpoint was retracted or corrected into another; restore it instead.");
        return false;
    }
}
