using System.Text.Json.Serialization;

namespace RelationshipKit.Scoring;

/// <summary>What keeps a stored score from being reproduced.</summary>
[JsonConverter(typeof(EnumJsonConverter<ReceiptDifference>))]
public enum ReceiptDifference
{
    /// <summary>The book does not have the contact any more.</summary>
    Contact,

    /// <summary>A setting, the zone or the contact's circle differs.</summary>
    Settings,

    /// <summary>
    /// A touchpoint up to the instant was recorded, corrected, retracted or merged since, or the owner's correction differs.
    /// </summary>
    History,

    /// <summary>Another version of the library scored.</summary>
    Version,

    /// <summary>The numbers differ.</summary>
    Score,
}
