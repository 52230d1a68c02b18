using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Time;

namespace RelationshipKit;

/// <content>What is asked of a book about ties: scores, explanations, forecasts.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Scores the tie to a contact.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30; later touchpoints do not count.</param>
    /// <param name="facet">The facet asked about: touchpoints of it and those without one; null for the whole person.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public RelationshipScore ScoreOf(ContactId id, Instant asOf, Facet? facet = null)
    {
        using var question = Question.Asked();
        var contact = Get(id);
        var now = SupportedTime.Floor(asOf);
        return Scorer.For(contact, facet).ScoreAt(StateOf(contact, now, facet), now);
    }

    /// <summary>Explains the strength of a tie: the parts it is made of, which sum to it.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="facet">The facet asked about; null for the whole person.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public Explanation Explain(ContactId id, Instant asOf, Facet? facet = null)
    {
        using var question = Question.Asked();
        var contact = Get(id);
        var now = SupportedTime.Floor(asOf);
        return Scorer.For(contact, facet).Explain(StateOf(contact, now, facet), Of(contact, facet), now);
    }

    /// <summary>Scores the tie to the one participant of a touchpoint as if it had happened.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="extra">A touchpoint with one participant, not later than <paramref name="asOf"/>.</param>
    /// <returns>The score with the touchpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="extra"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="extra"/> has several participants.</exception>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> is out of range, or <paramref name="extra"/> is later.
    /// </exception>
    public RelationshipScore WhatIf(Instant asOf, Touchpoint extra)
    {
        using var question = Question.Asked();
        ArgumentNullException.ThrowIfNull(extra);
        return extra.Participants.Length == 1
            ? WhatIf(extra.Participants[0], asOf, extra)
            : throw new ArgumentException(
                $"The touchpoint has {extra.Participants.Length} participants; say of whom the score is asked.", nameof(extra));
    }

    /// <summary>Scores the tie to a contact as if a touchpoint had happened.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="extra">A touchpoint that the contact takes part in, not later than <paramref name="asOf"/>.</param>
    /// <returns>The score with the touchpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="extra"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The contact does not take part in <paramref name="extra"/>.</exception>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> is out of range, or <paramref name="extra"/> is later.
    /// </exception>
    public RelationshipScore WhatIf(ContactId id, Instant asOf, Touchpoint extra)
    {
        using var question = Question.Asked();
        ArgumentNullException.ThrowIfNull(extra);
        var (contact, now) = (Get(id), SupportedTime.Floor(asOf));
        return extra.Participants.Any(participant => State.History.PersonOf(participant) == contact.Id)
            ? Scorer.For(contact).WhatIf(StateOf(contact, now, null), State.History.Counted(extra), now)
            : throw new ArgumentException("The contact does not take part in the touchpoint.", nameof(extra));
    }

    /// <summary>Finds when the strength of a tie falls to a level if nothing happens.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant to start from, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="level">The level, more than 0.</param>
    /// <returns>
    /// The first instant at which the strength is the level or less; null if it is so already, 9999-12-30T23:59:59.999999Z if it never is.
    /// </returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range, or <paramref name="level"/> is 0.</exception>
    public Instant? FallsTo(ContactId id, Instant asOf, Strength level)
    {
        using var question = Question.Asked();
        var contact = Get(id);
        var now = SupportedTime.Floor(asOf);
        return Scorer.For(contact).FallsTo(StateOf(contact, now, null), now, level);
    }

    /// <summary>Reads who begins and who answers in the conversation with a contact.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The openings and replies.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public Conversation ConversationOf(ContactId id, Instant asOf)
    {
        using var question = Question.Asked();
        return Scorer.ConversationAt(Of(Get(id), null), SupportedTime.Floor(asOf));
    }

    /// <summary>Forecasts contact with a contact.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="facet">The facet asked about; null for the whole person.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public Forecast ForecastOf(ContactId id, Instant asOf, Facet? facet = null)
    {
        using var question = Question.Asked();
        return ScoreOf(id, asOf, facet).Forecast;
    }

    /// <summary>Counts the gaps of all ties, as forecasts are fitted to them.</summary>
    /// <param name="asOf">The instant up to which gaps count, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>A table of sums that names nobody.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public RhythmHistory GapsUpTo(Instant asOf)
    {
        using var question = Question.Asked();
        var now = SupportedTime.Floor(asOf);
        var history = new RhythmHistoryBuilder();
        foreach (var contact in Contacts)
        {
            history.Add(StateOf(contact, now, null));
        }

        return history.ToHistory();
    }

    /// <summary>Reads the rhythms of all ties with contact.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The rhythms in order of the contacts' ids.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public ImmutableArray<RhythmState> RhythmsAt(Instant asOf)
    {
        using var question = Question.Asked();
        var now = SupportedTime.Floor(asOf);
        return [.. Contacts.Select(contact => RhythmState.Of(StateOf(contact, now, null))).Where(state => state.ContactDays > 0)];
    }

    /// <summary>Fits the forecasts to the history of this book. Fitting is counting: no labels, no optimiser.</summary>
    /// <param name="asOf">The instant up to which the history counts, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="prior">
    /// The rates to start from; null for those in use, or those of <see cref="LogKind"/> if those are themselves fitted.
    /// </param>
    /// <returns>The fitted rates.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public RhythmHazard FitForecast(Instant asOf, RhythmHazard? prior = null)
    {
        using var question = Question.Asked();
        return (prior ?? (Scorer.Settings.Hazard is { Gaps: 0 } start ? start : RhythmHazard.For(LogKind)))
            .FittedTo(GapsUpTo(asOf), RhythmsAt(asOf), SupportedTime.Floor(asOf));
    }
}
