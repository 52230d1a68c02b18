using System.Collections.Immutable;
using System.Text;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Interchange;

/// <summary>What an import would do, and what it leaves out with the reasons.</summary>
/// <remarks>Immutable, so it is safe to share between threads. It is for the owner to read, so it may name people and addresses.</remarks>
public sealed class ImportReport
{
    internal ImportReport(
        ImmutableArray<ImportedFile> files,
        ImportedContacts contacts,
        ImportedTouchpoints touchpoints,
        ImmutableArray<string> me,
        bool isMeProposed,
        LogKind logKind,
        ImmutableArray<DuplicateContacts> suggestions,
        ImmutableArray<string> notes)
    {
        Files = files;
        Contacts = contacts;
        Touchpoints = touchpoints;
        Me = me;
        IsMeProposed = isMeProposed;
        LogKind = logKind;
        Suggestions = suggestions;
        Notes = notes;
    }

    /// <summary>Gets the files in the order they were read.</summary>
    public ImmutableArray<ImportedFile> Files { get; }

    /// <summary>Gets what becomes of the people.</summary>
    public ImportedContacts Contacts { get; }

    /// <summary>Gets what becomes of the touchpoints.</summary>
    public ImportedTouchpoints Touchpoints { get; }

    /// <summary>Gets the owner's addresses and names that were used.</summary>
    public ImmutableArray<string> Me { get; }

    /// <summary>
    /// Gets a value indicating whether addresses in <see cref="Me"/> were proposed from the data, because the settings named none.
    /// </summary>
    public bool IsMeProposed { get; }

    /// <summary>
    /// Gets what the log seems to be of, which the import writes into a book that does not say; unknown if the book says, or if the files
    /// do not tell.
    /// </summary>
    /// <remarks>
    /// It is the kind of four in five of the new touchpoints from mail, calls, chats and calendars, else <see cref="LogKind.People"/>.
    /// Tables and edge lists do not show a kind.
    /// </remarks>
    public LogKind LogKind { get; }

    /// <summary>Gets pairs of contacts that may be one person, the most likely first. They are never merged by the import.</summary>
    public ImmutableArray<DuplicateContacts> Suggestions { get; }

    /// <summary>Gets what is to be known about the import as a whole.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>Gets a value indicating whether a file cannot be used, so that nothing may be applied.</summary>
    public bool HasErrors => Files.Any(file => file.Error is not null);

    /// <summary>Returns the report in a few lines.</summary>
    /// <returns>An English text, not for round trips.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var file in Files)
        {
            text.Append(file).Append('\n');
            foreach (var note in file.Notes)
            {
                text.Append("  ").Append(note).Append('\n');
            }
        }

        text.Append("contacts: ").Append(Contacts).Append("\ntouchpoints: ").Append(Touchpoints);
        if (!Me.IsEmpty)
        {
            text.Append('\n').Append(IsMeProposed ? "you seem to be " : "you are ").AppendJoin(", ", Me);
        }

        if (LogKind != LogKind.Unknown)
        {
            text.Append("\nkind of log: ").Append(LogKind);
        }

        foreach (var line in Notes.Concat(Suggestions.Select(suggestion => suggestion.ToString())))
        {
            text.Append('\n').Append(line);
        }

        return text.ToString();
    }
}
