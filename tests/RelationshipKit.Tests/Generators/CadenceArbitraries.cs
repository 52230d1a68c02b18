using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;
using Outcome = RelationshipKit.Touchpoints.Outcome;

namespace RelationshipKit.Tests.Generators;

/// <summary>Stock policies nested in each other, plans around them, and a contact with some history in a zone with daylight saving time.</summary>
public static class CadenceArbitraries
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly LocalDate Base = new(2026, 1, 15);

    private static readonly Contact[] Contacts =
    [
        new(ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close, Tags = ["alumni"], Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(2, 29))] },
        new(ContactId.FromValue("bob"), "Bob") { Circle = Circle.Inner, Facets = [Facet.Professional], Origin = new Origin { When = PartialDate.FromDate(new LocalDate(2025, 12, 31)) } },
    ];

    public static Arbitrary<ICadencePolicy> Policies() => Policy(2, isSteady: false).ToArbitrary();

    /// <summary>Policies that a touch more never makes ask sooner: all but those that learn, wait for answers, or answer.</summary>
    public static Arbitrary<SteadyPolicy> SteadyPolicies() => Policy(2, isSteady: true).Select(policy => new SteadyPolicy(policy)).ToArbitrary();

    public static Arbitrary<CadenceCase> Cases() => Arb.From(
        from contact in Gen.Elements(Contacts)
        from touchpoints in Touch().ListOf()
        from day in Gen.Frequency((3, Gen.Choose(0, 50)), (1, Gen.Choose(0, 900)))
        select new CadenceCase(contact, [.. touchpoints], Base.PlusDays(day).AtMidnight().InZoneLeniently(Zone).ToInstant() + Duration.FromHours(day % 24)));

    public static Arbitrary<Touchpoint> Touchpoints() => Touch().ToArbitrary();

    public static Arbitrary<Suspension> Suspensions() => Arb.From(
        from contact in Gen.Elements<ContactId?>(null, Contacts[0].Id, Contacts[1].Id)
        from start in Gen.Frequency((3, Gen.Choose(0, 60)), (1, Gen.Choose(0, 900)))
        from length in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 90)))
        from hasEnd in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from effect in Gen.Elements(Enum.GetValues<SuspensionEffect>())
        select Suspension.Create(contact, Base.PlusDays(start), hasEnd ? Base.PlusDays(start + length) : null, effect));

    public static Arbitrary<CadencePlan> Plans() => Arb.From(
        from policy in Policy(2, isSteady: false)
        from suspensions in Suspensions().Generator.ListOf().Select(list => list.Take(4))
        from quiet in Gen.SubListOf(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)
        from wishes in Gen.Elements(
            ContactWishes.None,
            new ContactWishes { AtMostEvery = Period.FromDays(20) },
            new ContactWishes { NotOn = [IsoDayOfWeek.Monday, IsoDayOfWeek.Saturday] },
            new ContactWishes { NoContact = true })
        from since in Gen.Elements<LocalDate?>(null, Base)
        select new CadencePlan { Policy = policy, Suspensions = [.. suspensions], QuietDays = [.. quiet], Since = since }.WithWishes(Contacts[0].Id, wishes));

    private static Gen<Touchpoint> Touch() =>
        from person in Gen.Elements(Contacts)
        from day in Gen.Frequency((3, Gen.Choose(0, 30)), (1, Gen.Choose(0, 900)))
        from hour in Gen.Choose(0, 23)
        from channel in Gen.Elements(Channel.Message, Channel.InPerson)
        from direction in Gen.Elements(Enum.GetValues<Direction>())
        from outcome in Gen.Frequency((4, Gen.Constant(Outcome.Delivered)), (1, Gen.Elements(Enum.GetValues<Outcome>())))
        select new Touchpoint(person.Id, Base.AtMidnight().InUtc().ToInstant() + Duration.FromDays(day) + Duration.FromHours(hour), channel, direction) { Outcome = outcome };

    private static Gen<ICadencePolicy> Policy(int depth, bool isSteady)
    {
        var period = Gen.Elements(Period.FromDays(1), Period.FromDays(10), Period.FromWeeks(3), Period.FromMonths(1), Period.FromMonths(7), Period.FromYears(1));
        var leaves = new List<Gen<ICadencePolicy>>
        {
            Gen.Constant(Cadence.Never),
            period.Select(length => Cadence.Every(length)),
            period.Select(length => Cadence.Every(length, 2)),
            Gen.Elements(Cadence.Weekly(IsoDayOfWeek.Monday), Cadence.Weekly(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Sunday)),
            period.Select(length => Cadence.Fixed(new LocalDate(2026, 1, 31), length)),
            Gen.Choose(0, 20).Select(days => Cadence.Occasions(days)),
            Gen.Constant(Cadence.ByCircle()),
        };
        if (!isSteady)
        {
            leaves.Add(Gen.Constant(Cadence.ReplyOwed()));
            leaves.Add(Gen.Constant(Cadence.FromRhythm(5, 50)));
        }

        if (depth == 0)
        {
            return Gen.OneOf(leaves);
        }

        var part = Policy(depth - 1, isSteady);
        var parts = from one in part from other in part select (One: one, Other: other);
        List<Gen<ICadencePolicy>> nodes =
        [
            parts.Select(two => Cadence.Soonest(two.One, two.Other)),
            from inner in part from length in period select Cadence.AtLeast(inner, length),
            from inner in part from length in period select Cadence.AtMost(inner, length),
            part.Select(inner => Cadence.Between(inner, new AnnualDate(11, 3), new AnnualDate(2, 29))),
            from inner in part from days in Gen.Choose(1, 20) select Cadence.Jitter(inner, days),
            part.Select(inner => Cadence.NotOn(inner, IsoDayOfWeek.Sunday)),
            part.Select(inner => Cadence.For(ContactSelector.In(Circle.Close), inner)),
            part.Select(inner => Cadence.Unless(inner, ContactSelector.Tagged("alumni"))),
            part.Select(inner => Cadence.Counting(inner, Qualifying.Rich)),
            Gen.Elements(Cadence.Never, Cadence.Every(Period.FromDays(1)), Cadence.Weekly(IsoDayOfWeek.Monday)).Select(inner => Cadence.Ladder(inner, Period.FromDays(2), Period.FromDays(14))),
        ];
        if (!isSteady)
        {
            nodes.Add(parts.Select(two => Cadence.Latest(two.One, two.Other)));
            nodes.Add(parts.Select(two => Cadence.First(two.One, two.Other)));
            nodes.Add(part.Select(inner => Cadence.BackOff(inner, 1.5)));
        }

        return Gen.Frequency((1, Gen.OneOf(leaves)), (1, Gen.OneOf(nodes)));
    }
}
