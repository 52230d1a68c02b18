using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Cadences;

public class CadenceRulesTests
{
    private static readonly Contact Ada = new(
        ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close, Facets = [Facet.Professional],
        Aliases = [ContactId.FromValue("a.l.")] };
    private static readonly CadenceRules TenDays = new() { Policy = Cadence.Every(Period.FromDays(10)) };

    // Counted from 2 March, 10 days are 12 March, tolerated until 17 March.
    [Theory]
    [InlineData("2026-03-02", CadenceState.Fresh)]
    [InlineData("2026-03-07", CadenceState.Fresh)]
    [InlineData("2026-03-08", CadenceState.Comfortable)]
    [InlineData("2026-03-11", CadenceState.Comfortable)]
    [InlineData("2026-03-12", CadenceState.Ripe)]
    [InlineData("2026-03-17", CadenceState.Ripe)]
    [InlineData("2026-03-18", CadenceState.Lapsed)]
    [InlineData("2026-03-27", CadenceState.Lapsed)]
    [InlineData("2026-03-28", CadenceState.Lapsed)]
    [InlineData("2026-04-30", CadenceState.Lapsed)]
    [InlineData("2026-05-01", CadenceState.Dormant)]
    public void State_OfEachDay_FollowsTheWindow(string today, CadenceState state) => Assert.Equal(state, Resolve(TenDays, today).State);

    [Fact]
    public void Resolve_WithoutPolicyOrReference_IsUnknown()
    {
        var unmet = new CadenceHistory(Ada, [], At("2026-03-02"), DateTimeZone.Utc);

        Assert.Equal(CadenceState.Unknown, Resolve(CadenceRules.Empty, "2026-03-05").State);
        Assert.Equal(CadenceState.Unknown, TenDays.Resolve(unmet).State);
        Assert.Equal("nothing is asked for", TenDays.Resolve(unmet).ToString());
        Assert.Equal(CadenceState.Ripe, (TenDays with { Since = Day("2026-02-20") }).Resolve(unmet).State);
        var met = new CadenceHistory(
            Ada with { Origin = new Origin { When = PartialDate.FromYearMonth(2026, 1) } }, [], At("2026-03-02"), DateTimeZone.Utc);
        Assert.Equal(Day("2026-02-10"), TenDays.Resolve(met).Window!.Value.Ideal);
    }

    [Fact]
    public void Resolve_InTheOwnersZone_CountsItsDays()
    {
        var auckland = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
        ImmutableArray<Touchpoint> late = [new Touchpoint(Ada.Id, Instant.FromUtc(2026, 3, 2, 12, 0), Channel.Voice, Direction.Mutual)];

        Assert.Equal(Day("2026-03-13"), TenDays.Resolve(new CadenceHistory(Ada, late, At("2026-03-05"), auckland)).Window!.Value.Ideal);
        Assert.Equal(
            Day("2026-03-12"), TenDays.Resolve(new CadenceHistory(Ada, late, At("2026-03-05"), DateTimeZone.Utc)).Window!.Value.Ideal);
    }

