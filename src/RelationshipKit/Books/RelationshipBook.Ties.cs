using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit;

/// <content>What the owner knows of a tie, and how a score came about.</content>
public sealed partial class RelationshipBook
{
    /// <summary>
    /// Returns what is left of the past of a tie, to be kept in a column of your app: see <see cref="TieState.ToBytes"/> and
    /// <see cref="IsStale"/>.
    /// </summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The last instant to count, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="facet">The facet asked about; null for the whole person.</param>
    /// <returns>The state, with the revision of this book.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public TieState StateOf(ContactId id, Instant asOf, Facet? facet = null)
    {
        using var question = Question.Asked();
        return StateOf(Get(id), SupportedTime.Floor(asOf), facet).OfRevision(Revision);
    }

    /// <summary>
    /// Determines whether a stored state no longer says what this book knows of the tie up to the state's instant: touchpoints were
    /// recorded, corrected or retracted since.
    /// </summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="state">The state, read under the settings and the zone of this book.</param>
    /// <param name="facet">The facet it was asked about; null for the whole person.</param>
    /// <returns>
    /// <see langword="true"/> if it must be folded again; the revision does not matter, because most changes are about somebody else.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is <see langword="null"/>.</exception>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    public bool IsStale(ContactId id, TieState state, Facet? facet = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return !StateOf(Get(id), state.UpTo, facet).IsLike(state);
    }

    /// <summary>Gets the owner's corrections of ties.</summary>
    public ImmutableSortedDictionary<ContactId, TieCorrection> TieCorrections => State.Scorer.Corrections;

    /// <summary>Corrects the strength of a tie by what the owner knows and no touchpoint shows.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="correction">The correction, in place of the one before; null takes it back.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    public BookUpdate WithTieCorrection(ContactId id, TieCorrection? correction)
    {
        var edits = new BookEdits(this);
        if (State.Find(id) is not { } contact)
        {
            edits.Refuse(BookRefusalReason.UnknownContact, "The book does not have the contact.", 0, id);
            return edits.ToRefusal();
        }

        edits.Set(BookSlots.Corrections, contact.Id, correction ?? default(Held<TieCorrection>));
        return edits.ToUpdate();
    }

    /// <summary>Scores the tie to a contact and says how the score came about.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="facet">The facet asked about; null for the whole person.</param>
    /// <returns>The receipt, to be stored beside the score.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public ScoreReceipt ReceiptOf(ContactId id, Instant asOf, Facet? facet = null)
    {
        using var question = Question.Asked();
        var (contact, now) = (Get(id), SupportedTime.Floor(asOf));
        var score = ScoreOf(contact.Id, now, facet);
        return new(
            contact.Id,
            now,
            facet,
            ScoreDigests.OfSettings(Scorer.For(contact, facet)),
            ScoreDigests.OfHistory(
                Of(contact, facet), State.History.KeptOf(contact.Id, facet),
                facet is null ? TieCorrections.GetValueOrDefault(contact.Id) : null, SupportedTime.ToMicros(now)),
            ScoreDigests.Version,
            score.Strength,
            score.ExpectedContacts);
    }

    /// <summary>Scores again what a receipt tells of, and says whether the stored score can be reproduced and what differs.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receipt"/> is <see langword="null"/>.</exception>
    public ReceiptReplay Replay(ScoreReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (State.Find(receipt.Contact) is null)
        {
            return new(null, [ReceiptDifference.Contact]);
        }

        var now = ReceiptOf(receipt.Contact, receipt.AsOf, receipt.Facet);
        var isSame = now.Strength.Equals(receipt.Strength) && now.ExpectedContacts.Equals(receipt.ExpectedContacts);
        return new(
            now,
            [
                .. now.Settings == receipt.Settings ? [] : ImmutableArray.Create(ReceiptDifference.Settings),
                .. now.History == receipt.History ? [] : ImmutableArray.Create(ReceiptDifference.History),
                .. now.Version == receipt.Version ? [] : ImmutableArray.Create(ReceiptDifference.Version),
                .. isSame ? [] : ImmutableArray.Create(ReceiptDifference.Score),
            ]);
    }
}
