using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Cadences;

/// <summary>The cost of the window of each stock policy, for a contact of a hundred touchpoints. The target is 500 ns without allocation.</summary>
[MemoryDiagnoser]
public class CadenceBenchmarks
{
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada")
    {
        Circle = Circle.Active,
        Facets = [Facet.Personal],
        Tags = ["choir"],
        Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(2, 29)), new Occasion(OccasionKind.Anniversary, PartialDate.FromMonthDay(10, 1))],
    };

    private static readonly ICadencePolicy Weeks = Cadence.Every(Period.FromWeeks(3));

    private static readonly Dictionary<string, ICadencePolicy> Policies = new()
    {
        ["every"] = Weeks,
        ["weekly"] = Cadence.Weekly(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Friday),
        ["fixed"] = Cadence.Fixed(new LocalDate(2024, 1, 31), Period.FromMonths(1)),
        ["ladder"] = Cadence.Ladder(Weeks, Period.FromDays(2), Period.FromWeeks(2), Period.FromWeeks(3)),
        ["rhythm"] = Cadence.FromRhythm(),
        ["occasions"] = Cadence.Occasions(7),
        ["replyOwed"] = Cadence.ReplyOwed(),
        ["byCircle"] = Cadence.ByCircle(),
        ["for"] = Cadence.For(ContactSelector.Tagged("choir"), Weeks),
        ["unless"] = Cadence.Unless(Weeks, ContactSelector.As(Facet.Professional)),
        ["soonest"] = Cadence.Soonest(Weeks, Cadence.FromRhythm(), Cadence.ReplyOwed()),
        ["latest"] = Cadence.Latest(Weeks, Cadence.FromRhythm()),
        ["counting"] = Cadence.Counting(Weeks, Qualifying.Rich),
        ["countingNone"] = Cadence.Counting(Weeks, Qualifying.By(Channel.Letter)),
        ["atLeast"] = Cadence.AtLeast(Weeks, Period.FromMonths(1)),
        ["atMost"] = Cadence.AtMost(Weeks, Period.FromDays(10)),
        ["between"] = Cadence.Between(Weeks, new AnnualDate(9, 1), new AnnualDate(6, 30)),
        ["jitter"] = Cadence.Jitter(Weeks, 7),
        ["notOn"] = Cadence.NotOn(Weeks, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday),
        ["backOff"] = Cadence.BackOff(Weeks),
        ["named"] = Cadence.Named("weeks"),
    };

    private ICadencePolicy policy = Cadence.Never;
    private CadenceContext? context;

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    public static IEnumerable<string> Kinds => Policies.Keys;

    [GlobalSetup]
    public void Setup()
    {
        policy = Policies[Kind];
        var first = Instant.FromUtc(2025, 1, 1, 9, 0);
        var touchpoints = Enumerable.Range(0, 100).Select(i => new Touchpoint(
            Ada.Id, first + Duration.FromHours(100 * i), i % 10 == 3 ? Channel.Voice : Channel.Message, i % 2 == 0 ? Direction.Outgoing : Direction.Incoming));
        var reference = (first + Duration.FromHours(9_900)).InUtc().Date;
        context = new CadenceContext(Ada, reference, reference.PlusDays(5))
        {
            Start = first.InUtc().Date,
            Touchpoints = [.. touchpoints],
            Policies = CadencePolicies.Empty.Add("weeks", Weeks),
        };
    }

    // What most apps do; the yardstick for the other row.
    [Benchmark(Baseline = true)]
    public LocalDate PlusDays() => context!.Reference.PlusDays(21);

    [Benchmark]
    public CadenceWindow? Window() => policy.NextDue(context!);
}
