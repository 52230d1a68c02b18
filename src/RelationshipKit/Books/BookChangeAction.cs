using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>What a <see cref="BookChange"/> does to the thing it is about.</summary>
[JsonConverter(typeof(EnumJsonConverter<BookChangeAction>))]
public enum BookChangeAction
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It was there and is another one now.</summary>
    Changed,

    /// <summary>It is no longer there.</summary>
    Removed,
}
