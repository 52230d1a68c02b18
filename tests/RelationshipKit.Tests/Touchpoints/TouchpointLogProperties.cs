using System.Collections.Immutable;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Tests.Generators;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

[Properties(
    Arbitrary = [typeof(TouchpointArbitraries), typeof(LogChangeArbitraries)], Replay = "(6364136223846793005,1442695040888963407)")]
public class TouchpointLogProperties
{
    [Property(MaxTest = 1000, EndSize = 60)]
    public void A_log_does_what_a_plain_list_of_versions_does(LogChange[] changes)
    {
        var log = new TouchpointLog();
        var plain = new PlainLog();
        foreach (var change in changes)
        {
            Assert.Equal(plain.Apply(change), change.ApplyTo(log));
        }

        AssertReads(plain.Current, log);
        foreach (var instant in TouchpointArbitraries.Instants)
        {
            AssertReads(plain.KnownAt(instant), log.AsKnownAt(instant));
        }
    }

    [Property(MaxTest = 300)]
    public void A_key_reads_its_own_text(Touchpoint touchpoint) =>
        Assert.Equal(touchpoint.Key, TouchpointKey.Parse(touchpoint.Key.ToString(), null));

    [Property(EndSize = 60)]
    public void Reading_between_writes_changes_nothing(LogChange[] changes)
    {
        var read = new TouchpointLog();
        var unread = new TouchpointLog();
        foreach (var change in changes)
        {
            Assert.Equal(change.ApplyTo(unread), change.ApplyTo(read));
            foreach (var person in TouchpointArbitraries.People)
            {
                read.Of(person);
            }

            read.Snapshot();
        }

        AssertReads(unread.ToArray(), read);
    }

    [Property]
    public void Adding_twice_is_adding_once(Touchpoint[] touchpoints)
    {
        var log = LogOf(touchpoints);
        var before = log.ToArray();

        Assert.All(before, touchpoint => Assert.Equal(AddResult.Duplicate, log.Add(touchpoint, TouchpointArbitraries.Last)));
        Assert.All(touchpoints, touchpoint => Assert.NotEqual(AddResult.Added, log.Add(touchpoint)));
        AssertReads(before, log);
    }

    [Property]
    public void The_order_of_adding_never_matters(Touchpoint[] touchpoints, int seed)
    {
        var distinct = touchpoints.DistinctBy(PlainLog.IdentityOf).ToArray();
        var shuffled = distinct.ToArray();
        new Random(seed).Shuffle(shuffled);

        AssertReads(LogOf(distinct).ToArray(), LogOf(shuffled));
    }

    [Property(EndSize = 60)]
    public void A_snapshot_never_changes(LogChange[] before, LogChange[] after)
    {
        var log = LogOf(before);
        var snapshot = log.Snapshot();
        var unread = snapshot.ToArray();
        Make(after, log);

        AssertReads(unread, snapshot);
    }

    [Property(EndSize = 60)]
    public void What_is_recorded_later_never_changes_what_was_known_earlier(LogChange[] before, LogChange[] after)
    {
        var log = LogOf(before);
        var known = log.AsKnownAt(TouchpointArbitraries.Instants[2]).ToArray();
        Make(
            after.Where(
                change =>
                    change.Kind != ChangeKind.Erase && (change.RecordedAt ?? change.Touchpoint.At) > TouchpointArbitraries.Instants[2]),
            log);

        Assert.Equal(known, log.AsKnownAt(TouchpointArbitraries.Instants[2]));
    }

    [Property(EndSize = 60)]
    public void In_the_far_future_everything_is_known(LogChange[] changes)
    {
        var log = LogOf(changes);
        Assert.Equal(log.Snapshot(), log.AsKnownAt(TouchpointArbitraries.Last));
    }

    [Property(EndSize = 60)]
    public void Erasing_leaves_no_trace_and_group_sizes_as_they_were(LogChange[] changes)
    {
        var log = LogOf(changes);
        var erased = TouchpointArbitraries.People[1];
        var sizes = log.Of(erased)
            .Where(touchpoint => touchpoint.Id is not null)
            .ToDictionary(touchpoint => touchpoint.Id!, touchpoint => touchpoint.GroupSize);
        var known = TouchpointArbitraries.Instants.Sum(instant => log.AsKnownAt(instant).Of(erased).Length);
        var count = log.Count;

        var erasure = log.Erase(erased);

        Assert.Equal(count - erasure.Removed, log.Count);
        Assert.DoesNotContain(erased, log.Contacts);
        Assert.DoesNotContain(log, touchpoint => touchpoint.Participants.Contains(erased));
        Assert.DoesNotContain(log.Past, version => version.Touchpoint.Participants.Contains(erased));
        Assert.All(TouchpointArbitraries.Instants, instant => Assert.Empty(log.AsKnownAt(instant).Of(erased)));
        Assert.All(erasure.Rewritten, touchpoint => Assert.True(log.Contains(touchpoint)));
        Assert.All(
            erasure.Rewritten.Where(touchpoint => touchpoint.Id is not null),
            touchpoint => Assert.Equal(sizes[touchpoint.Id!], touchpoint.GroupSize));
        Assert.True(known == 0 || erasure.Removed + erasure.Rewritten.Length + erasure.PastVersions > 0);
        Assert.Equal("0 removed, 0 rewritten, 0 past versions", log.Erase(erased).ToString());
    }

    [Property]
    public void Parts_of_time_join_to_the_whole(Touchpoint[] touchpoints, Instant border)
    {
        var log = LogOf(touchpoints);
        var before = log.Between(Instant.MinValue, border);
        var after = log.Between(border, Instant.MaxValue);

        Assert.Equal(log, before.AddRange(after));
        Assert.All(before, touchpoint => Assert.True(touchpoint.At < border));
        Assert.All(after, touchpoint => Assert.True(touchpoint.At >= border));
    }

    internal static TouchpointLog LogOf(IEnumerable<LogChange> changes)
    {
        var log = new TouchpointLog();
        Make(changes, log);
        return log;
    }

    private static TouchpointLog LogOf(IEnumerable<Touchpoint> touchpoints)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return log;
    }

    private static void Make(IEnumerable<LogChange> changes, TouchpointLog log)
    {
        foreach (var change in changes)
        {
            change.ApplyTo(log);
        }
    }

    private static void AssertReads(IEnumerable<Touchpoint> expected, ITouchpointReader reader)
    {
        var all = expected.ToImmutableArray();
        Assert.Equal(all, reader);
        Assert.Equal(all.Length, reader.Count);
        Assert.Equal(
            all.SelectMany(touchpoint => touchpoint.Participants).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal),
            reader.Contacts);
        Assert.All(all, touchpoint => Assert.True(reader.Contains(touchpoint)));
        foreach (var person in TouchpointArbitraries.People)
        {
            Assert.Equal(all.Where(touchpoint => touchpoint.Participants.Contains(person)), reader.Of(person));
            Assert.Equal(
                all.Where(touchpoint => touchpoint.Participants.Contains(person) && touchpoint.Facet == Facet.Family),
                reader.Of(person, Facet.Family));
        }

        var ada = new Contact(TouchpointArbitraries.People[0], "Ada") { Aliases = [TouchpointArbitraries.People[2]] };
        Assert.Equal(all.Where(touchpoint => touchpoint.Participants.Any(id => id == ada.Id || id == ada.Aliases[0])), reader.Of(ada));
        var (from, to) = (TouchpointArbitraries.Instants[1], TouchpointArbitraries.Instants[3]);
        Assert.Equal(all.Where(touchpoint => touchpoint.At >= from && touchpoint.At < to), reader.Between(from, to));
    }
}
