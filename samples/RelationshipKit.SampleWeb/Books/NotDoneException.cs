namespace RelationshipKit.SampleWeb.Books;

/// <summary>Something was not done, for a reason that the person is told.</summary>
/// <param name="message">The reason, as a sentence.</param>
internal sealed class NotDoneException(string message) : Exception(message)
{
    /// <summary>What a page showed is not what the book holds any more.</summary>
    public static NotDoneException Stale() =>
        new("This was changed meanwhile, in another tab or program. Nothing was overwritten; look at it again.");
}
