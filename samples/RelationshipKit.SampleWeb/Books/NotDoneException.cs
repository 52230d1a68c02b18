namespace RelationshipKit.SampleWeb.Books;

/// <summary>An operation was not done; the message tells the person why.</summary>
/// <param name="message">The reason, as a sentence.</param>
internal sealed class NotDoneException(string message) : Exception(message)
{
    /// <summary>The book no longer holds what the page showed.</summary>
    public static NotDoneException Stale() =>
        new("This was changed meanwhile, in another tab or program. Nothing was overwritten; look at it again.");
}
