using System.Security.Cryptography;
using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class TieStateTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Touchpoint Call = At(2026, 2, 1, 10, Channel.Voice, Direction.Outgoing);

    [Fact]
    public void Fold_OneDay_MakesACellOfItsClass()
    {
        var state = Fold(
            Call, At(2026, 2, 1, 8, Channel.InPerson, Direction.Incoming), At(2026, 2, 1, 20, Channel.Email, Direction.Unknown));

        Assert.Equal(2, state.Cells.Length);
        var (light, rich) = (state.Cells[0], state.Cells[1]);
        Assert.Equal((ChannelClass.Light, 0.3, null, null), (light.Class, light.Weight, light.LastOutgoing, light.LastIncoming));
        Assert.Equal((ChannelClass.Rich, 1.0), (rich.Class, rich.Weight));
        Assert.Equal((Instant.FromUtc(2026, 2, 1, 8, 0), Instant.FromUtc(2026, 2, 1, 10, 0)), (rich.Earliest, rich.Latest));
        Assert.Equal(
            (Instant.FromUtc(2026, 2, 1, 10, 0), Instant.FromUtc(2026, 2, 1, 8, 0)), (rich.LastOutgoing!.Value, rich.LastIncoming!.Value));
        Assert.Equal(new LocalDate(2026, 2, 1), rich.Date);
        Assert.Equal("2026-02-01 rich 1", rich.ToString());
        Assert.Equal("2026-02-01 light 0.3", light.ToString());
        Assert.Equal("3 touchpoints on 1 days up to 2026-03-02T09:00:00Z", state.ToString());
        Assert.Equal(
            (Instant.FromUtc(2026, 2, 1, 8, 0), Instant.FromUtc(2026, 2, 1, 20, 0)), (state.FirstTouch!.Value, state.LastTouch!.Value));
        Assert.Equal((FoldSettings.Default, DateTimeZone.Utc, Now), (state.Settings, state.Zone, state.UpTo));
    }

    [Fact]
    public void DefaultCell_IsAHarmlessDay()
    {
        TieCell cell = default;

        Assert.Equal((new LocalDate(1970, 1, 1), 0.0, null, null), (cell.Date, cell.Weight, cell.LastOutgoing, cell.LastIncoming));
        Assert.Equal("1970-01-01 light 0", cell.ToString());
    }

    [Theory]
    [InlineData("Europe/London", 2025, 3, 29, 23, 30, 29)]
    [InlineData("Europe/London", 2025, 3, 30, 23, 30, 31)]
    [InlineData("America/New_York", 2025, 3, 10, 3, 30, 9)]
    [InlineData("America/New_York", 2025, 3, 10, 4, 30, 10)]
    [InlineData("Pacific/Apia", 2011, 12, 30, 9, 59, 29)]
    [InlineData("Pacific/Apia", 2011, 12, 30, 10, 1, 31)]
    [InlineData("UTC", 1969, 12, 31, 23, 59, 31)]
    public void Fold_Zone_PutsTheTouchOnItsLocalDay(string zone, int year, int month, int day, int hour, int minute, int localDay)
    {
        var touchpoint = new Touchpoint(
            ContactId.FromValue("ada"), Instant.FromUtc(year, month, day, hour, minute), Channel.Voice, Direction.Mutual);

        var state = TieState.Fold(FoldSettings.Default, DateTimeZoneProviders.Tzdb[zone], [touchpoint], Now);

        Assert.Equal(localDay, Assert.Single(state.Cells).Date.Day);
    }

    [Fact]
    public void With_EarlierOrLater_MovesUpToOnlyForward()
    {
        var state = Fold(Call);
        var later = At(2026, 4, 1, 8, Channel.Email, Direction.Incoming);

        Assert.Equal(Now, state.With(At(2026, 1, 1, 8, Channel.Email, Direction.Incoming)).UpTo);
        Assert.Equal(later.At, state.With(later).UpTo);
        Assert.Equal((2, 1, 1), (state.With(later).Touchpoints, state.With(later).Outgoing, state.With(later).Incoming));
        Assert.Equal(1, state.Touchpoints);
        Assert.Throws<ArgumentNullException>(() => state.With(null!));
    }

    [Fact]
    public void With_OtherClassOfAnEarlierDay_ReopensThatDay()
    {
        Touchpoint[] touchpoints =
            [Call, At(2026, 2, 3, 8, Channel.Email, Direction.Incoming), At(2026, 2, 1, 12, Channel.Email, Direction.Incoming)];

        var (oneByOne, together) = (Fold(touchpoints[..2]).With(touchpoints[2]), Fold(touchpoints));

        Assert.Equal(together.ClosedMasses.Values.ToArray(), oneByOne.ClosedMasses.Values.ToArray());
        Assert.Equal((2, 3), (oneByOne.ContactDays, oneByOne.Cells.Length));
    }

    [Fact]
    public void With_AnyDayOfAny_IsTheFoldOfAll()
    {
        Touchpoint[] touchpoints =
            [.. Enumerable.Range(1, 9)
                .Select(day => At(2026, 2, day, 10, day % 2 == 0 ? Channel.Voice : Channel.Email, (Direction)(day % 4)))];
        foreach (var extra in Enumerable.Range(1, 10)
            .SelectMany(
                day => new[] { Channel.Letter, Channel.Video }.Select(channel => At(2026, 2, day, 8 + day, channel, Direction.Mutual))))
        {
            var (with, all) = (Fold(touchpoints).With(extra), Fold([.. touchpoints, extra]));

            Assert.Equal(all.ToBytes(), with.ToBytes());
            Assert.Equal(all.ClosedDays.Count, with.ClosedDays.Count);
            Assert.Equal(all.MassesAt(all.UpToMicros, "").Values.ToArray(), with.MassesAt(all.UpToMicros, "").Values.ToArray());
            Assert.Equal(all.ToBytes(), Fold(touchpoints).MergedWith(Fold(extra)).ToBytes());
        }
    }

    // Cells are shared in chunks of 64: around their ends, and far from them, early and late touchpoints give the same.
    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(66)]
    [InlineData(129)]
    [InlineData(200)]
    public void With_ManyDays_IsTheFoldOfAll(int days)
    {
        var start = Instant.FromUtc(2025, 1, 1, 10, 0);
        Touchpoint[] touchpoints =
            [.. Enumerable.Range(0, days)
                .Select(day => new Touchpoint(Call.Participants[0], start + Duration.FromDays(day), Channel.Voice, (Direction)(day % 4)))];
        var grown = touchpoints.Aggregate(Fold(), (state, touchpoint) => state.With(touchpoint));
        Assert.Equal(Fold(touchpoints).ToBytes(), grown.ToBytes());
        Assert.Equal(days, grown.Cells.Length);

        foreach (var day in (int[])[0, 1, 62, 63, 64, 65, days - 2, days - 1, days, days + 5])
        {
            var extra = new Touchpoint(
                Call.Participants[0], start + Duration.FromDays(day) + Duration.FromHours(1), Channel.Email, Direction.Incoming);
            Assert.Equal(Fold([.. touchpoints, extra]).ToBytes(), grown.With(extra).ToBytes());
            Assert.Equal(Fold([.. touchpoints, extra]).ToBytes(), Fold(extra).MergedWith(grown).ToBytes());
        }
    }

    [Fact]
    public void State_FoldsAfterIt_LeaveItAlone()
    {
        var (state, more) = (Fold(Call), At(2026, 1, 1, 8, Channel.InPerson, Direction.Incoming));
        var (bytes, masses) = (state.ToBytes(), state.ClosedMasses.Values.ToArray());

        Assert.Equal(2, state.With(more).With(Call).MergedWith(Fold(more)).Cells.Length);

        Assert.Equal(bytes, state.ToBytes());
        Assert.Equal(masses, state.ClosedMasses.Values.ToArray());
    }

    [Fact]
    public void Fold_AttemptInAnUnlistedChannel_IsLeftOut()
    {
        var attempt = At(2026, 2, 1, 8, Channel.FromName("pager"), Direction.Outgoing) with { Outcome = Outcome.Attempted };

        Assert.Equal((0, 0), (Fold(attempt).Touchpoints, Fold(attempt).Cells.Length));
        Assert.Equal(Fold(Call).ToBytes(), Fold(Call).With(attempt).ToBytes());
    }

    [Fact]
    public void MergedWith_OtherSettings_IsRefused()
    {
        var other = TieState.Fold(FoldSettings.Default, DateTimeZoneProviders.Tzdb["Asia/Tokyo"], [], Now);

        Assert.Equal("zone", Assert.Single(Assert.Throws<TieStateMismatchException>(() => Fold(Call).MergedWith(other)).Settings));
        Assert.Throws<ArgumentNullException>(() => Fold(Call).MergedWith(null!));
        var later = TieState.Fold(FoldSettings.Default, DateTimeZone.Utc, [], Now + Duration.FromDays(1));
        Assert.Equal(later.UpTo, Fold(Call).MergedWith(later).UpTo);
        Assert.Equal(later.UpTo, later.MergedWith(Fold(Call)).UpTo);
    }

    [Fact]
    public void Fold_NullsAndEndsOfTime_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => TieState.Fold(null!, DateTimeZone.Utc, [], Now));
        Assert.Throws<ArgumentNullException>(() => TieState.Fold(FoldSettings.Default, null!, [], Now));
        Assert.Throws<ArgumentNullException>(() => TieState.Fold(FoldSettings.Default, DateTimeZone.Utc, null!, Now));
        Assert.Throws<ArgumentNullException>(() => TieState.Fold(FoldSettings.Default, DateTimeZone.Utc, [null!], Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieState.Fold(FoldSettings.Default, DateTimeZone.Utc, [], Instant.MaxValue));
        Assert.Throws<ArgumentNullException>(() => TieState.FromBytes([], null!, DateTimeZone.Utc));
        Assert.Throws<ArgumentNullException>(() => TieState.FromBytes([], FoldSettings.Default, null!));
    }

    [Fact]
    public void ToBytes_Sizes_AreAsStated()
    {
        var masses = (2 * FoldSettings.Default.Curve.HalfLifeDays.Length) + 4;

        Assert.Equal(82, Fold().ToBytes().Length);
        Assert.Equal(82 + 45, Fold(Call).ToBytes().Length);
        Assert.Equal(82 + (2 * 45) + 48 + (8 * masses), Fold(Call, At(2026, 1, 1, 8, Channel.Email, Direction.Incoming)).ToBytes().Length);
    }

    [Fact]
    public void FromBytes_ShortForeignLaterOrDamaged_SaysWhich()
    {
        var bytes = Fold(Call).ToBytes();

        Assert.Contains("The 72 bytes are not a tie state", Refusal(bytes[..72]), StringComparison.Ordinal);
        Assert.Contains(
            "are not a tie state; one begins with RKTS and has at least 73 bytes", Refusal(Changed(bytes, 0, 1)), StringComparison.Ordinal);
        Assert.Contains(
            "The tie state is of version 6; this package reads versions 1 and 2", Refusal(Changed(bytes, 4, 4)), StringComparison.Ordinal);
        Assert.Contains("damaged or cut short", Refusal(Changed(bytes, 40, 1)), StringComparison.Ordinal);
        Assert.Contains("damaged or cut short", Refusal(bytes[..^1]), StringComparison.Ordinal);
    }

    // Rightly signed, and still nothing a fold makes.
    [Theory]
    [InlineData(61, "too many cells")]
    [InlineData(64, "a negative number of cells")]
    [InlineData(69, "no class")]
    [InlineData(77, "a weight that is not a number")]
    [InlineData(85, "earliest after latest")]
    [InlineData(93, "latest after the instant folded up to")]
    [InlineData(32, "an instant folded up to far before all time")]
    public void FromBytes_ImplausibleUnderARightChecksum_IsRefused(int at, string what)
    {
        var bytes = Fold(Call).ToBytes();
        bytes[at] = (byte)(at is 85 or 93 or 77 ? 0x7F : 0xF0);
        SHA256.HashData(bytes.AsSpan(..^8)).AsSpan(0, 8).CopyTo(bytes.AsSpan(^8..));

        Assert.Contains("it was not written by this package", Refusal(bytes), StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void FromBytes_CellTwice_IsRefused()
    {
        var one = Fold(Call).ToBytes();
        byte[] two = [.. one.AsSpan(..^17), .. one.AsSpan(65..)];
        two[61] = 2;
        SHA256.HashData(two.AsSpan(..^8)).AsSpan(0, 8).CopyTo(two.AsSpan(^8..));

        Assert.Contains("it was not written by this package", Refusal(two), StringComparison.Ordinal);
    }

    private static TieState Fold(params Touchpoint[] touchpoints) =>
        TieState.Fold(FoldSettings.Default, DateTimeZone.Utc, touchpoints, Now);

    private static Touchpoint At(int year, int month, int day, int hour, Channel channel, Direction direction) =>
        new(ContactId.FromValue("ada"), Instant.FromUtc(year, month, day, hour, 0), channel, direction);

    private static byte[] Changed(byte[] bytes, int at, byte flip)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= flip;
        return changed;
    }

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => TieState.FromBytes(bytes, FoldSettings.Default, DateTimeZone.Utc)).Message;
}
