namespace RelationshipKit.Interchange.Sources;

/// <summary>Something a file tells: a person or an event.</summary>
internal abstract class SourceItem
{
    private protected SourceItem()
    {
    }

    /// <summary>Gets or sets where in the file it stands, such as <c>line 12</c>.</summary>
    public string Where { get; set; } = "";
}