    [Fact]
    public void Resolve_AcrossADaySkippedByTheZone_CountsDates()
    {
        // Samoa had no 30 December 2011.
        var apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        ImmutableArray<Touchpoint> before =
            [new Touchpoint(
                Ada.Id, new LocalDateTime(2011, 12, 29, 12, 0).InZoneStrictly(apia).ToInstant(), Channel.Voice, Direction.Mutual)];
        var plan = TenDays with { Policy = Cadence.Every(Period.FromDays(1)) };
        var dayAfter = new CadenceHistory(Ada, before, new LocalDateTime(2011, 12, 31, 1, 0).InZoneStrictly(apia).ToInstant(), apia);

        Assert.Equal((Day("2011-12-31"), CadenceState.Ripe), (plan.Resolve(dayAfter).Window!.Value.Ideal, plan.Resolve(dayAfter).State));
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-08", "2026-03-15", "2026-03-20")]
    [InlineData("2026-02-01", "2026-03-08", "2026-03-17", "2026-03-22")]
    [InlineData("2026-03-12", "2026-03-15", "2026-03-15", "2026-03-20")]
    [InlineData("2026-03-13", "2026-03-16", "2026-03-12", "2026-03-20")]
    [InlineData("2026-03-18", "2026-03-28", "2026-03-12", "2026-03-17")]
    [InlineData("2026-02-01", "2026-03-03", "2026-03-12", "2026-03-17")]
    public void Pause_ForSomeDays_StretchesTheWindowByThem(string from, string until, string ideal, string latest)
    {
        var window = Resolve(TenDays.With(Suspension.Pause(Ada.Id, Day(from), Day(until))), "2026-03-02").Window;

        Assert.Equal($"ideal {ideal}, latest {latest}", window.ToString());
    }

    [Fact]
    public void Pause_OverlappingAnother_CountsOnce()
    {
        var plan = TenDays.With(Suspension.Pause(Ada.Id, Day("2026-03-05"), Day("2026-03-08")))
            .With(Suspension.Pause(null, Day("2026-03-07"), Day("2026-03-10")));

        Assert.Equal(Day("2026-03-17"), Resolve(plan, "2026-03-02").Window!.Value.Ideal);
    }

    [Fact]
    public void Pause_WithoutEnd_AsksForNothingAndRests()
    {
        var plan = TenDays.With(Suspension.Pause(Ada.Id, Day("2026-03-05")));
        var resolution = Resolve(plan, "2026-03-20");

        Assert.Null(resolution.Window);
        Assert.True(resolution.IsResting);
        Assert.Equal("paused: nothing is asked for", resolution.ToString());
    }

    [Fact]
    public void Pause_BegunWhenSomethingWasDue_RestsUntilItEnds()
    {
        var plan = TenDays.With(Suspension.Pause(Ada.Id, Day("2026-03-14"), Day("2026-03-20")));

        Assert.True(Resolve(plan, "2026-03-13").IsDueBy(Day("2026-03-13")));
        Assert.False(Resolve(plan, "2026-03-14").IsDueBy(Day("2026-03-14")));
        Assert.True(Resolve(plan, "2026-03-20").IsDueBy(Day("2026-03-20")));
    }

    [Fact]
    public void Snooze_UntilADay_HoldsHoweverOftenItIsComputed()
    {
        var plan = TenDays.With(Suspension.Snooze(Ada.Id, Day("2026-03-15"), Day("2026-04-01")));

        Assert.All(
            ["2026-03-15", "2026-03-20", "2026-03-31"], today => Assert.Equal(Day("2026-04-01"), Resolve(plan, today).Window!.Value.Ideal));
        Assert.Equal(CadenceState.Ripe, Resolve(plan, "2026-04-01").State);
        Assert.Equal("snoozed: 2026-03-12 moved to 2026-04-01", Assert.Single(Resolve(plan, "2026-03-20").Adjustments).ToString());
    }

    [Fact]
    public void Snooze_OfAnAlias_IsOfThePerson() =>
        Assert.Equal(
            Day("2026-04-01"),
            Resolve(
                TenDays.With(Suspension.Snooze(ContactId.FromValue("a.l."), Day("2026-03-15"), Day("2026-04-01"))),
                "2026-03-20").Window!.Value.Ideal);

    [Theory]
    [InlineData("2026-03-12", "2026-03-13", "2026-03-13")]
    [InlineData("2026-03-10", "2026-03-12", "2026-03-12")]
    [InlineData("2026-03-13", "2026-03-20", "2026-03-12")]
    public void OutOfOffice_OverTheIdealDate_MovesItToTheReturn(string from, string until, string ideal) =>
        Assert.Equal(
            Day(ideal), Resolve(TenDays.With(Suspension.OutOfOffice(null, Day(from), Day(until))), "2026-03-02").Window!.Value.Ideal);

    [Fact]
    public void QuietDaysAndWishes_MoveTheDateOnUntilItSuits()
    {
        // 12 March 2026 is a Thursday.
        var plan = (TenDays with { QuietDays = [IsoDayOfWeek.Thursday, IsoDayOfWeek.Saturday] })
            .WithWishes(Ada.Id, new ContactWishes { NotOn = [IsoDayOfWeek.Friday] });
        var resolution = Resolve(plan, "2026-03-02");

        Assert.Equal(Day("2026-03-15"), resolution.Window!.Value.Ideal);
        Assert.Equal(
            [CadenceAdjustmentKind.QuietDay, CadenceAdjustmentKind.Wish, CadenceAdjustmentKind.QuietDay],
            resolution.Adjustments.Select(step => step.Kind));
    }

    [Fact]
    public void QuietDaysAndWishes_ThatLeaveNoDay_AskForNothing()
    {
        var plan = (TenDays with { QuietDays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday] })
            .WithWishes(Ada.Id, new ContactWishes { NotOn = [IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] });

        Assert.Null(Resolve(plan, "2026-03-02").Window);
    }

