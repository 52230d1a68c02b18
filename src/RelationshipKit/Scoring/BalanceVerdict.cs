using System.Text.Json.Serialization;

namespace RelationshipKit.Scoring;

/// <summary>What a balance says in a word.</summary>
[JsonConverter(typeof(EnumJsonConverter<BalanceVerdict>))]
public enum BalanceVerdict
{
    /// <summary>Too little is known, or too little of it is left, to say. The default.</summary>
    Unknown,

    /// <summary>The owner gives more of the contact.</summary>
    MostlyOutgoing,

    /// <summary>Both give about alike.</summary>
    Even,

    /// <summary>The other side gives more of the contact.</summary>
    MostlyIncoming,
}
