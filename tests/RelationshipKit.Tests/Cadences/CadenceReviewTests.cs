using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Cadences;

public class CadenceReviewTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close, Tags = ["choir"] };
    private static readonly Contact Bob = new(ContactId.FromValue("bob"), "Bob") { Circle = Circle.Inner };
    private static readonly ICadencePolicy Month = Cadence.Every(Period.FromMonths(1));
    private static readonly CadenceRules Monthly = new() { Policy = Month };

    [Fact]
    public void Of_APlanThatReachesEverybody_FindsNothing() => Assert.Empty(Review(Monthly, Ada, Bob));

    [Fact]
    public void Of_ANameThatIsNotRegistered_NamesItAndTriesNothing()
    {
        var finding = Assert.Single(
            Review(new CadenceRules { Policy = Cadence.First(Cadence.Named("alumni"), Cadence.Named("alumni")) }, Ada));

        Assert.Equal(
            ("CAD001", true, "CAD001: no policy is registered under the name \"alumni\""),
            (finding.Code, finding.IsProblem, finding.ToString()));
        Assert.Empty(
            Review(new CadenceRules { Policy = Cadence.Named("alumni"), Policies = CadencePolicies.Empty.Add("alumni", Month) }, Ada));
    }

    [Fact]
    public void Of_DaysThatLeaveNone_NamesTheContact()
    {
        var plan = (Monthly with { QuietDays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday] })
            .WithWishes(
                Ada.Id,
                new ContactWishes { NotOn = [IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] });

        Assert.Equal(
            [(CadenceFindingKind.NoDayLeft, (ContactId?)Ada.Id)],
            Review(plan, Ada, Bob).Select(finding => (finding.Kind, finding.Contact)));
        Assert.Empty(Review(plan.WithWishes(Ada.Id, new ContactWishes { NotOn = [IsoDayOfWeek.Thursday] }), Ada, Bob));
    }

    [Fact]
    public void Of_PoliciesThatCancelEachOther_NamesBoth()
    {
        var least = Cadence.AtLeast(Month, Period.FromMonths(3));
        CadenceRules[] bad =
        [
            new() { Policy = Cadence.AtMost(least, Period.FromMonths(2)) },
            new() { Policy = Cadence.AtLeast(Cadence.AtMost(Month, Period.FromMonths(2)), Period.FromMonths(3)) },
            new() { Policy = Cadence.Weekly(IsoDayOfWeek.Sunday), QuietDays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] },
            new() { Policy = Cadence.NotOn(Cadence.Weekly(IsoDayOfWeek.Sunday), IsoDayOfWeek.Sunday) },
        ];

        Assert.All(
            bad, plan =>
                Assert.Contains(Review(plan, Ada), finding => finding is { Kind: CadenceFindingKind.CancelEachOther, IsProblem: true }));
        Assert.Equal("at least 3 months and at most 2 months apart cancel each other", Review(bad[0], Ada)[0].Message);
        Assert.Empty(Review(new CadenceRules { Policy = Cadence.AtMost(least, Period.FromMonths(3)) }, Ada));
        Assert.Empty(Review(bad[2] with { QuietDays = [IsoDayOfWeek.Saturday] }, Ada));
        Assert.Empty(
            Review(
                new CadenceRules { Policy = Cadence.NotOn(Cadence.Weekly(IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday), IsoDayOfWeek.Sunday) },
                Ada));
    }

    [Fact]
    public void Of_SomebodyWhomNoPolicyReaches_NamesThemUnlessTheyWishForIt()
    {
        var plan = new CadenceRules { Policy = Cadence.For(ContactSelector.In(Circle.Close), Month) };
        var finding = Assert.Single(Review(plan, Ada, Bob));

        Assert.Equal(("CAD101", false, Bob.Id), (finding.Code, finding.IsProblem, finding.Contact));
        Assert.Empty(Review(plan.WithWishes(Bob.Id, new ContactWishes { NoContact = true }), Ada, Bob));
    }

    [Fact]
    public void Of_APolicyOfTheHostsOwn_TriesItOut()
    {
        Assert.Empty(Review(new CadenceRules { Policy = new Always() }, Ada));
        Assert.Equal(
            [CadenceFindingKind.ReachedByNone],
            Review(new CadenceRules { Policy = Cadence.Unless(new Always(), ContactSelector.Tagged("choir")) }, Ada, Bob)
                .Select(finding => finding.Kind));
    }

    [Fact]
    public void Of_SomebodyAddedAndNeverInTouch_IsCountedFromThatDay()
    {
        CadenceHistory[] histories = [new(Ada with { AddedOn = new LocalDate(2026, 1, 1) }, [], AsOf, DateTimeZone.Utc)];

        Assert.Empty(CadenceReview.Of(Monthly, histories));
    }

    [Fact]
    public void Of_SomebodyNeverMet_SaysThereIsNoDayToCountFrom()
    {
        CadenceHistory[] histories = [new(Ada, [], AsOf, DateTimeZone.Utc)];

        Assert.Equal([CadenceFindingKind.NoDayToCountFrom], CadenceReview.Of(Monthly, histories).Select(finding => finding.Kind));
        Assert.Empty(CadenceReview.Of(Monthly with { Since = new LocalDate(2026, 1, 1) }, histories));
    }

    [Fact]
    public void Of_SomebodyWhoDoesNotAnswer_SaysThatTheyRest()
    {
        CadenceHistory[] histories =
            [new(Ada, [new Touchpoint(Ada.Id, AsOf - Duration.FromDays(3), Channel.Letter, Direction.Outgoing)], AsOf, DateTimeZone.Utc)];

        Assert.Equal(
            [CadenceFindingKind.RestsForNow],
            CadenceReview.Of(new CadenceRules { Policy = Cadence.BackOff(Month, mostUnanswered: 1) }, histories)
                .Select(finding => finding.Kind));
        Assert.Empty(CadenceReview.Of(new CadenceRules { Policy = Cadence.BackOff(Month, mostUnanswered: 2) }, histories));
    }

    [Fact]
    public void Of_AWindowThatWishesOrAbsencesMoveOutOf_SaysWhereItGoes()
    {
        // Last in touch on 27 February: a month is 27 March, tolerated until 10 April.
        var wished = Assert.Single(Review(Monthly.WithWishes(Ada.Id, new ContactWishes { AtMostEvery = Period.FromMonths(3) }), Ada));

        Assert.Equal((CadenceFindingKind.WindowOutOfReach, Month), (wished.Kind, wished.Policy));
        Assert.Equal("\"every month\" asks for 2026-03-27 to 2026-04-10; wishes move it to 2026-05-27", wished.Message);
        Assert.Empty(Review(Monthly.WithWishes(Ada.Id, new ContactWishes { AtMostEvery = Period.FromDays(35) }), Ada));
        Assert.Single(Review(Monthly.With(Suspension.OutOfOffice(null, new LocalDate(2026, 3, 20), new LocalDate(2026, 4, 11))), Ada));
        Assert.Empty(Review(Monthly.With(Suspension.OutOfOffice(null, new LocalDate(2026, 3, 20), new LocalDate(2026, 3, 30))), Ada));
        Assert.Empty(Review(Monthly.With(Suspension.Snooze(Ada.Id, new LocalDate(2026, 3, 1), new LocalDate(2026, 6, 1))), Ada));
    }

    [Fact]
    public void Of_ACircleOverItsCapacity_CountsIt()
    {
        var many = Enumerable.Range(0, 6).Select(i => new Contact(ContactId.FromValue($"c{i}"), "C") { Circle = Circle.Inner }).ToArray();

        Assert.Equal("CAD105: the circle inner has 6 contacts; 5 are advised at most", Assert.Single(Review(Monthly, many)).ToString());
        Assert.Empty(Review(Monthly, many[1..]));
    }

    [Fact]
    public void Of_ASelectorOfNobody_NamesItOnceWhereItBegins()
    {
        var inner = Cadence.For(ContactSelector.In(Circle.Inner), Month);
        var plan = new CadenceRules { Policy = Cadence.First(Cadence.For(ContactSelector.Tagged("chior"), inner), Month) };

        Assert.Equal(
            "\"every month for circle inner for tag chior\" is for none of the contacts", Assert.Single(Review(plan, Ada, Bob)).Message);
        Assert.Equal(
            [CadenceFindingKind.SelectsNobody],
            Review(new CadenceRules { Policy = Cadence.First(Cadence.For(ContactSelector.Tagged("choir"), inner), Month) }, Ada, Bob)
                .Select(finding => finding.Kind));
        Assert.Empty(
            Review(new CadenceRules { Policy = Cadence.First(Cadence.For(ContactSelector.Tagged("choir"), Month), Month) }, Ada, Bob));
    }

    [Fact]
    public void Of_APolicyThatAlwaysLoses_NamesIt()
    {
        var year = Cadence.Every(Period.FromYears(1));

        Assert.Equal(
            "CAD107: \"every year\" is overridden by others each time",
            Assert.Single(Review(new CadenceRules { Policy = Cadence.Soonest(Month, year) }, Ada)).ToString());
        Assert.Equal(
            "\"every year\" for circle close is overridden by others each time",
            Assert.Single(
                Review(
                    new CadenceRules { Policy = Cadence.Soonest(Month, Cadence.For(ContactSelector.In(Circle.Close), year)) },
                    Ada)).Message);

        // One that decides now and then does not count: rich touches, replies, birthdays.
        var rich = Cadence.Counting(Cadence.Every(Period.FromMonths(2)), TouchpointFilter.Rich);
        var born = Ada with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(9, 9))] };
        Assert.Empty(Review(new CadenceRules { Policy = Cadence.Soonest(Month, rich, Cadence.ReplyOwed(), Cadence.Occasions()) }, born));
    }

    [Fact]
    public void Of_EntriesOfStrangers_NamesThem()
    {
        var eve = ContactId.FromValue("eve");
        var plan = Monthly.With(Suspension.Pause(eve, new LocalDate(2026, 3, 1)))
            .WithWishes(eve, ContactWishes.None)
            .WithFreshStart(eve, new LocalDate(2026, 3, 1));

        Assert.Equal(3, Review(plan, Ada).Count(finding => finding.Kind == CadenceFindingKind.UnknownContact && finding.Contact == eve));
        Assert.Empty(Review(plan, Ada with { Aliases = [eve] }));
    }

    [Fact]
    public void Of_AnyOrderOfContacts_IsTheSame()
    {
        var plan = new CadenceRules { Policy = Cadence.Never };

        Assert.Equal(["ada", "bob"], Review(plan, Bob, Ada).Select(finding => finding.Contact!.Value.Value));
        Assert.Throws<ArgumentNullException>("histories", () => CadenceReview.Of(plan, [null!]));
    }

    private static CadenceFinding[] Review(CadenceRules plan, params Contact[] contacts) =>
        [.. CadenceReview.Of(
            plan, contacts.Select(
                contact =>
                    new CadenceHistory(
                        contact, [new Touchpoint(contact.Id, AsOf - Duration.FromDays(3), Channel.Message, Direction.Mutual)], AsOf,
                        DateTimeZone.Utc)))];

    private sealed class Always : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.From(context.Reference.PlusDays(9), 3);

        public override string ToString() => "always";
    }
}
