using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>What came of a touchpoint.</summary>
[JsonConverter(typeof(EnumJsonConverter<Outcome>))]
public enum Outcome
{
    /// <summary>It reached the other side. The default.</summary>
    Delivered,

    /// <summary>It reached the other side, and the other side answered.</summary>
    Answered,

    /// <summary>It reached nobody, as a missed call: kept in the log, but it is not a contact, weighs nothing and counts nowhere.</summary>
    Attempted,
}
