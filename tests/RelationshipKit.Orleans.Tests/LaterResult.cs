namespace RelationshipKit.Orleans.Tests;

/// <summary>An <see cref="OperationResult"/> as a later version may have it.</summary>
[GenerateSerializer]
public sealed class LaterResult
{
    [Id(0)]
    public long Revision { get; init; }

    [Id(1)]
    public int Changes { get; init; }

    [Id(2)]
    public bool WasSavedBefore { get; init; }

    [Id(3)]
    public IReadOnlyList<RefusalResult> Refused { get; init; } = [];

    [Id(4)]
    public string Elapsed { get; init; } = "";
}
