using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Seeds;

/// <summary>The plans of the seeds ask for what they say, and nothing in them is there for show.</summary>
public class SeedDueTests
{
    private static readonly SeedFile Dozen = new("dozen");

    public static TheoryData<string> Names => SeedTests.Names;

    // Worked by hand from seeds/generator/DozenSeed.cs and SeedCadences.cs, on Monday 2 March 2026.
    [Theory]
    [InlineData("amara", "2026-03-15", "2026-03-22", CadenceState.Fresh)] // in person on 1 March, two weeks; no policy about work
    // a message of 24 December waits; snoozed until Saturday the 14th, a quiet day
    [InlineData("bjorn", "2026-03-15", "2026-03-20", CadenceState.Comfortable)]
    // called on 21 February; half a year and 15 days of pause; not on a Saturday
    [InlineData("davit", "2026-09-06", "2026-12-05", CadenceState.Resting)]
    [InlineData("elif", "2026-07-05", "2026-10-03", CadenceState.Fresh)] // counted from the fresh start of 5 January
    // met in February, so counted from its last day: Saturday 11 April, not on weekends
    [InlineData("farah", "2026-04-13", "2026-05-04", CadenceState.Fresh)]
    // two days of attempts: a year from 1 September 2025 is 365 days, half as many more after the second, 547.5
    [InlineData("gethin", "2027-03-03", "2027-09-01", CadenceState.Fresh)]
    // no rich touch but with 61 others, which is not personal: a month from the first one, 11 April
    [InlineData("hana", "2025-05-11", "2025-05-26", CadenceState.Dormant)]
    [InlineData("ines", "2026-04-27", "2026-05-11", CadenceState.Fresh)] // wrote on 26 February; wishes for two months, and no weekends
    [InlineData("jorge", "2026-04-08", "2026-04-29", CadenceState.Fresh)] // six weeks from 24 February are 7 April, when Robin is away
    [InlineData("kavya", "2026-03-01", "2026-03-04", CadenceState.Ripe)] // called on Sunday the 22nd
    [InlineData("liam", "2026-03-25", "2026-04-08", CadenceState.Fresh)] // sang together on 25 February, a month
    public void Window_OfEachOfTheDozen_IsTheOneWorkedByHand(string id, string ideal, string latest, CadenceState state)
    {
        var resolution = Dozen.Book.CadenceOf(ContactId.FromValue(id), Dozen.AsOf);

        Assert.Equal(($"ideal {ideal}, latest {latest}", state), (resolution.Window.ToString(), resolution.State));
    }

    [Fact]
    public void Window_OfChiara_IsNoneAfterElevenUnansweredDays()
    {
        var resolution = Dozen.Book.CadenceOf(ContactId.FromValue("chiara"), Dozen.AsOf);

        Assert.Equal((null, CadenceState.Unknown), (resolution.Window, resolution.State));
        Assert.Equal(["every 6 months", "every 6 weeks"], resolution.Overridden.Select(lost => lost.Policy.ToString()).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Due_OfEachContact_IsTheExpectedOne(string name)
    {
        var seed = new SeedFile(name);
        var by = LocalDatePattern.Iso.Parse(seed.ExpectedDue.GetProperty("by").GetString()!).Value;
        var expected = seed.ExpectedDue.GetProperty("contacts").EnumerateArray().ToArray();

        Assert.Equal(seed.AsOf.InZone(seed.Network.Zone).Date, by);
        Assert.Equal(
            seed.Network.Contacts.Select(contact => contact.Id.Value),
            expected.Select(row => row.GetProperty("contact").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            seed.Book.DueBy(seed.AsOf, by).Select(due => due.Contact.Id.Value).Order(StringComparer.Ordinal),
            expected.Where(row => row.GetProperty("isDue").GetBoolean())
                .Select(row => row.GetProperty("contact").GetString()!)
                .Order(StringComparer.Ordinal));
        Assert.All(
            expected,
            row => AssertEqual(row, seed.Book.CadenceOf(ContactId.FromValue(row.GetProperty("contact").GetString()!), seed.AsOf)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Plan_WithoutAnyOneEntry_AsksForSomethingElse(string name)
    {
        var seed = new SeedFile(name);
        var plan = seed.Book.Cadences;
        CadenceRules[] without =
        [
            .. plan.Suspensions.Select(plan.Without),
            .. plan.Wishes.Keys.Select(contact => plan with { Wishes = plan.Wishes.Remove(contact) }),
            .. plan.FreshStarts.Keys.Select(contact => plan with { FreshStarts = plan.FreshStarts.Remove(contact) }),
            plan with { QuietDays = [] },
        ];

        Assert.True(without.Length >= 4);
        Assert.All(without, changed => Assert.NotEqual(Windows(seed.Book), Windows(seed.Book.WithCadences(changed).OrThrow())));

        string[] Windows(RelationshipBook book) =>
            [.. book.Contacts.Select(contact => book.CadenceOf(contact.Id, seed.AsOf).Window.ToString()!)];
    }

    private static void AssertEqual(JsonElement expected, CadenceResolution actual)
    {
        Assert.Equal(expected.GetProperty("state").GetString(), actual.State.ToString());
        Assert.Equal(expected.GetProperty("isResting").GetBoolean(), actual.IsResting);
        Assert.Equal(expected.GetProperty("reference").GetString(), Text(actual.Reference));
        Assert.Equal(expected.GetProperty("ideal").GetString(), Text(actual.Window?.Ideal));
        Assert.Equal(expected.GetProperty("latest").GetString(), Text(actual.Window?.Latest));
        Assert.Equal(expected.GetProperty("policy").GetString(), actual.Policy?.ToString());
        Assert.Equal(expected.GetProperty("for").GetString(), actual.Selector?.ToString());
        Assert.Equal(
            expected.GetProperty("adjustments").EnumerateArray().Select(
                row => (row.GetProperty("kind").GetString(), row.GetProperty("from").GetString(), row.GetProperty("to").GetString())),
            actual.Adjustments.Select(row => ((string?)row.Kind.ToString(), Text(row.From), Text(row.To))));
        Assert.Equal(
            expected.GetProperty("overridden").EnumerateArray().Select(
                row =>
                    (row.GetProperty("policy")
                        .GetString(), row.GetProperty("for")
                        .GetString(), row.GetProperty("ideal")
                        .GetString(), row.GetProperty("latest")
                        .GetString())),
            actual.Overridden.Select(
                row => (row.Policy.ToString(), row.Selector?.ToString(), Text(row.Window.Ideal), Text(row.Window.Latest))));
    }

    private static string? Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
