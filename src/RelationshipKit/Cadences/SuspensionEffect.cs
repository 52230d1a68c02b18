using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>What a suspension does to a cadence.</summary>
[JsonConverter(typeof(EnumJsonConverter<SuspensionEffect>))]
public enum SuspensionEffect
{
    /// <summary>The clock stops: the days of the suspension do not count towards the next date.</summary>
    StopsClock,

    /// <summary>The clock runs on; a date within the suspension moves to its end.</summary>
    Shifts,

    /// <summary>Nothing is wanted before the end of the suspension, even what was due before it began.</summary>
    Postpones,
}
