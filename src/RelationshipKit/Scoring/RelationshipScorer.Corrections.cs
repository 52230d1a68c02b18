using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Ties;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Scoring;

/// <content>What a book adds to the touchpoints: states it keeps and what the owner knows of ties.</content>
public sealed partial class RelationshipScorer
{
    private static readonly ImmutableSortedDictionary<ContactId, TieCorrection> NoCorrections =
        ImmutableSortedDictionary<ContactId, TieCorrection>.Empty;

    private readonly TieCorrection? correction;

    /// <summary>Gets the owner's corrections of ties, which <see cref="For"/> takes up.</summary>
    internal ImmutableSortedDictionary<ContactId, TieCorrection> Corrections { get; private init; } = NoCorrections;

    /// <summary>Returns the scorer with other corrections of ties.</summary>
    internal RelationshipScorer With(ImmutableSortedDictionary<ContactId, TieCorrection> corrections) =>
        new(plan, Settings, null) { Corrections = corrections };

    /// <summary>Returns the scorer with another hazard.</summary>
    internal RelationshipScorer With(RhythmHazard hazard) =>
        new(plan, Settings with { Hazard = hazard }, null) { Corrections = Corrections };

    /// <summary>Returns the scorer in another zone.</summary>
    internal RelationshipScorer In(DateTimeZone zone) =>
        new(TieLayout.Of(plan.Settings, zone), Settings, null) { Corrections = Corrections };

    /// <summary>
    /// Returns the expected contacts of masses at an instant, under the ceiling of this scorer and with the owner's correction.
    /// </summary>
    internal ExpectedContacts ExpectedAt(in TieMasses masses, long asOfMicros)
    {
        var expected = ExpectedContacts.Of(plan, masses, asOfMicros, Settings.LightCeiling);
        return correction is null ? expected : expected.Corrected(correction.At(asOfMicros));
    }

    /// <summary>Returns how often the contact answered what the owner opened.</summary>
    internal ReplyStatistics ContactRepliesAt(ImmutableArray<Touchpoint> touchpoints, Instant asOf) =>
        new ConversationReader(plan, Settings, SupportedTime.ToMicros(asOf)).ReadContactReplies(touchpoints);

    /// <summary>Returns the cell of a touchpoint on a day after all those of a state; null on a day that the state has already.</summary>
    internal TieCell? NewCellOf(TieState state, Touchpoint touchpoint)
    {
        var days = new LocalDays(plan.Zone);
        var cell = plan.CellOf(touchpoint, ref days);
        return state.LastDay.IsEmpty || state.LastDay[^1].Day < cell.Day ? cell : null;
    }

    /// <summary>Returns what is left at some instants of a state, none of them before it.</summary>
    internal ExpectedContacts[] ExpectedAt(TieState state, Instant[] instants)
    {
        var masses = state.Masses();
        return Array.ConvertAll(instants, at => ExpectedAt(masses, SupportedTime.ToMicros(at)));
    }

    /// <summary>Begins a walk through touchpoints with a contact in order of time, and through what is left of forgotten ones.</summary>
    internal TieWalk WalkOf(ITouchpointReader all, Contact contact, ImmutableArray<Touchpoint> touchpoints) =>
        new(this, plan, touchpoints, all is ITieStates states ? states.KeptOf(contact.Id, null) : []);

    /// <summary>Scores a state as if one more touchpoint had happened.</summary>
    internal RelationshipScore WhatIf(TieState state, Touchpoint extra, Instant asOf)
    {
        var asOfMicros = SupportedTime.ToMicros(asOf);
        ThrowIfLater(extra, asOfMicros);
        var fold = new TieFold(state);
        fold.Add(extra, asOfMicros);
        return ScoreAt(fold.ToState(asOfMicros), asOf);
    }

    /// <summary>Returns the state of the tie to a contact, which the touchpoints may know already.</summary>
    internal TieState StateOf(ITouchpointReader touchpoints, Contact contact, Instant upTo, Facet? facet = null) =>
        touchpoints is ITieStates states
            ? states.StateOf(contact.Id, plan, SupportedTime.ToMicros(upTo), facet)
            : StateOf(
                facet is null ? touchpoints.Of(contact) : touchpoints.Of(contact)
                    .Where(touchpoint => touchpoint.Facet is null || touchpoint.Facet == facet),
                upTo);

    /// <summary>
    /// Finds the first microsecond from which on a condition may hold, looking in growing steps: of what rises and falls the first time it
    /// falls.
    /// </summary>
    private static long FirstFall(long from, Predicate<long> hasFallen)
    {
        const double Growth = 1.01;
        var step = (double)SupportedTime.MicrosPerDay;
        while (true)
        {
            var next = SupportedTime.LastMicros - from <= (long)step ? SupportedTime.LastMicros : from + (long)step;
            if (hasFallen(next))
            {
                return Numerics.MonotoneSearch.FirstWhere(from, next, micros => hasFallen(micros));
            }

            if (next == SupportedTime.LastMicros)
            {
                return next;
            }

            from = next;
            step *= Growth;
        }
    }
}
