using System.Text.Json.Serialization;

namespace RelationshipKit.Scoring;

/// <summary>How much is known about a tie, by its contact-days.</summary>
[JsonConverter(typeof(EnumJsonConverter<Evidence>))]
public enum Evidence
{
    /// <summary>Nothing: no contact-day. The default.</summary>
    None,

    /// <summary>A first impression: 1 or 2 contact-days as shipped.</summary>
    Thin,

    /// <summary>Enough to speak of a rhythm and a balance: 3 to 7 contact-days as shipped.</summary>
    Fair,

    /// <summary>A history: 8 contact-days or more as shipped.</summary>
    Solid,
}
