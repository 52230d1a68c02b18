using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Ties;

public class TieStateBytesTests
{
    // Where each field of the head and of the first cell stands.
    private const int UpTo = 25;
    private const int Touchpoints = 33;
    private const int Outgoing = 37;
    private const int Incoming = 41;
    private const int First = 45;
    private const int Last = 53;
    private const int Cells = 61;
    private const int Day = 65;
    private const int Class = 69;
    private const int Weight = 70;
    private const int Earliest = 78;
    private const int Latest = 86;
    private const int LastOutgoing = 94;
    private const int LastIncoming = 102;

    private const long Hour = 3_600_000_000;

    private static readonly Instant Noon = Instant.FromUtc(2026, 2, 1, 12, 0);
    private static readonly long NoonMicros = SupportedTime.ToMicros(Noon);
    private static readonly Touchpoint Meeting = At(Noon, Channel.InPerson, Direction.Outgoing);

    [Fact]
    public void ToBytes_OneCell_LaysItsFieldsOutAsStated()
    {
        var bytes = Fold(
            Noon + Duration.FromHours(3), Meeting, At(Noon + Duration.FromHours(1), Channel.Voice, Direction.Incoming),
            At(Noon + Duration.FromHours(2), Channel.Voice, Direction.Mutual))
            .ToBytes();

        Assert.Equal("RKTS\u0002"u8.ToArray(), bytes[..5]);
        Assert.Equal(NoonMicros + (3 * Hour), LongAt(bytes, UpTo));
        Assert.Equal((3, 2, 2, 1), (IntAt(bytes, Touchpoints), IntAt(bytes, Outgoing), IntAt(bytes, Incoming), IntAt(bytes, Cells)));
        Assert.Equal((NoonMicros, NoonMicros + (2 * Hour)), (LongAt(bytes, First), LongAt(bytes, Last)));
        Assert.Equal((20_485, 1, 1.0), (IntAt(bytes, Day), bytes[Class], BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(Weight))));
        Assert.Equal((NoonMicros, NoonMicros + (2 * Hour)), (LongAt(bytes, Earliest), LongAt(bytes, Latest)));
        Assert.Equal((NoonMicros + (2 * Hour), NoonMicros + (2 * Hour)), (LongAt(bytes, LastOutgoing), LongAt(bytes, LastIncoming)));
        Assert.Equal(SHA256.HashData(bytes.AsSpan(..^8))[..8], bytes[^8..]);
    }

    [Fact]
    public void FromBytes_SeveralDays_GivesBackEveryField()
    {
        var state = Fold(
            Noon + Duration.FromDays(9),
            Meeting,
            At(Noon, Channel.Email, Direction.Unknown),
            At(Noon + Duration.FromDays(2), Channel.Message, Direction.Incoming),
            At(Noon + Duration.FromDays(8), Channel.Video, Direction.Mutual));

        var read = Read(state.ToBytes());

        Assert.Equal(state.Cells.ToArray(), read.Cells.ToArray());
        Assert.Equal(state.Counts, read.Counts);
        Assert.Equal((state.UpTo, state.ContactDays, state.ClosedDays.Count), (read.UpTo, read.ContactDays, read.ClosedDays.Count));
        Assert.Equal(state.ClosedMasses.Values.ToArray(), read.ClosedMasses.Values.ToArray());
        Assert.Equal(state.ToBytes(), read.ToBytes());
    }

    [Fact]
    public void FromBytes_EndsOfTime_AreTakenAndBeyondRefused()
    {
        var empty = Fold(Noon).ToBytes();
        Assert.Equal(SupportedTime.First, Read(Signed(empty, UpTo, SupportedTime.FirstMicros)).UpTo);
        Assert.Equal(SupportedTime.Last, Read(Signed(empty, UpTo, SupportedTime.LastMicros)).UpTo);
        Refuses(Signed(empty, UpTo, SupportedTime.FirstMicros - 1));
        Refuses(Signed(empty, UpTo, SupportedTime.LastMicros + 1));

        var oldest = Fold(SupportedTime.First, At(SupportedTime.First, Channel.Voice, Direction.Unknown)).ToBytes();
        Assert.Equal(SupportedTime.First, Read(oldest).FirstTouch);
        Refuses(Signed(Signed(oldest, Earliest, SupportedTime.FirstMicros - 1), First, SupportedTime.FirstMicros - 1));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", 11)]
    [InlineData("Etc/GMT+12", 11)]
    [InlineData("Pacific/Kiritimati", 9)]
    public void FromBytes_FarZones_TakesTheirDays(string id, int hour)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var at = Instant.FromUtc(2026, 2, 1, hour, 0);
        var state = TieState.Fold(FoldSettings.Default, zone, [At(at, Channel.Voice, Direction.Mutual)], at);

        Assert.Equal(state.Cells.ToArray(), TieState.FromBytes(state.ToBytes(), FoldSettings.Default, zone).Cells.ToArray());
    }

    [Fact]
    public void FromBytes_Cell_MustBeOneThatAFoldMakes()
    {
        var bytes = Fold(Noon, Meeting).ToBytes();
        Assert.Equal(1, Read(bytes).Touchpoints);

        Refuses(Signed(bytes, UpTo, NoonMicros - 1));
        Refuses(Signed(bytes, Weight, BitConverter.DoubleToInt64Bits(0)));
        Refuses(Signed(bytes, Weight, BitConverter.DoubleToInt64Bits(-0.5)));
        Refuses(Signed(bytes, Weight, BitConverter.DoubleToInt64Bits(Math.BitIncrement(1))));
        Refuses(Signed(bytes, Weight, BitConverter.DoubleToInt64Bits(double.NaN)));
        Refuses(Signed(bytes, Earliest, NoonMicros + 1));
        Refuses(Signed(bytes, LastOutgoing, NoonMicros + 1));
        Refuses(Signed(bytes, LastOutgoing, NoonMicros - 1));
        Refuses(Signed(bytes, LastIncoming, NoonMicros + 1));
        Refuses(Signed(bytes, LastIncoming, NoonMicros - 1));
        Assert.Equal(Noon, Read(Signed(bytes, LastIncoming, NoonMicros)).Cells[0].LastIncoming);
        Assert.Equal(0.5, Read(Signed(bytes, Weight, BitConverter.DoubleToInt64Bits(0.5))).Cells[0].Weight);

        byte[] thirdClass = [.. bytes];
        thirdClass[Class] = 2;
        Refuses(Sign(thirdClass));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void FromBytes_Day_MustBeNearItsInstants(int days, bool taken)
    {
        var bytes = Signed(Fold(Noon, Meeting).ToBytes(), Day, 20_485 + days);

        if (taken)
        {
            Assert.Equal(new LocalDate(2026, 2, 1).PlusDays(days), Read(bytes).Cells[0].Date);
        }
        else
        {
            Refuses(bytes);
        }
    }

    [Fact]
    public void FromBytes_DayFarFromOnlyOneOfItsInstants_IsRefused()
    {
        var bytes = Fold(Noon, Meeting).ToBytes();

        Refuses(
            Signed(
                Signed(bytes, Earliest, NoonMicros - (2 * SupportedTime.MicrosPerDay)), First,
                NoonMicros - (2 * SupportedTime.MicrosPerDay)));
        var late = NoonMicros + (2 * SupportedTime.MicrosPerDay);
        Refuses(Signed(Signed(Signed(bytes, Latest, late), Last, late), UpTo, late));
    }

    [Theory]
    [InlineData(Touchpoints, 0, false)]
    [InlineData(Touchpoints, -1, false)]
    [InlineData(Touchpoints, 2, true)]
    [InlineData(Outgoing, 2, false)]
    [InlineData(Outgoing, -1, false)]
    [InlineData(Outgoing, 0, true)]
    [InlineData(Incoming, 2, false)]
    [InlineData(Incoming, -1, false)]
    [InlineData(Incoming, 1, true)]
    [InlineData(Cells, 0, false)]
    [InlineData(Cells, 2, false)]
    [InlineData(Cells, -1, false)]
    public void FromBytes_Counts_MustFitTheCells(int at, int value, bool taken)
    {
        var bytes = Signed(Fold(Noon, Meeting).ToBytes(), at, value);

        if (taken)
        {
            Assert.Single(Read(bytes).Cells);
        }
        else
        {
            Refuses(bytes);
        }
    }

    [Fact]
    public void FromBytes_FirstAndLast_MustBeThoseOfTheCells()
    {
        var bytes = Fold(Noon, Meeting).ToBytes();

        Refuses(Signed(bytes, First, NoonMicros - 1));
        Refuses(Signed(bytes, First, NoonMicros + 1));
        Refuses(Signed(bytes, Last, NoonMicros - 1));
        Refuses(Signed(bytes, Last, NoonMicros + 1));
        Refuses(Signed(Fold(Noon).ToBytes(), Touchpoints, 1));
    }

    [Fact]
    public void FromBytes_CellsOutOfOrder_IsRefused()
    {
        var bytes = Fold(Noon, Meeting, At(Noon - Duration.FromDays(1), Channel.Voice, Direction.Mutual)).ToBytes();
        byte[] swapped = [.. bytes[..65], .. bytes[110..155], .. bytes[65..110], .. bytes[155..]];

        Assert.Equal(2, Read(Sign([.. bytes])).ContactDays);
        Refuses(Sign(swapped));
    }

    [Fact]
    public void FromBytes_Version1_IsReadAndFolded()
    {
        var state = Fold(Noon + Duration.FromDays(9), Meeting, At(Noon + Duration.FromDays(2), Channel.Message, Direction.Incoming));
        var bytes = state.ToBytes();
        byte[] first = [.. bytes[..(Day + (2 * 45))], .. new byte[8]];
        first[4] = 1;

        Assert.Equal(163, first.Length);
        Assert.Equal(bytes, Read(Sign(first)).ToBytes());
        first[4] = 3;
        Assert.Equal(
            "The tie state is of version 3; this package reads versions 1 and 2.",
            Assert.Throws<InvalidDataException>(() => Read(Sign(first))).Message);
    }

    [Fact]
    public void FromBytes_Masses_MustBeOfTheCells()
    {
        var bytes = Fold(Noon + Duration.FromDays(9), Meeting, At(Noon + Duration.FromDays(2), Channel.Message, Direction.Incoming))
            .ToBytes();
        var masses = Day + (2 * 45) + 9;
        var anchor = bytes.Length - 8 - 48;

        Refuses(Signed(bytes, masses, BitConverter.DoubleToInt64Bits(double.NaN)));
        Refuses(Signed(bytes, masses, BitConverter.DoubleToInt64Bits(-0.1)));
        Refuses(Signed(bytes, masses, BitConverter.DoubleToInt64Bits(2.1)));
        Refuses(Signed(bytes, anchor, NoonMicros + 1));
        Refuses(Signed(bytes, anchor + 8, NoonMicros + 1));
        for (var i = 16; i < 40; i += 8)
        {
            Refuses(Signed(bytes, anchor + i, BitConverter.DoubleToInt64Bits(-1)));
            Refuses(Signed(bytes, anchor + i, BitConverter.DoubleToInt64Bits(double.PositiveInfinity)));
        }

        Refuses(Signed(bytes, anchor + 40, 1));
        Refuses(Signed(bytes, anchor + 40, -1));
        Refuses(Signed(bytes, anchor + 44, 2));
        Refuses(Signed(bytes, anchor + 44, -1));
        Refuses(Sign([.. bytes[..masses], .. bytes[(masses + 8)..]]));
    }

    [Fact]
    public void FromBytes_Revision_IsThatOfTheBookOrNone()
    {
        var bytes = Fold(Noon, Meeting).OfRevision(7).ToBytes();
        var at = Day + 45;

        Assert.Equal(7, Read(bytes).Revision);
        Assert.Null(Read(Fold(Noon, Meeting).ToBytes()).Revision);
        Refuses(Signed(bytes, at + 1, -1L));
        bytes[at] = 0;
        Refuses(Sign(bytes));
        bytes[at] = 2;
        Refuses(Sign(bytes));
    }

    [Fact]
    public void FromBytes_EveryByteFlipped_IsRefused()
    {
        var bytes = Fold(Noon, Meeting).ToBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => Read(bytes));
            bytes[i] ^= 0x10;
        }
    }

    [Fact]
    public void FromBytes_SeveralSettingsDiffer_NamesAll()
    {
        var settings = new FoldSettings
        {
            Curve = DecayCurve.HalfLife(Duration.FromDays(9)),
            Channels = [new ChannelWeight(Channel.Voice, 1, ChannelClass.Rich)],
            BalanceHalfLife = Duration.FromDays(9),
            MomentumShortHalfLife = Duration.FromDays(9),
        };

        var error = Assert.Throws<TieStateMismatchException>(
            () => TieState.FromBytes(Fold(Noon).ToBytes(), settings, DateTimeZone.ForOffset(Offset.FromHours(1))));

        Assert.Equal(
            ["zone", "Channels", "Curve", "BalanceHalfLife", "MomentumShortHalfLife or MomentumLongHalfLife"], error.Settings.ToArray());
        Assert.Equal(
            "The state was folded under another zone, another Channels, another Curve, another BalanceHalfLife, another "
                + "MomentumShortHalfLife or MomentumLongHalfLife; fold the log again under the present settings.",
            error.Message);
    }

    private static TieState Fold(Instant upTo, params Touchpoint[] touchpoints) =>
        TieState.Fold(FoldSettings.Default, DateTimeZone.Utc, touchpoints, upTo);

    private static Touchpoint At(Instant at, Channel channel, Direction direction) =>
        new(ContactId.FromValue("ada"), at, channel, direction);

    private static TieState Read(byte[] bytes) => TieState.FromBytes(bytes, FoldSettings.Default, DateTimeZone.Utc);

    private static void Refuses(byte[] bytes) =>
        Assert.Equal(
            "The tie state holds cells or counts that no fold makes; it was not written by this package.",
            Assert.Throws<InvalidDataException>(() => Read(bytes)).Message);

    private static int IntAt(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static long LongAt(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));

    private static byte[] Signed(byte[] bytes, int at, long value)
    {
        byte[] changed = [.. bytes];
        BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(at), value);
        return Sign(changed);
    }

    private static byte[] Signed(byte[] bytes, int at, int value)
    {
        byte[] changed = [.. bytes];
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), value);
        return Sign(changed);
    }

    private static byte[] Sign(byte[] bytes)
    {
        SHA256.HashData(bytes.AsSpan(..^8)).AsSpan(..8).CopyTo(bytes.AsSpan(^8..));
        return bytes;
    }
}
