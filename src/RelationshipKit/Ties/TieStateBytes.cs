using System.Buffers.Binary;
using System.Security.Cryptography;
using RelationshipKit.Time;

namespace RelationshipKit.Ties;

/// <summary>The bytes of a state, little-endian.</summary>
/// <remarks>
/// <code>
/// "RKTS" | version 2 (1) | fingerprint (20) | up to (8) | touchpoints, outgoing, incoming (4 each) | first, last (8 each) | cells (4)
/// per cell: day (4) | class (1) | weight (8) | earliest, latest, last outgoing, last incoming (8 each)
/// whether a book folded it (1) | its revision (8) | of more than one day, the masses of all but the last
/// checksum: the first 8 bytes of the SHA-256 of all before
/// </code>
/// Version 1 ends after the cells: the masses, which are a cache, are computed again on reading.
/// </remarks>
internal static class TieStateBytes
{
    private const byte Version = 2;
    private const byte VersionWithoutMasses = 1;
    private const int HeadSize = 4 + 1 + FoldFingerprint.Size + 8 + 12 + 16 + 4;
    private const int CellSize = 4 + 1 + (5 * 8);
    private const int RevisionSize = 1 + sizeof(long);
    private const int ChecksumSize = 8;

    private static ReadOnlySpan<byte> Magic => "RKTS"u8;

    public static byte[] Write(TieState state)
    {
        var massesSize = state.ClosedDays.Count > 0 ? TieMasses.SizeIn(state.Plan) : 0;
        var bytes = new byte[5 + FoldFingerprint.Size + SizeOfCells(state) + RevisionSize + massesSize + ChecksumSize];
        Magic.CopyTo(bytes);
        bytes[4] = Version;
        state.Plan.Fingerprint.Write(bytes.AsSpan(5));
        var rest = bytes.AsSpan(5 + FoldFingerprint.Size);
        PutCells(ref rest, state);
        rest[0] = state.Revision is null ? (byte)0 : (byte)1;
        rest = rest[1..];
        Put(ref rest, state.Revision ?? 0);
        if (massesSize > 0)
        {
            state.ClosedMasses.Write(rest);
            rest = rest[massesSize..];
        }

        Checksum(bytes.AsSpan(0, bytes.Length - ChecksumSize)).CopyTo(rest);
        return bytes;
    }

    public static TieState Read(ReadOnlySpan<byte> bytes, TieLayout plan)
    {
        if (bytes.Length < HeadSize + ChecksumSize || !bytes.StartsWith(Magic))
        {
            throw new InvalidDataException(
                $"The {bytes.Length} bytes are not a tie state; one begins with RKTS and has at least {HeadSize + ChecksumSize} bytes.");
        }

        if (bytes[4] is not (Version or VersionWithoutMasses))
        {
            throw new InvalidDataException(
                $"The tie state is of version {bytes[4]}; this package reads versions {VersionWithoutMasses} and {Version}.");
        }

        if (!Checksum(bytes[..^ChecksumSize]).SequenceEqual(bytes[^ChecksumSize..]))
        {
            throw new InvalidDataException("The tie state is damaged or cut short: its checksum is not that of its bytes.");
        }

        FoldFingerprint.Read(bytes[5..]).ThrowIfNot(plan.Fingerprint);
        return ReadChecked(bytes[(5 + FoldFingerprint.Size)..^ChecksumSize], plan, hasMasses: bytes[4] == Version);
    }

    /// <summary>Writes the instant, counts and cells of a state, and nothing of the settings.</summary>
    public static byte[] WriteCells(TieState state)
    {
        var bytes = new byte[SizeOfCells(state)];
        var rest = bytes.AsSpan();
        PutCells(ref rest, state);
        return bytes;
    }

    /// <summary>Reads what <see cref="WriteCells"/> wrote into a state of some settings.</summary>
    /// <exception cref="InvalidDataException">The bytes are cut short or hold what no fold makes.</exception>
    public static TieState ReadCells(ReadOnlySpan<byte> bytes, TieLayout plan) =>
        bytes.Length < HeadSize - 5 - FoldFingerprint.Size ? throw Implausible() : ReadChecked(bytes, plan, hasMasses: false);

    private static int SizeOfCells(TieState state) =>
        HeadSize - 5 - FoldFingerprint.Size + ((state.ClosedDays.Count + state.LastDay.Length) * CellSize);

    private static void PutCells(ref Span<byte> rest, TieState state)
    {
        Put(ref rest, state.UpToMicros);
        Put(ref rest, state.Counts.Touchpoints);
        Put(ref rest, state.Counts.Outgoing);
        Put(ref rest, state.Counts.Incoming);
        Put(ref rest, state.Counts.FirstMicros);
        Put(ref rest, state.Counts.LastMicros);
        Put(ref rest, state.Cells.Length);
        foreach (ref readonly var cell in state.Cells.AsSpan())
        {
            Put(ref rest, cell.Day);
            rest[0] = (byte)cell.Class;
            rest = rest[1..];
            Put(ref rest, BitConverter.DoubleToInt64Bits(cell.Weight));
            Put(ref rest, cell.EarliestMicros);
            Put(ref rest, cell.LatestMicros);
            Put(ref rest, cell.LastOutgoingMicros);
            Put(ref rest, cell.LastIncomingMicros);
        }
    }

