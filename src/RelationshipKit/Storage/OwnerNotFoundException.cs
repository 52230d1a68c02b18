namespace RelationshipKit.Storage;

/// <summary>The store has no owner of the name. The message does not repeat it.</summary>
public sealed class OwnerNotFoundException : InvalidOperationException
{
    /// <summary>Creates the exception with its usual message.</summary>
    public OwnerNotFoundException()
        : this("The store has no owner of this name; create their book first.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message, without personal data.</param>
    public OwnerNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">The message, without personal data.</param>
    /// <param name="innerException">The cause.</param>
    public OwnerNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
