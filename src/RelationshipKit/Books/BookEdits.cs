using System.Collections.Immutable;

namespace RelationshipKit.Books;

/// <summary>An operation in the making: the state so far, the changes that led to it, and what was refused.</summary>
internal sealed class BookEdits(RelationshipBook book)
{
    private readonly ImmutableArray<BookEdit>.Builder edits = ImmutableArray.CreateBuilder<BookEdit>();
    private readonly ImmutableArray<BookRefusal>.Builder refused = ImmutableArray.CreateBuilder<BookRefusal>();

    public BookState State { get; private set; } = book.State;

    /// <summary>Puts a value in place of what is there; no change if it is the same.</summary>
    public void Set<TKey, TValue>(BookSlot<TKey, TValue> slot, TKey key, Held<TValue> value)
        where TKey : notnull
        where TValue : notnull
    {
        if (slot.Change(State, key, value) is { } edit)
        {
            edits.Add(edit);
            State = slot.Set(State, key, value);
        }
    }

    /// <summary>Removes what is there; no change if nothing is.</summary>
    public void Clear<TKey, TValue>(BookSlot<TKey, TValue> slot, TKey key)
        where TKey : notnull
        where TValue : notnull => Set(slot, key, default);

    /// <summary>Makes a change that was made elsewhere; false if it does not fit the state.</summary>
    public bool TryApply(BookEdit edit)
    {
        if (edit.Apply(State) is not { } after)
        {
            return false;
        }

        edits.Add(edit);
        State = after;
        return true;
    }

    /// <summary>Returns the ids that the changes leave to nobody although the book still names them.</summary>
    public ImmutableArray<ContactId> Orphans()
    {
        var gone = edits.SelectMany(edit => edit.GivenUp).Where(IsNobody).ToHashSet();
        var named = edits.SelectMany(edit => edit.NewlyNamed(State)).Where(IsNobody);
        return [.. (gone.Count == 0 ? named : named.Concat(BookSlots.AllNamed(State).Where(gone.Contains))).Distinct().Order()];

        bool IsNobody(ContactId id) => State.Find(id) is null;
    }

    public void Refuse(BookRefusalReason reason, string message, int index = 0, params ImmutableArray<ContactId> contacts) =>
        refused.Add(new BookRefusal(reason, message, contacts) { Index = index });

    public BookUpdate ToUpdate(string? operation = null, ErasureReport? erasure = null, long? undoes = null) =>
        book.Updated(State, edits.ToImmutable(), refused.ToImmutable(), operation, erasure, undoes);

    /// <summary>Returns all of it as one step.</summary>
    public BookStep ToStep(string? operation) => new(book.Revision, operation, null, edits.ToImmutable(), book.State.Cadences.Policies);

    /// <summary>Returns an update that changes nothing, with the refusals.</summary>
    public BookUpdate ToRefusal() => book.Updated(book.State, [], refused.ToImmutable());

    /// <summary>Returns the journal after changes that may purge it.</summary>
    public static BookJournal Journal(BookJournal journal, ImmutableArray<BookEdit> edits) =>
        edits.Aggregate(journal, static (left, edit) => edit.Purge(left));
}
