using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using NodaTime;
using RelationshipKit.Planning.Simulation;

namespace RelationshipKit.Tests.Books;

/// <summary>What a book says of questions to those who listen: how long each took and what was found, and nothing about anybody.</summary>
public sealed class QuestionTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly RelationshipBook Book = RelationshipBookFactory.Default
        .Create(DateTimeZone.Utc, Cadence.Every(Period.FromWeeks(2)))
        .Add(new Contact("ada", "Ada Secret")).OrThrow()
        .Add(new Contact("bob", "Bob Secret")).OrThrow()
        .Record(
            [.. Enumerable.Range(1, 6)
                .Select(i => new Touchpoint("ada", Now - Duration.FromDays(12 * i), Channel.Voice, Direction.Mutual))])
            .OrThrow();

    // Other tests ask, too; measurements are made on the thread of the question.
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly List<(string Instrument, double Value, KeyValuePair<string, object?>[] Tags)> measured = [];
    private readonly List<Activity> activities = [];
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public QuestionTests()
    {
        meters.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "RelationshipKit")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.Start();
        traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "RelationshipKit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (Environment.CurrentManagedThreadId == thread)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
    }

    public static TheoryData<string> Questions => [.. Asked().Select(method => method.ToString()!)];

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void EveryQuestion_IsMeasuredAndTracedOnce(string signature)
    {
        var method = Asked().Single(asked => asked.ToString() == signature);

        method.Invoke(Book, [.. method.GetParameters().Select(Argument)]);

        var (_, seconds, tags) = Assert.Single(measured, one => one.Instrument == "relationshipkit.question.duration");
        Assert.InRange(seconds, 1e-9, 600);
        Assert.Equal(("relationshipkit.question", method.Name), (Assert.Single(tags).Key, tags[0].Value));
        var activity = Assert.Single(activities);
        Assert.Equal(method.Name, activity.OperationName);
        Assert.Empty(activity.TagObjects);
    }

    [Fact]
    public void AQuestionThatIsRefused_IsMeasuredAndEnds()
    {
        Assert.Throws<ContactNotFoundException>(() => Book.ScoreOf("nobody", Now));
        Book.ScoreOf("ada", Now);

        Assert.Equal(2, measured.Count);
        Assert.Equal(["ScoreOf", "ScoreOf"], activities.Select(activity => activity.OperationName));
    }

    [Fact]
    public void ReviewsAndDueLists_CountWhatTheyFind()
    {
        var book = RelationshipBookFactory.Default
            .Create(DateTimeZone.Utc, new Broken())
            .Add(new Contact("ada", "Ada Secret")).OrThrow()
            .Add(new Contact("bob", "Bob Secret")).OrThrow();

        book.DueBy(Now, new LocalDate(2026, 3, 2));
        Assert.Equal([("DueBy", "PolicyFailed", 2)], Findings());

        var found = book.ReviewCadences(Now)
            .CountBy(finding => finding.Kind)
            .Select(kind => ("ReviewCadences", kind.Key.ToString(), (double)kind.Value));
        Assert.NotEmpty(found);
        Assert.Equal(found.Order(), Findings().Order());

        IEnumerable<(string, string, double)> Findings()
        {
            var all = measured.Where(one => one.Instrument == "relationshipkit.findings")
                .Select(one => ((string)one.Tags[0].Value!, (string)one.Tags[1].Value!, one.Value))
                .ToArray();
            measured.Clear();
            return all;
        }
    }

    // All questions are about an instant.
    private static IEnumerable<MethodInfo> Asked() =>
        typeof(RelationshipBook).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(
                method => method.GetParameters()
                    .Any(parameter => parameter is { Name: "asOf" }) && method.ReturnType != typeof(BookUpdate));

    private static object? Argument(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: true } => null,
        { Name: "id" } => (ContactId)"ada",
        { Name: "asOf" } => Now,
        { Name: "by" } => new LocalDate(2026, 3, 9),
        { Name: "monday" } => new LocalDate(2026, 3, 9),
        { Name: "level" } => Strength.FromValue(0.01),
        { Name: "extra" } => new Touchpoint("ada", Now, Channel.InPerson, Direction.Mutual),
        { ParameterType: var type } when type == typeof(SimulationSettings) => new SimulationSettings { Weeks = 2, Seed = 1 },
        _ => throw new ArgumentException($"Say what the test asks for as {parameter.Name}.", nameof(parameter)),
    };

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Environment.CurrentManagedThreadId == thread)
        {
            measured.Add((instrument.Name, value, tags.ToArray()));
        }
    }

    private sealed class Broken : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => throw new InvalidOperationException("Ada Secret");
    }
}
