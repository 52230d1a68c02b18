using System.Text.Json.Serialization;

namespace RelationshipKit.Touchpoints;

/// <summary>What speaks for two touchpoints being one event.</summary>
[JsonConverter(typeof(EnumJsonConverter<SameEventEvidence>))]
public enum SameEventEvidence
{
    /// <summary>They begin within a minute of each other.</summary>
    SameTime,

    /// <summary>One begins before the other ends.</summary>
    Overlap,

    /// <summary>They are calls or meetings and begin within half an hour of each other.</summary>
    NearTime,

    /// <summary>One was noted by hand for the day on which the other was.</summary>
    SameDay,

    /// <summary>The same people took part.</summary>
    SamePeople,

    /// <summary>Some people took part in both.</summary>
    SharedPeople,

    /// <summary>They are by one channel.</summary>
    SameChannel,

    /// <summary>They are by channels on which both are heard at once, such as a call and a meeting.</summary>
    BothHeard,
}
