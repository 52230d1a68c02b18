using System.Text.Json.Serialization;

namespace RelationshipKit.Planning;

/// <summary>What a favour consisted of: what people give each other without counting money.</summary>
/// <remarks>Thanks, presents and requests are not favours here: thanks answer one, presents have a price, and asking is fine.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<FavourKind>))]
public enum FavourKind
{
    /// <summary>An article, a song, a piece of news passed on.</summary>
    Knowledge,

    /// <summary>Advice.</summary>
    Advice,

    /// <summary>Encouragement.</summary>
    Encouragement,

    /// <summary>Two people brought together.</summary>
    Introduction,

    /// <summary>Help with a task.</summary>
    Help,
}
