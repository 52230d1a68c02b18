using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class ErasureTests
{
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly Touchpoint Rally = new([Ada, Bob], At, Channel.GroupEvent, Direction.Mutual) { OthersPresent = 1_000_000 };

    [Fact]
    public void Erase_CrowdAsLargeAsCanBe_IsNotRefused()
    {
        var log = new TouchpointLog();
        log.Add(Rally);
        log.Add(new Touchpoint(Bob, At, Channel.Voice, Direction.Incoming));

        var erasure = log.Erase(Ada);

        Assert.Equal(Rally with { Participants = [Bob] }, Assert.Single(erasure.Rewritten));
        Assert.Equal(2, log.Count);
        Assert.Equal<ContactId>([Bob], log.Contacts);
    }

    [Fact]
    public void Erase_CrowdOneBelowTheLimit_GrowsByTheErased()
    {
        var log = new TouchpointLog();
        log.Add(Rally with { OthersPresent = 999_999 });

        Assert.Equal(1_000_000, Assert.Single(log.Erase(Ada).Rewritten).OthersPresent);
    }
}
