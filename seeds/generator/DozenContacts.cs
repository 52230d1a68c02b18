using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.SeedGenerator;

/// <summary>The dozen people, made up; addresses and numbers are of ranges that belong to nobody.</summary>
internal static class DozenContacts
{
    public static ImmutableArray<Contact> All() =>
    [
        Person("amara", "Amara Okafor") with
        {
            Addresses = [Address.Email("amara@example.org"), Address.Phone("+44 20 7946 0011", "mobile")],
            Facets = [Facet.Personal, Facet.Professional],
            Circle = Circle.Inner,
            Origin = new Origin { How = "The same floor in the halls of residence.", When = PartialDate.FromYear(2009), Place = "Leeds" },
            Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromDate(new LocalDate(1990, 7, 14)))],
            Details =
            [
                new RememberedDetail(
                    "Training for a half marathon in May.", new LocalDate(2026, 2, 7)) { Source = "lunch", HalfLifeDays = 60 },
                new RememberedDetail("Allergic to walnuts.", new LocalDate(2015, 11, 3)) { Sensitivity = Sensitivity.Sensitive },
            ],
            Offers = [new Contribution(ContributionKind.Advice, "pricing"), new Contribution(ContributionKind.Introduction, "architects")],
            Needs = [new Contribution(ContributionKind.Help, "moving house in June")],
            Relations = [new Relation(RelationKind.Friend, Id("kavya"))],
            Tags = ["client", "running"],
        },
        Person("bjorn", "Björn Lindqvist") with
        {
            Facets = [Facet.Personal],
            Circle = Circle.Close,
            Origin = new Origin { How = "Neighbours for a year.", When = PartialDate.FromYearMonth(2018, 9) },
            Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(11, 30))],
            Details = [new RememberedDetail("Looking for a flat in Malmö.", new LocalDate(2025, 10, 9)) { HalfLifeDays = 90 }],
            Relations = [new Relation(RelationKind.Neighbour, Id("elif"))],
        },
        Person("chiara", "Chiara Conti") with
        {
            Addresses = [Address.Email("chiara.conti@example.com", "work")],
            Facets = [Facet.Professional],
            Circle = Circle.Affinity,
            Occasions = [new Occasion(OccasionKind.Achievement, PartialDate.FromDate(new LocalDate(2025, 6, 20))) { Title = "Doctorate" }],
            Needs = [new Contribution(ContributionKind.Encouragement, "job applications")],
        },
        Person("davit", "Davit Beridze") with
        {
            Addresses = [Address.Phone("+44 20 7946 0042")],
            Facets = [Facet.Personal],
            Circle = Circle.Affinity,
            Needs = [new Contribution(ContributionKind.Knowledge, "British tax returns")],
        },
        Person("elif", "Elif Yıldız") with
        {
            Facets = [Facet.Personal],
            Circle = Circle.Affinity,
            Occasions = [new Occasion(OccasionKind.Anniversary, PartialDate.FromYearMonth(2016, 5)) { Title = "Wedding" }],
            Relations = [new Relation(RelationKind.Neighbour, Id("bjorn"))],
        },
        Person("farah", "Farah Haddad") with
        {
            Addresses = [Address.Handle("@farah", "social")],
            Facets = [Facet.Professional],
            Circle = Circle.Active,
            Origin = new Origin { IntroducedBy = Id("jorge"), When = PartialDate.FromYearMonth(2026, 2) },
        },
        Person("gethin", "Gethin Pryce") with
        {
            Facets = [Facet.Personal],
            Circle = Circle.Active,
            Offers = [new Contribution(ContributionKind.Knowledge, "British tax returns")],
        },
        Person("hana", "Hana Kobayashi") with
        {
            Facets = [Facet.Personal, Facet.Community],
            Circle = Circle.Affinity,
            Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(4, 11))],
            Tags = ["choir"],
        },
        Person("ines", "Inês Carvalho") with
        {
            Facets = [Facet.Personal],
            Circle = Circle.Close,
            Occasions =
            [
                new Occasion(
                    OccasionKind.Birthday, PartialDate.FromDate(new LocalDate(1992, 2, 29))) { LeapDayRule = LeapDayRule.LastOfFebruary },
            ],
            Details = [new RememberedDetail("Collects stamps with lighthouses.", new LocalDate(2025, 4, 22)) { Source = "letter" }],
        },
        Person("jorge", "Jorge Quispe Mamani") with
        {
            Addresses = [Address.Email("jorge@example.net", "work")],
            Facets = [Facet.Professional],
            Circle = Circle.Active,
            Origin = new Origin
            {
                How = "Lunch with Amara.",
                When = PartialDate.FromDate(new LocalDate(2025, 12, 6)),
                IntroducedBy = Id("amara")
            },
            Offers = [new Contribution(ContributionKind.Knowledge, "timber construction")],
            Needs = [new Contribution(ContributionKind.Introduction, "a structural engineer")],
            Relations = [new Relation(RelationKind.Introducer, Id("amara")), new Relation(RelationKind.Colleague, Id("farah"))],
        },
        Person("kavya", "Kavya Iyer") with
        {
            Facets = [Facet.Family],
            Circle = Circle.Inner,
            Occasions =
            [
                new Occasion(OccasionKind.Birthday, PartialDate.FromDate(new LocalDate(1994, 8, 3))),
                new Occasion(OccasionKind.Anniversary, PartialDate.FromDate(new LocalDate(2021, 10, 23))),
            ],
            Offers = [new Contribution(ContributionKind.Encouragement, "everything")],
            Relations =
            [
                new Relation(RelationKind.Friend, Id("amara")),
                new Relation(RelationKind.CreateSymmetric("running partner"), Id("amara"))
            ],
            Aliases = [Id("kavya-old-number")],
        },
        Person("liam", "Liam Ó Briain") with
        {
            Facets = [Facet.Community],
            Circle = Circle.Active,
            Offers = [new Contribution(ContributionKind.Help, "rehearsal rooms")],
            Tags = ["choir"],
        },
    ];

    private static Contact Person(string id, string name) => new(Id(id), name);

    private static ContactId Id(string id) => ContactId.FromValue(id);
}
