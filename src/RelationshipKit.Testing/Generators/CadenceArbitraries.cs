using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Testing.Generators;

/// <summary>Generators of stock policies nested in each other, of plans around them, and of examples to ask them about.</summary>
/// <remarks>
/// For use with <c>[Properties(Arbitrary = [typeof(CadenceArbitraries)])]</c>, or with another test framework. Few people and few weeks, so
/// that things meet: days that clocks skip or turn back over, 29 February and month ends, years far away, nothing at all.
/// </remarks>
public static class CadenceArbitraries
{
    private static readonly LocalDate Base = new(2026, 1, 15);

    private static readonly Contact[] Contacts =
    [
        new(
            ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close, Tags = ["alumni"],
            Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(2, 29))] },
        new(
            ContactId.FromValue("bob"), "Bob") { Circle = Circle.Inner, Facets = [Facet.Professional],
            Origin = new Origin { When = PartialDate.FromDate(new LocalDate(2025, 12, 31)) } },
    ];

    /// <summary>Returns the generator of stock policies, up to two deep in each other.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<ICadencePolicy> Policies() => StockPolicies.Any(2).ToArbitrary();

    /// <summary>Returns the generator of stock policies that one more touch never makes ask sooner.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<SteadyPolicy> SteadyPolicies() =>
        StockPolicies.Steady(2).Select(policy => new SteadyPolicy(policy)).ToArbitrary();

    /// <summary>Returns the generator of examples. They shrink to a contact without anything, no touchpoints, and UTC.</summary>
    /// <returns>The generator; dates lie between the years 2 and 9900.</returns>
    public static Arbitrary<CadenceExample> Examples() => Arb.From(CadenceExamples.Any(Contacts), CadenceExamples.Plainer);

    /// <summary>Returns the generator of touchpoints in the weeks of the examples, with the people of the plans.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Touchpoint> Touchpoints() => Arb.From(
        from contact in Gen.Elements(Contacts)
        from touchpoint in CadenceExamples.Touch(contact.Id, Base)
        select touchpoint);

    /// <summary>Returns the generator of pauses, snoozes and absences, some of no day and some without an end.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Suspension> Suspensions() => Arb.From(
        from contact in Gen.Elements<ContactId?>(null, Contacts[0].Id, Contacts[1].Id)
        from start in Gen.Frequency((3, Gen.Choose(0, 60)), (1, Gen.Choose(0, 900)))
        from length in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 90)))
        from hasEnd in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from effect in Gen.Elements(Enum.GetValues<SuspensionEffect>())
        select Suspension.Create(contact, Base.PlusDays(start), hasEnd ? Base.PlusDays(start + length) : null, effect));

    /// <summary>
    /// Returns the generator of plans: a policy, suspensions, quiet days, wishes, and a day to count from or none. They shrink to the
    /// policy alone.
    /// </summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<CadenceRules> Plans() => Arb.From(
        from policy in StockPolicies.Any(2)
        from suspensions in Suspensions().Generator.ListOf().Select(list => list.Take(4))
        from quiet in Gen.SubListOf(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)
        from wishes in Gen.Elements(
            ContactWishes.None,
            new ContactWishes { AtMostEvery = Period.FromDays(20) },
            new ContactWishes { NotOn = [IsoDayOfWeek.Monday, IsoDayOfWeek.Saturday] },
            new ContactWishes { NoContact = true })
        from since in Gen.Elements<LocalDate?>(null, Base)
        select new CadenceRules
        {
            Policy = policy,
            Suspensions = [.. suspensions],
            QuietDays = [.. quiet],
            Since = since
        }.WithWishes(Contacts[0].Id, wishes),
        Plainer);

    private static IEnumerable<CadenceRules> Plainer(CadenceRules plan) =>
    [
        .. plan.Suspensions.Select((_, i) => plan with { Suspensions = plan.Suspensions.RemoveAt(i) }),
        .. plan.QuietDays.IsEmpty ? (CadenceRules[])[] : [plan with { QuietDays = [] }],
        .. plan.Wishes.IsEmpty ? (CadenceRules[])[] : [plan with { Wishes = plan.Wishes.Clear() }],
    ];
}
