using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Cadences;

public class WishesAndSuspensionTests
{
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly Contact Person = new(Ada, "Ada") { Aliases = [ContactId.FromValue("a.l.")] };
    private static readonly LocalDate March = new(2026, 3, 2);

    [Fact]
    public void Wishes_OfEachKind_ReadAsEnglishAndDiffer()
    {
        (string Words, ContactWishes Wishes)[] rows =
        [
            ("no wishes", ContactWishes.None),
            ("no contact", new ContactWishes { NoContact = true }),
            ("at most every month", new ContactWishes { AtMostEvery = Period.FromMonths(1) }),
            ("at most every 2 weeks", new ContactWishes { AtMostEvery = Period.FromDays(14) }),
            ("not on Saturday and Sunday", new ContactWishes { NotOn = [IsoDayOfWeek.Sunday, IsoDayOfWeek.Saturday] }),
            ("not on Sunday", new ContactWishes { NotOn = [IsoDayOfWeek.Sunday] }),
            ("not about professional", new ContactWishes { NotAbout = [Facet.Professional] }),
            ("not about professional and family", new ContactWishes { NotAbout = [Facet.Professional, Facet.Family] }),
        ];

        Assert.All(rows, row => Assert.Equal(row.Words, row.Wishes.ToString()));
        Assert.All(rows, one => Assert.Single(rows, other => one.Wishes.Equals(other.Wishes)));
        Assert.Equal(
            "no contact, at most every day, not on Monday, not about family", new ContactWishes
            {
                NoContact = true,
                AtMostEvery = Period.FromDays(1),
                NotOn = [IsoDayOfWeek.Monday],
                NotAbout = [Facet.Family]
            }.ToString());
        Assert.Equal(
            new ContactWishes { NotAbout = [Facet.Family, Facet.Professional], AtMostEvery = Period.FromWeeks(2) },
            new ContactWishes { NotAbout = [Facet.Professional, Facet.Family, Facet.Family], AtMostEvery = Period.FromDays(14) });
        Assert.Equal(
            new ContactWishes { NotAbout = [Facet.Family, Facet.Family] }.GetHashCode(),
            new ContactWishes { NotAbout = [Facet.Family] }.GetHashCode());
        Assert.False(ContactWishes.None.Equals(null));
        Assert.Equal(ContactWishes.None, new ContactWishes { NotOn = default, NotAbout = default, AtMostEvery = null });
    }

