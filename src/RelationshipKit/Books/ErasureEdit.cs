using System.Collections.Immutable;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>The erasure of a person from everything that a book holds. It has no inverse.</summary>
internal sealed class ErasureEdit(ImmutableArray<ContactId> ids, ImmutableArray<string> digests) : BookEdit
{
    public const string Name = "erasure";

    public override BookChangeKind Kind => BookChangeKind.Erasure;

    public override BookChangeAction Action => BookChangeAction.Removed;

    public override ContactId? Contact => ids[0];

    public static ErasureEdit Read(ChangesDocument.ChangeEntry entry, string path)
    {
        var element = entry.After ?? throw JsonDocumentHead.Error("The member \"after\" is missing.", path);
        var erased = Json.Entry(element, DocumentsJsonContext.Default.ErasureEntry, $"{path}.after");
        return erased.Ids.Length == 0
            ? throw JsonDocumentHead.Error("There are 0 ids; there must be at least 1.", $"{path}.after.ids")
            : new(
                [.. erased.Ids.Select((id, i) => ContactEntries.Made(() => ContactId.FromValue(id), $"{path}.after.ids[{i}]"))],
                [.. erased.Digests ?? []]);
    }

    public override bool RewritesAll => true;

    public override BookState? Apply(BookState state) => new ErasedPerson(ids).Erase(state, digests).State;

    public override BookEdit? Inverse() => null;

    public override void AddTo(ChangedRows rows) => throw new NotSupportedException("An erasure changes all rows.");

    public override ChangesDocument.ChangeEntry ToEntry(CadencePolicies policies) => new()
    {
        Kind = Name,
        After = Json.Element(
            new ChangesDocument.ErasureEntry { Ids = [.. ids.Select(id => id.Value)], Digests = digests.IsEmpty ? null : [.. digests] },
            DocumentsJsonContext.Default.ErasureEntry),
    };

    public ErasureReport Report(BookState state, BookJournal journal)
    {
        var report = new ErasedPerson(ids).Erase(state, digests).Report;
        report.JournalSteps = journal.Steps.Count(step => !step.IsSkipped && Mentions(step));
        report.Aliases = ids.Length - 1;
        return report;
    }

    public override BookJournal Purge(BookJournal journal) => journal.Purged(this, Mentions);

    private bool Mentions(BookStep step) => step.Edits.Any(edit => Mentions(edit, step.Policies));

    private bool Mentions(BookEdit edit, CadencePolicies policies)
    {
        var entry = edit.ToEntry(policies);
        var person = new ErasedPerson(ids);
        return (entry.Key is { } key && person.IsNamedIn(key)) || person.IsNamedIn(entry.Before) || person.IsNamedIn(entry.After);
    }
}
