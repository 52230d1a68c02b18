namespace RelationshipKit.Storage;

/// <summary>A contact who is due, and whose contact it is.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class OwnerDue
{
    /// <summary>Says whose contact is due.</summary>
    /// <param name="owner">The owner's name in the store.</param>
    /// <param name="due">Who is due, and when.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public OwnerDue(string owner, DueContact due)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(due);
        Owner = owner;
        Due = due;
    }

    /// <summary>Gets the owner's name in the store.</summary>
    public string Owner { get; }

    /// <summary>Gets who is due, and when.</summary>
    public DueContact Due { get; }

    /// <summary>Returns what it is, without personal data.</summary>
    /// <returns>The text "a contact who is due".</returns>
    public override string ToString() => "a contact who is due";
}
