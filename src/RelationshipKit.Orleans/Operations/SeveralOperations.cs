namespace RelationshipKit.Orleans;

/// <summary>Operations one after the other, as one update.</summary>
[GenerateSerializer, Immutable, Alias("RelationshipKit.SeveralOperations")]
internal sealed class SeveralOperations(IBookOperation[] operations) : IBookOperation
{
    [Id(0)]
    public IBookOperation[] Operations { get; } = operations;

    public BookUpdate On(RelationshipBook book) =>
        Operations.Skip(1).Aggregate(Operations[0].On(book), (update, operation) => update.Then(operation.On));

    public override string ToString() => string.Join(", ", Operations.Select(operation => operation.ToString()));
}
