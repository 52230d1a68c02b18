using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Cadences;

/// <summary>What products in this field got wrong about cadences, each as a case that would have caught it.</summary>
public class FieldLessonTests
{
    private static readonly Contact Ada = new(
        ContactId.FromValue("ada"), "Ada") { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(6, 10))] };

    // Monica: "every 3 months" fired monthly, because the number was stored and never read.
    [Fact]
    public void Lesson8_EachNumberOfAPolicy_ChangesItsAnswer()
    {
        (ICadencePolicy One, ICadencePolicy Other)[] pairs =
        [
            (Cadence.Every(Period.FromMonths(1)), Cadence.Every(Period.FromMonths(3))),
            (Cadence.Every(Period.FromMonths(3), 2), Cadence.Every(Period.FromMonths(3), 5)),
            (Cadence.Fixed(Day("2026-01-31"), Period.FromMonths(1)), Cadence.Fixed(Day("2026-01-31"), Period.FromMonths(3))),
            (Cadence.Fixed(Day("2026-01-31"), Period.FromMonths(1)), Cadence.Fixed(Day("2026-01-30"), Period.FromMonths(1))),
            (Cadence.Weekly(IsoDayOfWeek.Monday), Cadence.Weekly(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday)),
            (Cadence.Ladder(Cadence.Never, Period.FromDays(2)), Cadence.Ladder(Cadence.Never, Period.FromDays(3))),
            (Cadence.FromRhythm(7, 60), Cadence.FromRhythm(7, 61)),
            (Cadence.Occasions(3), Cadence.Occasions(4)),
            (Cadence.Occasions(3, 3), Cadence.Occasions(3, 4)),
            (Cadence.AtLeast(Cadence.Every(Period.FromDays(7)), Period.FromDays(8)), Cadence.AtLeast(
                Cadence.Every(Period.FromDays(7)), Period.FromDays(9))),
            (Cadence.AtMost(Cadence.Every(Period.FromDays(7)), Period.FromDays(5)), Cadence.AtMost(
                Cadence.Every(Period.FromDays(7)), Period.FromDays(6))),
            (Cadence.Between(Cadence.Every(Period.FromDays(7)), new AnnualDate(5, 1), new AnnualDate(6, 1)), Cadence.Between(
                Cadence.Every(Period.FromDays(7)), new AnnualDate(5, 2), new AnnualDate(6, 1))),
            (Cadence.Between(Cadence.Every(Period.FromDays(7)), new AnnualDate(2, 1), new AnnualDate(3, 8)), Cadence.Between(
                Cadence.Every(Period.FromDays(7)), new AnnualDate(2, 1), new AnnualDate(3, 9))),
            (Cadence.NotOn(Cadence.Every(Period.FromDays(7)), IsoDayOfWeek.Monday), Cadence.NotOn(
                Cadence.Every(Period.FromDays(7)), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday)),
        ];
        var context = new CadenceContext(Ada, Day("2026-03-02"), Day("2026-03-02"));

        Assert.All(pairs, pair => Assert.NotEqual(pair.One.NextDue(context), pair.Other.NextDue(context)));
        Assert.Equal(Day("2026-06-02"), pairs[0].Other.NextDue(context)!.Value.Ideal);
    }

    // Monica: the next date stayed in the past for zones ahead of UTC.
    [Theory]
    [InlineData("Pacific/Auckland", "2026-03-04")]
    [InlineData("Asia/Kolkata", "2026-03-04")]
    [InlineData("UTC", "2026-03-03")]
    [InlineData("Pacific/Pago_Pago", "2026-03-03")]
    public void Lesson9_TheNextDate_ComesAfterTheDayOfTheTouchInTheOwnersZone(string zone, string ideal)
    {
        var owners = DateTimeZoneProviders.Tzdb[zone];
        var touch = Touch("2026-03-02", hour: 22);
        var resolution = new CadenceRules { Policy = Cadence.Every(Period.FromDays(1)) }.Resolve(
            new CadenceHistory(Ada, [touch], touch.At, owners));

        Assert.Equal(Day(ideal), resolution.Window!.Value.Ideal);
        Assert.True(resolution.Window.Value.Ideal > resolution.Today);
    }

    // Monica, nextcloud: 29 February without a year became 1 March, or the birthday was forgotten.
    [Theory]
    [InlineData(LeapDayRule.LastOfFebruary, "2026-01-01", "2026-02-28")]
    [InlineData(LeapDayRule.FirstOfMarch, "2026-01-01", "2026-03-01")]
    [InlineData(LeapDayRule.LastOfFebruary, "2028-01-01", "2028-02-29")]
    [InlineData(LeapDayRule.FirstOfMarch, "2028-01-01", "2028-02-29")]
    public void Lesson11_A29FebruaryWithoutAYear_ComesEachYearByItsRule(LeapDayRule rule, string after, string ideal)
    {
        var born = Ada with
        {
            Occasions =
                [new Occasion(OccasionKind.Birthday, PartialDate.Parse(PartialDate.FromMonthDay(2, 29).ToString())) { LeapDayRule = rule }]
        };

        Assert.Equal(Day(ideal), Cadence.Occasions().NextDue(new CadenceContext(born, Day(after), Day(after)))!.Value.Ideal);
    }

    // nametag: a month was 30 days, and a year 365.
    [Theory]
    [InlineData("P1M", "2026-01-31", "2026-02-28")]
    [InlineData("P1M", "2026-07-15", "2026-08-15")]
    [InlineData("P1Y", "2027-03-01", "2028-03-01")]
    [InlineData("P1Y1M", "2027-01-31", "2028-02-29")]
    public void Lesson12_MonthsAndYears_AreThoseOfTheCalendar(string period, string reference, string ideal) =>
        Assert.Equal(
            Day(ideal),
            Cadence.Every(NodaTime.Text.PeriodPattern.NormalizingIso.Parse(period).Value)
                .NextDue(new CadenceContext(Ada, Day(reference), Day(reference)))!.Value.Ideal);

    [Fact]
    public void Lesson12_AfterAShorterMonth_AFixedDayComesBackToThe31st()
    {
        var policy = Cadence.Fixed(Day("2026-01-31"), Period.FromMonths(1));
        var dates = new List<LocalDate> { Day("2026-01-31") };
        for (var i = 0; i < 4; i++)
        {
            dates.Add(policy.NextDue(new CadenceContext(Ada, dates[^1], dates[^1]))!.Value.Ideal);
        }

        Assert.Equal([Day("2026-01-31"), Day("2026-02-28"), Day("2026-03-31"), Day("2026-04-30"), Day("2026-05-31")], dates);
    }

    // nametag: a reminder fired only on the very day; a job that did not run lost it.
    [Fact]
    public void Lesson13_WhatWasDueWhileNobodyLooked_IsStillDue()
    {
        var log = new TouchpointLog();
        log.Add(Touch("2026-03-02"));
        var book = Books.BookOf.These(DateTimeZone.Utc, [Ada], log, Cadence.Every(Period.FromDays(10)));

        Assert.Empty(book.DueBy(At("2026-03-11"), Day("2026-03-11")));
        Assert.All(
            ["2026-03-12", "2026-03-13", "2026-06-01", "2031-01-01"],
            day => Assert.Equal(Day("2026-03-12"), Assert.Single(book.DueBy(At(day), Day(day))).Resolution.Window!.Value.Ideal));
    }

    // pingcrm: a snoozed suggestion came back as soon as suggestions were made anew.
    [Fact]
    public void Lesson14_ASnooze_HoldsThroughAnythingComputedAnew()
    {
        var log = new TouchpointLog();
        log.Add(Touch("2026-03-02"));
        var book = Books.BookOf.These(DateTimeZone.Utc, [Ada], log, Cadence.Every(Period.FromDays(10)));
        var snoozed = book.Snooze(Ada.Id, Day("2026-04-01"), from: Day("2026-03-15")).OrThrow();
        using var stream = new MemoryStream();
        snoozed.Save(stream);
        stream.Position = 0;
        var loaded = RelationshipBook.Load(stream);

        Assert.Single(book.DueBy(At("2026-03-31"), Day("2026-03-31")));
        Assert.All(
            [snoozed, snoozed.WithZone(DateTimeZone.Utc).Book, snoozed.Change(Ada).Book, loaded],
            again => Assert.Empty(again.DueBy(At("2026-03-31"), Day("2026-03-31"))));
        Assert.All([snoozed, loaded], again => Assert.Single(again.DueBy(At("2026-04-01"), Day("2026-04-01"))));
    }

    // Bonds: people never contacted were missing from the list.
    [Fact]
    public void Lesson16_PeopleNeverContacted_AreDueFromTheDayTheyWereMetOrAdded()
    {
        var met = new Contact(ContactId.FromValue("met"), "Met") { Origin = new Origin { When = PartialDate.FromDate(Day("2026-03-01")) } };
        var added = new Contact(ContactId.FromValue("added"), "Added");
        var plan = new CadenceRules { Policy = Cadence.Every(Period.FromDays(10)), Since = Day("2026-03-05") };
        var book = Books.BookOf.These(DateTimeZone.Utc, [Ada, met, added], new TouchpointLog(), Cadence.Never).WithCadences(plan).OrThrow();

        Assert.Equal(
            ["met: 2026-03-11", "ada: 2026-03-15", "added: 2026-03-15"],
            book.DueBy(At("2026-03-20"), Day("2026-03-20"))
                .Select(due => $"{due.Contact.Id.Value}: {NodaTime.Text.LocalDatePattern.Iso.Format(due.Resolution.Window!.Value.Ideal)}"));
        Assert.All(book.Contacts, contact => Assert.NotEqual(CadenceState.Unknown, book.CadenceOf(contact.Id, At("2026-03-20")).State));
    }

    private static Touchpoint Touch(string day, int hour = 12) => new(Ada.Id, At(day, hour), Channel.Voice, Direction.Mutual);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string day, int hour = 12) => Day(day).At(new LocalTime(hour, 0)).InUtc().ToInstant();
}
