using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class TouchpointKindsTests
{
    private static readonly FoldSettings Default = FoldSettings.Default;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void Kinds_OfTheStockChannels_AreDeliveredThenAttemptedThenShared()
    {
        Assert.Equal(256, Default.Kinds.Count);
        Assert.Equal(Default.Channels.Select(row => new TouchpointKind(row.Channel)), Default.Kinds.Take(8));
        Assert.Equal(Default.Channels.Select(row => new TouchpointKind(row.Channel, Outcome.Attempted)), Default.Kinds.Skip(8).Take(8));
        Assert.Equal(new TouchpointKind(Channel.Email, groupSize: 2), Default.Kinds[16]);
        Assert.Equal(new TouchpointKind(Channel.Voice, groupSize: 31), Default.Kinds[255]);
        Assert.Same(Default.Kinds, Default.Kinds);
    }

    [Theory]
    [InlineData(3, 255)]
    [InlineData(100, 200)]
    [InlineData(128, 256)]
    [InlineData(129, 129)]
    [InlineData(256, 256)]
    public void Kinds_OfSoManyChannels_HoldAllChannelsOfASizeOrNone(int channels, int rows) => Assert.Equal(rows, WithChannels(channels).Kinds.Count);

    [Fact]
    public void Kinds_OfMoreChannelsThanAByteNames_AreRefusedUnlessGiven()
    {
        var many = WithChannels(257);

        var error = Assert.Throws<ArgumentException>(() => many.Kinds);
        Assert.StartsWith("There are 257 kinds; there must be from 1 to 256, as many as a byte can name.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, TieState.Fold(many, DateTimeZone.Utc, [], Now).Touchpoints);

        var own = many with { Kinds = new([new TouchpointKind(Channel.FromName("channel 7"))]) };
        Assert.Equal(0, own.Kinds.IndexOf(new TouchpointKind(Channel.FromName("channel 7"))));
    }

    [Fact]
    public void Kinds_OfChangedChannels_AreMadeAnew()
    {
        _ = Default.Kinds;
        var walk = Channel.FromName("walk");

        var changed = Default.WithChannel(walk, 0.9, ChannelClass.Rich);

        Assert.Equal(8, changed.Kinds.IndexOf(new TouchpointKind(walk)));
        Assert.Equal(9 * 28, changed.Kinds.Count);
        Assert.False(Default.Kinds.TryIndexOf(new TouchpointKind(walk), out _));
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
        Assert.Equal(3, kinds.IndexOf(new Touchpoint([ada, bob], Now, Channel.Voice, Direction.Mutual) { OthersPresent = 1, Outcome = Outcome.Answered }));

        var error = Assert.Throws<ArgumentException>(() => kinds.IndexOf(call with { OthersPresent = 1 }));
        Assert.StartsWith("'voice Delivered shared by 2' has no row among the 4 kinds; give FoldSettings.Kinds one.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => kinds.IndexOf((Touchpoint)null!));
        Assert.Throws<ArgumentNullException>(() => kinds.TryIndexOf(null!, out _));
        Assert.Throws<IndexOutOfRangeException>(() => kinds[4]);
    }

    [Fact]
    public void Kind_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new TouchpointKind(null!));
        Assert.Contains("it must be from 1 to 1000001", Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointKind(Channel.Voice, groupSize: 0)).Message, StringComparison.Ordinal);
        Assert.Equal(1_000_001, new TouchpointKind(Channel.Voice, groupSize: 1_000_001).GroupSize);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointKind(Channel.Voice, groupSize: 1_000_002));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointKind(Channel.Voice, (Outcome)9));
    }

    [Fact]
    public void ToString_SaysWhatAKindIs()
    {
        Assert.Equal("letter Answered", new TouchpointKind(Channel.Letter, Outcome.Answered).ToString());
        Assert.Equal("voice Delivered shared by 1200", new TouchpointKind(Channel.Voice, groupSize: 1_200).ToString());
        Assert.Equal("256 kinds", Default.Kinds.ToString());
    }

    // What a kind weighs in a column is what a touchpoint of it weighs in a state.
    [Fact]
    public void KindColumns_EveryKind_WeighsWhatItsTouchpointDoes()
    {
        var plan = new TieLayout(Default, DateTimeZone.Utc);
        for (var i = 0; i < Default.Kinds.Count; i++)
        {
            var kind = Default.Kinds[i];
            var touchpoint = new Touchpoint(ContactId.FromValue("ada"), Now, kind.Channel, Direction.Unknown) { Outcome = kind.Outcome, OthersPresent = kind.GroupSize - 1 };
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
        Default with { Channels = [.. Enumerable.Range(0, count).Select(i => new ChannelWeight(Channel.FromName($"channel {i}"), 1, ChannelClass.Rich))] };
}