    [Fact]
    public void Wishes_BeatThePolicy()
    {
        Assert.Equal(
            Day("2026-04-02"),
            Resolve(
                TenDays.WithWishes(Ada.Id, new ContactWishes { AtMostEvery = Period.FromMonths(1) }), "2026-03-02").Window!.Value.Ideal);
        Assert.Equal(
            Day("2026-03-12"),
            Resolve(TenDays.WithWishes(Ada.Id, new ContactWishes { AtMostEvery = Period.FromDays(10) }), "2026-03-02").Window!.Value.Ideal);
        Assert.Null(Resolve(TenDays.WithWishes(Ada.Id, new ContactWishes { NoContact = true }), "2026-03-02").Window);
        Assert.Null(
            Resolve(
                TenDays.WithWishes(Ada.Id, new ContactWishes { NotAbout = [Facet.Professional] }), "2026-03-02",
                Facet.Professional).Window);
        Assert.NotNull(
            Resolve(TenDays.WithWishes(Ada.Id, new ContactWishes { NotAbout = [Facet.Professional] }), "2026-03-02", Facet.Family).Window);
        Assert.NotNull(Resolve(TenDays.WithWishes(Ada.Id, new ContactWishes { NotAbout = [Facet.Professional] }), "2026-03-02").Window);
    }

    [Fact]
    public void Wishes_NotAboutAFacet_SilenceItsPoliciesForTheWholePersonToo()
    {
        var plan = TenDays with
        {
            Policy = Cadence.First(
                Cadence.For(ContactSelector.As(Facet.Professional), Cadence.Every(Period.FromDays(3))), Cadence.Every(Period.FromDays(10)))
        };
        var wished = Resolve(plan.WithWishes(Ada.Id, new ContactWishes { NotAbout = [Facet.Professional] }), "2026-03-02");

        Assert.Equal(
            (Day("2026-03-05"), ContactSelector.As(Facet.Professional)),
            (Resolve(plan, "2026-03-02").Window!.Value.Ideal, Resolve(plan, "2026-03-02").Selector));
        Assert.Equal((Day("2026-03-12"), null), (wished.Window!.Value.Ideal, wished.Selector));
        Assert.Equal("every 3 days: ideal 2026-03-05, latest 2026-03-06", Assert.Single(wished.Overridden).ToString());
    }

