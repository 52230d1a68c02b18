using System.Collections.Immutable;
using System.Text;

namespace RelationshipKit.Interchange;

/// <summary>What an import would do, and what it leaves out with the reasons.</summary>
/// <remarks>Immutable, so it is safe to share between threads. It is made for the owner to read, so it may name people and addresses.</remarks>
public sealed class ImportReport
{
    internal ImportReport(
        ImmutableArray<ImportedFile> files,
        ImportedContacts contacts,
        ImportedTouchpoints touchpoints,
        ImmutableArray<string> me,
        bool isMeProposed,
        ImmutableArray<DuplicateContacts> suggestions,
        ImmutableArray<string> notes)
    {
        Files = files;
        Contacts = contacts;
        Touchpoints = touchpoints;
        Me = me;
        IsMeProposed = isMeProposed;
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

    /// <summary>Gets a value indicating whether addresses in <see cref="Me"/> were proposed from the data, because the settings named none.</summary>
    public bool IsMeProposed { get; }

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

        foreach (var line in Notes.Concat(Suggestions.Select(suggestion => suggestion.ToString())))
        {
            text.Append('\n').Append(line);
        }

        return text.ToString();
    }
}
