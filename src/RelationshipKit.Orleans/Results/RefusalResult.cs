namespace RelationshipKit.Orleans;

/// <summary>Something that a book was asked to do and did not do, with the reason.</summary>
/// <remarks>Immutable, so it is safe to share between threads. <see cref="ToString"/> names no contact.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.RefusalResult")]
public sealed class RefusalResult
{
    /// <summary>Gets why: the name of a <see cref="BookRefusalReason"/>.</summary>
    [Id(0)]
    public string Reason { get; init; } = "";

    /// <summary>Gets what is wrong and what to do instead, in English and without an id.</summary>
    [Id(1)]
    public string Message { get; init; } = "";

    /// <summary>Gets the position among what was asked for at once, counted from 0.</summary>
    [Id(2)]
    public int Index { get; init; }

    /// <summary>Gets the ids that the reason is about.</summary>
    [Id(3)]
    public IReadOnlyList<ContactId> Contacts { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Reason}: {Message}";

    internal static RefusalResult Of(BookRefusal refusal) =>
        new() { Reason = $"{refusal.Reason}", Message = refusal.Message, Index = refusal.Index, Contacts = [.. refusal.Contacts] };
}
