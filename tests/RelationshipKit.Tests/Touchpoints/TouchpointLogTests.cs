using System.Collections;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class TouchpointLogTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Micro = Duration.FromNanoseconds(1_000);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly ContactId Zoe = ContactId.FromValue("Zoe");
    private static readonly Touchpoint Call = new(Ada, At, Channel.Voice, Direction.Outgoing);
    private static readonly Touchpoint Mail = Call with { Channel = Channel.Email, Source = new SourceKey("mail", "1") };
    private static readonly Touchpoint Dinner = new(
        [Ada, Bob], At + Duration.FromDays(1), Channel.InPerson, Direction.Mutual) { Id = "dinner" };

    [Fact]
    public void Log_Empty_HasNothing()
    {
        var log = new TouchpointLog();
        Assert.Empty(log);
        Assert.Equal(0, log.Count);
        Assert.Empty(log.Contacts);
        Assert.Empty(log.Of(Ada));
        Assert.Empty(log.Of(ContactId.None));
        Assert.Empty(log.Of(Ada, Facet.Family));
        Assert.Empty(log.AsKnownAt(At));
        Assert.Empty(log.Snapshot());
        Assert.False(log.Contains(Call));
    }

    [Fact]
    public void Add_SameTouchpoint_IsDuplicate()
    {
        var log = LogOf(Call, Mail, Dinner);
        Assert.Equal(AddResult.Duplicate, log.Add(Call with { }));
        Assert.Equal(AddResult.Duplicate, log.Add(Mail with { }));
        Assert.Equal(AddResult.Duplicate, log.Add(Dinner with { Participants = [Bob, Ada] }));
        Assert.Equal(3, log.Count);
    }

    [Fact]
    public void Add_SameIdentityOtherFields_IsConflictAndChangesNothing()
    {
        var log = LogOf(Call, Mail, Dinner);
        Assert.Equal(AddResult.Conflict, log.Add(Call with { Note = "n" }));
        Assert.Equal(AddResult.Conflict, log.Add(Mail with { At = At + Micro }));
        Assert.Equal(AddResult.Conflict, log.Add(Mail with { Participants = [Bob] }));
        Assert.Equal(AddResult.Conflict, log.Add(Dinner with { Source = new SourceKey("mail", "2") }));
        Assert.Equal(
            [Call, Mail, Dinner], log.OrderBy(touchpoint => touchpoint.At).ThenByDescending(touchpoint => touchpoint.Channel.Name));
        Assert.Equal<Touchpoint>([Dinner], log.Of(Bob));
    }

    [Fact]
    public void Add_AnyPartOfTheIdentityDiffers_IsAdded()
    {
        var log = LogOf(Call, Mail, Dinner);
        Assert.Equal(AddResult.Added, log.Add(Call with { At = At + Micro }));
        Assert.Equal(AddResult.Added, log.Add(Call with { Direction = Direction.Incoming }));
        Assert.Equal(AddResult.Added, log.Add(Call with { Channel = Channel.Video }));
        Assert.Equal(AddResult.Added, log.Add(Call with { Participants = [Bob] }));
        Assert.Equal(AddResult.Added, log.Add(Call with { Participants = [Ada, Bob] }));
        Assert.Equal(AddResult.Added, log.Add(Call with { Id = "1" }));
        Assert.Equal(AddResult.Added, log.Add(Mail with { Source = new SourceKey("mail", "2") }));
        Assert.Equal(AddResult.Added, log.Add(Mail with { Source = new SourceKey("mail 2", "1") }));
        Assert.Equal(AddResult.Added, log.Add(Dinner with { Id = "Dinner" }));
        Assert.Equal(12, log.Count);
    }

    [Fact]
    public void Enumerate_EqualInstants_IdsThenSourcesThenContents()
    {
        var expected = new[]
        {
            Call with { Id = "B" },
            Call with { Id = "a" },
            Call with { Source = new SourceKey("a", "2") },
            Call with { Source = new SourceKey("b", "1") },
            Call with { Channel = Channel.Email, Direction = Direction.Incoming },
            Call with { Direction = Direction.Unknown },
            Call with { Participants = [Zoe] },
            Call,
            Call with { Participants = [Ada, Bob] },
            Call with { Participants = [Bob] },
            Call with { Id = "A", At = At + Micro },
        };
        Assert.Equal(expected, LogOf([.. expected.Reverse()]));
        Assert.Equal(expected, LogOf(expected).Snapshot());
        Assert.Equal(11, ((IEnumerable)LogOf(expected)).Cast<Touchpoint>().Count());
        Assert.Equal(11, ((IEnumerable)LogOf(expected).Snapshot()).Cast<Touchpoint>().Count());
    }

    [Fact]
    public void Of_AddedOutOfOrder_FirstIsTheEarliestNotTheFirstRecorded()
    {
        var log = LogOf(Call, Dinner);
        var earlier = Call with { At = At - Duration.FromDays(9_000) };
        log.Of(Ada);
        log.Add(earlier, At + Duration.FromDays(100));
        Assert.Equal<Touchpoint>([earlier, Call, Dinner], log.Of(Ada));
    }

    [Fact]
    public void Of_NobodyWroteSince_IsTheSameArray()
    {
        var log = LogOf(Call, Dinner);
        var first = log.Of(Ada);
        log.Add(Call with { Participants = [Bob] });
        Assert.True(first.Equals(log.Of(Ada)));
    }

    [Fact]
    public void Of_Facet_IsThatFacetOnly()
    {
        var family = Call with { Facet = Facet.Family, Channel = Channel.Video };
        var log = LogOf(Call, family);
        Assert.Equal<Touchpoint>([family], log.Of(Ada, Facet.FromName("family")));
        Assert.Empty(log.Of(Ada, Facet.Personal));
        Assert.Empty(log.Of(Bob, Facet.Family));
    }

    [Fact]
    public void Of_Contact_UnitesAliasesAndCountsSharedOnce()
    {
        var early = new Touchpoint(Bob, At - Micro, Channel.Letter, Direction.Incoming);
        var log = LogOf(Call, Dinner, early);
        Assert.Equal<Touchpoint>([early, Call, Dinner], log.Of(new Contact(Ada, "Ada") { Aliases = [Bob, Zoe] }));
        Assert.Equal<Touchpoint>([Call, Dinner], log.Of(new Contact(Ada, "Ada")));
    }

    [Fact]
    public void Contacts_AreInOrdinalOrder() =>
        Assert.Equal<ContactId>([Zoe, Ada, Bob], LogOf(Dinner, Call with { Participants = [Zoe] }).Contacts);

    [Fact]
    public void Between_IsHalfOpen()
    {
        var log = LogOf(Call, Dinner);
        Assert.Equal<Touchpoint>([Call], log.Between(At, Dinner.At));
        Assert.Equal<Touchpoint>([Call, Dinner], log.Between(At, Dinner.At + Duration.Epsilon));
        Assert.Equal<Touchpoint>([Dinner], log.Between(At + Duration.Epsilon, Instant.MaxValue));
        Assert.Empty(log.Between(At, At));
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => log.Between(Dinner.At, At));
        Assert.Contains("2026-03-02T09:00:00Z", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-03T09:00:00Z", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_WrittenAfterwards_StaysAsItWas()
    {
        var log = LogOf(Call);
        var between = log.Between(At, Instant.MaxValue);
        log.Add(Dinner);
        log.Retract(Call, At);
        Assert.Equal<Touchpoint>([Call], between);
    }

    [Fact]
    public void Contains_IsByIdentity()
    {
        foreach (ITouchpointReader reader in new ITouchpointReader[] { LogOf(Call, Mail, Dinner), LogOf(Call, Mail, Dinner).Snapshot() })
        {
            Assert.True(reader.Contains(Call with { Note = "n" }));
            Assert.True(reader.Contains(Mail with { At = At + Micro, Participants = [Zoe] }));
            Assert.True(reader.Contains(Dinner with { Participants = [Zoe], Source = Mail.Source }));
            Assert.False(reader.Contains(Call with { At = At + Micro }));
            Assert.False(reader.Contains(Call with { Participants = [Zoe] }));
            Assert.False(reader.Contains(Call with { Id = "1" }));
            Assert.False(reader.Contains(Mail with { Source = new SourceKey("mail", "2") }));
        }
    }

    [Fact]
    public void Retract_WhatIsThere_IsGoneAndDoesNotComeBackByImport()
    {
        var log = LogOf(Mail, Dinner);
        Assert.True(log.Retract(Mail with { At = At + Micro }, At + Micro));
        Assert.Equal([Dinner], log);
        Assert.Equal<Touchpoint>([Dinner], log.Of(Ada));
        Assert.Equal(AddResult.Retracted, log.Add(Mail));
        Assert.Equal(AddResult.Retracted, log.Add(Mail with { Note = "n" }, At + Duration.FromDays(1)));
        Assert.False(log.Retract(Mail, At + Micro));
        Assert.Equal([Mail], log.AsKnownAt(At));
        Assert.Empty(log.AsKnownAt(At + Micro));
    }

    [Fact]
    public void Retract_LastTouchpoint_RemovesTheContact()
    {
        var log = LogOf(Call, Dinner);
        log.Retract(Dinner, Dinner.At);
        Assert.Equal<ContactId>([Ada], log.Contacts);
        Assert.Empty(log.Of(Bob));
        Assert.Equal(1, log.Count);
    }

    [Fact]
    public void Retract_BeforeItWasRecorded_StatesBothInstantsAndChangesNothing()
    {
        var log = new TouchpointLog();
        log.Add(Call, At + Duration.FromHours(1));
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => log.Retract(Call, At + Duration.FromHours(1) - Micro));
        Assert.Contains("2026-03-02T09:59:59.999999Z", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-02T10:00:00Z", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("recordedAt", refusal.ParamName);
        Assert.Equal([Call], log);
        Assert.True(log.Retract(Call, At + Duration.FromHours(1)));
    }

    [Fact]
    public void Restore_WhatWasRetracted_IsThereFromThenOn()
    {
        var log = LogOf(Call);
        log.Retract(Call, At + Duration.FromDays(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Restore(Call, At + Duration.FromDays(1) - Micro));
        Assert.True(log.Restore(Call with { Note = "after all" }, At + Duration.FromDays(2)));
        Assert.False(log.Restore(Call, At + Duration.FromDays(3)));
        Assert.Equal("after all", Assert.Single(log).Note);
        Assert.Equal([Call], log.AsKnownAt(At + Duration.FromDays(1) - Micro));
        Assert.Empty(log.AsKnownAt(At + Duration.FromDays(1)));
        Assert.Empty(log.AsKnownAt(At + Duration.FromDays(2) - Micro));
        Assert.Equal("after all", Assert.Single(log.AsKnownAt(At + Duration.FromDays(2))).Note);
        Assert.Equal(AddResult.Conflict, log.Add(Call));
    }

    [Fact]
    public void Restore_WhatWasNeverThere_IsFalse() => Assert.False(LogOf(Dinner).Restore(Call, At));

    [Fact]
    public void Correct_SameIdentity_KeepsWhatWasKnown()
    {
        var log = LogOf(Dinner);
        var corrected = Dinner with { At = At, Participants = [Bob, Zoe] };
        Assert.True(log.Correct(Dinner, corrected, Dinner.At + Micro));
        Assert.Equal([corrected], log);
        Assert.Empty(log.Of(Ada));
        Assert.Equal<Touchpoint>([corrected], log.Of(Zoe));
        Assert.Equal<Touchpoint>([corrected], log.Of(Bob));
        Assert.Equal([Dinner], log.AsKnownAt(Dinner.At));
        Assert.Equal([corrected], log.AsKnownAt(Dinner.At + Micro));
        Assert.Equal(AddResult.Conflict, log.Add(Dinner));
        Assert.Equal(AddResult.Duplicate, log.Add(corrected));
    }

    [Fact]
    public void Correct_OtherIdentity_PutsTheOldOneOutOfUse()
    {
        var log = LogOf(Call);
        var corrected = Call with { At = At - Duration.FromDays(1) };
        Assert.True(log.Correct(Call, corrected, At + Duration.FromDays(1)));
        Assert.Equal([corrected], log);
        Assert.Equal(AddResult.Retracted, log.Add(Call));
        Assert.Equal([Call], log.AsKnownAt(At));
        Assert.Equal(corrected, Assert.Single(log.AsKnownAt(At + Duration.FromDays(1))));
        Assert.True(log.Correct(corrected, Call, At + Duration.FromDays(2)));
        Assert.Equal([Call], log);
        Assert.Equal(AddResult.Retracted, log.Add(corrected));
    }

    [Fact]
    public void Correct_IdentityTaken_ThrowsWithoutPersonalDataAndChangesNothing()
    {
        var log = LogOf(Call, Dinner);
        var refusal = Assert.Throws<ArgumentException>(() => log.Correct(Call, Dinner with { Note = "n" }, At));
        Assert.DoesNotContain("dinner", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("corrected", refusal.ParamName);
        Assert.Equal([Call, Dinner], log);
        Assert.Equal([Call], log.AsKnownAt(At));
    }

    [Fact]
    public void Correct_BeforeWhatItReplaces_ThrowsAndChangesNothing()
    {
        var log = LogOf(Call, Mail);
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Correct(Call, Call with { Note = "n" }, At - Micro));
        log.Retract(Mail, At + Duration.FromDays(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Correct(Call, Mail, At + Duration.FromDays(2) - Micro));
        Assert.Equal([Call], log);
        Assert.True(log.Correct(Call, Mail, At + Duration.FromDays(2)));
        Assert.Equal([Mail], log);
    }

    [Fact]
    public void Correct_WhatIsNotThere_IsFalse() => Assert.False(LogOf(Call).Correct(Mail, Call, At));

    [Fact]
    public void AsKnownAt_RecordedLateOrEarly_IsByTheRecordNotByTheEvent()
    {
        var log = new TouchpointLog();
        log.Add(Call, At + Duration.FromDays(2));
        log.Add(Dinner, At - Duration.FromDays(2));
        Assert.Empty(log.AsKnownAt(At - Duration.FromDays(2) - Micro));
        Assert.Equal([Dinner], log.AsKnownAt(At - Duration.FromDays(2)));
        Assert.Equal([Dinner], log.AsKnownAt(At + Duration.FromDays(2) - Micro));
        Assert.Equal([Call, Dinner], log.AsKnownAt(At + Duration.FromDays(2)));
    }

    [Fact]
    public void Erase_Contact_IsNowhereAndOthersKeepWhatTheyShared()
    {
        var log = LogOf(Call, Dinner, Mail);
        log.Correct(Call, Call with { Note = "n" }, At + Micro);
        log.Retract(Mail, At + Micro);
        var snapshot = log.Snapshot();

        var erasure = log.Erase(Ada);

        Assert.Equal(1, erasure.Removed);
        Assert.Equal(2, erasure.PastVersions);
        var left = Assert.Single(erasure.Rewritten);
        Assert.Equal(Dinner with { Participants = [Bob], OthersPresent = 1 }, left);
        Assert.Equal([left], log);
        Assert.Equal<Touchpoint>([left], log.Of(Bob));
        Assert.Equal<ContactId>([Bob], log.Contacts);
        Assert.Empty(log.AsKnownAt(At));
        Assert.Equal([left], log.AsKnownAt(Dinner.At));
        Assert.Equal("1 removed, 1 rewritten, 2 past versions", erasure.ToString());
        Assert.Equal(2, snapshot.Of(Ada).Length);
        Assert.Equal(AddResult.Added, log.Add(Mail));
    }

    [Fact]
    public void Erase_WithAliases_CountsEachOfThemAmongTheOthersPresent()
    {
        var party = new Touchpoint([Ada, Bob, Zoe], At, Channel.GroupEvent, Direction.Mutual) { OthersPresent = 5 };
        var log = LogOf(party, Call, Call with { Participants = [Zoe] });

        var erasure = log.Erase(new Contact(Ada, "Ada") { Aliases = [Zoe] });

        Assert.Equal(2, erasure.Removed);
        Assert.Equal<Touchpoint>([party with { Participants = [Bob], OthersPresent = 7 }], erasure.Rewritten);
        Assert.Equal(party.GroupSize, erasure.Rewritten[0].GroupSize);
        Assert.Equal<ContactId>([Bob], log.Contacts);
    }

    [Fact]
    public void Erase_WhatIsLeftIsThereAlready_IsRemoved()
    {
        var shared = Call with { Participants = [Ada, Bob] };
        var alone = Call with { Participants = [Bob] };
        var log = LogOf(shared, alone);
        Assert.Equal("1 removed, 0 rewritten, 0 past versions", log.Erase(Ada).ToString());
        Assert.Equal([alone], log);
    }

    [Fact]
    public void Erase_RecordedLate_StaysRecordedLate()
    {
        var log = new TouchpointLog();
        log.Add(Dinner, Dinner.At + Duration.FromDays(5));
        log.Erase(Bob);
        Assert.Empty(log.AsKnownAt(Dinner.At + Duration.FromDays(5) - Micro));
        Assert.Single(log.AsKnownAt(Dinner.At + Duration.FromDays(5)));
    }

    [Fact]
    public void Erase_Unknown_IsHarmless()
    {
        var log = LogOf(Call);
        Assert.Equal("0 removed, 0 rewritten, 0 past versions", log.Erase(Bob).ToString());
        Assert.Equal([Call], log);
        Assert.Throws<ArgumentException>(() => log.Erase(ContactId.None));
    }

    [Fact]
    public void Snapshot_WithoutWrites_IsTheSameOne()
    {
        var log = LogOf(Call, Dinner);
        var snapshot = log.Snapshot();
        Assert.Same(snapshot, log.Snapshot());
        Assert.Equal(AddResult.Duplicate, log.Add(Call));
        Assert.Same(snapshot, log.Snapshot());
        log.Add(Mail);
        Assert.NotSame(snapshot, log.Snapshot());
        Assert.Equal([Call, Dinner], snapshot);
    }

    [Fact]
    public void Arguments_NullOrOutsideTime_AreRefused()
    {
        var log = LogOf(Call);
        Assert.Throws<ArgumentNullException>(() => log.Add(null!));
        Assert.Throws<ArgumentNullException>(() => log.Add(null!, At));
        Assert.Throws<ArgumentNullException>(() => log.Retract((Touchpoint)null!, At));
        Assert.Throws<ArgumentNullException>(() => log.Restore((Touchpoint)null!, At));
        Assert.Throws<ArgumentNullException>(() => log.Correct((Touchpoint)null!, Call, At));
        Assert.Throws<ArgumentNullException>(() => log.Correct(Call, null!, At));
        Assert.Throws<ArgumentNullException>(() => log.Contains(null!));
        Assert.Throws<ArgumentNullException>(() => log.Snapshot().Contains(null!));
        Assert.Throws<ArgumentNullException>(() => log.Of((Contact)null!));
        Assert.Throws<ArgumentNullException>(() => log.Of(Ada, null!));
        Assert.Throws<ArgumentNullException>(() => log.Erase((Contact)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Add(Call, Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Retract(Call, Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Restore(Call, Instant.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Correct(Call, Call, Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.AsKnownAt(Instant.MinValue));
        Assert.Equal([Call], log);
    }

    [Fact]
    public void ToString_HasNoPersonalData()
    {
        Assert.Equal("2 touchpoints of 2 contacts", LogOf(Call, Dinner).ToString());
        Assert.Equal("2 touchpoints of 2 contacts", LogOf(Call, Dinner).Snapshot().ToString());
    }

    private static TouchpointLog LogOf(params Touchpoint[] touchpoints)
    {
        var log = new TouchpointLog();
        Assert.All(touchpoints, touchpoint => Assert.Equal(AddResult.Added, log.Add(touchpoint)));
        return log;
    }
}
