using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Planning;

/// <summary>One favour between the owner and a contact.</summary>
/// <remarks>Equality is that of all fields. Instances are immutable and safe to share between threads.</remarks>
public sealed record Favour
{
    internal Favour(ContactId contact, FavourKind kind, FavourSide side, Instant at)
    {
        Contact = contact;
        Kind = kind;
        Side = side;
        At = at;
    }

    /// <summary>Gets the contact who gave or received it.</summary>
    public ContactId Contact { get; }

    /// <summary>Gets what it consisted of.</summary>
    public FavourKind Kind { get; }

    /// <summary>Gets whether the owner gave or received it.</summary>
    public FavourSide Side { get; }

    /// <summary>Gets when it was.</summary>
    public Instant At { get; }

    /// <summary>Returns kind and side only, which is no personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString()
    {
        var what = Kind switch
        {
            FavourKind.Introduction => "an introduction",
            FavourKind.Knowledge => "knowledge",
            FavourKind.Advice => "advice",
            FavourKind.Encouragement => "encouragement",
            _ => "help",
        };
        return Side == FavourSide.Given ? $"{what} given" : $"{what} received";
    }
}
