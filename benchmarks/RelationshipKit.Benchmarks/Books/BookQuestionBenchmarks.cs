using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Planning.Briefs;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Books;

/// <summary>
/// What a book of ten years costs when it is asked again three hours later, against scoring states that an app would keep itself.
/// </summary>
/// <remarks>Contacts and history grow together, by four and by four again: no row may grow faster.</remarks>
[MemoryDiagnoser]
public class BookQuestionBenchmarks
{
    private static readonly Instant Later = History.Now + Duration.FromHours(3);
    private static readonly LocalDate Today = new(2026, 3, 2);

    private const int WarmWeeks = 40;

    private RelationshipBook? book;
    private TieState[] states = [];
    private ContactId[] people = [];

    [Params(125, 500, LargeBook.Contacts)]
    public int Contacts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        book = LargeBook.Of(Contacts);
        people = [.. book.Contacts.Select(contact => contact.Id)];
        states = [.. people.Select(id => book.Scorer.StateOf(book.Touchpoints.Of(id), History.Now))];

        // A week takes so long that a short job would still measure code that is not compiled for good.
        for (var i = 0; i < WarmWeeks; i++)
        {
            PlanWeek();
        }

        foreach (var (id, state) in people.Zip(states))
        {
            Agreement.Check(book.ScoreOf(id, History.Now), book.Scorer.ScoreAt(state, History.Now), "score of a contact");
        }
    }

    [Benchmark(Baseline = true)]
    public double ScoreStates() => states.Sum(state => book!.Scorer.ScoreAt(state, Later).ExpectedContacts);

    [Benchmark]
    public double ScoreOfAll() => people.Sum(id => book!.ScoreOf(id, Later).ExpectedContacts);

    [Benchmark]
    public int DueBy() => book!.DueBy(Later, Today).Length;

    [Benchmark]
    public WeekPlan PlanWeek() => book!.PlanWeek(Later, Today);

    [Benchmark]
    public ContactBrief BriefOfOne() => book!.BriefOf(people[people.Length / 3], Later);
}
