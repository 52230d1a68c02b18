namespace RelationshipKit.Orleans;

/// <summary>An operation that a grain makes on its owner's book. <see cref="BookOperation"/> has those of the kit.</summary>
/// <remarks>
/// <para>
/// A host may write its own in an assembly that its clients and silos share: a sealed class with <c>[GenerateSerializer]</c>, an
/// <c>[Alias]</c> and an <c>[Id]</c> on each member. What a client sends
/// runs on the silo, so take operations from programs that you trust.
/// </para>
/// <para>
/// Implementations are immutable and read no clock: an operation may be made several times on newer books until one of them is saved.
/// </para>
/// </remarks>
public interface IBookOperation
{
    /// <summary>Makes the operation.</summary>
    /// <param name="book">The owner's book.</param>
    /// <returns>The update. The grain gives it the caller's operation id.</returns>
    /// <exception cref="ArgumentException">The arguments of the operation are not valid; the caller gets the message.</exception>
    BookUpdate On(RelationshipBook book);
}
