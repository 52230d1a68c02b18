using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Briefs;

/// <summary>What a talking point is about. The value is the code a host renders by; new ones may be added at the end.</summary>
[JsonConverter(typeof(EnumJsonConverter<TalkingPointKind>))]
public enum TalkingPointKind
{
    /// <summary>A promise of the owner's that no later word or deed has followed up.</summary>
    OwnPromise,

    /// <summary>A promise of the contact's that nothing has followed up.</summary>
    TheirPromise,

    /// <summary>A favour the contact did, for which no thanks have been noted since.</summary>
    ThanksOwed,

    /// <summary>A birthday or an anniversary near today.</summary>
    Occasion,

    /// <summary>Something the contact achieved lately.</summary>
    Achievement,

    /// <summary>A remembered detail that has aged: worth asking again.</summary>
    AskAgain,

    /// <summary>An offer of the owner's that meets a need of the contact's.</summary>
    OwnOfferMeetsNeed,

    /// <summary>An offer of the contact's that meets a need of the owner's.</summary>
    TheirOfferMeetsNeed,
}
