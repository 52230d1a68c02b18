namespace RelationshipKit.Orleans;

/// <summary>An owner, and who of their contacts is due.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.OwnerDueResult")]
public sealed class OwnerDueResult
{
    /// <summary>Gets the owner's name in the store.</summary>
    [Id(0)]
    public string Owner { get; init; } = "";

    /// <summary>Gets who is due, the longest due first; at least one.</summary>
    [Id(1)]
    public IReadOnlyList<DueResult> Due { get; init; } = [];

    /// <summary>Returns how many are due, without personal data.</summary>
    /// <returns>A text such as "3 contacts are due".</returns>
    public override string ToString() => FormattableString.Invariant($"{Due.Count} contacts are due");
}
