using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Briefs;

/// <summary>Where something to offer comes from, the most fitting first.</summary>
[JsonConverter(typeof(EnumJsonConverter<PossibleOfferKind>))]
public enum PossibleOfferKind
{
    /// <summary>An offer of the owner's meets a need of the contact's.</summary>
    OwnOfferForNeed,

    /// <summary>Somebody the owner knows offers what the contact needs, and the two do not know each other.</summary>
    Introduction,

    /// <summary>Something the contact once told: being asked about it is a gift.</summary>
    Interest,

    /// <summary>Something the owner has to give to anybody.</summary>
    OwnOffer,

    /// <summary>A word of encouragement, which everybody has to give.</summary>
    Encouragement,
}
