using System.Text;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>Unfolds the lines of an iCalendar file, as bytes, because a fold may cut a character.</summary>
internal sealed class CalendarLines(Stream stream, Encoding fallback)
{
    // Attachments and descriptions may be long; what is needed is short.
    private const int LongestLine = 64 << 10;

    private readonly LineReader reader = new(stream);
    private readonly List<byte> current = [];
    private byte[]? ahead;
    private long aheadNumber;

    /// <summary>Gets the number of the line on which the property read last begins.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Reads the next property.</summary>
    /// <returns>The property, cut where it is very long; <see langword="null"/> at the end.</returns>
    public string? Next()
    {
        current.Clear();
        if (ahead is null && !TryAhead())
        {
            return null;
        }

        LineNumber = aheadNumber;
        current.AddRange(ahead!);
        while (TryAhead() && (ahead!.Length == 0 || ahead[0] is (byte)' ' or (byte)'\t'))
        {
            if (ahead.Length > 0 && current.Count < LongestLine)
            {
                current.AddRange(ahead.AsSpan(1));
            }
        }

        byte[] bytes = [.. current];
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : fallback.GetString(bytes);
    }

    private bool TryAhead()
    {
        if (!reader.TryRead(out var line, out _))
        {
            ahead = null;
            return false;
        }

        ahead = line[..Math.Min(line.Length, LongestLine)].ToArray();
        aheadNumber = reader.LineNumber;
        return true;
    }

    /// <summary>Returns the encoding of lines that are not UTF-8.</summary>
    public static Encoding Fallback(SourceSettings settings) => settings.Encoding ?? TextEncodings.Windows1252;
}
