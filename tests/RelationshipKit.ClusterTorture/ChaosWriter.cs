using System.Diagnostics;
using NodaTime;
using RelationshipKit.Orleans;
using RelationshipKit.SampleCluster;

namespace RelationshipKit.ClusterTorture;

/// <summary>
/// A caller with a contact of its own in the book of each owner, whom all writers share. It knows what each answer must be.
/// </summary>
internal sealed class ChaosWriter(IGrainFactory grains, int number, int owners, int seed, Acknowledgements acknowledgements)
{
    private readonly Random random = new((seed * 1_000) + number);
    private readonly int[] records = new int[owners];
    private readonly int[] counts = new int[owners];
    private readonly long[] revisions = new long[owners];

    public static Instant AsOf { get; } = Instant.FromUtc(2026, 3, 2, 9, 0);

    public int Number => number;

    public int Answers { get; private set; }

    public int Contradictions { get; private set; }

    public int Repeated { get; private set; }

    public int RecordsOf(int owner) => records[owner];

    public int CountsOf(int owner) => counts[owner];

    public async Task RunAsync(Stopwatch clock, TimeSpan length)
    {
        ContactId contact = Chaos.ContactOf(number);
        for (var count = 1; clock.Elapsed < length; count++)
        {
            var owner = random.Next(owners);
            var grain = grains.GetGrain<IRelationshipGrain>(Chaos.OwnerOf(owner));
            var id = FormattableString.Invariant($"{number}-{count}");
            var isRecord = random.Next(2) == 0;
            var at = AsOf - Duration.FromSeconds(count);
            var result = await Calls.UntilAnsweredAsync(() => isRecord
                ? grain.Record(id, new Touchpoint(contact, at, Channel.Message, Direction.Outgoing) { Id = id })
                : grain.Operate(id, new CountUp(contact)), Repeat);
            (isRecord ? records : counts)[owner]++;
            acknowledgements.Add();
            Check(result.Refused.Count == 0 && (result.WasSavedBefore || result.Changes == 1));
            See(owner, result.Revision);

            if (random.Next(4) == 0)
            {
                var score = await Calls.UntilAnsweredAsync(() => grain.ScoreOf(contact, AsOf), Repeat);
                Answers++;
                Check(score.Touchpoints == records[owner]);
                See(owner, score.Revision);
            }
        }
    }

    // No call may come from a book older than one that this caller has seen.
    private void See(int owner, long revision)
    {
        Check(revision >= revisions[owner]);
        revisions[owner] = Math.Max(revision, revisions[owner]);
    }

    private void Repeat() => Repeated++;

    private void Check(bool holds) => Contradictions += holds ? 0 : 1;
}
