using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>Who made a touchpoint, seen from the owner.</summary>
[JsonConverter(typeof(EnumJsonConverter<Direction>))]
public enum Direction
{
    /// <summary>Nobody noted it: the touchpoint counts for strength and for neither side of the balance. The default.</summary>
    Unknown,

    /// <summary>The owner reached out.</summary>
    Outgoing,

    /// <summary>The contact reached out.</summary>
    Incoming,

    /// <summary>Both took part alike, as in a meeting: it counts for both sides of the balance.</summary>
    Mutual,
}
