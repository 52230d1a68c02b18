using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

/// <summary>Longer histories than one change: there and back, retracted twice, read in between, and erased in the end.</summary>
public class TouchpointLogHistoryTests
{
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly ContactId Eve = ContactId.FromValue("Eve");
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);
    private static readonly Duration Micro = Duration.FromNanoseconds(1_000L);

    [Fact]
    public void Restore_Retracted_IsBackAsToldNow()
    {
        var log = LogOf(At(0));
        log.Retract(At(0), Noon + Duration.FromDays(2));

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => log.Restore(At(0), Noon + Duration.FromDays(2) - Micro));
        Assert.Equal("recordedAt", exception.ParamName);
        Assert.True(log.Restore(At(0) with { Note = "after all" }, Noon + Duration.FromDays(2)));
        Assert.Equal("after all", Assert.Single(log).Note);
        Assert.False(log.Restore(At(0), Noon + Duration.FromDays(3)));
        Assert.Equal(AddResult.Conflict, log.Add(At(0)));
        Assert.True(log.Retract(At(0), Noon + Duration.FromDays(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Restore(At(0), Noon + Duration.FromDays(3)));
        Assert.True(log.Restore(At(0), Noon + Duration.FromDays(4)));
    }

    [Fact]
    public void Correct_AnotherIdentityAndBack_IsHeldOnceEachTime()
    {
        var log = LogOf(At(0));

        Assert.True(log.Correct(At(0), At(0, Bob), Noon + Duration.FromDays(1)));
        Assert.Equal([At(0, Bob)], log);
        Assert.Equal([Bob], log.Contacts.AsEnumerable());
        Assert.Equal(AddResult.Retracted, log.Add(At(0)));
        Assert.Equal(
            "recordedAt",
            Assert.Throws<ArgumentOutOfRangeException>(() => log.Correct(At(0, Bob), At(0), Noon)).ParamName);
        Assert.True(log.Correct(At(0, Bob), At(0), Noon + Duration.FromDays(1)));
        Assert.Equal([At(0)], log);
        Assert.Equal(AddResult.Duplicate, log.Add(At(0)));
        Assert.Equal(AddResult.Retracted, log.Add(At(0, Bob)));
    }

    [Fact]
    public void Correct_IntoRetractedIdentity_NotBeforeTheRetraction()
    {
        var log = LogOf(At(0), At(1));
        log.Retract(At(1), Noon + Duration.FromDays(5));

        Assert.Throws<ArgumentOutOfRangeException>(() => log.Correct(At(0), At(1), Noon + Duration.FromDays(5) - Micro));
        Assert.Equal([At(0)], log);
        Assert.True(log.Correct(At(0), At(1), Noon + Duration.FromDays(5)));
        Assert.Equal([At(1)], log);
    }

    [Fact]
    public void Contains_AnyIdentity_IsTheSameInSnapshots()
    {
        Touchpoint[] held = [At(0), At(1) with { Id = "t" }, At(2, Ada, Bob) with { Source = new SourceKey("mail", "1") }];
        var log = LogOf(held);
        Touchpoint[] others =
            [
                At(1), At(0, Bob), At(0, Ada, Bob), At(0) with { Id = "T" }, At(2, Ada, Bob),
                At(2, Ada, Bob) with { Source = new SourceKey("mail", "2") }
            ];
        Touchpoint[] same = [At(7, Eve) with { Id = "t" }, At(7, Eve) with { Source = new SourceKey("mail", "1") }];
        foreach (var reader in new ITouchpointReader[] { log, log.Snapshot() })
        {
            Assert.All(held.Concat(same), touchpoint => Assert.True(reader.Contains(touchpoint)));
            Assert.All(others, touchpoint => Assert.False(reader.Contains(touchpoint)));
            Assert.Throws<ArgumentNullException>(() => reader.Contains(null!));
        }
    }

    [Fact]
    public void Snapshot_LaterWrites_LeaveItAlone()
    {
        var log = LogOf(At(1, Ada, Bob), At(0), At(2, Bob));
        var snapshot = log.Snapshot();
        Touchpoint[] before = [At(0), At(1, Ada, Bob), At(2, Bob)];

        log.Add(At(3));
        log.Retract(At(1, Ada, Bob), Day(9));
        log.Correct(At(0), At(0, Eve), Day(9));
        log.Erase(Bob);

        Assert.Equal(before, snapshot);
        Assert.Equal(3, snapshot.Count);
        Assert.Equal([Ada, Bob], snapshot.Contacts.AsEnumerable());
        Assert.Equal([At(1, Ada, Bob), At(2, Bob)], snapshot.Of(Bob).AsEnumerable());
        Assert.Equal("3 touchpoints of 2 contacts", snapshot.ToString());
        Assert.Equal([At(0, Eve), At(3)], log);
    }

    [Fact]
    public void AsKnownAt_Versions_AreKnownFromTheirRecordingToTheMicrosecond()
    {
        var log = new TouchpointLog();
        log.Add(At(0), Day(2));
        log.Correct(At(0), At(0, Bob), Day(4));
        log.Retract(At(0, Bob), Day(6));
        log.Restore(At(0, Bob), Day(8));

        Assert.Empty(log.AsKnownAt(Day(2) - Micro));
        Assert.Equal([At(0)], log.AsKnownAt(Day(2)));
        Assert.Equal([At(0)], log.AsKnownAt(Day(4) - Duration.Epsilon));
        Assert.Equal([At(0, Bob)], log.AsKnownAt(Day(4)));
        Assert.Equal([At(0, Bob)], log.AsKnownAt(Day(6) - Micro));
        Assert.Empty(log.AsKnownAt(Day(6)));
        Assert.Empty(log.AsKnownAt(Day(8) - Micro));
        Assert.Equal([At(0, Bob)], log.AsKnownAt(Day(8)));
        Assert.Equal(1, log.AsKnownAt(Day(8)).Count);
    }

    [Fact]
    public void Erase_PastVersions_AreForgottenWithTheirIdentities()
    {
        var log = LogOf(At(0), At(1, Ada, Bob), At(2, Bob), At(4, Bob));
        log.Retract(At(0), Day(1));
        log.Correct(At(1, Ada, Bob), At(1, Bob), Day(2));
        log.Retract(At(2, Bob), Day(3));

        var erasure = log.Erase(Ada);

        Assert.Equal("0 removed, 0 rewritten, 2 past versions", erasure.ToString());
        Assert.Equal(2, erasure.PastVersions);
        Assert.Equal([At(1, Bob), At(2, Bob)], log.AsKnownAt(Day(2)));
        Assert.Equal(AddResult.Retracted, log.Add(At(2, Bob)));
        Assert.Equal(AddResult.Added, log.Add(At(0)));
        Assert.Equal(AddResult.Added, log.Add(At(1, Ada, Bob)));
    }

    [Fact]
    public void Erase_LeftWithTheIdentityOfAnother_IsRemoved()
    {
        var log = LogOf(At(0, Ada, Bob), At(0, Bob), At(1, Ada, Bob), At(1, Bob));
        log.Retract(At(1, Bob), Day(2));

        Assert.Equal("2 removed, 0 rewritten, 0 past versions", log.Erase(Ada).ToString());
        Assert.Equal([At(0, Bob)], log);
    }

    [Fact]
    public void Erase_SharedWithAnId_KeepsItThoughItWasCorrectedBefore()
    {
        var log = LogOf(At(0, Bob) with { Id = "t" });
        log.Correct(At(0, Bob) with { Id = "t" }, At(0, Ada, Bob) with { Id = "t" }, Day(1));

        Assert.Equal("0 removed, 1 rewritten, 0 past versions", log.Erase(Ada).ToString());
        Assert.Equal([At(0, Bob) with { Id = "t", OthersPresent = 1 }], log);
        Assert.Equal([At(0, Bob) with { Id = "t" }], log.AsKnownAt(Noon));
    }

    [Fact]
    public void Erase_ContactWithAliases_ErasesThePersonUnderAllIds()
    {
        var log = LogOf(At(0), At(1, Eve), At(2, Ada, Eve), At(3, Ada, Bob, Eve), At(4, Bob, Eve), At(5, Bob));
        var erasure = log.Erase(new Contact(Ada, "Ada") { Aliases = [Eve] });

        Assert.Equal("3 removed, 2 rewritten, 0 past versions", erasure.ToString());
        Assert.Equal([At(3, Bob) with { OthersPresent = 2 }, At(4, Bob) with { OthersPresent = 1 }], erasure.Rewritten.AsEnumerable());
        Assert.Equal([.. erasure.Rewritten, At(5, Bob)], log);
        Assert.Equal([Bob], log.Contacts.AsEnumerable());
    }

    [Fact]
    public void Of_InstantsWhoseTextsSortOtherwise_AreInOrderOfTime()
    {
        // As ISO texts, "…:00.5Z" comes before "…:00Z".
        var whole = At(0) with { At = Noon };
        var half = At(0) with { At = Noon + Duration.FromMilliseconds(500) };

        Assert.Equal([whole, half], LogOf(half, whole).Of(Ada).AsEnumerable());
    }

    private static Instant Day(int day) => Noon + Duration.FromDays(day);

    private static Touchpoint At(int day, params ContactId[] participants) =>
        new(participants.Length == 0 ? [Ada] : participants, Day(day), Channel.InPerson, Direction.Mutual);

    private static TouchpointLog LogOf(params Touchpoint[] touchpoints)
    {
        var log = new TouchpointLog();
        Assert.All(touchpoints, touchpoint => Assert.Equal(AddResult.Added, log.Add(touchpoint)));
        return log;
    }
}
