using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Favours;

/// <summary>Which side of a favour the owner was on.</summary>
[JsonConverter(typeof(EnumJsonConverter<FavourSide>))]
public enum FavourSide
{
    /// <summary>The owner gave it.</summary>
    Given,

    /// <summary>The owner received it.</summary>
    Received,
}
