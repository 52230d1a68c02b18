using System.Text;

namespace RelationshipKit.Interchange.VCards;

/// <summary>Writes lines of vCards and calendars: UTF-8, folded at 75 octets, with CRLF.</summary>
internal static class FoldedLines
{
    private const int Longest = 75;

    /// <summary>Writes a line. A fold never cuts a character: some readers decode before they unfold.</summary>
    public static void Write(Stream stream, string text)
    {
        var line = Encoding.UTF8.GetBytes(text);
        var start = 0;
        var room = Longest;
        while (line.Length - start > room)
        {
            var end = start + room;
            while ((line[end] & 0xC0) == 0x80)
            {
                end--;
            }

            stream.Write(line.AsSpan(start, end - start));
            stream.Write("\r\n "u8);
            start = end;
            room = Longest - 1;
        }

        stream.Write(line.AsSpan(start));
        stream.Write("\r\n"u8);
    }
}
