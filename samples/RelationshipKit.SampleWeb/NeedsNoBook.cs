namespace RelationshipKit.SampleWeb;

/// <summary>Marks what is served without opening the book.</summary>
internal sealed class NeedsNoBook
{
    public static NeedsNoBook Instance { get; } = new();
}
