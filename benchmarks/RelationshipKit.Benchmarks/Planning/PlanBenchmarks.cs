using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Planning.Workload;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Planning;

/// <summary>The cost of planning a week, from the log, for a network in which most people are due.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private RelationshipBook? book;

    [Params(100, 1_000)]
    public int Contacts { get; set; }

    [GlobalSetup]
    public void Setup() => book = BookOf(Contacts);

    // What most apps do: whoever was not seen the longest; the yardstick for the other rows.
    [Benchmark(Baseline = true)]
    public ContactId[] LongestSilent() =>
    [
        .. book!.Contacts
            .Select(contact => (contact.Id, Last: book.Touchpoints.Of(contact) is { IsEmpty: false } own ? own[^1].At : Instant.MinValue))
            .OrderBy(row => row.Last)
            .Take(10)
            .Select(row => row.Id),
    ];

    [Benchmark]
    public WeekPlan PlanWeek() => book!.PlanWeek(History.Now, Monday, PlanSettings.Default);

    [Benchmark]
    public WeekPlan PlanAWeekOfTenHours() =>
        book!.PlanWeek(
            History.Now, Monday,
            PlanSettings.Default with { MinutesPerWeek = 600, MinutesPerDay = 120, MostPerDay = 10, MostPerCircle = 200 });

    [Benchmark]
    public Feasibility Feasibility() => book!.FeasibilityAt(History.Now, PlanSettings.Default with { MinutesPerWeek = 10_080 });

    /// <summary>Returns a book of so many contacts in four circles, each with 24 touchpoints over two years.</summary>
    internal static RelationshipBook BookOf(int count)
    {
        Circle[] circles = [Circle.Inner, Circle.Close, Circle.Affinity, Circle.Active];
        Channel[] channels = [Channel.Message, Channel.Email, Channel.Voice, Channel.InPerson];
        var random = new Random(20260302);
        var log = new TouchpointLog();
        var contacts = new List<Contact>();
        for (var i = 0; i < count; i++)
        {
            var contact = new Contact(ContactId.FromValue($"c{i}"), $"Contact {i}") { Circle = circles[i % circles.Length] };
            contacts.Add(contact);
            for (var touch = 0; touch < 24; touch++)
            {
                log.Add(
                    new Touchpoint(
                        contact.Id, History.Now - Duration.FromMinutes(random.Next(1_440, 730 * 1_440)),
                        channels[random.Next(i % 3 == 0 ? 2 : 4)], (Direction)random.Next(1, 4)));
            }
        }

        var policy = Cadence.Soonest(
            Cadence.ReplyOwed(5), Cadence.BackOff(Cadence.First(Cadence.ByCircle(), Cadence.FromRhythm()), 1.5, 5));
        return RelationshipBookFactory.Default.Open(
            DateTimeZoneProviders.Tzdb["Europe/London"], contacts, log, new CadenceRules { Policy = policy });
    }
}