    private static TieState ReadChecked(ReadOnlySpan<byte> rest, TieLayout plan, bool hasMasses)
    {
        var upTo = TakeLong(ref rest);
        var counts = new TieCounts(TakeInt(ref rest), TakeInt(ref rest), TakeInt(ref rest), TakeLong(ref rest), TakeLong(ref rest));
        var count = TakeInt(ref rest);
        if (count < 0 || (hasMasses ? (long)count * CellSize > rest.Length : (long)count * CellSize != rest.Length))
        {
            throw Implausible();
        }

        var cells = ReadCells(ref rest, count, upTo, counts);
        if (upTo < SupportedTime.FirstMicros || upTo > SupportedTime.LastMicros)
        {
            throw Implausible();
        }

        return hasMasses ? WithMasses(rest, plan, upTo, counts, cells) : Folded(plan, upTo, counts, cells);
    }

    private static TieCell[] ReadCells(ref ReadOnlySpan<byte> rest, int count, long upTo, in TieCounts counts)
    {
        var cells = new TieCell[count];
        var (earliest, latest) = (TieCounts.None.FirstMicros, TieCounts.None.LastMicros);
        for (var i = 0; i < count; i++)
        {
            var cell = cells[i] = TakeCell(ref rest);
            if (!IsPlausible(cell, upTo) || (i > 0 && TieCell.Compare(cells[i - 1], cell) >= 0))
            {
                throw Implausible();
            }

            earliest = Math.Min(earliest, cell.EarliestMicros);
            latest = Math.Max(latest, cell.LatestMicros);
        }

        return IsPlausible(counts, count) && counts.FirstMicros == earliest && counts.LastMicros == latest ? cells : throw Implausible();
    }

    private static TieState WithMasses(ReadOnlySpan<byte> rest, TieLayout plan, long upTo, in TieCounts counts, TieCell[] cells)
    {
        var closed = cells.Length;
        while (closed > 0 && cells[closed - 1].Day == cells[^1].Day)
        {
            closed--;
        }

        if (rest.Length != RevisionSize + (closed > 0 ? TieMasses.SizeIn(plan) : 0) || rest[0] > 1)
        {
            throw Implausible();
        }

        var isOfBook = rest[0] == 1;
        rest = rest[1..];
        var revision = TakeLong(ref rest);
        var (days, anchor) = (0, long.MinValue);
        for (var i = 0; i < closed; i++)
        {
            days += i == 0 || cells[i].Day != cells[i - 1].Day ? 1 : 0;
            anchor = Math.Max(anchor, cells[i].LatestMicros);
        }

        if (revision < 0 || (!isOfBook && revision != 0)
            || (closed > 0 ? TieMasses.Read(rest, plan, days, anchor) : new TieMasses(plan)) is not { } masses)
        {
            throw Implausible();
        }

        return new TieState(
            plan, upTo, counts, ClosedDays.None.With(cells.AsSpan(0, closed)), [.. cells.AsSpan(closed)],
            masses) { Revision = isOfBook ? revision : null };
    }

    private static TieState Folded(TieLayout plan, long upTo, in TieCounts counts, TieCell[] cells)
    {
        var fold = new TieFold(plan);
        fold.Count(counts);
        foreach (ref readonly var cell in cells.AsSpan())
        {
            fold.Add(cell);
        }

        return fold.ToState(upTo);
    }

    private static bool IsPlausible(in TieCell cell, long upTo) =>
        cell.Weight > 0
        && cell.Weight <= 1
        && cell.Class is ChannelClass.Light or ChannelClass.Rich
        && cell.EarliestMicros >= SupportedTime.FirstMicros
        && cell.EarliestMicros <= cell.LatestMicros
        && cell.LatestMicros <= upTo
        && IsNeverOrWithin(cell, cell.LastOutgoingMicros)
        && IsNeverOrWithin(cell, cell.LastIncomingMicros)
        && IsNearUtcDay(cell.Day, cell.EarliestMicros)
        && IsNearUtcDay(cell.Day, cell.LatestMicros);

    private static bool IsPlausible(in TieCounts counts, int cells) =>
        (cells > 0) == (counts.Touchpoints > 0)
        && counts.Outgoing >= 0
        && counts.Outgoing <= counts.Touchpoints
        && counts.Incoming >= 0
        && counts.Incoming <= counts.Touchpoints;

    private static bool IsNeverOrWithin(in TieCell cell, long micros) =>
        micros == TieCell.Never || (micros >= cell.EarliestMicros && micros <= cell.LatestMicros);

    // No closer, although the zone is known: its rules may have been changed since the state was folded.
    private static bool IsNearUtcDay(int day, long micros) =>
        Math.Abs(day - (micros >= 0 ? micros : micros - SupportedTime.MicrosPerDay + 1) / SupportedTime.MicrosPerDay) <= 1;

    // The checksum was right, so the bytes are as they were written: not by this package.
    private static InvalidDataException Implausible() =>
        new("The tie state holds cells or counts that no fold makes; it was not written by this package.");

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, ChecksumSize);

    private static TieCell TakeCell(ref ReadOnlySpan<byte> rest)
    {
        var day = TakeInt(ref rest);
        var @class = (ChannelClass)rest[0];
        rest = rest[1..];
        var weight = BitConverter.Int64BitsToDouble(TakeLong(ref rest));
        return new TieCell(day, @class, weight, TakeLong(ref rest), TakeLong(ref rest), TakeLong(ref rest), TakeLong(ref rest));
    }

    private static void Put(ref Span<byte> rest, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, value);
        rest = rest[sizeof(int)..];
    }

    private static void Put(ref Span<byte> rest, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(rest, value);
        rest = rest[sizeof(long)..];
    }

    private static int TakeInt(ref ReadOnlySpan<byte> rest)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(rest);
        rest = rest[sizeof(int)..];
        return value;
    }

    private static long TakeLong(ref ReadOnlySpan<byte> rest)
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[sizeof(long)..];
        return value;
    }
}
