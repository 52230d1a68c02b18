using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Health;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Health;

public class NetworkHealthTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly Contact Ada = new(
        ContactId.FromValue("ada"), "Ada") { Circle = Circle.Inner, Facets = [Facet.Personal, Facet.Professional] };
    private static readonly Contact Ben = new(ContactId.FromValue("ben"), "Ben") { Circle = Circle.Inner, Facets = [Facet.Family] };
    private static readonly Contact Cai = new(ContactId.FromValue("cai"), "Cai");

    [Fact]
    public void Circles_AreCountedAgainstTheirCapacity()
    {
        var health = Of([Ada, Ben, Cai], Met(Ada, 10), Met(Cai, 89), Met(Ben, 91));

        Assert.Equal([Circle.Inner, null], health.Circles.Select(circle => circle.Circle));
        Assert.Equal((2, 1, 0), (health.Circles[0].Contacts, health.Circles[0].InTouch, health.Circles[0].BeyondCapacity));
        Assert.Equal((1, 1, 0), (health.Circles[1].Contacts, health.Circles[1].InTouch, health.Circles[1].BeyondCapacity));
    }

    [Fact]
    public void Circles_BeyondTheirCapacity_SayByHowMany()
    {
        var tiny = Circle.Create("tiny", 1);

        Assert.Equal(
            2, Of([Ada with { Circle = tiny }, Ben with { Circle = tiny }, Cai with { Circle = tiny }]).Circles.Single().BeyondCapacity);
    }

    [Fact]
    public void PerMonth_IntendedAndActual_AreInThirtyDays()
    {
        var circle = Of(
            Cadence.Every(Period.FromDays(10)), [Ada], Met(Ada, 1), Met(Ada, 1.1), Met(Ada, 40), Met(Ada, 200)).Circles.Single();

        // Two contact-days in 90 days; one touch wanted every ten days.
        Assert.Equal(2 / 3.0, circle.ActualPerMonth, 1e-12);
        Assert.Equal(3, circle.IntendedPerMonth, 1e-12);
    }

    [Fact]
    public void PerMonth_WhileEverybodyRests_NothingIsIntended()
    {
        var log = new TouchpointLog();
        log.Add(Met(Ada, 1));
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)) };
        var resting = plan.With(Suspension.Pause(null, new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 9)));

        Assert.Equal(3, NetworkHealth.Of([Ada], log, Scorer(), plan, AsOf).IntendedPerMonth, 1e-12);
        Assert.Equal(0, NetworkHealth.Of([Ada], log, Scorer(), resting, AsOf).IntendedPerMonth);
    }

    [Fact]
    public void PerMonth_WithoutAPolicy_NothingIsIntended() => Assert.Equal(0, Of([Ada], Met(Ada, 1)).IntendedPerMonth);

    [Fact]
    public void Facets_DayWithoutAFacet_IsSharedAmongThoseOfTheContact()
    {
        var health = Of([Ada, Ben], Met(Ada, 1), Met(Ada, 2) with { Facet = Facet.Professional }, Met(Ben, 3), Met(Ben, 366));

        Assert.Equal(
            [(Facet.Professional, 1.5), (Facet.Family, 1.0), (Facet.Personal, 0.5)],
            health.Facets.Select(facet => (facet.Facet, facet.ContactDays)));
        Assert.Equal([0.5, 1 / 3.0, 1 / 6.0], health.Facets.Select(facet => facet.Share), (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.Equal(3, health.FacetBalance.Ties);
    }

    [Fact]
    public void Facets_DayToldForTwoFacets_CountsOnce()
    {
        var day = Met(Ada, 1);
        var health = Of([Ada], day with { Facet = Facet.Personal }, day with { Facet = Facet.Professional, Channel = Channel.Voice });

        Assert.Equal(1, health.Facets.Sum(facet => facet.ContactDays));
    }

    [Fact]
    public void Facets_OfAContactWithoutContact_AreThereWithNothing() =>
        Assert.Equal([(Facet.Family, 0.0)], Of([Ben]).Facets.Select(facet => (facet.Facet, facet.Share)));

    [Fact]
    public void Effective_IsThatOfTheLambdas()
    {
        var health = Of([Ada, Ben, Cai], Met(Ada, 5), Met(Ben, 5));

        Assert.Equal(2, health.Effective.Ties);
        Assert.Equal(2, health.Effective.N1, 1e-12);
    }

    [Fact]
    public void Drift_NewOldAndUntouched_AreToldApart()
    {
        var health = Of([Ada, Ben, Cai], Met(Ada, 1), Met(Ben, 91));

        Assert.Equal((1, 0, 1), (health.Drift.Deepening, health.Drift.Steady, health.Drift.Fading));
        Assert.Equal(0.5, health.Drift.DeepeningShare);
        Assert.Equal(1, Of([Ada], Met(Ada, 1_000)).Drift.Steady);
    }

    [Fact]
    public void Trend_TwelveMonths_EndWithThePresentOne()
    {
        var trend = Of([Ada], Met(Ada, 1), Met(Ada, 29), Met(Ada, 30), Met(Ada, 370)).Trend;

        Assert.Equal(NetworkHealth.Months, trend.Length);
        Assert.Equal([new YearMonth(2025, 4), new YearMonth(2026, 3)], [trend[0].Month, trend[^1].Month]);
        Assert.Equal((1, 1), (trend[^1].ContactDays, trend[^1].LivingTies));
        Assert.Equal(1, trend[^2].ContactDays);
        Assert.Equal(1, trend[^3].ContactDays);
        Assert.Equal((0, 0), (trend[0].ContactDays, trend[0].LivingTies));
        Assert.Equal(Told.By(Of([Ada], Met(Ada, 1), Met(Ada, 29), Met(Ada, 30), Met(Ada, 370)).Effective), Told.By(trend[^1].Effective));
    }

    [Fact]
    public void Trend_MonthGoneBy_IsToldAsOfItsEnd()
    {
        var health = Of([Ada], Met(Ada, 20));
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, Zone);
        var endOfFebruary = Instant.FromUtc(2026, 3, 1, 0, 0) - Duration.FromNanoseconds(1_000);

        Assert.Equal(scorer.ScoreAt([Met(Ada, 20)], endOfFebruary).ExpectedContacts, health.Trend[^2].ExpectedContacts);
    }

    [Fact]
    public void Of_TheFuture_DoesNotCount() =>
        Assert.Equal(Of([Ada], Met(Ada, 3)).ToString(), Of([Ada], Met(Ada, 3), Met(Ada, -1)).ToString());

    [Fact]
    public void Of_AttemptsOnly_IsNobodyInTouch()
    {
        var health = Of([Ada], Met(Ada, 3) with { Outcome = Outcome.Attempted });

        Assert.Equal((0, 0, 0), (health.Circles.Single().InTouch, health.Effective.Ties, health.Drift.Steady));
    }

    [Fact]
    public void Of_AtTheEndsOfTime_StillAnswers()
    {
        Assert.Empty(NetworkHealth.Of([Ada], new TouchpointLog(), Scorer(), CadenceRules.Empty, Instant.FromUtc(1, 1, 2, 0, 0)).Trend);
        Assert.Equal(
            NetworkHealth.Months,
            NetworkHealth.Of([Ada], new TouchpointLog(), Scorer(), CadenceRules.Empty, Instant.FromUtc(9999, 12, 29, 0, 0)).Trend.Length);
    }

    [Fact]
    public void Of_ContactsInAnyOrder_AreTheSame()
    {
        Touchpoint[] touchpoints = [Met(Ada, 1), Met(Ben, 33.3), Met(Cai, 80), Met(Ada, 150)];
        var (one, other) = (Of([Ada, Ben, Cai], touchpoints), Of([Cai, Ada, Ben], touchpoints));

        Assert.Equal(Told.By(one), Told.By(other));
    }

    private static Touchpoint Met(Contact contact, double daysAgo) =>
        new(contact.Id, AsOf - Duration.FromDays(daysAgo), Channel.InPerson, Direction.Mutual);

    private static NetworkHealth Of(Contact[] contacts, params Touchpoint[] touchpoints) => Of(Cadence.Never, contacts, touchpoints);

    private static NetworkHealth Of(ICadencePolicy policy, Contact[] contacts, params Touchpoint[] touchpoints)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            Assert.Equal(AddResult.Added, log.Add(touchpoint));
        }

        return NetworkHealth.Of(contacts, log, Scorer(), new CadenceRules { Policy = policy }, AsOf);
    }

    private static RelationshipScorer Scorer() => new(FoldSettings.Default, ScoreSettings.Default, Zone);
}
