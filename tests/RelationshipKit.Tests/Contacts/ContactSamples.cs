using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

/// <summary>A contact of which everything is known, and one change to each of its parts.</summary>
internal static class ContactSamples
{
    public static Contact Full { get; } = new(Id("ada"), "Ada")
    {
        Addresses = [Address.Email("ada@example.org", "work"), Address.Phone("+44 20 7946 0018"), Address.Handle("ada", "chess")],
        Facets = [Facet.Personal, Facet.FromName("chess")],
        Circle = Circle.Close,
        Origin = new Origin { How = "at a ball", When = PartialDate.FromYearMonth(1833, 6), IntroducedBy = Id("mary"), Place = "London" },
        Occasions =
        [
            new Occasion(OccasionKind.Birthday, PartialDate.FromDate(new LocalDate(1815, 12, 10))),
            new Occasion(
                OccasionKind.Anniversary, PartialDate.FromMonthDay(2, 29)) { Title = "Wedding", LeapDayRule = LeapDayRule.FirstOfMarch },
            new Occasion(OccasionKind.Achievement, PartialDate.FromYear(1843)) { Title = "Notes" },
        ],
        Details =
        [
            new RememberedDetail("plays the harp", new LocalDate(2024, 2, 29))
            {
                Source = "a letter",
                Sensitivity = Sensitivity.Private,
                HalfLifeDays = 700,
            },
            new RememberedDetail("likes horses", new LocalDate(2023, 1, 1)),
        ],
        Offers = [new Contribution(ContributionKind.Knowledge, "Analysis")],
        Needs = [new Contribution(ContributionKind.Introduction, "engineers"), new Contribution(ContributionKind.Other, "rest")],
        Relations =
        [
            new Relation(RelationKind.Mentor, Id("mary")),
            new Relation(RelationKind.Friend, Id("mary")),
            new Relation(RelationKind.Create("pupil", "tutor"), Id("augustus")),
        ],
        Tags = ["mathematics", "music"],
        Aliases = [Id("aal"), Id("enchantress")],
    };

    /// <summary>Gets contacts that each differ from <see cref="Full"/> in one part, by the name of that part.</summary>
    public static IReadOnlyDictionary<string, Contact> Changes { get; } = new Dictionary<string, Contact>
    {
        ["name"] = Full with { Name = "Augusta" },
        ["address kind"] = Full with { Addresses = Full.Addresses.SetItem(1, Address.Handle("+44 20 7946 0018")) },
        ["address value"] = Full with { Addresses = Full.Addresses.SetItem(0, Address.Email("al@example.org", "work")) },
        ["address label"] = Full with { Addresses = Full.Addresses.SetItem(0, Address.Email("ada@example.org", "home")) },
        ["address order"] = Full with { Addresses = [Full.Addresses[1], Full.Addresses[0], Full.Addresses[2]] },
        ["facets"] = Full with { Facets = [Facet.Personal] },
        ["circle"] = Full with { Circle = Circle.Inner },
        ["circle name"] = Full with { Circle = Circle.Create("near", 15) },
        ["circle capacity"] = Full with { Circle = Circle.Create("close", 16) },
        ["no circle"] = Full with { Circle = null },
        ["no origin"] = Full with { Origin = null },
        ["empty origin"] = Full with { Origin = new Origin() },
        ["origin how"] = Full with { Origin = Full.Origin! with { How = null } },
        ["origin when"] = Full with { Origin = Full.Origin! with { When = PartialDate.Unknown } },
        ["origin introduced by"] = Full with { Origin = Full.Origin! with { IntroducedBy = Id("charles") } },
        ["origin place"] = Full with { Origin = Full.Origin! with { Place = "Ockham" } },
        ["occasion kind"] = WithOccasion(
            new Occasion(
                OccasionKind.Achievement, PartialDate.FromMonthDay(2, 29)) { Title = "Wedding", LeapDayRule = LeapDayRule.FirstOfMarch }),
        ["occasion date"] = WithOccasion(
            new Occasion(
                OccasionKind.Anniversary, PartialDate.FromMonthDay(2, 28)) { Title = "Wedding", LeapDayRule = LeapDayRule.FirstOfMarch }),
        ["occasion title"] = WithOccasion(Full.Occasions[1] with { Title = null }),
        ["occasion rule"] = WithOccasion(Full.Occasions[1] with { LeapDayRule = LeapDayRule.LeapYearsOnly }),
        ["detail text"] = WithDetail(
            new RememberedDetail(
                "plays chess", new LocalDate(2024, 2, 29)) { Source = "a letter", Sensitivity = Sensitivity.Private, HalfLifeDays = 700 }),
        ["detail day"] = WithDetail(
            new RememberedDetail(
                "plays the harp", new LocalDate(2024, 3, 1)) { Source = "a letter", Sensitivity = Sensitivity.Private,
                HalfLifeDays = 700 }),
        ["detail source"] = WithDetail(Full.Details[0] with { Source = "herself" }),
        ["detail sensitivity"] = WithDetail(Full.Details[0] with { Sensitivity = Sensitivity.Sensitive }),
        ["detail half-life"] = WithDetail(Full.Details[0] with { HalfLifeDays = null }),
        ["offer kind"] = Full with { Offers = [new Contribution(ContributionKind.Advice, "Analysis")] },
        ["offer topic"] = Full with { Offers = [new Contribution(ContributionKind.Knowledge, "Algebra")] },
        ["needs"] = Full with { Needs = Full.Needs.RemoveAt(1) },
        ["relation kind"] = Full with { Relations = Full.Relations.SetItem(1, new Relation(RelationKind.Colleague, Id("mary"))) },
        ["relation inverse"] =
            Full with { Relations = Full.Relations.SetItem(2, new Relation(RelationKind.Create("pupil", "master"), Id("augustus"))) },
        ["relation other"] = Full with { Relations = Full.Relations.SetItem(1, new Relation(RelationKind.Friend, Id("charles"))) },
        ["tags"] = Full with { Tags = ["mathematics", "Music"] },
        ["aliases"] = Full with { Aliases = [Id("aal")] },
    };

    public static ContactId Id(string value) => ContactId.FromValue(value);

    private static Contact WithOccasion(Occasion occasion) => Full with { Occasions = Full.Occasions.SetItem(1, occasion) };

    private static Contact WithDetail(RememberedDetail detail) => Full with { Details = Full.Details.SetItem(0, detail) };
}
