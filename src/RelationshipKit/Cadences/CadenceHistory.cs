using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Cadences;

/// <summary>What happened with a contact up to an instant: what a plan needs to resolve a cadence.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class CadenceHistory
{
    /// <summary>Initializes a new instance of the <see cref="CadenceHistory"/> class.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="touchpoints">
    /// The touchpoints with the contact in order of time, as a log gives them; what comes after <paramref name="asOf"/> is left out.
    /// </param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="zone">The owner's zone, which says which day an instant is.</param>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> or <paramref name="zone"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public CadenceHistory(Contact contact, ImmutableArray<Touchpoint> touchpoints, Instant asOf, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(zone);
        Contact = contact;
        AsOf = Time.SupportedTime.Floor(asOf);
        Zone = zone;
        var known = touchpoints.IsDefault ? [] : touchpoints;
        var count = known.Length;
        while (count > 0 && known[count - 1].At > AsOf)
        {
            count--;
        }

        Touchpoints = count == known.Length ? known : known[..count];
    }

    /// <summary>Gets the contact.</summary>
    public Contact Contact { get; }

    /// <summary>Gets the facet asked about, to which the touchpoints belong; <see langword="null"/> for the whole person.</summary>
    public Facet? Facet { get; init; }

    /// <summary>Gets the touchpoints up to the instant, in order of time.</summary>
    public ImmutableArray<Touchpoint> Touchpoints { get; }

    /// <summary>Gets the instant of the question, floored to whole microseconds.</summary>
    public Instant AsOf { get; }

    /// <summary>Gets the owner's zone.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Gets how often they are in touch, from the score; the default knows nothing.</summary>
    public Rhythm Rhythm { get; init; }

    /// <summary>Gets what computes the score of the tie at the instant, if a policy asks for it.</summary>
    internal AskedScore? AskedScore { get; init; }

    /// <summary>Gets the day of the instant in the owner's zone.</summary>
    public LocalDate Today => DateOf(AsOf);

    /// <summary>Gets the day of the last touchpoint that was more than an attempt; <see langword="null"/> if there is none.</summary>
    public LocalDate? LastTouch
    {
        get
        {
            return TouchDates.Last(Touchpoints, TouchpointFilter.Any.Holds, Zone, Today);
        }
    }

    /// <summary>
    /// Gets the day they met, as far as that is known, else that of the first touchpoint that was more than an attempt;
    /// <see langword="null"/> if there is neither.
    /// </summary>
    /// <value>For a year or a month it is the last day: nobody is called late for a day that is not known.</value>
    public LocalDate? FirstMet
    {
        get
        {
            var met = Contact.Origin?.When is { Year: { } year } when
                ? when.Month is { } month
                    ? new LocalDate(year, month, when.Day ?? CalendarSystem.Iso.GetDaysInMonth(year, month))
                    : new LocalDate(year, 12, 31)
                : (LocalDate?)null;
            var first = Touchpoints.FirstOrDefault(touchpoint => touchpoint.IsContact) is { } touchpoint
                ? DateOf(touchpoint.At)
                : (LocalDate?)null;
            return met is { } day && (first is null || day < first) ? day : first;
        }
    }

    /// <summary>Returns what is known of a tie at an instant: its touchpoints, its rhythm, and its score for policies that ask.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="touchpoints">The touchpoints with the contact in order of time.</param>
    /// <param name="state">The state of these touchpoints.</param>
    /// <param name="scorer">The scorer of the contact: <see cref="RelationshipScorer.For"/> was asked already.</param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="facet">The facet to which the touchpoints belong; <see langword="null"/> for the whole person.</param>
    internal static CadenceHistory Of(
        Contact contact, ImmutableArray<Touchpoint> touchpoints, TieState state, RelationshipScorer scorer, Instant asOf,
        Facet? facet = null) =>
        new(
            contact, touchpoints, asOf, scorer.Zone) { Facet = facet, Rhythm = scorer.RhythmAt(state, asOf),
            AskedScore = new AskedScore(scorer, state, asOf) };

    /// <summary>Returns the history right after touches that are only imagined, in order of time. They do not change the rhythm.</summary>
    internal CadenceHistory After(RelationshipScorer scorer, params ReadOnlySpan<Touchpoint> touches)
    {
        var known = Touchpoints.AddRange(touches);
        return new CadenceHistory(
            Contact, known, touches[^1].At, Zone) { Rhythm = Rhythm, AskedScore = new AskedScore(scorer, known, touches[^1].At) };
    }

    /// <summary>Returns the day, which is not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{Touchpoints.Length} touchpoints up to {CadenceWindow.Text(Today)}";

    private LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;
}
