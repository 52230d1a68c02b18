using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>Scores ties: how strong, how regular, how balanced, which way they go, and why.</summary>
/// <remarks>
/// <para>
/// The scorer never reads a clock: every question names its instant, floored to whole microseconds. A touchpoint at that very instant
/// counts; later ones do not count. Without new touchpoints strength never rises and nothing jumps; one more touchpoint never lowers
/// strength.
/// </para>
/// <para>
/// Touchpoints are those of one contact, each once and in any order: the same touchpoints give the same bits. A log keeps them so.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed partial class RelationshipScorer
{
    private readonly TieLayout plan;

    /// <summary>Initializes a new instance of the <see cref="RelationshipScorer"/> class.</summary>
    /// <param name="fold">What touchpoints weigh and how they fade.</param>
    /// <param name="settings">How the state of a tie is read.</param>
    /// <param name="zone">The owner's zone, whose dates are the contact-days.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    public RelationshipScorer(FoldSettings fold, ScoreSettings settings, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(fold);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(zone);
        fold.ThrowIfInvalid(nameof(fold));
        settings.ThrowIfInvalid(nameof(settings));
        plan = TieLayout.Of(fold, zone);
        Settings = settings;
    }

    private RelationshipScorer(TieLayout plan, ScoreSettings settings, TieCorrection? correction)
    {
        this.plan = plan;
        Settings = settings;
        this.correction = correction;
    }

    /// <summary>Gets what touchpoints weigh and how they fade.</summary>
    public FoldSettings Fold => plan.Settings;

    /// <summary>Gets how the state of a tie is read.</summary>
    public ScoreSettings Settings { get; }

    /// <summary>Gets the owner's zone.</summary>
    public DateTimeZone Zone => plan.Zone;

    /// <summary>Returns a scorer with the light ceiling of a contact.</summary>
    /// <param name="contact">The contact, for the circle.</param>
    /// <param name="facet">The facet asked about; <see langword="null"/> for the whole person.</param>
    /// <returns>A scorer whose <see cref="ScoreSettings.LightCeiling"/> is that of <see cref="ScoreSettings.CeilingFor"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public RelationshipScorer For(Contact contact, Facet? facet = null)
    {
        var ceiling = Settings.CeilingFor(contact, facet);
        var corrected = facet is null ? Corrections.GetValueOrDefault(contact.Id) : null;
        return ceiling.Equals(Settings.LightCeiling) && corrected is null && correction is null
            ? this
            : new RelationshipScorer(
                plan, ceiling.Equals(Settings.LightCeiling) ? Settings : Settings with { LightCeiling = ceiling }, corrected);
    }

    /// <summary>Folds touchpoints into the state of a tie, up to an instant.</summary>
    /// <param name="touchpoints">The touchpoints of one contact, each once, in any order.</param>
    /// <param name="upTo">The last instant to fold, itself included; later touchpoints are left out.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The fold settings do not list the channel of a touchpoint.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="upTo"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public TieState StateOf(IEnumerable<Touchpoint> touchpoints, Instant upTo) => TieState.Fold(plan, touchpoints, upTo);

    /// <summary>Scores touchpoints at an instant.</summary>
    /// <param name="touchpoints">The touchpoints of one contact, each once, in any order.</param>
    /// <param name="asOf">The instant to score at; later touchpoints are left out.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The fold settings do not list the channel of a touchpoint.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public RelationshipScore ScoreAt(IEnumerable<Touchpoint> touchpoints, Instant asOf) => ScoreAt(StateOf(touchpoints, asOf), asOf);

    /// <summary>Scores a state at an instant.</summary>
    /// <param name="state">A state of the same fold settings and zone.</param>
    /// <param name="asOf">The instant to score at; not earlier than what the state is folded up to.</param>
    /// <returns>The score: the same, bit for bit, as that of the touchpoints folded into the state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is <see langword="null"/>.</exception>
    /// <exception cref="TieStateMismatchException">The state was folded under other settings; the exception names them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30 or is earlier than <see cref="TieState.UpTo"/>.
    /// </exception>
    public RelationshipScore ScoreAt(TieState state, Instant asOf)
    {
        ThrowIfForeign(state);
        var asOfMicros = SupportedTime.ToMicros(asOf);
        var masses = state.MassesAt(asOfMicros, nameof(asOf));
        var lambda = ExpectedAt(masses, asOfMicros);
        return new RelationshipScore
        {
            AsOf = SupportedTime.FromMicros(asOfMicros),
            Strength = lambda.Strength,
            ExpectedContacts = lambda.Value,
            Evidence = EvidenceOf(masses.ContactDays),
            ContactDays = masses.ContactDays,
            Touchpoints = state.Touchpoints,
            Outgoing = state.Outgoing,
            Incoming = state.Incoming,
            FirstTouch = state.FirstTouch,
            LastTouch = state.LastTouch,
            Rhythm = Rhythm.Of(state.Counts.FirstMicros, state.Counts.LastMicros, masses, asOfMicros, Settings),
            Forecast = new Forecast(
                Settings.Hazard, RhythmState.Of(state), masses.Values[plan.Outgoing], masses.Values[plan.Incoming], masses.UsualGapDays,
                asOfMicros),
            Reciprocity = Reciprocity.Of(masses.Values[plan.Outgoing], masses.Values[plan.Incoming], masses.DirectedDays, Settings),
            Momentum = Momentum.Of(
                plan,
                masses.Values[plan.ShortMomentum],
                masses.Values[plan.LongMomentum],
                masses.ContactDays,
                SupportedTime.DaysBetween(state.Counts.FirstMicros, asOfMicros),
                Settings),
        };
    }

    /// <summary>Explains the strength of a state, whose cells the touchpoints made, or some of them.</summary>
    internal Explanation Explain(TieState state, IReadOnlyCollection<Touchpoint> known, Instant asOf)
    {
        var asOfMicros = SupportedTime.ToMicros(asOf);
        var lambda = ExpectedAt(state.Masses(), asOfMicros);

        var days = new LocalDays(plan.Zone);
        var counted = known.Where(touchpoint => touchpoint.IsContact && touchpoint.AtMicros <= asOfMicros);
        var byCell = counted.SelectMany(CellsOf).ToLookup(row => (row.Cell.Day, row.Cell.Class), row => row.Touchpoint);
        var parts = state.Cells
            .Select(cell => PartOf(cell, byCell[(cell.Day, cell.Class)], lambda, asOfMicros))
            .OrderByDescending(part => part.Contribution)
            .ThenByDescending(part => part.Date)
            .ThenByDescending(part => part.Class);
        return new Explanation(
            SupportedTime.FromMicros(asOfMicros), lambda.Strength, lambda.Value,
            [.. parts]) { Correction = lambda.CorrectionOf(lambda.Strength) };

        IEnumerable<(TieCell Cell, Touchpoint Touchpoint)> CellsOf(Touchpoint touchpoint)
        {
            var cells = new List<(TieCell, Touchpoint)>(1);
            var at = touchpoint.AtMicros;
            do
            {
                var cell = plan.CellFrom(touchpoint, at, asOfMicros, ref days);
                cells.Add((cell, touchpoint));
                at = cell.LatestMicros;
            }
            while (at < TieLayout.EndOf(touchpoint, asOfMicros));

            return cells;
        }
    }

    /// <summary>Reads who opens conversations and who answers, off touchpoints at an instant.</summary>
    /// <param name="touchpoints">The touchpoints of one contact, each once, in any order.</param>
    /// <param name="asOf">The instant to look back from; later touchpoints are left out.</param>
    /// <returns>Openings and replies of both sides.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public Conversation ConversationAt(IEnumerable<Touchpoint> touchpoints, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        return new ConversationReader(plan, Settings, SupportedTime.ToMicros(asOf)).Read(touchpoints);
    }

    /// <summary>Returns the settings and the zone.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{Fold}; {Settings}; {Zone.Id}";

    /// <summary>Returns the rhythm of a state: that of its score, without the rest of it.</summary>
    internal Rhythm RhythmAt(TieState state, Instant asOf)
    {
        ThrowIfForeign(state);
        var asOfMicros = SupportedTime.ToMicros(asOf);
        var masses = state.MassesAt(asOfMicros, nameof(asOf));
        return Rhythm.Of(state.Counts.FirstMicros, state.Counts.LastMicros, masses, asOfMicros, Settings);
    }

    /// <summary>
    /// Returns how much stronger a state would be at an instant with one more touchpoint, on a day it may know already: what-if against
    /// leaving it.
    /// </summary>
    internal double GainOf(TieState state, Touchpoint extra, Instant asOf)
    {
        ThrowIfForeign(state);
        var asOfMicros = SupportedTime.ToMicros(asOf);
        state.ThrowIfBefore(asOfMicros, nameof(asOf));
        var left = ExpectedAt(state.Masses(), asOfMicros);

        // A day that is not over takes the touchpoint up; on a new one it is a cell of its own, which only adds.
        var touched = NewCellOf(state, extra) is { } cell
            ? left.With(cell, plan.Settings.Curve.DensityAt(SupportedTime.DaysBetween(cell.LatestMicros, asOfMicros)))
            : ExpectedAt(state.With(extra).Masses(), asOfMicros);
        return touched.Strength.Value - left.Strength.Value;
    }

    internal Evidence EvidenceOf(int contactDays) =>
        contactDays == 0 ? Evidence.None
        : contactDays < Settings.FairFromContactDays ? Evidence.Thin
        : contactDays < Settings.SolidFromContactDays ? Evidence.Fair
        : Evidence.Solid;

    private static void ThrowIfLater(Touchpoint extra, long asOfMicros)
    {
        if (extra.AtMicros > asOfMicros)
        {
            throw new ArgumentOutOfRangeException(nameof(extra), "The touchpoint is later than the instant asked about; it must not be.");
        }
    }

    private void ThrowIfForeign(TieState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!ReferenceEquals(state.Plan, plan))
        {
            state.Plan.Fingerprint.ThrowIfNot(plan.Fingerprint);
        }
    }
}
