using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Books;

/// <summary>
/// What one touchpoint more costs with the busiest contact, 2,258 touchpoints: recorded in the book and scored, against folded into a state
/// of the app's own.
/// </summary>
[MemoryDiagnoser]
public class BookRecordBenchmarks
{
    private RelationshipBook? book;
    private Touchpoint? next;
    private TieState? state;

    [GlobalSetup]
    public void Setup()
    {
        book = LargeBook.Of(LargeBook.Contacts);
        var busiest = book.Contacts.MaxBy(contact => book.Touchpoints.Of(contact).Length)!.Id;
        Agreement.Check(book.Touchpoints.Of(busiest).Length, LargeBook.Busiest, "touchpoints of the busiest contact");
        next = new Touchpoint(busiest, History.Now + Duration.FromHours(3), Channel.Voice, Direction.Mutual);
        state = book.Scorer.StateOf(book.Touchpoints.Of(busiest), History.Now);
        Agreement.Check(book.ScoreOf(busiest, History.Now), book.Scorer.ScoreAt(state, History.Now), "score before");
        Agreement.Check(RecordAndScore(), book.Scorer.ScoreAt(With(), next.At), "score after one more");
    }

    [Benchmark]
    public TieState With() => state!.With(next!);

    [Benchmark(Baseline = true)]
    public RelationshipScore WithAndScore() => book!.Scorer.ScoreAt(With(), next!.At);

    [Benchmark]
    public RelationshipScore RecordAndScore() => book!.Record(next!).Book.ScoreOf(next!.Participants[0], next.At);
}
