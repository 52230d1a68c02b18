using System.Buffers.Binary;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The bytes of a table, little-endian, in frames that are checked before a byte of them is used.</summary>
/// <remarks>
/// <code>
/// head:  <see cref="TableHead"/>, of version 2
/// frame: length (4) | bytes (<see cref="ChunkBytes"/>) | checksum (8);  the last has no bytes
/// </code>
/// A frame has a chunk of ties; chunks without contact have none. Sums are a cache and are made again on reading. Version 1 is read, too.
/// </remarks>
internal static class TieTableStream
{
    // A length in damaged bytes must not cost more memory than there are bytes.
    private const int Step = 1 << 20;

    public static void Write(Stream stream, TieTable table)
    {
        var hash = default(FrameHash);
        Span<byte> checksum = stackalloc byte[FrameHash.Size];
        var head = TableHead.Of(table.Fold.Plan.Fingerprint, table.UpToMicros, table.Count);
        hash.Add(head.Bytes, checksum);
        stream.Write(head.Bytes);
        stream.Write(checksum);
        var frame = new ByteRoom();
        var writer = new ChunkWriter(table.Fold);
        for (var index = 0; index < table.ChunkCount; index++)
        {
            if (table.ChunkAt(index) is { HasContact: true } chunk)
            {
                writer.Write(frame, index, chunk);
                WriteFrame(frame);
            }
        }

        frame.Begin();
        WriteFrame(frame);
        stream.Flush();

        void WriteFrame(ByteRoom room)
        {
            Span<byte> own = stackalloc byte[FrameHash.Size];
            hash.Add(room.Framed(), own);
            own.CopyTo(room.Take(FrameHash.Size));
            stream.Write(room.All);
        }
    }

    public static TieTable Read(Stream stream, Func<int, TieTable> newTable)
    {
        var head = TableHead.Read(stream);
        var table = newTable(0);
        if (head.Version == TableHead.Oldest)
        {
            TieTableStream1.Read(stream, head, table);
        }
        else
        {
            Read(stream, head, table);
        }

        table.SetUpTo(head.UpTo);
        return table;
    }

    private static void Read(Stream stream, TableHead head, TieTable table)
    {
        var hash = default(FrameHash);
        var frame = Array.Empty<byte>();
        Check(head.Bytes);
        head.Check(table.Fold.Plan.Fingerprint);
        table.GrowTo(head.Ties);
        var reader = new ChunkReader(table, head.UpTo);
        while (ReadFrame() is { Length: > 0 } bytes)
        {
            reader.Read(bytes);
        }

        Span<byte> ReadFrame()
        {
            Fill(0, sizeof(int));
            var length = BinaryPrimitives.ReadInt32LittleEndian(frame);
            if (length < 0 || length > Array.MaxLength - sizeof(int))
            {
                throw TableHead.Damaged();
            }

            for (var at = sizeof(int); at < sizeof(int) + length;)
            {
                var step = Math.Min(Step, sizeof(int) + length - at);
                Fill(at, step);
                at += step;
            }

            Check(frame.AsSpan(0, sizeof(int) + length));
            return frame.AsSpan(sizeof(int), length);
        }

        void Check(ReadOnlySpan<byte> part)
        {
            Span<byte> written = stackalloc byte[FrameHash.Size];
            Span<byte> own = stackalloc byte[FrameHash.Size];
            if (stream.ReadAtLeast(written, written.Length, throwOnEndOfStream: false) < written.Length)
            {
                throw TableHead.CutShort();
            }

            hash.Add(part, own);
            if (!own.SequenceEqual(written))
            {
                throw TableHead.Damaged();
            }
        }

        void Fill(int at, int length)
        {
            if (frame.Length < at + length)
            {
                Array.Resize(ref frame, (int)Math.Min(Array.MaxLength, Math.Max(at + length, 2L * frame.Length)));
            }

            if (stream.ReadAtLeast(frame.AsSpan(at, length), length, throwOnEndOfStream: false) < length)
            {
                throw TableHead.CutShort();
            }
        }
    }
}
