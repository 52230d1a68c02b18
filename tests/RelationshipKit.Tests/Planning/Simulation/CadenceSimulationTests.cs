using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Planning.Simulation;

public class CadenceSimulationTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada");
    private static readonly CadenceRules TenDays = new() { Policy = Cadence.Every(Period.FromDays(10)) };
    private static readonly SimulationSettings Certain =
        SimulationSettings.Default with { ReachShare = 1, AnswerShare = 1, TheirShare = 0, Weeks = 4 };

    [Fact]
    public void Run_OfACertainOwner_ReachesOutOnEachIdealDate()
    {
        // Last in touch on 2 March: 12 and 22 March; the weeks begin on 3, 10, 17 and 24 March.
        var simulation = Run(TenDays, Certain);

        Assert.Equal(
            [new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 17), new LocalDate(2026, 3, 24)],
            simulation.Weeks.Select(week => week.FirstDay));
        Assert.Equal([(0, 0), (1, 1), (1, 1), (0, 0)], simulation.Weeks.Select(week => (week.Due, week.Reached)));
        Assert.Equal(
            (2, 2, 0, 2),
            (simulation.Reached, simulation.Contacts[0].Answered, simulation.Contacts[0].Theirs, simulation.Contacts[0].DueDays));
        Assert.Equal((0.5, new LocalDate(2026, 3, 10)), (simulation.MeanPerWeek, simulation.Peak.FirstDay));
        Assert.Empty(simulation.NeverReached);
    }

    [Fact]
    public void Run_OfAnOwnerWhoNeverReachesOut_HasThemDueFromTheIdealDateOn()
    {
        var simulation = Run(TenDays, Certain with { ReachShare = 0 });

        Assert.Equal([0, 1, 1, 1], simulation.Weeks.Select(week => week.Due));
        Assert.Equal((0, 19), (simulation.Reached, simulation.Contacts[0].DueDays));
        Assert.Equal([Ada.Id], simulation.NeverReached);
        Assert.Equal([Ada.Id], simulation.NeverInTouch);
    }

    [Fact]
    public void Run_OfThoseWhoNeverAnswer_BacksOff()
    {
        var plan = TenDays with { Policy = Cadence.BackOff(TenDays.Policy!, factor: 1, mostUnanswered: 2) };
        var settings = Certain with { Weeks = 20 };

        Assert.Equal(
            (2, 0),
            (Run(plan, settings with { AnswerShare = 0 }).Reached, Run(plan, settings with { AnswerShare = 0 }).Contacts[0].Answered));
        Assert.Equal(14, Run(plan, settings).Reached);
    }

    [Fact]
    public void Run_OfThoseWhoComeForward_NeedsFewerTouches()
    {
        // Known every 2 days: they come forward on about half of the days, and ten days without it are rare.
        ImmutableArray<Touchpoint> often =
            [.. Enumerable.Range(0, 20).Select(i => Touch(AsOf - Duration.FromDays(2 * (20 - i)), Channel.Message))];
        var simulation = Run(TenDays, Certain with { TheirShare = 1, Weeks = 52 }, often);

        Assert.InRange(simulation.Contacts[0].Theirs, 100, 364);
        Assert.True(simulation.Reached < 18, simulation.ToString());
        Assert.Equal(36, Run(TenDays, Certain with { Weeks = 52 }, often).Reached);
    }

    [Fact]
    public void Run_UnderALimit_TakesTheLongestDueFirst()
    {
        var (bob, cy) = (new Contact(ContactId.FromValue("bob"), "Bob"), new Contact(ContactId.FromValue("cy"), "Cy"));
        (Contact, ImmutableArray<Touchpoint>)[] ties =
        [
            (Ada, [Touch(AsOf - Duration.FromDays(20), Channel.Message)]),
            (bob, [new Touchpoint(bob.Id, AsOf - Duration.FromDays(50), Channel.Message, Direction.Mutual)]),
            (cy, [new Touchpoint(cy.Id, AsOf - Duration.FromDays(30), Channel.Message, Direction.Mutual)]),
        ];
        var settings = Certain with { Weeks = 1, MostPerWeek = 2 };
        var simulation = CadenceSimulation.Run(TenDays, Scorer(DateTimeZone.Utc), ties, AsOf, settings);

        Assert.Equal([0, 1, 1], simulation.Contacts.Select(contact => contact.Reached));
        Assert.Equal((3, 2), (simulation.Weeks[0].Due, simulation.Weeks[0].Reached));
        Assert.Equal(3, CadenceSimulation.Run(TenDays, Scorer(DateTimeZone.Utc), ties, AsOf, settings with { MostPerWeek = null }).Reached);
        Assert.Equal(0, CadenceSimulation.Run(TenDays, Scorer(DateTimeZone.Utc), ties, AsOf, settings with { MostPerWeek = 0 }).Reached);
    }

    [Fact]
    public void Run_OfACadenceOfSomeChannel_ReachesOutByIt()
    {
        var plan = new CadenceRules
        {
            Policy = Cadence.Counting(
                Cadence.Every(Period.FromDays(10)),
                new TouchpointFilter { Channels = [Channel.Letter], Gestures = [Gesture.Thank], MustBeAnswered = true })
        };

        Assert.Equal(2, Run(plan, Certain).Reached - Run(plan, Certain with { Weeks = 1 }).Reached);
        Assert.True(Run(plan, Certain with { AnswerShare = 0 }).Reached > 10);
    }

    [Fact]
    public void Run_UnderPausesAndWishes_FollowsThePlan()
    {
        Assert.Equal(0, Run(TenDays.With(Suspension.Pause(null, new LocalDate(2026, 3, 5))), Certain).Reached);
        Assert.Equal(1, Run(TenDays.WithWishes(Ada.Id, new ContactWishes { AtMostEvery = Period.FromDays(20) }), Certain).Reached);
        Assert.Equal([Ada.Id], Run(CadenceRules.Empty, Certain).NeverReached);
    }

    [Fact]
    public void Run_AcrossADayThatTheZoneSkips_GoesOn()
    {
        var apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var asOf = Instant.FromUtc(2011, 12, 20, 20, 0);
        var daily = new CadenceRules { Policy = Cadence.Every(Period.FromDays(1)) };
        var simulation = CadenceSimulation.Run(daily, Scorer(apia), [(Ada, [Touch(asOf, Channel.Message)])], asOf, Certain);

        Assert.Equal(4, simulation.Weeks.Length);
        Assert.InRange(simulation.Reached, 26, 28);
    }

    [Fact]
    public void Run_WhatIsYetToCome_IsLeftOut()
    {
        ImmutableArray<Touchpoint> planned = [Touch(AsOf, Channel.Message), Touch(AsOf + Duration.FromDays(9), Channel.InPerson)];

        Assert.Equal([(0, 0), (1, 1), (1, 1), (0, 0)], Run(TenDays, Certain, planned).Weeks.Select(week => (week.Due, week.Reached)));
    }

    [Fact]
    public void Run_PastTheEndOfTime_IsRefused()
    {
        var late = Instant.FromUtc(9999, 12, 1, 0, 0);

        Assert.Throws<ArgumentOutOfRangeException>(
            "asOf", () => CadenceSimulation.Run(TenDays, Scorer(DateTimeZone.Utc), [(Ada, [])], late, SimulationSettings.Default));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void Settings_SharesOutOfRange_AreRefused(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>("ReachShare", () => SimulationSettings.Default with { ReachShare = share });
        Assert.Throws<ArgumentOutOfRangeException>("AnswerShare", () => SimulationSettings.Default with { AnswerShare = share });
        Assert.Throws<ArgumentOutOfRangeException>("TheirShare", () => SimulationSettings.Default with { TheirShare = share });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(521)]
    public void Settings_WeeksOutOfRange_AreRefused(int weeks) =>
        Assert.Throws<ArgumentOutOfRangeException>("Weeks", () => SimulationSettings.Default with { Weeks = weeks });

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Settings_LimitOutOfRange_IsRefused(int most) =>
        Assert.Throws<ArgumentOutOfRangeException>("MostPerWeek", () => SimulationSettings.Default with { MostPerWeek = most });

    internal static RelationshipScorer Scorer(DateTimeZone zone) => new(FoldSettings.Default, ScoreSettings.Default, zone);

    private static Touchpoint Touch(Instant at, Channel channel) => new(Ada.Id, at, channel, Direction.Mutual);

    private static CadenceSimulation Run(
        CadenceRules plan, SimulationSettings settings, ImmutableArray<Touchpoint> touchpoints = default) =>
        CadenceSimulation.Run(
            plan, Scorer(DateTimeZone.Utc), [(Ada, touchpoints.IsDefault ? [Touch(AsOf, Channel.Message)] : touchpoints)], AsOf, settings);
}
