using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Forecasts;

/// <content>
/// The bytes of a history, little-endian:
/// <code>
/// "RKNH" | version 2 (1) | horizon in nanoseconds, 0 for none (8) | windows (4) | instants (8 each) | cells (4)
/// per cell: features (9 of 4 each) | ties, in touch, present (8 each)
/// checksum: the first 8 bytes of the SHA-256 of all before
/// </code>
/// </content>
public sealed partial class NetworkHistory
{
    private const byte Version = 2;
    private const int HeadSize = 4 + 1 + 8 + 4;
    private const int FeaturesSize = 9 * 4;
    private const int CellSize = FeaturesSize + (3 * 8);
    private const int ChecksumSize = 8;

    private static ReadOnlySpan<byte> Magic => "RKNH"u8;

    /// <summary>Reads a history.</summary>
    /// <param name="bytes">
    /// What <see cref="ToBytes"/> wrote, in this version; the first one, which did not count contact-days, was never released.
    /// </param>
    /// <returns>The history.</returns>
    /// <exception cref="FormatException">The bytes are not a history, of another version, or damaged.</exception>
    public static NetworkHistory FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadSize + 4 + ChecksumSize || !bytes.StartsWith(Magic))
        {
            throw new FormatException("The bytes are not a network history.");
        }

        if (bytes[4] != Version)
        {
            throw new FormatException($"The network history is of version {bytes[4]}; this version of the kit reads version {Version}.");
        }

        var body = bytes[..^ChecksumSize];
        var windows = BinaryPrimitives.ReadInt32LittleEndian(bytes[13..]);
        var cellsAt = HeadSize + (8L * windows);
        var cells = windows >= 0 && cellsAt + 4 <= body.Length ? BinaryPrimitives.ReadInt32LittleEndian(body[(int)cellsAt..]) : -1;
        if (cells < 0 || cellsAt + 4 + ((long)cells * CellSize) != body.Length || !Checksum(body)
            .AsSpan(0, ChecksumSize)
            .SequenceEqual(bytes[^ChecksumSize..]))
        {
            throw new FormatException("The network history is damaged: its length or its checksum is wrong.");
        }

        var nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(bytes[5..]);
        var history = new NetworkHistory { horizon = nanoseconds == 0 ? null : Duration.FromNanoseconds(nanoseconds) };
        for (var i = 0; i < windows; i++)
        {
            history.windows.Add(SupportedTime.FromMicros(BinaryPrimitives.ReadInt64LittleEndian(body[(HeadSize + (8 * i))..])));
        }

        for (var i = 0; i < cells; i++)
        {
            var cell = body.Slice((int)cellsAt + 4 + (i * CellSize), CellSize);
            history.Add(FeaturesOf(cell), LongOf(cell, 0), LongOf(cell, 1), LongOf(cell, 2));
        }

        return history;
    }

    /// <summary>Writes the history, so that owners on several machines can send what they counted. It names nobody.</summary>
    /// <returns>Versioned bytes with a checksum. Histories that count the same have the same bytes.</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeadSize + (8 * windows.Count) + 4 + (cells.Count * CellSize) + ChecksumSize];
        Magic.CopyTo(bytes);
        bytes[4] = Version;
        var rest = bytes.AsSpan(5);
        Put(ref rest, horizon?.ToInt64Nanoseconds() ?? 0);
        Put(ref rest, windows.Count);
        foreach (var window in windows.Order())
        {
            Put(ref rest, SupportedTime.ToMicros(window));
        }

        Put(ref rest, cells.Count);
        foreach (var (features, ties, inTouch, present) in Cells)
        {
            foreach (var feature in (ReadOnlySpan<int>)
                [
                    features.Hazard, features.Elsewhere, features.Nobody, features.Common, features.Recent, features.Share, features.Scale,
                    features.Silence, features.Days
                ])
            {
                Put(ref rest, feature);
            }

            Put(ref rest, ties);
            Put(ref rest, inTouch);
            Put(ref rest, present);
        }

        Checksum(bytes.AsSpan(0, bytes.Length - ChecksumSize)).AsSpan(0, ChecksumSize).CopyTo(rest);
        return bytes;
    }

    private static NetworkFeatures FeaturesOf(ReadOnlySpan<byte> cell) =>
        new(
            IntOf(cell, 0), IntOf(cell, 1), IntOf(cell, 2), IntOf(cell, 3), IntOf(cell, 4), IntOf(cell, 5), IntOf(cell, 6), IntOf(cell, 7),
            IntOf(cell, 8));

    private static int IntOf(ReadOnlySpan<byte> cell, int index) => BinaryPrimitives.ReadInt32LittleEndian(cell[(4 * index)..]);

    private static long LongOf(ReadOnlySpan<byte> cell, int index) =>
        BinaryPrimitives.ReadInt64LittleEndian(cell[(FeaturesSize + (8 * index))..]);

    private static void Put(ref Span<byte> rest, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, value);
        rest = rest[4..];
    }

    private static void Put(ref Span<byte> rest, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(rest, value);
        rest = rest[8..];
    }

    private static byte[] Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes);
}
