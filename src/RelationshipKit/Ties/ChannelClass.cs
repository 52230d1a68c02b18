using System.Text.Json.Serialization;

namespace RelationshipKit.Ties;

/// <summary>Whether a channel keeps a tie warm or deepens it.</summary>
[JsonConverter(typeof(EnumJsonConverter<ChannelClass>))]
public enum ChannelClass
{
    /// <summary>Light: holds a tie, and raises it only up to the light ceiling. The default.</summary>
    Light,

    /// <summary>Rich: deepens a tie without a ceiling.</summary>
    Rich,
}
