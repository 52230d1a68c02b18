using System.Collections.Immutable;
using RelationshipKit.Cadences;

namespace RelationshipKit.Books;

/// <summary>The updates of a book that can still be taken back, the last one first.</summary>
/// <remarks>Taking a step back removes it from the journal: there is no redo.</remarks>
internal sealed class BookJournal
{
    private readonly ImmutableList<BookStep> steps;

    private BookJournal(ImmutableList<BookStep> steps, long revision)
    {
        this.steps = steps;
        Revision = revision;
    }

    public static BookJournal Empty { get; } = new([], 0);

    /// <summary>Gets how many updates the book has seen, those that were taken back and their undoing included.</summary>
    public long Revision { get; }

    public IReadOnlyList<BookStep> Steps => steps;

    public BookStep? Last => steps.IsEmpty ? null : steps[^1];

    public static BookJournal Of(IEnumerable<BookStep> steps, long revision) => new([.. steps], revision);

    public BookJournal With(BookStep step) =>
        step.Undoes is { } undone
            ? new(steps.RemoveAll(other => other.Revision == undone), step.Revision + 1)
            : new(steps.Add(step), step.Revision + 1);

    /// <summary>Determines whether taking a step back leaves a journal that can still be gone back through.</summary>
    /// <remarks>If it was taken back before, or a later step changed one of the same things, taking it back is a step of its own.</remarks>
    public bool CanDrop(BookStep step)
    {
        var at = steps.FindLastIndex(other => other.Revision == step.Revision);
        var places = step.Edits.Select(edit => edit.Place).ToHashSet();
        return at >= 0 && steps.Skip(at + 1)
            .SelectMany(later => later.Edits)
            .All(edit => edit.Place is { } place && !places.Contains(place));
    }

    /// <summary>Returns the revision of the step of this journal that a step made elsewhere takes back; null if it is not here.</summary>
    public long? DroppedBy(BookStep undoing) =>
        undoing.Undoes is { } revision
        && steps.Find(step => step.Revision == revision) is { } undone
        && CanDrop(undone)
        && undone.Edits.Select(edit => edit.Place).ToHashSet().SetEquals(undoing.Edits.Select(edit => edit.Place))
            ? revision
            : null;

    public BookJournal WithSteps(IEnumerable<BookStep> others) => new([.. others], Revision);

    /// <summary>
    /// Returns the journal without some changes; steps that had them cannot be taken back any more, and the purge itself is not kept as a
    /// step.
    /// </summary>
    public BookJournal Purged(BookEdit purge, Func<BookEdit, CadencePolicies, bool> isPurged) => WithSteps(steps
        .Where(step => !step.Edits.Contains(purge))
        .Select(step => step.Edits.Any(edit => isPurged(edit, step.Policies))
            ? step with { Edits = [.. step.Edits.Where(edit => !isPurged(edit, step.Policies))], IsSkipped = true }
            : step));

    public BookJournal WithRevision(long revision) => new(steps, revision);
}
