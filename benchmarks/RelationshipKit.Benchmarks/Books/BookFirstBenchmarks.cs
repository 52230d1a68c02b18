using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Planning.Health;

namespace RelationshipKit.Benchmarks.Books;

/// <summary>What a book of ten years costs when it is asked for the first time: all scores, and a year of health.</summary>
[MemoryDiagnoser]
public class BookFirstBenchmarks
{
    private Contact[] people = [];
    private List<Touchpoint> touchpoints = [];
    private RelationshipBook? book;

    [Params(125, 500, LargeBook.Contacts)]
    public int Contacts { get; set; }

    [GlobalSetup]
    public void Setup() => (people, touchpoints) = (LargeBook.People(Contacts), LargeBook.Touchpoints(Contacts));

    [IterationSetup]
    public void Open() => book = RelationshipBookFactory.Default.Open(DateTimeZoneProviders.Tzdb["Europe/London"], people, touchpoints);

    [Benchmark(Baseline = true)]
    public double ScoreOfAll() => people.Sum(contact => book!.ScoreOf(contact.Id, History.Now).ExpectedContacts);

    [Benchmark]
    public NetworkHealth HealthAt() => book!.HealthAt(History.Now);
}
