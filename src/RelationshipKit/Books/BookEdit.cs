using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>One change of one thing that a book keeps: the case behind a <see cref="BookChange"/>.</summary>
internal abstract class BookEdit
{
    public abstract BookChangeKind Kind { get; }

    public abstract BookChangeAction Action { get; }

    public abstract ContactId? Contact { get; }

    /// <summary>Returns the state after the change, or null if the state is not the one that the change was made on.</summary>
    public abstract BookState? Apply(BookState state);

    /// <summary>Gets what was changed, the same for all changes of one thing; null if it is everything.</summary>
    public virtual object? Place => null;

    /// <summary>Gets the ids that led to somebody before the change and lead to nobody of its contact after it.</summary>
    public virtual IEnumerable<ContactId> GivenUp => [];

    /// <summary>Returns the ids that what was changed names in a later state and did not name before.</summary>
    public virtual IEnumerable<ContactId> NewlyNamed(BookState later) => [];

    /// <summary>Returns the change that takes this one back, or null if nothing can.</summary>
    public abstract BookEdit? Inverse();

    /// <summary>Gets whether the change is to all that a book keeps, so that a store writes it whole.</summary>
    public virtual bool RewritesAll => false;

    /// <summary>Determines whether the change is to a touchpoint that ended before an instant.</summary>
    public virtual bool EndsBefore(long micros) => false;

    /// <summary>Returns the journal without what the change takes out of it.</summary>
    public virtual BookJournal Purge(BookJournal journal) => journal;

    /// <summary>Adds the rows of a store that the change is about.</summary>
    public abstract void AddTo(ChangedRows rows);

    public abstract ChangesDocument.ChangeEntry ToEntry(CadencePolicies policies);
}
