namespace RelationshipKit.Orleans.Tests;

/// <summary>An <see cref="OperationResult"/> as an earlier version might have had it.</summary>
[GenerateSerializer]
public sealed class EarlierResult
{
    [Id(0)]
    public long Revision { get; init; }
}
