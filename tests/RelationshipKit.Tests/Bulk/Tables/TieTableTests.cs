using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Bulk.Tables;

public class TieTableTests
{
    private const byte InPerson = 0;
    private const byte Message = 1;
    private const byte Attempt = 2;

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly DateTimeZone Havana = DateTimeZoneProviders.Tzdb["America/Havana"];
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    // The channels that a table of version 1, below, was saved with.
    private static readonly FoldSettings Fold = FoldSettings.Default with
    {
        Channels = [.. FoldSettings.Default.Channels.Take(8)],
        Kinds = new TouchpointKinds(
            [
                new(Channel.InPerson),
                new(Channel.Message),
                new(Channel.Voice, Outcome.Attempted),
                new(Channel.Message, Outcome.Delivered, 4)
            ]),
    };

    [Fact]
    public void Append_OneThisMoment_IsHalfAsStrongAsCanBe()
    {
        var table = TableOf(2, (1, Noon, InPerson, Direction.Mutual));

        // K = 3^-1/2 + 30^-1/2 + 300^-1/2 = .8177, its integral (3^1/2 + 30^1/2 + 300^1/2) / ln 2 = 35.389: lambda .6931, and .4377 three
        // days later.
        Assert.Equal(0.5000, table.ValueAt(1, ScoreColumn.Strength, Noon), 1e-4);
        Assert.Equal(0.3545, table.ValueAt(1, ScoreColumn.Strength, Noon + Duration.FromDays(3)), 1e-4);
        Assert.Equal(0, table.ValueAt(0, ScoreColumn.Strength, Noon));
        Assert.Equal(1, table.Touchpoints);
        Assert.Equal(Noon, table.UpTo);
    }

    [Fact]
    public void Append_SameRowTwice_CountsTwiceOnOneDay()
    {
        var row = (0, Noon, Message, Direction.Outgoing);
        var (once, twice) = (TableOf(1, row), TableOf(1, row, row));

        Assert.Equal(2, twice.ValueAt(0, ScoreColumn.Touchpoints, Noon));
        Assert.Equal(1, twice.ValueAt(0, ScoreColumn.ContactDays, Noon));
        Assert.Equal(once.ValueAt(0, ScoreColumn.ExpectedContacts, Noon), twice.ValueAt(0, ScoreColumn.ExpectedContacts, Noon));
        Assert.Equal(once.ValueAt(0, ScoreColumn.Balance, Noon), twice.ValueAt(0, ScoreColumn.Balance, Noon));
    }

    [Fact]
    public void Append_BothClassesOfOneDate_CountOneDirectionDay()
    {
        // A letter-like message and a meeting on one date, both outgoing: one day given, decayed from the later.
        var table = TableOf(1, (0, Noon, InPerson, Direction.Outgoing), (0, Noon - Duration.FromHours(3), Message, Direction.Outgoing));

        Assert.Equal(-1 / 5.0, table.ValueAt(0, ScoreColumn.Balance, Noon), 12); // (0 - 1) / (0 + 1 + 2 * 2)
        Assert.Equal(1, table.ValueAt(0, ScoreColumn.ContactDays, Noon));
    }

    [Fact]
    public void Append_LateLightAndRichOfOneDate_MakeOneCellEach()
    {
        // Of one earlier date: rich first, then light, then light again; the search for the third must not begin behind the second.
        var late = Noon - Duration.FromDays(5);
        var table = TableOf(1, (0, Noon, InPerson, Direction.Mutual));
        Append(
            table,
            (0, late - Duration.FromHours(2), Message, Direction.Incoming),
            (0, late - Duration.FromHours(1), InPerson, Direction.Incoming),
            (0, late, Message, Direction.Incoming));

        var state = table.StateOf(0);
        Assert.Equal([ChannelClass.Light, ChannelClass.Rich, ChannelClass.Rich], state.Cells.Select(cell => cell.Class));
        Assert.Equal(2, table.ValueAt(0, ScoreColumn.ContactDays, Noon));
        Assert.Equal(late, state.Cells[0].Latest);
    }

