namespace RelationshipKit.Orleans;

/// <summary>A contact whom a plan leaves out, and why.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.LeftOutResult")]
public sealed class LeftOutResult
{
    /// <summary>Gets the contact.</summary>
    [Id(0)]
    public ContactId Contact { get; init; }

    /// <summary>Gets the contact's name. It is personal: show it to the owner, and log it nowhere.</summary>
    [Id(1)]
    public string Name { get; init; } = "";

    /// <summary>Gets why, in English.</summary>
    [Id(2)]
    public string Reason { get; init; } = "";

    /// <summary>Returns the reason; the contact is not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => Reason;

    internal static LeftOutResult Of(Planning.Weeks.LeftOutContact left) =>
        new() { Contact = left.Contact.Id, Name = left.Contact.Name, Reason = left.Because.ToString() };
}
