using System.Text.Json.Serialization;

namespace RelationshipKit.Touchpoints;

/// <summary>What became of a touchpoint that was added to a log.</summary>
[JsonConverter(typeof(EnumJsonConverter<AddResult>))]
public enum AddResult
{
    /// <summary>It is new and was added. The default.</summary>
    Added,

    /// <summary>The log holds the very same touchpoint already; nothing changed.</summary>
    Duplicate,

    /// <summary>The log holds another touchpoint of the same identity; nothing changed. Correct it instead.</summary>
    Conflict,

    /// <summary>It was not added: a touchpoint of the same identity was retracted, or corrected into another. Restore it instead.</summary>
    Retracted,
}
