using System.Globalization;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Counts of the records of one file, by what was done with them.</summary>
internal sealed class FileAccount(string path, bool strict)
{
    /// <summary>The most records of which the place and the reason are kept; the rest are counted.</summary>
    public const int MaxListed = 1_000;

    private readonly List<SkippedRecord> skipped = [];
    private readonly List<SkippedRecord> unread = [];
    private readonly List<string> notes = [];

    public string Path { get; } = path;

    public SourceFormat Format { get; set; }

    /// <summary>Gets the number of records, those included that were left out.</summary>
    public long Records { get; private set; }

    /// <summary>Gets the number of people read.</summary>
    public long Contacts { get; private set; }

    /// <summary>Gets the number of touches read, automatic ones and attempts apart.</summary>
    public long Touchpoints { get; private set; }

    public long Automatic { get; private set; }

    public long Attempts { get; private set; }

    public long SkippedCount { get; private set; }

    public IReadOnlyList<SkippedRecord> Skipped => skipped;

    public long UnreadCount { get; private set; }

    public IReadOnlyList<SkippedRecord> Unread => unread;

    /// <summary>Gets what the reader wants to be known about the file as a whole.</summary>
    public IReadOnlyList<string> Notes => notes;

    public static string Line(long line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    public void OnRecord(long count = 1) => Records += count;

    public void OnNote(string note)
    {
        if (!notes.Contains(note, StringComparer.Ordinal) && notes.Count < MaxListed)
        {
            notes.Add(note);
        }
    }

    /// <summary>Counts what a record gave.</summary>
    public void OnItem(SourceItem item)
    {
        if (item is SourcePerson)
        {
            Contacts++;
        }
        else if (item is SourceEvent told)
        {
            Attempts += told is { IsAttempt: true, IsAutomatic: false } ? 1 : 0;
            Automatic += told.IsAutomatic ? 1 : 0;
            Touchpoints += told.IsAttempt || told.IsAutomatic ? 0 : 1;
        }
    }

    /// <summary>Counts a record that is sound and of no use: a line of a chat's own, an event without anybody.</summary>
    public void OnUnused(string where, string reason)
    {
        SkippedCount++;
        if (skipped.Count < MaxListed)
        {
            skipped.Add(new SkippedRecord(where, reason));
        }
    }

    /// <summary>Counts a value that is not valid, in a record that is read without it.</summary>
    public void OnUnread(string where, string reason)
    {
        UnreadCount++;
        if (unread.Count < MaxListed)
        {
            unread.Add(new SkippedRecord(where, reason));
        }
    }

    /// <summary>Counts a bad record; it ends the reading if that is strict.</summary>
    public void OnBad(string where, string reason)
    {
        if (strict)
        {
            throw new InterchangeException(Path, $"{where}: {reason}");
        }

        OnUnused(where, reason);
    }
}
