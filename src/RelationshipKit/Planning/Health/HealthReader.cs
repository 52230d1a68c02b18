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
    private readonly RelationshipScorer scorer;
    private readonly CadenceRules plan;
    private readonly LocalDate today;
    private readonly TieHistory[] ties;

    public HealthReader(Contact[] contacts, ITouchpointReader touchpoints, RelationshipScorer scorer, CadenceRules plan, Instant asOf)
    {
        this.asOf = SupportedTime.Floor(asOf);
        this.scorer = scorer;
        this.plan = plan;
        today = this.asOf.InZone(scorer.Zone).Date;
        ties = [.. contacts.Select(contact => new TieHistory(contact, [.. touchpoints.Of(contact).Where(touchpoint => touchpoint.At <= this.asOf)], scorer))];
    }

    public NetworkHealth Read()
    {
        var now = ties.Select(tie => tie.ScoreAt(asOf)).ToArray();
        return new NetworkHealth(
            asOf,
            [.. Circles()],
            HillNumbers.Of(now.Select(score => score.ExpectedContacts)),
            [.. Facets()],
            Drift(now),
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
        var resolution = plan.Resolve(new CadenceHistory(tie.Contact, tie.Touchpoints, asOf, scorer.Zone) { Rhythm = tie.ScoreAt(asOf).Rhythm });
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

    private TieDrift Drift(RelationshipScore[] now)
    {
        var (deepening, steady, fading) = (0, 0, 0);
        for (var i = 0; i < ties.Length; i++)
        {
            if (now[i].Evidence != Evidence.None)
            {
                var change = now[i].Strength.Value - ties[i].ScoreAt(DaysAgo(NetworkHealth.RecentDays)).Strength.Value;
                deepening += change > NetworkHealth.DriftBand ? 1 : 0;
                fading += change < -NetworkHealth.DriftBand ? 1 : 0;
                steady += Math.Abs(change) <= NetworkHealth.DriftBand ? 1 : 0;
            }
        }

        return new TieDrift(deepening, steady, fading);
    }

    private IEnumerable<HealthMonth> Trend()
    {
        var first = today.With(DateAdjusters.StartOfMonth);
        for (var back = NetworkHealth.Months - 1; back >= 0; back--)
        {
            // No months before the first supported date.
            if (Period.DaysBetween(CadenceWindow.FirstDate, first) < 31 * (back + 1))
            {
                continue;
            }

            var start = first.PlusMonths(-back);

            // The present month ends where it stands; the one after it may lie past the last date there is.
            var last = back == 0 ? today : start.With(DateAdjusters.EndOfMonth);
            var until = back == 0 ? asOf : LocalDays.StartOf(last.PlusDays(1), scorer.Zone) - Duration.FromNanoseconds(1_000);
            var scores = ties.Select(tie => tie.ScoreAt(until)).ToArray();
            yield return new HealthMonth(
                start.ToYearMonth(),
                ties.Sum(tie => tie.DaysFrom(start, last)),
                scores.Count(score => score.Strength.Value >= NetworkHealth.LivingStrength),
                scores.Sum(score => score.ExpectedContacts),
                HillNumbers.Of(scores.Select(score => score.ExpectedContacts)));
        }
    }

    private Instant DaysAgo(int days) => SupportedTime.FromMicros(Math.Max(SupportedTime.FirstMicros, SupportedTime.ToMicros(asOf) - (days * 86_400_000_000L)));
}
