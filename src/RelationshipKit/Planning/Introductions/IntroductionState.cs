using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Introductions;

/// <summary>How far an introduction has come.</summary>
[JsonConverter(typeof(EnumJsonConverter<IntroductionState>))]
public enum IntroductionState
{
    /// <summary>It was thought of; nobody has been asked.</summary>
    Proposed,

    /// <summary>One of the two agreed; the other has not answered.</summary>
    OneAgreed,

    /// <summary>Both agreed: it may be made.</summary>
    BothAgreed,

    /// <summary>It was made.</summary>
    Made,

    /// <summary>It was made, and it is known what came of it.</summary>
    Concluded,

    /// <summary>One of the two declined, or it was called off.</summary>
    Dropped,
}
