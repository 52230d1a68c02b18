using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;

namespace RelationshipKit.Planning.Health;

/// <summary>The past of one contact: scores as of any instant, and days of contact with the facets they belong to.</summary>
internal sealed class TieHistory
{
    private readonly RelationshipScorer scorer;
    private readonly (LocalDate Date, Facet[] Facets)[] days;

    public TieHistory(Contact contact, ImmutableArray<Touchpoint> touchpoints, RelationshipScorer scorer)
    {
        Contact = contact;
        Touchpoints = touchpoints;
        this.scorer = scorer.For(contact);
        days =
        [
            .. from touchpoint in touchpoints
               where touchpoint.IsContact
               group touchpoint by touchpoint.At.InZone(scorer.Zone).Date into day
               orderby day.Key
               select (day.Key, FacetsOf(day)),
        ];
    }

    public Contact Contact { get; }

    public ImmutableArray<Touchpoint> Touchpoints { get; }

    public RelationshipScore ScoreAt(Instant instant) => scorer.ScoreAt(Touchpoints, instant);

    /// <summary>Counts the contact-days from a date to another, that one left out.</summary>
    public int DaysFrom(LocalDate start, LocalDate last) => days.Count(day => day.Date >= start && day.Date <= last);

    /// <summary>Counts the contact-days of so many days up to a date, itself included.</summary>
    public int DaysSince(LocalDate today, int spanDays) => days.Count(day => IsWithin(day.Date, today, spanDays));

    public IEnumerable<(Facet Facet, double Part)> FacetDays(LocalDate today, int spanDays) =>
        from day in days
        where IsWithin(day.Date, today, spanDays)
        from facet in day.Facets
        select (facet, 1.0 / day.Facets.Length);

    private static bool IsWithin(LocalDate date, LocalDate today, int spanDays) => date <= today && Period.DaysBetween(date, today) < spanDays;

    private Facet[] FacetsOf(IEnumerable<Touchpoint> day)
    {
        var told = day.Select(touchpoint => touchpoint.Facet).OfType<Facet>().Distinct().OrderBy(facet => facet.Name, StringComparer.Ordinal).ToArray();
        return told.Length > 0 ? told : [.. Contact.Facets];
    }
}
