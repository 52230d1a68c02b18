namespace RelationshipKit.Orleans;

/// <summary>The store failed. Whether an operation was saved is not known: make it again with the same operation id.</summary>
/// <remarks>The message names nobody; what the store said is logged on the silo by its kind alone.</remarks>
[GenerateSerializer, Alias("RelationshipKit.RelationshipStoreException")]
public sealed class RelationshipStoreException : Exception
{
    /// <summary>Creates the exception with its usual message.</summary>
    public RelationshipStoreException()
        : this("The store failed; whether the operation was saved is not known. Make it again with the same operation id.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message, without personal data.</param>
    public RelationshipStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">The message, without personal data.</param>
    /// <param name="innerException">The cause.</param>
    public RelationshipStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
