using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Cadences;

/// <summary>
/// The cost of the window of each stock policy, for a contact of a hundred touchpoints, against the same rule written by hand. The target
/// is 500 ns without allocation.
/// </summary>
[MemoryDiagnoser]
public class CadenceBenchmarks
{
    private static readonly Contact Ada = new(ContactId.FromValue("ada"), "Ada")
    {
        Circle = Circle.Active,
        Facets = [Facet.Personal],
        Tags = ["choir"],
        Occasions =
        [
            new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(2, 29)),
            new Occasion(OccasionKind.Anniversary, PartialDate.FromMonthDay(10, 1))
        ],
    };

    private static readonly ICadencePolicy Weeks = Cadence.Every(Period.FromWeeks(3));

    private static readonly Strength Level = Strength.FromValue(0.1);

    private static readonly Dictionary<string, (ICadencePolicy Policy, Func<CadenceContext, PlainWindow?> ByHand)> Policies = new()
    {
        ["never"] = (Cadence.Never, PlainPolicies.Never),
        ["every"] = (Weeks, PlainPolicies.Weeks),
        ["weekly"] = (Cadence.Weekly(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Friday), PlainPolicies.Weekly),
        ["fixed"] = (Cadence.Fixed(new LocalDate(2024, 1, 31), Period.FromMonths(1)), PlainPolicies.Fixed),
        ["ladder"] = (Cadence.Ladder(Weeks, Period.FromDays(2), Period.FromWeeks(2), Period.FromWeeks(3)), PlainPolicies.Ladder),
        ["rhythm"] = (Cadence.FromRhythm(), PlainPolicies.FromRhythm),
        ["strength"] = (Cadence.WhenStrengthFallsTo(Level), PlainPolicies.WhenStrengthFallsTo),
        ["occasions"] = (Cadence.Occasions(7), PlainPolicies.OnOccasions),
        ["replyOwed"] = (Cadence.ReplyOwed(), PlainPolicies.ReplyOwed),
        ["byCircle"] = (Cadence.ByCircle(), PlainPolicies.ByCircle),
        ["for"] = (Cadence.For(ContactSelector.Tagged("choir"), Weeks), PlainPolicies.ForChoir),
        ["unless"] = (Cadence.Unless(Weeks, ContactSelector.As(Facet.Professional)), PlainPolicies.UnlessProfessional),
        ["first"] =
            (Cadence.First(Cadence.For(ContactSelector.Tagged("choir"), Weeks), Cadence.FromRhythm()), PlainPolicies.FirstOfChoirAndRhythm),
        ["soonest"] = (Cadence.Soonest(Weeks, Cadence.FromRhythm(), Cadence.ReplyOwed()), PlainPolicies.Soonest),
        ["latest"] = (Cadence.Latest(Weeks, Cadence.FromRhythm()), PlainPolicies.Latest),
        ["counting"] = (Cadence.Counting(Weeks, TouchpointFilter.Rich), PlainPolicies.CountingRich),
        ["countingNone"] = (Cadence.Counting(Weeks, TouchpointFilter.By(Channel.Letter)), PlainPolicies.CountingLetters),
        ["atLeast"] = (Cadence.AtLeast(Weeks, Period.FromMonths(1)), PlainPolicies.AtLeastAMonth),
        ["atMost"] = (Cadence.AtMost(Weeks, Period.FromDays(10)), PlainPolicies.AtMostTenDays),
        ["between"] = (Cadence.Between(Weeks, new AnnualDate(9, 1), new AnnualDate(6, 30)), PlainPolicies.SchoolYear),
        ["jitter"] = (Cadence.Jitter(Weeks, 7), PlainPolicies.Spread),
        ["notOn"] = (Cadence.NotOn(Weeks, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday), PlainPolicies.NotOnWeekends),
        ["backOff"] = (Cadence.BackOff(Weeks), PlainPolicies.BackOff),
        ["named"] = (Cadence.Named("weeks"), PlainPolicies.ByName),
    };

    private ICadencePolicy policy = Cadence.Never;
    private Func<CadenceContext, PlainWindow?> byHand = PlainPolicies.Never;
    private CadenceContext? context;

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    public static IEnumerable<string> Kinds => Policies.Keys;

    [GlobalSetup]
    public void Setup()
    {
        (policy, byHand) = Policies[Kind];
        var first = Instant.FromUtc(2025, 1, 1, 9, 0);
        var touchpoints = Enumerable.Range(0, 100).Select(i => new Touchpoint(
            Ada.Id, first + Duration.FromHours(100 * i), i % 10 == 3 ? Channel.Voice : Channel.Message,
            i % 2 == 0 ? Direction.Outgoing : Direction.Incoming)).ToArray();
        var reference = touchpoints[^1].At.InUtc().Date;
        context = new CadenceContext(Ada, reference, reference.PlusDays(5))
        {
            Start = first.InUtc().Date,
            Touchpoints = [.. touchpoints],
            Rhythm = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc)
                .ScoreAt(touchpoints, touchpoints[^1].At).Rhythm,
            Policies = CadencePolicies.Empty.Add("weeks", Weeks),
        };
        Check(ByHand(), Window());
    }

    [Benchmark(Baseline = true)]
    public PlainWindow? ByHand() => byHand(context!);

    [Benchmark]
    public CadenceWindow? Window() => policy.NextDue(context!);

    private void Check(PlainWindow? baseline, CadenceWindow? kit)
    {
        var plain = kit is { } window ? new PlainWindow(window.Ideal, window.Latest) : (PlainWindow?)null;
        if (Kind == "jitter")
        {
            // Two hashes choose two days, of the same week.
            var weeks = PlainPolicies.Weeks(context!)!.Value;
            Agreement.Check(IsWithinAWeek(weeks, baseline!.Value) && IsWithinAWeek(weeks, plain!.Value), true, "week of the window");
            return;
        }

        Agreement.Check(baseline, plain, "window");
    }

    private static bool IsWithinAWeek(PlainWindow from, PlainWindow moved) =>
        Period.DaysBetween(from.Ideal, moved.Ideal) is >= 0 and <= 7 && moved == from.MovedTo(moved.Ideal);
}
