using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Weeks;

/// <summary>Why an item is in a plan: the policy that won with its number, and the fact behind the gesture.</summary>
public class PlanReasonTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Contact Ada = new("ada", "Ada");
    private static readonly CadenceRules Fortnightly = new() { Policy = Cadence.Every(Period.FromWeeks(2)) };

    [Fact]
    public void Reason_AnInterval_SaysThePolicyAndHowLongAgo()
    {
        var item = Plan(Ada, Fortnightly, Touch(24), Touch(40));

        Assert.Equal((PlanReasonCode.PastLatest, 24, 14), (item.Reason.Code, item.Reason.Count, item.Reason.Days));
        Assert.StartsWith("every 2 weeks, 24 days ago; ", item.Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_NobodyTouchedYet_SaysTheDayCountedFrom()
    {
        var reason = Plan(Ada with { AddedOn = Monday.PlusDays(-14) }, Fortnightly).Reason;

        Assert.Equal((null, Monday.PlusDays(-14), true), (reason.Count, reason.CountedFrom, reason.IsNeverYet));
        Assert.StartsWith("every 2 weeks, never yet, counted from 2026-02-16; ", reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_OnlyTouchesThatDoNotCount_AreNoTouchYet()
    {
        var meetings = new CadenceRules
        {
            Policy = Cadence.Counting(Cadence.Every(Period.FromWeeks(2)), TouchpointFilter.By(Channel.InPerson)),
        };

        var reason = Plan(Ada, meetings, Touch(24), Touch(3)).Reason;

        Assert.Null(reason.Count);
        Assert.False(reason.IsNeverYet);
        Assert.Contains(", nothing yet that counts, counted from 2026-02-06; ", reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_AFreshStart_SaysTheDayCountedFrom()
    {
        var reason = Plan(Ada, Fortnightly.WithFreshStart(Ada.Id, Monday.PlusDays(-14)), Touch(40)).Reason;

        Assert.Equal((40, Monday.PlusDays(-14)), (reason.Count, reason.CountedFrom));
        Assert.StartsWith("every 2 weeks, counted from 2026-02-16; ", reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_TheUsualGap_SaysTheGap()
    {
        var reason = Plan(
            Ada, new CadenceRules { Policy = Cadence.FromRhythm(5, 90) },
            [.. Enumerable.Range(0, 6).Select(i => Touch(12 + (10 * i)))]).Reason;

        Assert.InRange(reason.Days!.Value, 9, 12);
        Assert.StartsWith(
            $"as often as usual, every 5 to 90 days, here {reason.Days} days, 12 days ago; ", reason.ToString(), StringComparison.Ordinal);
    }

    // After a season nobody waits for an answer any more.
    [Theory]
    [InlineData(89, Gesture.FollowUp)]
    [InlineData(90, Gesture.CheckIn)]
    public void Gesture_AMessageWithoutAnAnswer_IsFollowedUpForASeason(int daysAgo, Gesture gesture)
    {
        var item = Plan(Ada, Fortnightly, Touch(daysAgo) with { Direction = Direction.Incoming }, Touch(daysAgo + 5), Touch(daysAgo + 9));

        Assert.Equal(gesture, item.Gesture);
        Assert.Equal(gesture == Gesture.FollowUp, item.Notes.Any(note => note.Code == PlanReasonCode.ForMessage));
    }

    [Fact]
    public void Notes_OfAGentleWeek_SayHowManyDatesPassItsSteps()
    {
        var occasion = new Occasion(OccasionKind.Birthday, PartialDate.FromDate(new LocalDate(1990, 3, 4)));
        var people = Enumerable.Range(0, 4).Select(i => new Contact($"c{i}", "C") { Occasions = [occasion] }).ToArray();
        var book = RelationshipBook.Create(DateTimeZone.Utc, Cadence.Occasions(0, 3)).Add(people).OrThrow();

        var plan = book.PlanWeek(AsOf, Monday, new PlanSettings { IsGentle = true });

        Assert.Equal(4, plan.Items.Length);
        Assert.Equal([PlanReasonCode.Gentle, PlanReasonCode.DatesBeside], plan.Notes.Select(note => note.Code));
        Assert.Equal("4 dates are kept beside the steps", plan.Notes[1].ToString());
        Assert.Single(book.PlanWeek(AsOf, Monday, new PlanSettings { IsGentle = true, MinutesPerWeek = 10 }).Notes);
    }

    [Fact]
    public void Reason_AFixedDay_SaysItsPolicyOnce() =>
        Assert.Equal(
            "2026-03-04: every month from 2026-01-04",
            Plan(
                Ada, new CadenceRules { Policy = Cadence.Fixed(new LocalDate(2026, 1, 4), Period.FromMonths(1)) },
                Touch(24)).Reason.ToString());

    [Fact]
    public void Reason_APromise_SaysItToTheOwnerAlone()
    {
        var ada = Ada with { Promises = [new Promise("send the slides", new LocalDate(2026, 3, 4))] };

        var reason = Plan(ada, new CadenceRules { Policy = Cadence.Occasions(0, 3) }, Touch(24)).Reason;

        Assert.Equal("a promise on 2026-03-04: send the slides", reason.Describe());
        Assert.Equal("a promise on 2026-03-04", reason.ToString());
    }

    [Theory]
    [InlineData("favour", Gesture.Thank, "thanks are open for their advice on 2026-02-06: on the lease")]
    [InlineData("promise", Gesture.FollowUp, "you promised something by 2026-02-20: send the slides")]
    [InlineData("achievement", Gesture.Congratulate, "an achievement on 2026-03-01: the prize")]
    [InlineData("detail", Gesture.CheckIn, "worth asking again, learned 2025-01-01: learns Dutch")]
    [InlineData("need", Gesture.Share, "they need advice: gardens")]
    public void Notes_TheFactBehindTheGesture_InTheOwnersWords(string fact, Gesture gesture, string text)
    {
        var ada = fact switch
        {
            "promise" => Ada with { Promises = [new Promise("send the slides", new LocalDate(2026, 2, 20))] },
            "achievement" =>
                Ada with
                {
                    Occasions =
                        [new Occasion(OccasionKind.Achievement, PartialDate.FromDate(new LocalDate(2026, 3, 1))) { Title = "the prize" }]
                },
            "detail" => Ada with { Details = [new RememberedDetail("learns Dutch", new LocalDate(2025, 1, 1)) { HalfLifeDays = 90 }] },
            "need" =>
                Ada with
                {
                    Needs = [new Contribution(ContributionKind.Knowledge, "work"), new Contribution(ContributionKind.Advice, "gardens")]
                },
            _ => Ada,
        };
        Touchpoint[] last = fact switch
        {
            "favour" => [Touch(24) with { Direction = Direction.Incoming, Gesture = Gesture.Advice, Note = "on the lease" }, Touch(40)],
            "need" => [Touch(24) with { Direction = Direction.Outgoing, Gesture = Gesture.CheckIn }, Touch(40)],
            _ => [Touch(24), Touch(40)],
        };

        var item = Plan(ada, Fortnightly.WithWishes(Ada.Id, new ContactWishes { NotAbout = [Facet.FromName("work")] }), last);

        Assert.Equal(gesture, item.Gesture);
        Assert.Equal(text, item.Notes[0].Describe());
        Assert.DoesNotContain(text.Split(": ")[1], item.Notes[0].ToString(), StringComparison.Ordinal);
    }

    private static Touchpoint Touch(int daysAgo) => new(Ada.Id, AsOf - Duration.FromDays(daysAgo), Channel.Message, Direction.Mutual);

    private static PlanItem Plan(Contact contact, CadenceRules rules, params Touchpoint[] touchpoints)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        var plan = Books.BookOf.These(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc), [contact], log, rules)
            .PlanWeek(AsOf, Monday);
        Assert.Empty(plan.LeftOut);
        var item = Assert.Single(plan.Items);
        Assert.False(string.IsNullOrWhiteSpace(item.Reason.ToString()) || string.IsNullOrWhiteSpace(item.Policy?.ToString()));
        return item;
    }
}
