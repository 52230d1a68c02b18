using System.Text.Json.Serialization;

namespace RelationshipKit.Planning;

/// <summary>How the favours between the owner and a contact stand. It describes; nobody is asked to pay.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FavourVerdict>))]
public enum FavourVerdict
{
    /// <summary>There are no favours.</summary>
    None,

    /// <summary>Both sides gave about as much.</summary>
    Even,

    /// <summary>The owner gave more: a request would be welcome, more help is not expected.</summary>
    OwnerGaveMore,

    /// <summary>The contact gave more: a chance to thank, or to give something back.</summary>
    ContactGaveMore,
}
