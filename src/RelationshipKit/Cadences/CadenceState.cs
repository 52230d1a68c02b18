using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>Where a contact stands between the last touch and the next one wanted. It describes a tie and scolds nobody.</summary>
/// <remarks>On each day a contact is in exactly one state; as days go by without a touch, the value never falls.</remarks>
[JsonConverter(typeof(EnumJsonConverter<CadenceState>))]
public enum CadenceState
{
    /// <summary>Nothing is asked for: no policy applies, or there is no date to count from.</summary>
    Unknown,

    /// <summary>In touch lately: up to halfway to the ideal date.</summary>
    Fresh,

    /// <summary>From halfway up to the day before the ideal date.</summary>
    Comfortable,

    /// <summary>From the ideal date through the latest tolerated date: a good time to be in touch.</summary>
    Ripe,

    /// <summary>For one more interval after the latest tolerated date.</summary>
    Lapsed,

    /// <summary>After that: a tie to revive, or to leave alone.</summary>
    Dormant,

    /// <summary>Nothing is asked for on purpose: a pause, a wish, an archived contact or one who has died.</summary>
    Resting,
}