    [Fact]
    public void Append_ClocksTurnedBackOverMidnight_KeepsTheDatesOfTheZone()
    {
        // In Havana midnight of 2025-11-02 comes at 04:00 UTC, and the clocks go back at 05:00 from 1:00 to 0:00.
        var (before, first, second) =
            (Instant.FromUtc(2025, 11, 2, 3, 59), Instant.FromUtc(2025, 11, 2, 4, 30), Instant.FromUtc(2025, 11, 2, 5, 30));
        var table = new TieTable(Fold, Havana, 1);
        Append(
            table, (0, second, Message, Direction.Incoming), (0, before, Message, Direction.Incoming),
            (0, first, Message, Direction.Incoming));

        Assert.Equal([new LocalDate(2025, 11, 1), new LocalDate(2025, 11, 2)], table.StateOf(0).Cells.Select(cell => cell.Date));
        Assert.Equal((first, second), (table.StateOf(0).Cells[1].Earliest, table.StateOf(0).Cells[1].Latest));
    }

    [Fact]
    public void Append_Attempt_CountsNowhereButInUpTo()
    {
        var table = TableOf(1, (0, Noon, Attempt, Direction.Outgoing));

        Assert.Equal(0, table.Touchpoints);
        Assert.Equal(double.NaN, table.ValueAt(0, ScoreColumn.SilentDays, Noon));
        Assert.Equal(Noon, table.UpTo);
    }

    [Fact]
    public void Append_UnevenColumns_IsRefused()
    {
        var table = new TieTable(Fold, London, 3);

        Assert.Equal("unixMicros", Assert.Throws<ArgumentException>(() => table.Append([0, 1], [0L], [0, 0], [0, 0])).ParamName);
        Assert.Equal("kinds", Assert.Throws<ArgumentException>(() => table.Append([0, 1], [0L, 0L], [0], [0, 0])).ParamName);
        Assert.Equal("directions", Assert.Throws<ArgumentException>(() => table.Append([0, 1], [0L, 0L], [0, 0], [0, 0, 0])).ParamName);
        Assert.Equal(0, table.Touchpoints);
    }

