using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

/// <summary>A log of a million, and readers on other threads. Not run beside other tests, which would be measured too.</summary>
[Collection(nameof(TouchpointLogScaleTests))]
[CollectionDefinition(nameof(TouchpointLogScaleTests), DisableParallelization = true)]
public class TouchpointLogScaleTests
{
    private const int Million = 1_000_000;

    private static readonly Instant Start = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");

    [Fact]
    public void Add_AMillion_TakesLessThan300Megabytes()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var log = new TouchpointLog();
        var contacts = Enumerable.Range(0, 150).Select(i => ContactId.FromValue($"contact {i}")).ToArray();
        for (var i = 0; i < Million; i++)
        {
            log.Add(new Touchpoint(contacts[i % contacts.Length], Start + Duration.FromSeconds(i), Channel.Message, Direction.Incoming)
            {
                Source = new SourceKey("mailbox", $"{i:D16}"),
            });
        }

        Assert.Equal(Million / 150 + 1, log.Of(contacts[0]).Length);
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        Assert.Equal(Million, log.Count);
        Assert.True(megabytes < 300, $"The log took {megabytes:F0} megabytes.");
    }

    [Fact]
    public void Add_ManyToOneContactInAnyOrder_IsNotQuadratic()
    {
        var order = Enumerable.Range(0, 200_000).ToArray();
        new Random(1).Shuffle(order);
        var log = new TouchpointLog();
        foreach (var i in order)
        {
            log.Add(new Touchpoint([Ada, Bob], Start + Duration.FromSeconds(i), Channel.Message, Direction.Incoming));
        }

        Assert.Equal(order.Order(), log.Of(Ada).Select(touchpoint => (int)(touchpoint.At - Start).TotalSeconds));
        Assert.Equal(200_000, log.Erase(Ada).Rewritten.Length);
        Assert.Equal(200_000, log.Of(Bob).Length);
    }

    [Fact]
    public async Task Snapshot_ReadWhileTheWriterGoesOn_HoldsWhatItHeld()
    {
        var log = new TouchpointLog();
        var readers = new List<Task>();
        for (var i = 0; i < 400; i++)
        {
            // Backwards, so that readers and the writer meet histories that are yet to be sorted.
            for (var j = 9; j >= 0; j--)
            {
                log.Add(
                    new Touchpoint(
                        j % 2 == 0 ? [Ada, Bob] : [Ada], Start + Duration.FromSeconds(i * 10 + j), Channel.Message, Direction.Incoming));
            }

            var (snapshot, count) = (log.Snapshot(), (i + 1) * 10);
            for (var reader = 0; reader < 2; reader++)
            {
                readers.Add(Task.Run(() =>
                {
                    Assert.Equal(count, snapshot.Count);
                    Assert.Equal(count / 2, snapshot.Of(Bob).Length);
                    Assert.Equal(
                        Enumerable.Range(0, count), snapshot.Of(Ada).Select(touchpoint => (int)(touchpoint.At - Start).TotalSeconds));
                    Assert.Equal(snapshot.Of(Ada), snapshot);
                }));
            }
        }

        await Task.WhenAll(readers);
        Assert.Equal(4_000, log.Count);
    }
}