    [Fact]
    public void Wishes_ThatAreNone_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("AtMostEvery", () => new ContactWishes { AtMostEvery = Period.Zero });
        Assert.Throws<ArgumentException>("NotOn", () => new ContactWishes { NotOn = [.. Enum.GetValues<IsoDayOfWeek>()[1..]] });
        Assert.Throws<ArgumentOutOfRangeException>("NotOn", () => new ContactWishes { NotOn = [IsoDayOfWeek.None] });
        Assert.Throws<ArgumentException>("QuietDays", () => new CadenceRules { QuietDays = [.. Enum.GetValues<IsoDayOfWeek>()[1..]] });
    }

    [Fact]
    public void Suspension_OfEachKind_HoldsFromItsFirstDayUpToItsEnd()
    {
        (string Words, SuspensionEffect Effect, ContactId? Contact, Suspension Suspension)[] rows =
        [
            ("paused from 2026-03-02 until 2026-03-05", SuspensionEffect.StopsClock, Ada, Suspension.Pause(Ada, March, March.PlusDays(3))),
            ("snoozed from 2026-03-02 until 2026-03-05", SuspensionEffect.Postpones, Ada, Suspension.Snooze(Ada, March, March.PlusDays(3))),
            ("away from 2026-03-02 until 2026-03-05", SuspensionEffect.Shifts, null, Suspension.OutOfOffice(
                null, March, March.PlusDays(3))),
        ];

        Assert.All(rows, row =>
        {
            Assert.Equal((row.Words, row.Effect, row.Contact), (row.Suspension.ToString(), row.Suspension.Effect, row.Suspension.Contact));
            Assert.Equal([false, true, true, false], new[] { -1, 0, 2, 3 }.Select(days => row.Suspension.Holds(March.PlusDays(days))));
            Assert.Equal(row.Suspension, Suspension.Create(row.Contact, March, March.PlusDays(3), row.Effect));
        });
        Assert.Equal("paused from 2026-03-02", Suspension.Pause(null, March).ToString());
        Assert.True(Suspension.Pause(null, March).Holds(new LocalDate(9999, 12, 31)));
        Assert.False(Suspension.Pause(null, March, March).Holds(March));
    }

    [Fact]
    public void Suspension_IsAbout_ThePersonByIdAndAliasOrEverybody()
    {
        Assert.True(Suspension.Pause(null, March).IsAbout(Person));
        Assert.True(Suspension.Pause(Ada, March).IsAbout(Person));
        Assert.True(Suspension.Pause(ContactId.FromValue("a.l."), March).IsAbout(Person));
        Assert.False(Suspension.Pause(ContactId.FromValue("bob"), March).IsAbout(Person));
        Assert.Throws<ArgumentNullException>("contact", () => Suspension.Pause(null, March).IsAbout(null!));
    }

    [Fact]
    public void Suspension_ThatIsNone_IsRefusedByName()
    {
        var julian = March.WithCalendar(CalendarSystem.Julian);

        Assert.Contains(
            "The id names nobody", Assert.Throws<ArgumentException>("contact", () => Suspension.Pause(ContactId.None, March)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("from", () => Suspension.Pause(Ada, julian));
        Assert.Throws<ArgumentException>("until", () => Suspension.Pause(Ada, March, julian));
        Assert.Throws<ArgumentOutOfRangeException>("effect", () => Suspension.Create(Ada, March, null, (SuspensionEffect)9));
        Assert.Throws<ArgumentException>("date", () => Suspension.Pause(Ada, March).Holds(julian));
    }

    [Fact]
    public void Plan_WithWhatIsNobodys_IsRefusedByName()
    {
        var plan = CadenceRules.Empty;

        Assert.Throws<ArgumentNullException>("Overrides", () => plan with { Overrides = null! });
        Assert.Throws<ArgumentNullException>("Policies", () => plan with { Policies = null! });
        Assert.Throws<ArgumentNullException>("suspension", () => plan.With(null!));
        Assert.Throws<ArgumentNullException>("suspension", () => plan.Without(null!));
        Assert.Throws<ArgumentNullException>("wishes", () => plan.WithWishes(Ada, null!));
        Assert.Throws<ArgumentException>("contact", () => plan.WithWishes(ContactId.None, ContactWishes.None));
        Assert.Throws<ArgumentException>("contact", () => plan.WithFreshStart(ContactId.None, March));
        Assert.Throws<ArgumentException>("date", () => plan.WithFreshStart(Ada, March.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentException>("Since", () => plan with { Since = March.WithCalendar(CalendarSystem.Julian) });
        Assert.Throws<ArgumentNullException>("contact", () => plan.WishesOf(null!));
        Assert.Throws<ArgumentNullException>("history", () => plan.Resolve(null!));
    }

    [Fact]
    public void Plan_WithEachPart_CountsThem()
    {
        var snooze = Suspension.Snooze(Ada, March, March.PlusDays(1));
        var plan = (CadenceRules.Empty with { Policy = Cadence.Every(Period.FromDays(7)), Suspensions = default, QuietDays = default })
            .With(snooze).With(Suspension.Pause(null, March)).With(snooze)
            .WithWishes(ContactId.FromValue("a.l."), new ContactWishes { NoContact = true }).WithFreshStart(Ada, March);

        Assert.Equal("every week; 3 suspensions, 1 contacts with wishes, 1 fresh starts", plan.ToString());
        Assert.Equal(new[] { snooze, Suspension.Pause(null, March) }, plan.Without(snooze).Suspensions.AsEnumerable());
        Assert.True(plan.WishesOf(Person).NoContact);
        Assert.Equal(ContactWishes.None, plan.WishesOf(new Contact(ContactId.FromValue("bob"), "Bob")));
        Assert.False(plan.WithWishes(Ada, ContactWishes.None).WishesOf(Person).NoContact);
    }

    // Nothing is asked for from 12 March 2026, a Thursday, but for what stands beside it.
    [Fact]
    public void Adjustments_OfEachKind_ReadAsEnglish()
    {
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)) };
        string[] words =
        [
            Steps(plan.With(Suspension.Pause(Ada, March.PlusDays(1), March.PlusDays(3)))),
            Steps(plan.With(Suspension.Snooze(Ada, March, March.PlusDays(20)))),
            Steps(plan.With(Suspension.OutOfOffice(null, March.PlusDays(10), March.PlusDays(12)))),
            Steps(plan with { QuietDays = [IsoDayOfWeek.Thursday] }),
            Steps(plan.WithWishes(Ada, new ContactWishes { NotOn = [IsoDayOfWeek.Thursday] })),
            Steps(plan.WithWishes(Ada, new ContactWishes { NoContact = true })),
        ];

        Assert.Equal(
            [
                "paused: 2026-03-12 moved to 2026-03-14", "snoozed: 2026-03-12 moved to 2026-03-22", "away: 2026-03-12 moved to 2026-03-14",
                "a quiet day: 2026-03-12 moved to 2026-03-13", "their wish: 2026-03-12 moved to 2026-03-13",
                "their wish: nothing is asked for",
            ],
            words);
    }

    // What was tolerated stays so, and what a pause allowed is not taken back.
    [Fact]
    public void Window_MovedAfterAPause_KeepsTheLaterLatest()
    {
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)), QuietDays = [IsoDayOfWeek.Thursday] };

        Assert.Equal("ideal 2026-03-13, latest 2026-03-18", Resolve(plan).Window.ToString());
        Assert.Equal(
            "ideal 2026-03-13, latest 2026-03-27",
            Resolve(plan.With(Suspension.Pause(Ada, March.PlusDays(12), March.PlusDays(22)))).Window.ToString());
        Assert.Equal(
            "ideal 2026-03-13, latest 2026-03-18", Resolve(plan.With(Suspension.Pause(Ada, March.PlusDays(12)))).Window.ToString());
        Assert.Null(Resolve(plan.With(Suspension.Pause(Ada, March.PlusDays(10), new LocalDate(9999, 12, 31)))).Window);
    }

    [Fact]
    public void Wish_OfAtMostEvery_CountsAttemptsOfTheOwnerToo()
    {
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)) }.WithWishes(
            Ada, new ContactWishes { AtMostEvery = Period.FromDays(10) });
        var attempt = Touch(March.PlusDays(5), Direction.Outgoing) with { Outcome = Outcome.Attempted };
        var theirs = Touch(March.PlusDays(5), Direction.Incoming) with { Outcome = Outcome.Attempted };

        Assert.Equal(March.PlusDays(15), Resolve(plan, attempt).Window!.Value.Ideal);
        Assert.Equal(March.PlusDays(10), Resolve(plan, theirs).Window!.Value.Ideal);
        Assert.Null(
            Resolve(
                plan.WithWishes(Ada, new ContactWishes { AtMostEvery = Period.FromYears(100) }),
                Touch(new LocalDate(9950, 1, 1), Direction.Outgoing)).Window);
    }

    [Fact]
    public void Suspensions_ThatChangeNothing_LeaveNoTrace()
    {
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)) };
        var kept = plan.WithWishes(Ada, new ContactWishes { AtMostEvery = Period.FromDays(10) })
            .With(Suspension.Snooze(Ada, March.PlusDays(20), March.PlusDays(20)));

        Assert.Equal(March.PlusDays(10), Resolve(kept).Window!.Value.Ideal);
        Assert.Empty(Resolve(kept).Adjustments);
        Assert.False(Resolve(plan.With(Suspension.OutOfOffice(null, March, March.PlusDays(5)))).IsResting);
        Assert.True(Resolve(plan.With(Suspension.Pause(null, March, March.PlusDays(5)))).IsResting);
    }

    // The first pause brings the date into the second, whichever was written down first.
    [Fact]
    public void Pauses_InAnyOrder_CountAlike()
    {
        var (early, late) =
            (Suspension.Pause(Ada, March.PlusDays(3), March.PlusDays(6)), Suspension.Pause(Ada, March.PlusDays(12), March.PlusDays(14)));
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)) };

        Assert.Equal(March.PlusDays(15), Resolve(plan.With(early).With(late)).Window!.Value.Ideal);
        Assert.Equal(March.PlusDays(15), Resolve(plan.With(late).With(early)).Window!.Value.Ideal);
    }

    [Fact]
    public void FreshStart_BeforeTheyWereKnown_DoesNotCount()
    {
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)), Since = March.PlusDays(3) }.WithFreshStart(Ada, March);
        var unmet = new CadenceHistory(Person, [], Touch(March.PlusDays(9), Direction.Mutual).At, DateTimeZone.Utc);

        Assert.Equal(March.PlusDays(13), plan.Resolve(unmet).Window!.Value.Ideal);
    }

    [Fact]
    public void FreshStart_OfEqualWorth_KeepsInOrderOfId()
    {
        CadenceResolution Late(string id) => new CadenceRules { Policy = Cadence.Every(Period.FromDays(1)), Since = March }
            .Resolve(
                new CadenceHistory(
                    new Contact(ContactId.FromValue(id), id), [], Touch(March.PlusDays(90), Direction.Mutual).At, DateTimeZone.Utc));

        Assert.Equal(["a"], FreshStart.Propose([(Late("b"), 1), (Late("a"), 1)], 1, March).Keep.Select(id => id.Value));
    }

    [Fact]
    public void BackOff_ThatHasStopped_IsToldAsUnanswered()
    {
        var plan =
            new CadenceRules { Policy = Cadence.For(ContactSelector.One(Ada), Cadence.BackOff(Cadence.Every(Period.FromDays(1)), 2, 1)) };

        Assert.True(Resolve(plan, Touch(March.PlusDays(2), Direction.Outgoing)) is { Window: null, IsUnanswered: true });
        Assert.True(Resolve(plan, Touch(March.PlusDays(2), Direction.Incoming)) is { Window: not null, IsUnanswered: false });
    }

    private static string Steps(CadenceRules plan) => string.Join("; ", Resolve(plan).Adjustments);

    private static CadenceResolution Resolve(CadenceRules plan, params Touchpoint[] more)
    {
        Touchpoint[] touchpoints = [Touch(March, Direction.Mutual), .. more];
        return plan.Resolve(new CadenceHistory(Person, [.. touchpoints], touchpoints[^1].At, DateTimeZone.Utc));
    }

    private static Touchpoint Touch(LocalDate day, Direction direction) =>
        new(Ada, day.At(new LocalTime(12, 0)).InUtc().ToInstant(), Channel.Message, direction);
}
