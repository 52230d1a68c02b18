using System.Collections.Immutable;
using RelationshipKit.Books;

namespace RelationshipKit;

/// <content>Taking back and making again.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Gets whether there is an update that <see cref="Undo"/> can take back.</summary>
    public bool CanUndo => journal.Last is not null;

    /// <summary>Takes back the last update that has not been taken back. Asked again, it goes further back; there is no redo.</summary>
    /// <returns>The update. It refuses if there is nothing to take back, or if the last update was purged with an erased person.</returns>
    public BookUpdate Undo()
    {
        if (journal.Last is { } last)
        {
            return UndoStep(last);
        }

        var edits = new BookEdits(this);
        edits.Refuse(BookRefusalReason.NothingThere, "There is no update to take back.");
        return edits.ToRefusal();
    }

    /// <summary>Makes changes again that were made elsewhere on the same book.</summary>
    /// <param name="changes">The changes of one or more updates, in order.</param>
    /// <returns>The update. If a change does not fit what the book holds, it refuses and nothing is changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or one of them is <see langword="null"/>.</exception>
    /// <remarks>
    /// Applied to the book that they were made on, the changes of any updates give the same book, journal and revision included.
    /// </remarks>
    public BookUpdate Apply(IEnumerable<BookChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var all = new BookEdits(this);
        var book = this;
        var steps = ImmutableArray.CreateBuilder<BookStep>();
        foreach (var group in Steps(changes))
        {
            var edits = new BookEdits(book);
            foreach (var edit in group.Edits)
            {
                if (!edits.TryApply(edit) || !all.TryApply(edit))
                {
                    var refusal = new BookEdits(this);
                    refusal.Refuse(
                        BookRefusalReason.ChangedSince,
                        "A change does not fit what the book holds; it was made on another book, or in another order.");
                    return refusal.ToRefusal();
                }
            }

            if (edits.Orphans() is { IsEmpty: false } orphans)
            {
                var refusal = new BookEdits(this);
                refusal.Refuse(
                    BookRefusalReason.UnknownContact,
                    "The changes name contacts that the book does not have, or leave out contacts that it names.", 0, orphans);
                return refusal.ToRefusal();
            }

            steps.Add(group);
            book = edits.ToUpdate(group.Operation, undoes: book.journal.DroppedBy(group)).Book;
        }

        // The steps of the journal are those of the changes; the update is all of them together.
        return steps.Count == 0
            ? all.ToUpdate()
            : new BookUpdate(this, book, all.ToStep(steps[^1].Operation), []) { Steps = steps.ToImmutable() };
    }

    internal BookUpdate UndoSteps(ImmutableArray<BookStep> made)
    {
        if (made.Length == 1)
        {
            return UndoStep(made[0]);
        }

        var all = new BookEdits(this);
        var book = this;
        var steps = ImmutableArray.CreateBuilder<BookStep>();
        foreach (var step in made.Reverse())
        {
            var update = book.UndoStep(step);
            if (!update.Refused.IsEmpty)
            {
                return Updated(State, [], update.Refused);
            }

            foreach (var edit in update.Steps[0].Edits)
            {
                all.TryApply(edit);
            }

            steps.Add(update.Steps[0]);
            book = update.Book;
        }

        return new BookUpdate(this, book, all.ToStep(null), []) { Steps = steps.ToImmutable() };
    }

    internal BookUpdate UndoStep(BookStep step)
    {
        var edits = new BookEdits(this);
        if (step.IsSkipped || step.Edits.Any(edit => edit.Inverse() is null))
        {
            edits.Refuse(BookRefusalReason.Erased, "The update has to do with what was erased or forgotten; nothing takes that back.");
            return edits.ToRefusal();
        }

        foreach (var edit in step.Edits.Reverse())
        {
            if (!edits.TryApply(edit.Inverse()!))
            {
                var refusal = new BookEdits(this);
                refusal.Refuse(
                    BookRefusalReason.ChangedSince,
                    "What the update changed has been changed again since; take the later change back first.");
                return refusal.ToRefusal();
            }
        }

        if (edits.Orphans() is { IsEmpty: false } orphans)
        {
            var refusal = new BookEdits(this);
            refusal.Refuse(BookRefusalReason.ChangedSince, "The book has come to name a contact that taking the update back would remove; take the later changes back first.", 0, orphans);
            return refusal.ToRefusal();
        }

        return edits.ToUpdate(undoes: journal.CanDrop(step) ? step.Revision : null);
    }

    private static IEnumerable<BookStep> Steps(IEnumerable<BookChange> changes)
    {
        BookStep? step = null;
        var edits = ImmutableArray.CreateBuilder<BookEdit>();
        foreach (var change in changes)
        {
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
            if (step is not null && !ReferenceEquals(step, change.Step))
            {
                yield return step with { Edits = edits.ToImmutable() };
                edits.Clear();
            }

            step = change.Step;
            edits.Add(change.Edit);
        }

        if (step is not null)
        {
            yield return step with { Edits = edits.ToImmutable() };
        }
    }
}