    [Fact]
    public void Resolve_WhatWasFoundByNameAndSelector_SaysBoth()
    {
        var named = CadencePolicies.Empty.Add(
            "friends",
            Cadence.For(
                ContactSelector.In(Circle.Close), Cadence.Soonest(Cadence.Every(Period.FromDays(10)), Cadence.Every(Period.FromDays(12)))));
        var resolution = Resolve(
            new CadenceRules
            {
                Policies = named,
                Policy = Cadence.For(
                    ContactSelector.As(Facet.Professional), Cadence.First(Cadence.Named("friends"), Cadence.Every(Period.FromDays(90))))
            }, "2026-03-02");

        Assert.Equal(
            ("friends", ContactSelector.In(Circle.Close), "every 10 days"),
            (resolution.PolicyName, resolution.Selector, resolution.Policy!.ToString()));
        Assert.Equal(
            [("friends", ContactSelector.In(Circle.Close)), (null, ContactSelector.As(Facet.Professional))],
            resolution.Overridden.Select(lost => (lost.PolicyName, lost.Selector!)));
        Assert.Null(Resolve(TenDays, "2026-03-02").PolicyName);
    }

    [Fact]
    public void BackOff_AtItsEnd_SaysWhatItTookAway()
    {
        var plan = TenDays with { Policy = Cadence.BackOff(Cadence.Every(Period.FromDays(10)), mostUnanswered: 1) };
        var resolution = plan.Resolve(
            new CadenceHistory(
                Ada, [new Touchpoint(Ada.Id, At("2026-03-02"), Channel.Letter, Direction.Outgoing)], At("2026-03-20"), DateTimeZone.Utc));

        Assert.Null(resolution.Window);
        Assert.Equal("every 10 days: ideal 2026-03-12, latest 2026-03-17", Assert.Single(resolution.Overridden).ToString());
    }

    [Fact]
    public void FreshStart_FromADay_CountsFromItAndPretendsNoTouch()
    {
        var plan = TenDays.WithFreshStart(Ada.Id, Day("2026-05-01"));

        Assert.Equal(
            (Day("2026-05-01"), Day("2026-05-11")),
            (Resolve(plan, "2026-05-02").Reference, Resolve(plan, "2026-05-02").Window!.Value.Ideal));
        Assert.Equal(Day("2026-03-12"), Resolve(TenDays.WithFreshStart(Ada.Id, Day("2026-01-01")), "2026-05-02").Window!.Value.Ideal);
    }

    [Fact]
    public void Overridden_OfSeveral_AreNamedWithTheirWindows()
    {
        var plan = TenDays with
        {
            Policy = Cadence.First(
                Cadence.For(
                    ContactSelector.In(Circle.Close),
                    Cadence.Soonest(Cadence.Every(Period.FromDays(20)), Cadence.Every(Period.FromDays(15)))),
                Cadence.Every(Period.FromDays(90)))
        };
        var resolution = Resolve(plan, "2026-03-02");

        Assert.Equal("every 15 days", resolution.Policy!.ToString());
        Assert.Equal(
            ["every 20 days: ideal 2026-03-22, latest 2026-04-01", "every 90 days: ideal 2026-05-31, latest 2026-07-15"],
            resolution.Overridden.Select(lost => lost.ToString()));
        Assert.Equal("ideal 2026-03-17, every 15 days", resolution.ToString());
    }

    [Fact]
    public void Without_ASuspension_IsThePlanBefore()
    {
        var snooze = Suspension.Snooze(Ada.Id, Day("2026-03-15"), Day("2026-04-01"));

        Assert.Equal(Day("2026-03-12"), Resolve(TenDays.With(snooze).Without(snooze), "2026-03-20").Window!.Value.Ideal);
        Assert.Same(TenDays, TenDays.Without(snooze));
    }

