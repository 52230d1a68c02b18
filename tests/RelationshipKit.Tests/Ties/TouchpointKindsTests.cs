using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class TouchpointKindsTests
{
    private static readonly FoldSettings Default = FoldSettings.Default;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    // Bytes that somebody stored never change their meaning: this is the order for good.
    [Fact]
    public void Kinds_OfTheStockChannels_AreDeliveredThenAttemptedThenShared()
    {
        Channel[] first =
            [
                Channel.Message, Channel.Email, Channel.Social, Channel.Letter, Channel.Voice, Channel.Video, Channel.InPerson,
                Channel.GroupEvent
            ];

        Assert.Equal(first.Select(channel => new TouchpointKind(channel)), Default.Kinds.Take(8));
        Assert.Equal(first.Select(channel => new TouchpointKind(channel, Outcome.Attempted)), Default.Kinds.Skip(8).Take(8));
        Assert.Equal(first.Select(channel => new TouchpointKind(channel, groupSize: 2)), Default.Kinds.Skip(16).Take(8));
        Assert.Equal(new TouchpointKind(Channel.GroupEvent, groupSize: 20), Default.Kinds[167]);
        Assert.Same(Default.Kinds, Default.Kinds);
    }

    [Theory]
    [InlineData(1, 21)]
    [InlineData(8, 168)]
    [InlineData(9, 176)]
    [InlineData(14, 216)]
    [InlineData(15, 218)]
    [InlineData(34, 256)]
    public void Kinds_OfSoManyChannels_HaveSoManyRows(int channels, int rows) => Assert.Equal(rows, WithChannels(channels).Kinds.Count);

    [Fact]
    public void Kinds_OfMoreChannelsThanThereIsRoomFor_AreRefusedUnlessGiven()
    {
        var many = WithChannels(35);

        var error = Assert.Throws<ArgumentException>(() => many.Kinds);
        Assert.StartsWith(
            "There are 35 channels; the kinds that are made from channels name at most 34. Give FoldSettings.Kinds a table of your own.",
            error.Message, StringComparison.Ordinal);
        Assert.Equal(0, TieState.Fold(many, DateTimeZone.Utc, [], Now).Touchpoints);

        var own = many with { Kinds = new([new TouchpointKind(Channel.FromName("channel 7"))]) };
        Assert.Equal(0, own.Kinds.IndexOf(new TouchpointKind(Channel.FromName("channel 7"))));
    }

    // Findings: a byte for a video call said "social" after the host had added a channel.
    [Fact]
    public void Kinds_OfAChannelAdded_KeepTheirBytes()
    {
        var settings = new List<FoldSettings>
        {
            Default,
            WithChannels(1),
            Default with { Channels = [.. Default.Channels.Reverse()] },
            Default with { Channels = [.. Default.Channels.Take(3)] }
        };
        foreach (var start in settings)
        {
            var before = start;
            for (var i = 0; before.Channels.Length < 34; i++)
            {
                var after = before.WithChannel(Channel.FromName($"own {i}"), 0.9, ChannelClass.Rich);
                Assert.Equal(before.Kinds, after.Kinds.Take(before.Kinds.Count));
                Assert.Equal(before.Kinds.Count, after.Kinds.IndexOf(new TouchpointKind(Channel.FromName($"own {i}"))));
                Assert.True(after.Kinds.Continues(before.Kinds.Fingerprint));
                Assert.True(after.Kinds.Continues(start.Kinds.Fingerprint));
                Assert.False(before.Kinds.Continues(after.Kinds.Fingerprint));
                before = after;
            }
        }
    }

    [Fact]
    public void Continues_ATableOfOtherRows_IsFalse()
    {
        var kinds = new TouchpointKinds([new(Channel.Letter), new(Channel.Voice, Outcome.Attempted)]);

        Assert.StartsWith("2-", kinds.Fingerprint, StringComparison.Ordinal);
        Assert.True(kinds.Continues(kinds.Fingerprint));
        Assert.True(new TouchpointKinds([.. kinds, new(Channel.Email)]).Continues(kinds.Fingerprint));
        Assert.False(new TouchpointKinds(kinds.Reverse()).Continues(kinds.Fingerprint));
        Assert.False(new TouchpointKinds([new(Channel.Letter), new(Channel.Voice, Outcome.Attempted, 2)]).Continues(kinds.Fingerprint));
        Assert.False(new TouchpointKinds([new(Channel.Letter)]).Continues(kinds.Fingerprint));
        Assert.Throws<ArgumentNullException>(() => kinds.Continues(null!));
        Assert.All(
            [
                "", "2", "2-", "2-0123", "0-0123456789abcdef", "257-0123456789abcdef", "-1-0123456789abcdef", "2-0123456789abcdef-",
                " 2-0123456789abcdef"
            ],
            text => Assert.Throws<FormatException>(() => kinds.Continues(text)));
    }

    [Fact]
    public void Kinds_OfOnesOwn_AreKeptComparedAndCopied()
    {
        TouchpointKind[] rows = [new(Channel.Letter), new(Channel.Voice, Outcome.Attempted)];

        var settings = Default with { Kinds = new(rows) };

        Assert.Equal(rows, settings.Kinds);
        Assert.Equal(settings, Default with { Kinds = new(rows) });
        Assert.Equal(settings.GetHashCode(), (settings with { }).GetHashCode());
        Assert.NotEqual(settings, Default);
        Assert.NotEqual(settings, Default with { Kinds = new(rows.Reverse()) });
        Assert.Equal(rows, settings.WithChannel(Channel.Email, 0.2, ChannelClass.Light).Kinds);
        Assert.Throws<ArgumentNullException>(() => Default with { Kinds = null! });

        // States hold no kinds, so that they stay as good as they were.
        var bytes = TieState.Fold(Default, DateTimeZone.Utc, [], Now).ToBytes();
        Assert.Equal(Now, TieState.FromBytes(bytes, settings, DateTimeZone.Utc).UpTo);
    }

    [Fact]
    public void Kinds_OfAChannelNotListed_AreAProblemOfTheSettings()
    {
        var settings = Default with { Kinds = new([new TouchpointKind(Channel.FromName("pigeon"))]) };

        var error = Assert.Throws<ArgumentException>(() => TieState.Fold(settings, DateTimeZone.Utc, [], Now));

        Assert.StartsWith(
            "The fold settings are invalid: Kinds has a row for 'pigeon', which is not among Channels; it must have rows for those only.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_OfInvalidChannels_SayWhatIsWrong()
    {
        var error = Assert.Throws<ArgumentException>(() => (Default with { Channels = default }).Kinds);

        Assert.Contains("Channels is empty or has a null row", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_RowsNoByteCanName_AreRefused()
    {
        var row = new TouchpointKind(Channel.Voice);

        Assert.Throws<ArgumentNullException>(() => new TouchpointKinds(null!));
        Refuses([], "There are 0 kinds; there must be from 1 to 256");
        Refuses(Enumerable.Range(1, 257).Select(size => new TouchpointKind(Channel.Voice, groupSize: size)), "There are 257 kinds");
        Refuses([row, null!], "Kind 1 is null; each must be a kind.");
        Refuses([new(Channel.Letter), row, new(Channel.Voice)], "Kinds 1 and 2 are both 'voice Delivered'; each must be given once.");

        static void Refuses(IEnumerable<TouchpointKind> rows, string message) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new TouchpointKinds(rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IndexOf_Touchpoint_IsItsRowOrOneThatFoldsAlike()
    {
        var (ada, bob) = (ContactId.FromValue("ada"), ContactId.FromValue("bob"));
        var call = new Touchpoint(ada, Now, Channel.Voice, Direction.Outgoing);
        var kinds = new TouchpointKinds(
        [
            new(Channel.Voice, Outcome.Answered),
            new(Channel.Voice),
            new(Channel.Voice, Outcome.Attempted, 5),
            new(Channel.Voice, groupSize: 3),
        ]);

        Assert.Equal(1, kinds.IndexOf(call));
        Assert.Equal(0, kinds.IndexOf(call with { Outcome = Outcome.Answered }));
        Assert.Equal(2, kinds.IndexOf(call with { Outcome = Outcome.Attempted }));
        Assert.Equal(
            3, kinds.IndexOf(
                new Touchpoint([ada, bob], Now, Channel.Voice, Direction.Mutual) { OthersPresent = 1, Outcome = Outcome.Answered }));

        var error = Assert.Throws<ArgumentException>(() => kinds.IndexOf(call with { OthersPresent = 1 }));
        Assert.StartsWith(
            "'voice Delivered shared by 2' has no row among the 4 kinds; give FoldSettings.Kinds one.", error.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => kinds.IndexOf((Touchpoint)null!));
        Assert.Throws<ArgumentNullException>(() => kinds.TryIndexOf(null!, out _));
        Assert.Throws<IndexOutOfRangeException>(() => kinds[4]);
    }

    [Fact]
    public void Kind_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new TouchpointKind(null!));
        Assert.Contains(
            "it must be from 1 to 1000001",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointKind(Channel.Voice, groupSize: 0)).Message,
            StringComparison.Ordinal);
        Assert.Equal(1_000_001, new TouchpointKind(Channel.Voice, groupSize: 1_000_001).GroupSize);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointKind(Channel.Voice, groupSize: 1_000_002));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointKind(Channel.Voice, (Outcome)9));
    }

    [Fact]
    public void ToString_SaysWhatAKindIs()
    {
        Assert.Equal("letter Answered", new TouchpointKind(Channel.Letter, Outcome.Answered).ToString());
        Assert.Equal("voice Delivered shared by 1200", new TouchpointKind(Channel.Voice, groupSize: 1_200).ToString());
        Assert.Equal($"{Default.Kinds.Count} kinds", Default.Kinds.ToString());
    }

    // What a kind weighs in a column is what a touchpoint of it weighs in a state.
    [Fact]
    public void KindColumns_EveryKind_WeighsWhatItsTouchpointDoes()
    {
        var plan = new TieLayout(Default, DateTimeZone.Utc);
        for (var i = 0; i < Default.Kinds.Count; i++)
        {
            var kind = Default.Kinds[i];
            var touchpoint = new Touchpoint(
                ContactId.FromValue("ada"), Now, kind.Channel, Direction.Unknown) { Outcome = kind.Outcome,
                OthersPresent = kind.GroupSize - 1 };
            var cells = TieState.Fold(Default, DateTimeZone.Utc, [touchpoint], Now).Cells;

            Assert.Equal(i, Default.Kinds.IndexOf(touchpoint));
            Assert.Equal(cells.Length == 1, plan.Kinds.IsContact((byte)i));
            Assert.Equal(cells.Length == 1 ? cells[0].Weight : 0, plan.Kinds.WeightOf((byte)i));
            if (cells is [var cell])
            {
                Assert.Equal(cell.Class, plan.Kinds.ClassOf((byte)i));
            }
        }
    }

    private static FoldSettings WithChannels(int count) =>
        Default with
        {
            Channels =
            [
                .. Enumerable.Range(0, count).Select(i => new ChannelWeight(Channel.FromName($"channel {i}"), 1, ChannelClass.Rich)),
            ],
        };
}
