namespace RelationshipKit.Interchange.Sources;

/// <summary>Something a file tells: a person or an event.</summary>
internal abstract class SourceItem
{
    private protected SourceItem()
    {
    }
}
