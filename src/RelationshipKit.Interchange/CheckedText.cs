using System.Text;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange;

/// <summary>
/// Bytes of text that are checked to be UTF-8 while they are read: letters that cannot be decoded must not all become the same letter.
/// </summary>
internal sealed class CheckedText : ForwardStream
{
    private readonly Stream bytes;
    private readonly string path;
    private readonly byte[] pending = new byte[3];
    private int pendingLength;
    private long line = 1;

    private CheckedText(Stream bytes, string path)
    {
        this.bytes = bytes;
        this.path = path;
    }

    /// <summary>Opens text, and gives its first line.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="path">What errors call them.</param>
    /// <param name="encoding">The encoding, if the text is in none that it names by a mark.</param>
    /// <param name="isChecked">Whether bytes that are not UTF-8 end the reading; else the reader looks at its lines one by one.</param>
    /// <param name="firstLine">The first line, without its end.</param>
    /// <returns>
    /// The text in UTF-8 without a mark; reading it, if checked, throws <see cref="InterchangeException"/> at bytes that are not UTF-8.
    /// </returns>
    public static Stream Open(Stream source, string path, Encoding? encoding, bool isChecked, out string firstLine)
    {
        var buffer = new byte[1 << 16];
        var got = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var (marked, length) = TextEncodings.OfMark(buffer.AsSpan(0, got));
        var head = buffer.AsMemory(length, got - length);
        var named = marked ?? encoding ?? TextEncodings.StrictUtf8;
        var end = head.Span.IndexOf((byte)'\n');
        var isWide = named is UnicodeEncoding;
        var first = named is UTF8Encoding
            ? Encoding.UTF8.GetString(head.Span[..(end < 0 ? head.Length : end)])
            : named.GetString(head.Span[..(end < 0 || isWide ? head.Length : end)]);
        firstLine = first.Split('\n')[0].TrimEnd('\r');
        var text = new PartlyRead(head, source, owns: false);
        return named is not UTF8Encoding ? Encoding.CreateTranscodingStream(text, named, new UTF8Encoding(false))
            : isChecked ? new CheckedText(text, path)
            : text;
    }

    public override int Read(Span<byte> buffer)
    {
        var got = bytes.Read(buffer);
        Check(buffer[..got]);
        return got;
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            if (pendingLength > 0)
            {
                Refuse();
            }

            return;
        }

        // A character may lie across two reads.
        Span<byte> joined = stackalloc byte[4];
        while (pendingLength > 0 && bytes.Length > 0)
        {
            pending.AsSpan(0, pendingLength).CopyTo(joined);
            joined[pendingLength] = bytes[0];
            var state = Rune.DecodeFromUtf8(joined[..(pendingLength + 1)], out _, out _);
            if (state == System.Buffers.OperationStatus.Done)
            {
                pendingLength = 0;
            }
            else if (state == System.Buffers.OperationStatus.NeedMoreData && pendingLength < 3)
            {
                pending[pendingLength++] = bytes[0];
            }
            else
            {
                Refuse();
            }

            bytes = bytes[1..];
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            line += bytes.Count((byte)'\n');
            return;
        }

        while (bytes.Length > 0)
        {
            var state = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (state == System.Buffers.OperationStatus.Done)
            {
                line += bytes[0] == '\n' ? 1 : 0;
                bytes = bytes[used..];
            }
            else if (state == System.Buffers.OperationStatus.NeedMoreData)
            {
                bytes.CopyTo(pending);
                pendingLength = bytes.Length;
                return;
            }
            else
            {
                Refuse();
            }
        }
    }

    private void Refuse() => throw new InterchangeException(path, "the text is not UTF-8; name its encoding, such as windows-1252.", line);
}
