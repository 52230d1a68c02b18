using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Weeks;

/// <summary>An owner's contacts, log, cadences and budgets in a week that may have begun.</summary>
public sealed record PlanCase(
    ImmutableArray<Contact> Contacts, ImmutableArray<Touchpoint> Touchpoints, CadenceRules Cadences, PlanSettings Settings, Instant AsOf)
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static readonly LocalDate Monday = new(2026, 3, 2);

    public RelationshipBook Book
    {
        get
        {
            var log = new TouchpointLog();
            foreach (var touchpoint in Touchpoints)
            {
                log.Add(touchpoint);
            }

            return Books.BookOf.These(new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, Zone), Contacts, log, Cadences);
        }
    }

    public WeekPlan Plan => Book.PlanWeek(AsOf, Monday, Settings);

    public override string ToString() =>
        $"{AsOf}; {Settings}; {Cadences}; {string.Join(" | ", Contacts.Select(contact => $"{contact.Id} {contact.Circle?.Name}"))}; "
            + $"{string.Join(", ", Touchpoints.Select(touch => $"{touch.Participants[0]} {touch}"))}";
}

/// <summary>Weeks with wishes, quiet days, absences, caps and occasions, dense enough that much is wanted in them.</summary>
public static class PlanCaseArbitraries
{
    public static Arbitrary<PlanCase> Cases() => Arb.From(
        from size in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 8)), (2, Gen.Choose(9, 14)))
        from contacts in Person().ListOf(14).Select(people => people.Take(size).Select((person, i) => new Contact(Id(i), $"c{i}")
        {
            Circle = person.Circle,
            Facets = person.Facets,
            Occasions = person.Occasions,
        }).ToImmutableArray())
        from touches in Touch(Math.Max(1, size)).ListOf(40)
        from cadences in Cadences(size)
        from settings in Settings()
        from day in Gen.Choose(-2, 4)
        select new PlanCase(
            contacts, [.. touches.Where(_ => size > 0).Select((touch, i) => touch with { At = touch.At + Duration.FromMinutes(i) })],
            cadences, settings, (PlanCase.Monday.PlusDays(day) + new LocalTime(9, 30)).InZoneLeniently(PlanCase.Zone).ToInstant()));

    public static ContactId Id(int i) => ContactId.FromValue($"c{i:00}");

    private static Gen<(Circle? Circle, ImmutableArray<Facet> Facets, ImmutableArray<Occasion> Occasions)> Person() =>
        from circle in Gen.Elements<Circle?>(null, Circle.Inner, Circle.Close, Circle.Affinity)
        from facets in Gen.SubListOf(Facet.Personal, Facet.Professional)
        from birthday in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 9)))
        select (circle, facets.ToImmutableArray(), birthday == 0 ? ImmutableArray<Occasion>.Empty : [new Occasion(
            OccasionKind.Birthday, PartialDate.FromMonthDay(3, birthday))]);

    private static Gen<Touchpoint> Touch(int size) =>
        from person in Gen.Choose(0, size - 1)
        from days in Gen.Frequency((3, Gen.Choose(1, 60)), (1, Gen.Choose(60, 500)), (1, Gen.Choose(-4, 1)))
        from channel in Gen.Elements(Channel.Message, Channel.Email, Channel.Voice, Channel.InPerson)
        from direction in Gen.Elements(Direction.Outgoing, Direction.Incoming, Direction.Mutual)
        from outcome in Gen.Frequency((3, Gen.Constant(Outcome.Delivered)), (1, Gen.Elements(Outcome.Attempted, Outcome.Answered)))
        from gesture in Gen.Elements(Gesture.None, Gesture.Help, Gesture.CheckIn)
        select new Touchpoint(
            Id(person), PlanCase.Monday.PlusDays(-days).AtMidnight().InUtc().ToInstant() + Duration.FromHours(12), channel,
            direction) { Outcome = outcome, Gesture = gesture };

    private static Gen<CadenceRules> Cadences(int size) =>
        from policy in Gen.Elements(
            Cadence.ByCircle(),
            Cadence.Every(Period.FromWeeks(2)),
            Cadence.Soonest(Cadence.Every(Period.FromWeeks(1)), Cadence.Occasions(0)),
            Cadence.BackOff(Cadence.Soonest(Cadence.Every(Period.FromDays(5)), Cadence.Occasions(1)), 1.5, 2),
            Cadence.Soonest(Cadence.ReplyOwed(), Cadence.Counting(Cadence.Every(Period.FromMonths(1)), TouchpointFilter.Rich)))
        from quiet in Gen.SubListOf(IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday)
        from who in Gen.Choose(0, Math.Max(0, size - 1))
        from wishes in Gen.Elements(
            ContactWishes.None,
            new ContactWishes { AtMostEvery = Period.FromDays(10) },
            new ContactWishes { NotOn = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday] },
            new ContactWishes { NoContact = true })
        from start in Gen.Choose(-20, 6)
        from days in Gen.Choose(0, 12)
        from whom in Gen.Frequency(
            (3, Gen.Choose(0, Math.Max(0, size - 1)).Select(i => (ContactId?)Id(i))), (1, Gen.Constant<ContactId?>(null)))
        from effect in Gen.Elements(Enum.GetValues<SuspensionEffect>())
        select (new CadenceRules { Policy = policy, QuietDays = [.. quiet], Since = PlanCase.Monday.PlusDays(-40) } with
        {
            Suspensions = [Suspension.Create(whom, PlanCase.Monday.PlusDays(start), PlanCase.Monday.PlusDays(start + days), effect)],
        }).WithWishes(Id(who), wishes).WithWishes(Id(who / 2), wishes);

    private static Gen<PlanSettings> Settings() =>
        from week in Gen.Elements(0, 4, 20, 45, 90, 93, 300)
        from day in Gen.Elements(0, 5, 20, 45, 47, 120)
        from touches in Gen.Choose(1, 3)
        from working in Gen.SubListOf(Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)).Where(days => days.Count > 0)
        from dormant in Gen.Choose(0, 2)
        from cap in Gen.Choose(1, 4)
        from gentle in Gen.Elements(false, false, true)
        select new PlanSettings
        {
            MinutesPerWeek = week,
            MinutesPerDay = day,
            MostPerDay = touches,
            WorkingDays = [.. working],
            DormantPlaces = dormant,
            MostPerCircle = cap,
            MostPerFacet = cap + 1,
            IsGentle = gentle,
        };
}
