using System.Text.Json.Serialization;

namespace RelationshipKit.Forecasts;

/// <summary>What a log is of. It decides which rates forecasts begin with.</summary>
/// <remarks>Names and numbers never change. <see cref="RhythmHazard.For"/> says which rates each kind begins with.</remarks>
[JsonConverter(typeof(EnumJsonConverter<LogKind>))]
public enum LogKind
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Mail.</summary>
    Mail,

    /// <summary>Telephone and video calls.</summary>
    Calls,

    /// <summary>Messages and chats with people whom the owner knows.</summary>
    Chat,

    /// <summary>A calendar of meetings.</summary>
    Calendar,

    /// <summary>Several of these, of people who know each other.</summary>
    People,

    /// <summary>A forum, or a chat with people who do not know each other.</summary>
    Strangers,
}