    [Fact]
    public void Suspension_EndingBeforeItBegins_IsRefusedByDate() =>
        Assert.Contains(
            "The suspension ends on 2026-03-01; it must not end before it begins, on 2026-03-02.",
            Assert.Throws<ArgumentException>("until", () => Suspension.Pause(null, Day("2026-03-02"), Day("2026-03-01"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Window_EndingBeforeItBegins_IsRefusedByDate() =>
        Assert.Contains(
            "The latest date is 2026-03-01; it must not come before the ideal date, 2026-03-02.",
            Assert.Throws<ArgumentException>("latest", () => CadenceWindow.Between(Day("2026-03-02"), Day("2026-03-01"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FreshStart_WhenMostLapsed_KeepsTheWorthiest()
    {
        CadenceResolution Of(string id, string today) =>
            TenDays.Resolve(
                new CadenceHistory(
                    new Contact(ContactId.FromValue(id), id),
                    [new Touchpoint(ContactId.FromValue(id), At("2026-03-02"), Channel.Voice, Direction.Mutual)], At(today),
                    DateTimeZone.Utc));
        var fresh = FreshStart.Propose(
            [
                (Of("a", "2026-05-01"), .5), (Of("b", "2026-05-01"), 2), (Of("c", "2026-03-20"), 1), (Of("d", "2026-03-03"), 9),
                (Of("e", "2026-05-01"), .5)
            ], 2, Day("2026-05-01"));

        Assert.True(fresh.IsWanted);
        Assert.Equal(["b", "c"], fresh.Keep.Select(id => id.Value));
        Assert.Equal(["a", "e"], fresh.Restart.Select(id => id.Value));
        Assert.Equal(["a", "e"], fresh.ApplyTo(TenDays).FreshStarts.Keys.Select(id => id.Value));
        Assert.False(FreshStart.Propose([(Of("a", "2026-05-01"), .5), (Of("d", "2026-03-03"), 9)], 2, Day("2026-05-01")).IsWanted);
        Assert.Throws<ArgumentException>(
            "resolutions", () => FreshStart.Propose([(Of("a", "2026-05-01"), double.NaN)], 2, Day("2026-05-01")));
    }

    [Fact]
    public void Proposal_FromGaps_IsMedianAndItsDeviation()
    {
        var proposal = CadenceProposal.Learn(Every([24, 18, 30, 24, 20]), At("2026-06-01"), DateTimeZone.Utc)!;

        Assert.Equal("in touch about every 24 days (give or take 4)", proposal.ToString());
        Assert.Equal("every 24 days", proposal.Policy.ToString());
        Assert.Null(CadenceProposal.Learn(Every([24, 18]), At("2026-06-01"), DateTimeZone.Utc));
        Assert.Null(CadenceProposal.Learn(Every([24, 18, 30]), At("2025-12-01"), DateTimeZone.Utc));
    }

    [Fact]
    public void Proposal_AfterAChange_IsOfTheNewRhythm()
    {
        var proposal = CadenceProposal.Learn(Every([30, 30, 30, 30, 30, 30, 7, 7, 7, 7]), At("2026-09-01"), DateTimeZone.Utc)!;

        Assert.True(proposal.HasChanged);
        Assert.Equal((7, 30), (proposal.UsualGapDays, proposal.FormerGapDays));
        Assert.False(CadenceProposal.Learn(Every([30, 20, 40, 30, 28, 33, 25, 30]), At("2026-09-01"), DateTimeZone.Utc)!.HasChanged);
    }

    private static IEnumerable<Touchpoint> Every(int[] gaps)
    {
        var at = At("2026-01-01");
        yield return new Touchpoint(Ada.Id, at, Channel.Voice, Direction.Mutual);
        foreach (var gap in gaps)
        {
            at += Duration.FromDays(gap);
            yield return new Touchpoint(Ada.Id, at, Channel.Voice, Direction.Mutual);
        }
    }

    private static CadenceResolution Resolve(CadenceRules plan, string today, Facet? facet = null) => plan.Resolve(
        new CadenceHistory(
            Ada, [new Touchpoint(Ada.Id, At("2026-03-02"), Channel.Voice, Direction.Mutual)], At(today),
            DateTimeZone.Utc) { Facet = facet });

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string day) => Day(day).AtMidnight().PlusHours(9).InUtc().ToInstant();
}