    [Theory]
    [InlineData(3, 0, 0, 0, "ties[1] is 3; it must be from 0 to 2.")]
    [InlineData(-1, 0, 0, 0, "ties[1] is -1; it must be from 0 to 2.")]
    [InlineData(0, long.MinValue, 0, 0, "unixMicros[1] is -9223372036854775808; it must be from -62135510400000000 to 253402214399999999.")]
    [InlineData(
        0, 253402214400000000, 0, 0, "unixMicros[1] is 253402214400000000; it must be from -62135510400000000 to 253402214399999999.")]
    [InlineData(0, 0, 4, 0, "kinds[1] is 4; it must be from 0 to 3.")]
    [InlineData(0, 0, 0, 4, "directions[1] is 4; it must be from 0 to 3.")]
    public void Append_ElementOutOfRange_NamesIndexValueAndRange(int tie, long micros, byte kind, byte direction, string message)
    {
        var table = new TieTable(Fold, London, 3);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => table.Append([0, tie], [0, micros], [0, kind], [0, direction]));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, table.Touchpoints);
    }

    [Theory]
    [InlineData("ties", -1)]
    [InlineData("ties", 3)]
    [InlineData("unixMicros", -62135510400000001)]
    [InlineData("unixMicros", 253402214400000000)]
    [InlineData("kinds", 4)]
    [InlineData("directions", 4)]
    public void Append_ElementOfManyOutOfRange_NamesTheFirst(string column, long value)
    {
        const int Rows = 1_000;
        var (ties, micros, kinds, directions) = (new int[Rows], new long[Rows], new byte[Rows], new byte[Rows]);
        foreach (var at in new[] { 700, 997 })
        {
            ties[at] = column == "ties" ? (int)value : 0;
            micros[at] = column == "unixMicros" ? value : 0;
            kinds[at] = column == "kinds" ? (byte)value : (byte)0;
            directions[at] = column == "directions" ? (byte)value : (byte)0;
        }

        var table = new TieTable(Fold, London, 3);

        Assert.StartsWith(
            $"{column}[700] is {value}; ",
            Assert.Throws<ArgumentOutOfRangeException>(() => table.Append(ties, micros, kinds, directions)).Message,
            StringComparison.Ordinal);
        Assert.Equal(0, table.Touchpoints);
    }

    [Fact]
    public void Append_CalledOff_ChangesNothing()
    {
        var table = new TieTable(Fold, London, 1);

        Assert.Throws<OperationCanceledException>(
            () => table.Append([0], [0], [0], [0], new BulkOptions { CancellationToken = new CancellationToken(true) }));

        Assert.Equal(0, table.Touchpoints);
    }

    [Fact]
    public void Score_BeforeWhatIsFolded_IsRefused()
    {
        var table = TableOf(1, (0, Noon, InPerson, Direction.Mutual));
        var before = Noon - Duration.FromNanoseconds(1_000);

        Assert.Equal("asOf", Assert.Throws<ArgumentOutOfRangeException>(() => table.Score(before, new ScoreColumns())).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentOutOfRangeException>(() => table.ValueAt(0, ScoreColumn.Strength, before)).ParamName);
        Assert.Equal(
            "asOf", Assert.Throws<ArgumentOutOfRangeException>(() => table.TopBy(ScoreColumn.Strength, before, new int[1])).ParamName);
    }

    [Fact]
    public void Score_ShortColumn_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new TieTable(Fold, London, 2).Score(Noon, new ScoreColumns { Balance = new double[1] }));

    [Fact]
    public void Score_OtherCeiling_ReadsTheSameTableDifferently()
    {
        var table = TableOf(1, (0, Noon, Message, Direction.Mutual));
        var none = ScoreSettings.Default with { LightCeiling = double.PositiveInfinity };

        Assert.True(table.ValueAt(0, ScoreColumn.ExpectedContacts, Noon, none) > table.ValueAt(0, ScoreColumn.ExpectedContacts, Noon));
        Assert.Equal(
            new RelationshipScorer(Fold, none, London).ScoreAt(table.StateOf(0), Noon).ExpectedContacts,
            table.ValueAt(0, ScoreColumn.ExpectedContacts, Noon, none),
            12);
    }

    [Fact]
    public void GrowTo_MoreTies_KeepsTheFirst()
    {
        var table = TableOf(2, (1, Noon, InPerson, Direction.Mutual));
        var before = table.ValueAt(1, ScoreColumn.ExpectedContacts, Noon);
        table.GrowTo(5_000);
        Append(table, (4_999, Noon, InPerson, Direction.Mutual), (2, Noon, InPerson, Direction.Mutual));

        Assert.Equal(5_000, table.Count);
        Assert.All([1, 2, 4_999], tie => Assert.Equal(before, table.ValueAt(tie, ScoreColumn.ExpectedContacts, Noon)));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.GrowTo(4_999));
    }

    [Fact]
    public void GrowTo_AfterASnapshot_LeavesTheSnapshot()
    {
        var table = TableOf(2, (1, Noon, InPerson, Direction.Mutual));
        var snapshot = table.Snapshot();
        table.GrowTo(3);
        Append(table, (2, Noon, Message, Direction.Mutual));

        Assert.Equal((2, 1L), (snapshot.Count, snapshot.Touchpoints));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.ValueAt(2, ScoreColumn.Strength, Noon));
    }

    [Fact]
    public void TopBy_Equals_GoByIndex()
    {
        var table = TableOf(
            4, (3, Noon, InPerson, Direction.Mutual), (1, Noon, InPerson, Direction.Mutual), (2, Noon, Message, Direction.Mutual));
        var top = new int[3];

        Assert.Equal(3, table.TopBy(ScoreColumn.Strength, Noon, top));
        Assert.Equal([1, 3, 2], top);
        Assert.Equal(0, table.TopBy(ScoreColumn.Strength, Noon, []));
        Assert.Equal(3, table.TopBy(ScoreColumn.LastTouch, Noon, new int[10])); // tie 0 has none
    }

    // Voice every 10 days, three times; then a silence. The forecast of one tie says the same.
    [Fact]
    public void Score_LosingTouch_IsWhatTheForecastSays()
    {
        var table = TableOf(
            3, [.. Enumerable.Range(0, 3).SelectMany(
                i => new[]
                {
                    (0, Noon - Duration.FromDays(200 + (10 * i)), InPerson, Direction.Mutual),
                    (1, Noon - Duration.FromDays(5 + (10 * i)), InPerson, Direction.Mutual)
                }), (2, Noon, InPerson, Direction.Mutual)]);
        var (losing, top) = (new double[3], new int[3]);

        table.Score(Noon, new ScoreColumns { LosingTouch = losing });

        Assert.Equal([1, 0, double.NaN], losing);
        Assert.Equal(1, table.ValueAt(0, ScoreColumn.LosingTouch, Noon));
        Assert.Equal(2, table.TopBy(ScoreColumn.LosingTouch, Noon, top));
        Assert.Equal(0, top[0]);
    }

    [Fact]
    public void TopBy_ContactWithin_LooksAsFarAheadAsAsked()
    {
        var table = TableOf(
            2, (0, Noon - Duration.FromDays(20), InPerson, Direction.Mutual), (1, Noon - Duration.FromDays(1), InPerson, Direction.Mutual));
        var top = new int[2];

        table.TopBy(ScoreColumn.ContactWithin, Noon, top);
        Assert.Equal([1, 0], top); // the shorter silence
        table.TopBy(ScoreColumn.ContactWithin, Noon, top, horizon: Duration.Zero);
        Assert.Equal([0, 1], top); // none is likely at once
        Assert.Equal(
            table.ValueAt(0, ScoreColumn.ContactWithin, Noon),
            table.ValueAt(0, ScoreColumn.ContactWithin, Noon, horizon: Duration.FromDays(30)));
        Assert.True(
            table.ValueAt(
                0, ScoreColumn.ContactWithin, Noon) < table.ValueAt(0, ScoreColumn.ContactWithin, Noon, horizon: Duration.FromDays(31)));
        Assert.Equal(
            "horizon",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => table.ValueAt(0, ScoreColumn.ContactWithin, Noon, horizon: -Duration.Epsilon)).ParamName);
        Assert.Equal(
            "horizon",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => table.TopBy(ScoreColumn.ContactWithin, Noon, top, horizon: -Duration.Epsilon)).ParamName);
    }

    [Fact]
    public void TopPastDue_DueNowOrNever_IsLeftOut()
    {
        var table = new TieTable(Fold, London, 5);
        var now = Noon.ToUnixTimeTicks() / 10;
        var top = new int[5];

        Assert.Equal(3, table.TopPastDue([now, now - 1, long.MaxValue, now - 2, now - 1], Noon, top));
        Assert.Equal([3, 1, 4], top[..3]);
        Assert.Throws<ArgumentException>(() => table.TopPastDue([now], Noon, top));
    }

    [Fact]
    public void Merge_TableOfOtherSettings_IsRefusedByName()
    {
        var table = TableOf(1, (0, Noon, InPerson, Direction.Mutual));
        var other = new TieTable(Fold with { BalanceHalfLife = Duration.FromDays(90) }, Havana, 1);

        var error = Assert.Throws<TieStateMismatchException>(() => table.Merge(other));

        Assert.Equal(["zone", nameof(FoldSettings.BalanceHalfLife)], error.Settings.ToArray());
    }

    [Fact]
    public void Merge_LargerTableWithOtherKinds_GrowsAndTakesItsWeights()
    {
        var table = TableOf(1, (0, Noon, InPerson, Direction.Mutual));
        var swapped = Fold with { Kinds = new TouchpointKinds(Fold.Kinds.Reverse()) };
        var other = new TieTable(swapped, London, 3_000);
        other.Append(2_999, Noon.ToUnixTimeTicks() / 10, 3, Direction.Mutual); // in person, which is kind 0 of the first
        table.Merge(other);

        Assert.Equal(3_000, table.Count);
        Assert.Equal(table.ValueAt(0, ScoreColumn.ExpectedContacts, Noon), table.ValueAt(2_999, ScoreColumn.ExpectedContacts, Noon));
    }

    [Fact]
    public void Save_OfWeightsWithoutNumber_IsRefusedAndTheTableStays()
    {
        // 65,536 numbers, of which 256 are of the kinds.
        const int most = 65_536 - 256;
        var table = new TieTable(Fold, London, most + 1);
        for (var tie = 0; tie < most; tie++)
        {
            table.SetState(tie, OneOf(tie));
        }

        using var saved = new MemoryStream();
        table.Save(saved);
        saved.Position = 0;
        Assert.Equal(table.StateOf(most - 1).ToBytes(), TieTable.Load(saved, Fold, London).StateOf(most - 1).ToBytes());

        table.SetState(most, OneOf(most));
        using var refused = new MemoryStream();
        Assert.Throws<InvalidOperationException>(() => table.Save(refused));
        Assert.Equal(0, refused.Length);
        Assert.Equal(OneOf(most).ToBytes(), table.StateOf(most).ToBytes());

        static TieState OneOf(int place)
        {
            var micros = (Noon - Duration.FromDays(1)).ToUnixTimeTicks() / 10;
            var cell = new TieCell(
                new DayLookup(London).DayOf(micros), ChannelClass.Light, 0.3 + (place * 1e-6), micros, micros, micros, TieCell.Never);
            var fold = new TieFold(TieLayout.Of(Fold, London));
            fold.Add(cell);
            fold.Count(new TieCounts(1, 1, 0, micros, micros));
            return fold.ToState(Noon.ToUnixTimeTicks() / 10);
        }
    }

    [Fact]
    public void SetState_WeightOfNoKind_ComesBackTheSame()
    {
        var shared = new Touchpoint(ContactId.FromValue("ada"), Noon, Channel.Video, Direction.Incoming) { OthersPresent = 999 };
        var state = TieState.Fold(Fold, London, [shared], Noon);
        var table = new TieTable(Fold, London, 1);
        table.SetState(0, state);

        Assert.Equal(state.ToBytes(), table.StateOf(0).ToBytes());
        table.SetState(0, TieState.Fold(Fold, London, [], Noon));
        Assert.Equal((0L, 0.0), (table.Touchpoints, table.ValueAt(0, ScoreColumn.Strength, Noon)));
    }

    [Fact]
    public void Load_FileDamagedOrCutAnywhere_IsRefused()
    {
        var table = TableOf(
            3, (0, Noon, InPerson, Direction.Mutual), (2, Noon, Message, Direction.Outgoing),
            (2, Noon - Duration.FromDays(1), InPerson, Direction.Incoming));
        var bytes = Saved(table);

        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = bytes.ToArray();
                damaged[at] ^= (byte)(1 << bit);
                Assert.Throws<InvalidDataException>(() => Load(damaged));
            }

            Assert.Throws<InvalidDataException>(() => Load(bytes[..at]));
        }

        Assert.Equal(Saved(table), Saved(Load(bytes)));
    }

    [Fact]
    public void Load_TableOfVersion1_HasTheSameScores()
    {
        // As version 1 of this table was saved.
        const string Version1 =
            "UktUVAHYUbNtK7XRi23C95V7aXWWWLNTggBwhlMJTAYAAwAAAFhQFn73ezAH2AAAAAEAAAABAAAAAQAAAAEAAAAiUAAAAQAAAAAAAPA/AHCGUwlMBgAAAAAAAAAAAAAAAAAAAAAAAAAABQAAAAIAAAACAAAABAAAABlQAAAAmpmZmZmZyT8AEPRGVEsGAAAAAAAA/////////////yFQAAAAmpmZmZmZ2T8AWNbi9ksGAAAAAAAAAAAAAAD//////yFQAAABAAAAAAAA8D8AEK819UsGAAAAAAAA//////8AAAAAACJQAAAAmpmZmZmZ2T8AcIZTCUwGAADsuoMCAAAAAAAA7LqDAsFbns0AKZ1qAAAAAIMHHoEGBth9";
        var table = TableOf(
            3,
            (0, Noon, InPerson, Direction.Mutual),
            (2, Noon - Duration.FromDays(1), InPerson, Direction.Incoming),
            (2, Noon - Duration.FromDays(1) + Duration.FromHours(2), Message, Direction.Outgoing),
            (2, Noon - Duration.FromDays(9), 3, Direction.Unknown),
            (2, Noon, Message, Direction.Outgoing),
            (2, Noon - Duration.FromHours(3), Message, Direction.Incoming),
            (0, Noon, Attempt, Direction.Outgoing));
        var bytes = Convert.FromBase64String(Version1);
        var loaded = Load(bytes);

        Assert.Equal(Saved(table), Saved(loaded));
        Assert.True(AllColumns.Of(loaded, Noon).HasTheBitsOf(AllColumns.Of(table, Noon)));
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 4;
            Assert.Throws<InvalidDataException>(() => Load(damaged));
            Assert.Throws<InvalidDataException>(() => Load(bytes[..at]));
        }
    }

    [Fact]
    public void Load_LastFrameOfVersion1WithBytesTooMany_IsRefused()
    {
        var table = TableOf(1, (0, Noon, InPerson, Direction.Mutual));
        using var checksum = new FrameChecksum();
        var head = TableHead.Of(table.Fold.Plan.Fingerprint, table.UpToMicros, 1).Bytes.ToArray();
        head[4] = 1;
        byte[] start = [.. head, .. checksum.Of(head)];
        byte[] none = [0, 0, 0, 0];
        byte[] frame = [4, 0, 0, 0, .. none];
        byte[] tooLong = [5, 0, 0, 0, .. none, 0];
        byte[] sound = [.. start, .. frame, .. checksum.Of(frame), .. none, .. checksum.Of(none)];
        using var other = new FrameChecksum();
        other.Of(head);
        byte[] trailing = [.. start, .. tooLong, .. other.Of(tooLong), .. none, .. other.Of(none)];

        Assert.Equal(0, Load(sound).Touchpoints);
        Assert.Throws<InvalidDataException>(() => Load(trailing));
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("a byte too many at the end", false)]
    [InlineData("a byte too few", false)]
    [InlineData("another frame of the same chunk", false)]
    [InlineData("a chunk that is not there", false)]
    [InlineData("a negative chunk", false)]
    [InlineData("a weight of 0", false)]
    [InlineData("a weight above 1", false)]
    [InlineData("no weight", false)]
    [InlineData("more outgoing than touchpoints", false)]
    [InlineData("a negative number incoming", false)]
    [InlineData("fewer touchpoints than cells", false)]
    [InlineData("a weight of no place", false)]
    [InlineData("a cell cut off", false)]
    [InlineData("a second cell of the same class", false)]
    [InlineData("a cell after the instant folded up to", false)]
    [InlineData("a touchpoint of a tie without any", false)]
    public void Load_SoundFrameOfBytesThatNoFoldMakes_IsRefused(string fault, bool isSound)
    {
        var table = TableOf(
            2, (1, Noon, InPerson, Direction.Mutual), (1, Noon - Duration.FromHours(1), Message, Direction.Outgoing),
            (1, Noon - Duration.FromDays(1), Message, Direction.Outgoing));

        // Chunk 0, tie 0 without contact, tie 1 with 3 touchpoints, and its cells of 10 bytes: yesterday's light one, today's light and
        // rich ones; then two weights.
        var frame = new List<byte>(Frame(table));
        const int Tie = 8, Cells = Tie + 16, Weights = Cells + 30;
        var frames = new List<byte[]>();
        switch (fault)
        {
            case "a byte too many at the end": frame.Add(0); break;
            case "a byte too few": frame.RemoveAt(frame.Count - 1); break;
            case "another frame of the same chunk": frames.Add([.. frame]); break;
            case "a chunk that is not there": frame[0] = 1; break;
            case "a negative chunk": frame[3] = 255; break;
            case "a weight of 0": Put(Weights, 0.0); break;
            case "a weight above 1": Put(Weights + 8, 1.5); break;
            case "no weight": frame[Weights + 16] = 0; break;
            case "more outgoing than touchpoints": frame[Tie + 4] = 4; break;
            case "a negative number incoming": frame[Tie + 11] = 255; break;
            case "fewer touchpoints than cells": (frame[Tie], frame[Tie + 4], frame[Tie + 8]) = (2, 2, 1); break;
            case "a weight of no place": frame[Cells + 8] = 2; break;
            case "a cell cut off": frame[Tie + 12] -= 1; frame.RemoveAt(Cells + 29); break;
            case "a second cell of the same class": frame[Cells + 20] &= 0xFE; break;
            case "a cell after the instant folded up to": frame[Cells + 25] += 1; break;
            case "a touchpoint of a tie without any": frame[Tie - 4] = 1; break;
        }

        frames.Add([.. frame]);
        var bytes = Framed(table, frames);
        if (isSound)
        {
            Assert.Equal(Saved(table), bytes);
            Assert.Equal(bytes, Saved(Load(bytes)));
        }
        else
        {
            Assert.Throws<InvalidDataException>(() => Load(bytes));
        }

        void Put(int at, double value)
        {
            frame.RemoveRange(at, 8);
            frame.InsertRange(at, BitConverter.GetBytes(value));
        }
    }

    [Fact]
    public void Load_ZoneOfOtherRulesByNow_IsNamed()
    {
        var table = TableOf(1, (0, Noon, InPerson, Direction.Mutual));
        var frame = Frame(table);
        frame[^1] ^= 1; // the hash of days

        Assert.Equal(["zone"], Assert.Throws<TieStateMismatchException>(() => Load(Framed(table, [frame]))).Settings.ToArray());
    }

    [Fact]
    public void Merge_TiesOfEitherTableAlone_KeepsTheirBitsFarApart()
    {
        // Half-lives of an hour: what is older than the other table's landmark by thousands of them falls to nothing, whichever table it
        // comes from.
        var fold = Fold with
        {
            Curve = DecayCurve.Mixture((Duration.FromHours(1), 1), (Duration.FromDays(36_525), 1)),
            BalanceHalfLife = Duration.FromHours(1)
        };
        var (old, late) = (Instant.FromUtc(1700, 1, 1, 5, 0), Instant.FromUtc(9000, 1, 1, 1, 1));
        var all = Table((0, old), (1, late), (2, old), (2, late));
        foreach (var (first, second) in new[]
        {
            (Table((0, old), (2, old)), Table((1, late), (2, late))),
            (Table((1, late), (2, late)), Table((0, old), (2, old)))
        })
        {
            first.Merge(second);

            Assert.Equal(Saved(all), Saved(first));
            Assert.True(AllColumns.Of(first, late + Duration.FromHours(3)).HasTheBitsOf(AllColumns.Of(all, late + Duration.FromHours(3))));
        }

        TieTable Table(params (int Tie, Instant At)[] rows)
        {
            var table = new TieTable(fold, London, 3);
            foreach (var (tie, at) in rows)
            {
                table.Append(tie, at.ToUnixTimeTicks() / 10, InPerson, Direction.Outgoing);
            }

            return table;
        }
    }

    [Fact]
    public void Load_OtherSettings_AreNamed()
    {
        using var stream = new MemoryStream(Saved(TableOf(1, (0, Noon, InPerson, Direction.Mutual))));

        var error = Assert.Throws<TieStateMismatchException>(
            () => TieTable.Load(stream, Fold with { Curve = DecayCurve.HalfLife(Duration.FromDays(90)) }, London));

        Assert.Equal([nameof(FoldSettings.Curve)], error.Settings.ToArray());
    }

    [Fact]
    public void Load_TwoTablesInOneStream_EachEndsWhereItEnds()
    {
        var (first, second) = (TableOf(1, (0, Noon, InPerson, Direction.Mutual)), TableOf(2, (1, Noon, Message, Direction.Mutual)));
        using var stream = new MemoryStream([.. Saved(first), .. Saved(second), 1, 2, 3]);

        Assert.Equal(1, TieTable.Load(stream, Fold, London).Count);
        Assert.Equal(2, TieTable.Load(stream, Fold, London).Count);
        Assert.Equal(stream.Length - 3, stream.Position);
    }

    [Fact]
    public void Load_TieWithMoreThanAFrame_ComesBackTheSame()
    {
        var table = new TieTable(Fold, London, 1);
        Append(table, [.. Enumerable.Range(0, 5_000).Select(day => (0, Noon - Duration.FromDays(day), (byte)(day % 2), Direction.Mutual))]);

        Assert.Equal(Saved(table), Saved(Load(Saved(table))));
        Assert.Equal(5_000, table.ValueAt(0, ScoreColumn.ContactDays, Noon));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(7_000)]
    public void Load_HundredsOfDatesOfManyTies_HaveTheBitsOfTheTable(int yearsUpTo)
    {
        const int Ties = 30;
        var random = new Random(20260302);
        var table = new TieTable(Fold, London, Ties);
        Append(
            table,
            [.. Enumerable.Range(0, 4_000).Select(_ => (
                random.Next(Ties), Noon - Duration.FromHours(random.Next(20_000)), (byte)random.Next(Fold.Kinds.Count),
                (Direction)random.Next(4)))]);
        var upTo = Noon + Duration.FromDays(365 * yearsUpTo);
        Append(table, (Ties - 1, upTo, Message, Direction.Mutual));

        var loaded = Load(Saved(table));
        Assert.True(AllColumns.Of(loaded, upTo).HasTheBitsOf(AllColumns.Of(table, upTo)));
        (int, Instant, byte, Direction)[] more =
            [.. Enumerable.Range(0, Ties).Select(tie => (tie, upTo + Duration.FromDays(tie), InPerson, Direction.Incoming))];
        Append(loaded, more);
        Append(table, more);
        Assert.True(AllColumns.Of(loaded, upTo + Duration.FromDays(40)).HasTheBitsOf(AllColumns.Of(table, upTo + Duration.FromDays(40))));
    }

    [Fact]
    public void Bytes_StockCurve_Are240ATieAnd10ForMostCells()
    {
        const int Ties = 2_048;
        var table = new TieTable(Fold, London, Ties);
        var rows = Enumerable.Range(0, Ties)
            .SelectMany(tie => Enumerable.Range(0, 16).Select(day => (tie, Noon - Duration.FromDays(day), Message, Direction.Mutual)));
        Append(table, [.. rows]);

        Assert.InRange(table.Bytes, (240L * Ties) + (10L * 15 * Ties), (242L * Ties) + (11L * 15 * Ties));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public void Append_MoreThanIsPartedAtOnce_GivesTheSameBits(int mostAtOnce)
    {
        const int Ties = 5_000;
        var random = new Random(20260302);
        var rows = Enumerable.Range(0, 20_000)
            .Select(_ =>
                (random.Next(Ties), Noon - Duration.FromHours(random.Next(20_000)), (byte)random.Next(Fold.Kinds.Count),
                    (Direction)random.Next(4)))
            .ToArray();
        var (once, often) = (new TieTable(Fold, London, Ties), new TieTable(Fold, London, Ties) { MostAtOnce = mostAtOnce });

        Append(once, rows);
        Append(often, rows);

        Assert.Equal(Saved(once), Saved(often));
        Assert.Equal(once.Touchpoints, often.Touchpoints);
        Assert.All(
            Enumerable.Range(0, Ties),
            tie => Assert.Equal(
                    once.ValueAt(tie, ScoreColumn.ExpectedContacts, Noon), often.ValueAt(tie, ScoreColumn.ExpectedContacts, Noon)));
    }

    [Fact]
    public void Append_LandmarkLeftFarBehind_KeepsTheScoresOfTheObjects()
    {
        // Half-lives of an hour: the landmark moves by thousands of them from one touchpoint to the next.
        var fold = Fold with
        {
            Curve = DecayCurve.Mixture((Duration.FromHours(1), 1), (Duration.FromDays(36_525), 1)),
            BalanceHalfLife = Duration.FromHours(1)
        };
        var table = new TieTable(fold, London, 2);
        Instant[] instants =
            [
                Instant.FromUtc(2, 1, 1, 0, 0), Instant.FromUtc(1700, 1, 1, 5, 0), Noon - Duration.FromDays(40),
                Noon - Duration.FromHours(7), Noon, Instant.FromUtc(9000, 1, 1, 1, 1)
            ];
        foreach (var at in instants)
        {
            table.Append(0, at.ToUnixTimeTicks() / 10, InPerson, Direction.Outgoing);
            var expected = new RelationshipScorer(fold, ScoreSettings.Default, London)
                .ScoreAt(table.StateOf(0), at + Duration.FromHours(2));

            Assert.Equal(
                expected.ExpectedContacts, table.ValueAt(0, ScoreColumn.ExpectedContacts, at + Duration.FromHours(2)),
                1e-12 * expected.ExpectedContacts);
            Assert.Equal(expected.Reciprocity.Balance, table.ValueAt(0, ScoreColumn.Balance, at + Duration.FromHours(2)), 1e-12);
        }
    }

    private static TieTable TableOf(int ties, params (int Tie, Instant At, byte Kind, Direction Direction)[] rows)
    {
        var table = new TieTable(Fold, London, ties);
        Append(table, rows);
        return table;
    }

    private static void Append(TieTable table, params (int Tie, Instant At, byte Kind, Direction Direction)[] rows) =>
        table.Append(
            rows.Select(row => row.Tie).ToArray(),
            rows.Select(row => row.At.ToUnixTimeTicks() / 10).ToArray(),
            rows.Select(row => row.Kind).ToArray(),
            rows.Select(row => (byte)row.Direction).ToArray());

    private static byte[] Saved(TieTable table)
    {
        using var stream = new MemoryStream();
        table.Save(stream);
        return stream.ToArray();
    }

    // The bytes of the first frame, without its length and checksum.
    private static byte[] Frame(TieTable table)
    {
        var bytes = Saved(table).AsSpan(TableHead.Size + FrameHash.Size);
        return bytes.Slice(sizeof(int), BitConverter.ToInt32(bytes)).ToArray();
    }

    private static byte[] Framed(TieTable table, IEnumerable<byte[]> frames)
    {
        var (bytes, hash, checksum) = (new List<byte>(), default(FrameHash), new byte[FrameHash.Size]);
        Add(TableHead.Of(table.Fold.Plan.Fingerprint, table.UpToMicros, table.Count).Bytes.ToArray());
        foreach (var frame in frames.Append([]))
        {
            Add([.. BitConverter.GetBytes(frame.Length), .. frame]);
        }

        return [.. bytes];

        void Add(byte[] part)
        {
            hash.Add(part, checksum);
            bytes.AddRange(part);
            bytes.AddRange(checksum);
        }
    }

    private static TieTable Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return TieTable.Load(stream, Fold, London);
    }
}
