using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using RelationshipKit.Interchange;
using RelationshipKit.Planning.Health;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Ties;

namespace RelationshipKit.Charts.Tests;

/// <summary>The books the pictures are drawn of, and every picture of a book.</summary>
internal static class Gallery
{
    private static readonly ConcurrentDictionary<string, Lazy<Answers>> Known = new();

    private static readonly Lazy<Dictionary<string, (RelationshipBook Book, Instant AsOf)>> All = new(() => new()
    {
        ["dozen"] = Seed("dozen"),
        ["professional"] = Seed("professional"),
        ["quiet"] = Seed("quiet"),
        ["empty"] = (RelationshipBook.Create(DateTimeZone.Utc), Instant.FromUtc(2026, 3, 2, 9, 0)),
        ["hostile"] = (Hostile(), Instant.FromUtc(2026, 3, 2, 9, 0)),
    });

    public static readonly string[] Books = ["dozen", "professional", "quiet", "empty", "hostile"];

    public static (RelationshipBook Book, Instant AsOf) Of(string name) => All.Value[name];

    public static IEnumerable<(string Name, Chart Chart)> Draw(string name, ChartOptions options)
    {
        var (book, asOf) = Of(name);
        var answers = Known.GetOrAdd(name, _ => new Lazy<Answers>(() => Ask(book, asOf))).Value;
        foreach (var (contact, i) in book.Contacts.Take(4).Select((contact, i) => (contact, i)))
        {
            yield return ($"tie{i}", TieChart.Of(book, contact.Id, asOf, options: options));
            yield return ($"heatmap{i}", HeatmapChart.OfContact(book, contact.Id, asOf, options));
        }

        yield return ("circles", CirclesChart.Of(book, asOf, options));
        yield return ("heatmap", HeatmapChart.Of(book, asOf, options));
        yield return ("balance", BalanceChart.Of(book, asOf, options: options));
        yield return ("week", WeekChart.Of(answers.Plan, options));
        yield return ("load", LoadChart.Of(answers.Simulation, options));
        yield return ("health", HealthChart.Of(answers.Health, options));
        yield return ("reliability", ReliabilityChart.Of(book, asOf, options: options));
        yield return ("decay", Decay(options));
    }

    public static DecayChart Decay(ChartOptions options) => DecayChart.Of(
        [
            ("power law (default)", DecayCurve.PowerLaw),
            ("half-life 30 days", DecayCurve.HalfLife(Duration.FromDays(30))),
            ("half-life 90 days", DecayCurve.HalfLife(Duration.FromDays(90))),
        ],
        options: options);

    // Asked once for each book: a year of 500 people takes a while.
    private static Answers Ask(RelationshipBook book, Instant asOf) => new(
        book.PlanWeek(asOf, new LocalDate(2026, 3, 2), book.PlanSettings with { MinutesPerWeek = 600 }),
        book.Simulate(asOf, new SimulationSettings { Weeks = 52, Seed = 7 }),
        book.HealthAt(asOf));

    private static (RelationshipBook Book, Instant AsOf) Seed(string name)
    {
        var network = NetworkFolder.Load(Repository.PathOf("seeds", name));
        var book = RelationshipBookFactory.Default.Open(network.Zone, network.Contacts, network.Log, network.Cadences)
            .WithOwner(network.Profile)
            .OrThrow();
        return (book, network.AsOf ?? network.LastInstant!.Value);
    }

    // 500 contacts: names of 80 characters, of right-to-left scripts, with markup, of many widths; own circles and channels with long
    // names.
    private static RelationshipBook Hostile()
    {
        string[] names =
        [
            new('W', 80),
            string.Join(' ', Enumerable.Repeat("Wilhelmina-Charlotte", 4))[..80],
            string.Concat(Enumerable.Repeat("محمد عبد الرحمن ", 5)).Trim(),
            "\u202Eevil <script>alert('&')</script> ]]>",
            "דוד בן־גוריון (Ben-Gurion) 123",
            "山田太郎" + new string('龍', 60),
            "👩‍👩‍👧‍👦👩🏽‍🚀🇩🇪 Zoë",
            "x",
            "e\u0301\u0302\u0303" + "n\u0303 Combining",
            "ﷺ﷽ ⵣⵉⵔⵉ กมลวรรณ தமிழ் నేను",
        ];
        Circle[] circles =
            [
                Circle.Inner, Circle.Close, Circle.Affinity, Circle.Active, Circle.Create(new string('Ö', 120), 7),
                Circle.Create("دائرة الأصدقاء المقربين جدا", 9), Circle.Create("<third>", 12)
            ];
        var channel = Channel.FromName(new string('Q', 40));
        var contacts = Enumerable.Range(0, 500)
            .Select(i => new Contact(Id(i), names[i % names.Length]) { Circle = i % 9 < 7 ? circles[i % 9] : null })
            .ToList();
        var touches = Enumerable.Range(0, 500)
            .SelectMany(i => Enumerable.Range(0, (i * 7 % 23) + (i < 4 ? 60 : 0)).Select(k => new Touchpoint(
            Id(i),
            Instant.FromUtc(2026, 3, 2, 8, 0) - Duration.FromHours((i * 37 % 900) + (k * (24 + (i * 13 % 400)))),
            (i + k) % 9 == 8 ? channel : Channel.Stock[(i + k) % 9 % 8],
            (i + k) % 3 == 0 ? Direction.Incoming : (i + k) % 3 == 1 ? Direction.Outgoing : Direction.Mutual)));
        return RelationshipBook.Create(DateTimeZone.Utc, Cadence.Every(Period.FromWeeks(5))).Add(contacts).OrThrow().Record(touches).Book;

        static ContactId Id(int i) => ContactId.Parse("c" + i.ToString("000", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private sealed record Answers(WeekPlan Plan, CadenceSimulation Simulation, NetworkHealth Health);
}
