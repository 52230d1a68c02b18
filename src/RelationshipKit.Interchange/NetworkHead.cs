using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationshipKit.Interchange;

/// <summary>What stands in network.json. Optional fields are nullable; required fields are checked by name.</summary>
internal sealed record NetworkHead
{
    public const string FormatName = "relationshipkit/network";

    public const int CurrentVersion = 1;

    public string? Format { get; init; }

    public int? Version { get; init; }

    public string? Title { get; init; }

    public string? Owner { get; init; }

    public string? Zone { get; init; }

    public string? AsOf { get; init; }

    public string? Notes { get; init; }

    // Kept, not refused by the parser: a document of another format is told by its format, not by its fields.
    // The parser fills it after it made the object, so it needs the setter.
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
