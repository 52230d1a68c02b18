using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Health;

/// <summary>Reads the health of a network, contact by contact.</summary>
internal sealed class HealthReader
{
    private readonly Instant asOf;
    private readonly ITouchpointReader touchpoints;
    private readonly RelationshipScorer scorer;
    private readonly CadenceRules plan;
    private readonly LocalDate today;
    private readonly HealthSpan[] months;
    private readonly Instant[] instants;
    private readonly TieHistory[] ties;

    public HealthReader(Contact[] contacts, ITouchpointReader touchpoints, RelationshipScorer scorer, CadenceRules plan, Instant asOf)
    {
        this.asOf = SupportedTime.Floor(asOf);
        this.touchpoints = touchpoints;
        this.scorer = scorer;
        this.plan = plan;
        today = this.asOf.InZone(scorer.Zone).Date;
        months = [.. HealthSpan.Of(today, this.asOf, scorer.Zone)];
        instants = [.. months.Select(month => month.Until).Append(DaysAgo(NetworkHealth.RecentDays)).Append(this.asOf).Distinct().Order()];
        var since = months.Select(month => month.First)
            .Append(CadenceDates.Plus(today, -NetworkHealth.YearDays) ?? CadenceWindow.FirstDate)
            .Min();
        ties =
        [
            .. contacts.Select(
                contact =>
                    new TieHistory(
                        contact, touchpoints, [.. touchpoints.Of(contact).Where(touchpoint => touchpoint.At <= this.asOf)], scorer,
                        instants, since)),
        ];
    }

    public NetworkHealth Read()
    {
        var now = At(asOf);
        return new NetworkHealth(
            asOf,
            [.. Circles()],
            HillNumbers.Of(now.Select(moment => moment.Expected.Value)),
            [.. Facets()],
            Drift(now, At(DaysAgo(NetworkHealth.RecentDays))),
            [.. Trend()]);
    }

    private IEnumerable<CircleHealth> Circles() =>
        from tie in ties
        group tie by tie.Contact.Circle into circle
        orderby circle.Key is null, circle.Key?.AdvisedCapacity, circle.Key?.Name
        select new CircleHealth(
            circle.Key,
            circle.Count(),
            circle.Count(tie => tie.DaysSince(today, NetworkHealth.RecentDays) > 0),
            circle.Sum(IntendedPerMonth),
            circle.Sum(tie => tie.DaysSince(today, NetworkHealth.RecentDays)) * ExpectedContacts.HorizonDays / NetworkHealth.RecentDays);

    private double IntendedPerMonth(TieHistory tie)
    {
        var state = scorer.StateOf(touchpoints, tie.Contact, asOf);
        var resolution = plan.Resolve(CadenceHistory.Of(tie.Contact, tie.Touchpoints, state, scorer.For(tie.Contact), asOf));
        return resolution is { Window: { } window, Reference: { } reference, IsResting: false }
            ? ExpectedContacts.HorizonDays / Math.Max(1, Period.DaysBetween(reference, window.Ideal))
            : 0;
    }

    // Days of a tie are those of its contact: a day told for two facets is shared between them, never counted twice.
    private IEnumerable<FacetShare> Facets()
    {
        var days = new SortedDictionary<string, (Facet Facet, double Days)>(StringComparer.Ordinal);
        foreach (var facet in ties.SelectMany(tie => tie.Contact.Facets))
        {
            days[facet.Name] = (facet, 0);
        }

        foreach (var (facet, part) in ties.SelectMany(tie => tie.FacetDays(today, NetworkHealth.YearDays)))
        {
            days[facet.Name] = (facet, days.GetValueOrDefault(facet.Name).Days + part);
        }

        var total = days.Values.Sum(facet => facet.Days);
        return days.Values
            .Select(facet => new FacetShare(facet.Facet, facet.Days, total > 0 ? facet.Days / total : 0))
            .OrderByDescending(facet => facet.ContactDays)
            .ThenBy(facet => facet.Facet.Name, StringComparer.Ordinal);
    }

    private static TieDrift Drift((ExpectedContacts Expected, int ContactDays)[] now, (ExpectedContacts Expected, int ContactDays)[] before)
    {
        var (deepening, steady, fading) = (0, 0, 0);
        for (var i = 0; i < now.Length; i++)
        {
            if (now[i].ContactDays > 0)
            {
                var change = now[i].Expected.Strength.Value - before[i].Expected.Strength.Value;
                deepening += change > NetworkHealth.DriftBand ? 1 : 0;
                fading += change < -NetworkHealth.DriftBand ? 1 : 0;
                steady += Math.Abs(change) <= NetworkHealth.DriftBand ? 1 : 0;
            }
        }

        return new TieDrift(deepening, steady, fading);
    }

    private IEnumerable<HealthMonth> Trend() =>
        from month in months
        let then = At(month.Until)
        select new HealthMonth(
            month.First.ToYearMonth(),
            ties.Sum(tie => tie.DaysFrom(month.First, month.Last)),
            then.Count(moment => moment.Expected.Strength.Value >= NetworkHealth.LivingStrength),
            then.Sum(moment => moment.Expected.Value),
            HillNumbers.Of(then.Select(moment => moment.Expected.Value)));

    private (ExpectedContacts Expected, int ContactDays)[] At(Instant instant)
    {
        var index = Array.BinarySearch(instants, instant);
        return [.. ties.Select(tie => tie.Moments[index])];
    }

    private Instant DaysAgo(int days) =>
        SupportedTime.FromMicros(Math.Max(SupportedTime.FirstMicros, SupportedTime.ToMicros(asOf) - (days * 86_400_000_000L)));
}
