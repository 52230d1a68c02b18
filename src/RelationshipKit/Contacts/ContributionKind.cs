using System.Text.Json.Serialization;

namespace RelationshipKit.Contacts;

/// <summary>What one person can give another.</summary>
[JsonConverter(typeof(EnumJsonConverter<ContributionKind>))]
public enum ContributionKind
{
    /// <summary>Something known; the default.</summary>
    Knowledge,

    /// <summary>Counsel in a matter.</summary>
    Advice,

    /// <summary>Heart and confidence.</summary>
    Encouragement,

    /// <summary>An acquaintance made.</summary>
    Introduction,

    /// <summary>A hand.</summary>
    Help,

    /// <summary>Anything else.</summary>
    Other,
}
