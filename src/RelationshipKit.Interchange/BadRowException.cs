namespace RelationshipKit.Interchange;

/// <summary>Thrown within a reader when a row is bad; the reader says where and decides whether that ends the reading.</summary>
internal sealed class BadRowException(string? field, string reason) : Exception(reason)
{
    public string? Field { get; } = field;

    public string Reason { get; } = reason;
}
