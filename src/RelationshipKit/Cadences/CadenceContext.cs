using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;

namespace RelationshipKit;

/// <summary>What a cadence policy may know: the contact, the date to count from, today, and what happened.</summary>
/// <remarks>
/// <para>Made by the plan that resolves cadences, or by hand in a test. It may gain members; policies written today go on working.</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CadenceContext
{
    private readonly int depth;
    private AskedScore? asked;

    /// <summary>Initializes a new instance of the <see cref="CadenceContext"/> class.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="reference">
    /// The date to count from: that of the last qualifying touch, else the date the owner and the contact met.
    /// </param>
    /// <param name="today">The day it is, in the owner's zone.</param>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside 0001-01-01 to 9999-12-31.</exception>
    public CadenceContext(Contact contact, LocalDate reference, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Contact = contact;
        Reference = CadenceDates.Check(reference);
        Today = CadenceDates.Check(today);
        Start = reference;
    }

    private CadenceContext(CadenceContext other, LocalDate reference, ImmutableArray<Touchpoint> touchpoints, int? depth = null)
    {
        Contact = other.Contact;
        Facet = other.Facet;
        Reference = reference;
        Start = LocalDate.Min(other.Start, reference);
        Today = other.Today;
        Zone = other.Zone;
        Touchpoints = touchpoints;
        Rhythm = other.Rhythm;
        AsOf = other.AsOf;
        asked = other.asked;
        Policies = other.Policies;
        Wishes = other.Wishes;
        KnowsHistory = other.KnowsHistory;
        IsUnmet = other.IsUnmet;
        Qualifying = other.Qualifying;
        this.depth = depth ?? other.depth;
    }

    /// <summary>Gets the contact.</summary>
    public Contact Contact { get; }

    /// <summary>Gets the facet asked about; <see langword="null"/> for the whole person.</summary>
    public Facet? Facet { get; init; }

    /// <summary>Gets the date to count from, in the owner's zone: that of the last qualifying touch, else the date they met.</summary>
    /// <value>A touch qualifies if it was more than an attempt; <see cref="Cadence.Counting"/> asks for more.</value>
    public LocalDate Reference { get; }

    /// <summary>
    /// Gets the date a cadence of touches that never happened counts from: the date they met, or of their first touch, or of a fresh start.
    /// </summary>
    /// <value>The default is the reference. It is never after the reference.</value>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 0001-01-01 to 9999-12-31 or after the reference.</exception>
    public LocalDate Start
    {
        get;
        init
        {
            CadenceDates.Check(value, nameof(Start));
            if (value > Reference)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(Start), value,
                    $"The date is {CadenceWindow.Text(value)}; it must not come after the reference, {CadenceWindow.Text(Reference)}.");
            }

            field = value;
        }
    }

    /// <summary>Gets the day it is, in the owner's zone.</summary>
    public LocalDate Today { get; }

    /// <summary>Gets the owner's zone. The default is UTC.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>
    /// Gets the touchpoints with the contact, of the facet if one is asked about, in order of time and up to now, including attempts.
    /// </summary>
    public ImmutableArray<Touchpoint> Touchpoints
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets how often they are in touch, as far as that is known; the default knows nothing.</summary>
    public Rhythm Rhythm { get; init; }

    /// <summary>Gets the instant it is.</summary>
    /// <value>The start of today, or the last touchpoint if it came later, where nothing else is given.</value>
    public Instant AsOf
    {
        get => field != default ? field : LatestOf(Touchpoints, Time.LocalDays.StartOf(Today, Zone));
        init;
    }

    /// <summary>
    /// Gets the score of the tie at <see cref="AsOf"/>: of the facet asked about, else of the whole person. It is computed when a policy
    /// first asks for it, by the settings of the book.
    /// </summary>
    /// <value>Of a context made by hand, by the default settings from <see cref="Touchpoints"/>.</value>
    public RelationshipScore Score => AskedScore.Score;

    /// <summary>Gets the policies that have a name.</summary>
    public CadencePolicies Policies { get; init; } = CadencePolicies.Empty;

    /// <summary>
    /// Gets what the contact wishes for. A plan keeps the wishes whatever a policy asks for. A policy for a facet that the contact does not
    /// want to be approached about asks for nothing.
    /// </summary>
    public ContactWishes Wishes { get; init; } = ContactWishes.None;

    /// <summary>Gets what computes the score: by the settings of the book, or by the default ones in a context made by hand.</summary>
    internal AskedScore AskedScore
    {
        get => asked ??= new AskedScore(new RelationshipScorer(Ties.FoldSettings.Default, ScoreSettings.Default, Zone), Touchpoints, AsOf);
        init => asked = value;
    }

    /// <summary>Gets a value indicating whether the touchpoints are all there are, so that none means that there was none.</summary>
    internal bool KnowsHistory { get; init; }

    /// <summary>Gets a value indicating whether there is no day to count from.</summary>
    internal bool IsUnmet { get; init; }

    /// <summary>Gets which touches count, as said by the innermost policy around that says it.</summary>
    internal TouchpointFilter Qualifying { get; private init; } = TouchpointFilter.Any;

    /// <summary>Returns the date of an instant in the owner's zone.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The date, in the ISO calendar.</returns>
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>Finds the date of the last touchpoint that a condition holds for, not before <see cref="Start"/>.</summary>
    /// <param name="condition">The condition; it also sees attempts.</param>
    /// <returns>The date in the owner's zone; <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is <see langword="null"/>.</exception>
    public LocalDate? LastTouch(Predicate<Touchpoint> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return TouchDates.Last(Touchpoints, condition, Zone, Today) is { } date && date >= Start ? date : null;
    }

    /// <summary>Finds the date of the last touchpoint that satisfies a rule, not before <see cref="Start"/>.</summary>
    /// <param name="qualifying">The rule.</param>
    /// <returns>The date in the owner's zone; <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="qualifying"/> is <see langword="null"/>.</exception>
    public LocalDate? LastTouch(TouchpointFilter qualifying)
    {
        ArgumentNullException.ThrowIfNull(qualifying);
        return LastTouch(qualifying.Holds);
    }

    /// <summary>Returns the same context with another date to count from.</summary>
    /// <param name="reference">The date; the start is moved back to it if it comes before.</param>
    /// <returns>The context; this one if the date is the same.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside its range.</exception>
    internal CadenceContext CountedFrom(LocalDate reference)
    {
        CadenceDates.Check(reference);
        return reference == Reference ? this : new CadenceContext(this, reference, Touchpoints);
    }

    /// <summary>Returns the same for a policy that is asked within another; one that leads back to itself is soon too deep.</summary>
    /// <exception cref="InvalidOperationException">The policies are nested too deep.</exception>
    internal CadenceContext Within() => depth < StockCadence.DeepestNesting
        ? new CadenceContext(this, Reference, Touchpoints, depth + 1)
        : throw new InvalidOperationException(
            $"Policies are asked within one another more than {StockCadence.DeepestNesting} deep; one of them leads back to itself.");

    /// <summary>Returns the reference and today, which are not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"counted from {CadenceWindow.Text(Reference)}, on {CadenceWindow.Text(Today)}";

    private static Instant LatestOf(ImmutableArray<Touchpoint> touchpoints, Instant start) =>
        touchpoints is [.., var last] ? Instant.Max(start, last.At) : start;

    /// <summary>Returns the context of one facet: touchpoints of it and those without one, counted from the last of them.</summary>
    internal CadenceContext Counting(TouchpointFilter qualifying) => new(this, Reference, Touchpoints) { Qualifying = qualifying };

    internal CadenceContext OfFacet(Facet facet)
    {
        ImmutableArray<Touchpoint> own = [.. Touchpoints.Where(touchpoint => touchpoint.Facet is null || touchpoint.Facet == facet)];
        var last = TouchDates.Last(own, TouchpointFilter.Any.Holds, Zone, Today);
        return new CadenceContext(this, last is { } date && date > Start ? date : Start, own);
    }
}
