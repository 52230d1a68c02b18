using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Introductions;

/// <summary>What came of an introduction.</summary>
[JsonConverter(typeof(EnumJsonConverter<IntroductionOutcome>))]
public enum IntroductionOutcome
{
    /// <summary>Nothing is known yet.</summary>
    Unknown,

    /// <summary>They have been in touch.</summary>
    Met,

    /// <summary>The need was met.</summary>
    Helped,

    /// <summary>Nothing came of it.</summary>
    Nothing,
}
