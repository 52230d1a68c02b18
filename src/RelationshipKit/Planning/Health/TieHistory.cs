using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Health;

/// <summary>The past of one contact: the tie as of several instants, and days of contact with the facets they belong to.</summary>
internal sealed class TieHistory
{
    private readonly (LocalDate Date, Facet[] Facets)[] days;

    /// <summary>Initializes a new instance of the <see cref="TieHistory"/> class.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="all">The touchpoints of everybody, which may know what is left of forgotten ones.</param>
    /// <param name="touchpoints">The touchpoints with the contact in order of time; those after the last instant count nowhere.</param>
    /// <param name="scorer">What scores ties.</param>
    /// <param name="instants">The instants asked about, in order of time.</param>
    /// <param name="since">The first date whose days of contact are asked about.</param>
    public TieHistory(
        Contact contact, ITouchpointReader all, ImmutableArray<Touchpoint> touchpoints, RelationshipScorer scorer,
        IReadOnlyCollection<Instant> instants, LocalDate since)
    {
        Contact = contact;
        Touchpoints = touchpoints;
        var walk = scorer.For(contact).WalkOf(all, contact, touchpoints);
        Moments = [.. instants.Select(instant => (Expected: walk.At(instant, out var contactDays), ContactDays: contactDays))];
        days =
        [
            .. from touchpoint in Since(touchpoints, since, scorer.Zone)
               where touchpoint.IsContact
               group touchpoint by touchpoint.At.InZone(scorer.Zone).Date into day
               orderby day.Key
               select (day.Key, FacetsOf(day)),
        ];
    }

    public Contact Contact { get; }

    public ImmutableArray<Touchpoint> Touchpoints { get; }

    /// <summary>Gets the tie as of each instant.</summary>
    public (ExpectedContacts Expected, int ContactDays)[] Moments { get; }

    /// <summary>Counts the contact-days from a date to another, that one left out.</summary>
    public int DaysFrom(LocalDate start, LocalDate last) => days.Count(day => day.Date >= start && day.Date <= last);

    /// <summary>Counts the contact-days of so many days up to a date, itself included.</summary>
    public int DaysSince(LocalDate today, int spanDays) => days.Count(day => IsWithin(day.Date, today, spanDays));

    public IEnumerable<(Facet Facet, double Part)> FacetDays(LocalDate today, int spanDays) =>
        from day in days
        where IsWithin(day.Date, today, spanDays)
        from facet in day.Facets
        select (facet, 1.0 / day.Facets.Length);

    private static IEnumerable<Touchpoint> Since(ImmutableArray<Touchpoint> touchpoints, LocalDate since, DateTimeZone zone)
    {
        var start = LocalDays.StartOf(since, zone);
        var first = touchpoints.Length;
        while (first > 0 && touchpoints[first - 1].At >= start)
        {
            first--;
        }

        return touchpoints.Skip(first);
    }

    private static bool IsWithin(LocalDate date, LocalDate today, int spanDays) =>
        date <= today && Period.DaysBetween(date, today) < spanDays;

    private Facet[] FacetsOf(IEnumerable<Touchpoint> day)
    {
        var told = day.Select(
            touchpoint => touchpoint.Facet).OfType<Facet>().Distinct().OrderBy(facet => facet.Name, StringComparer.Ordinal).ToArray();
        return told.Length > 0 ? told : [.. Contact.Facets];
    }
}
