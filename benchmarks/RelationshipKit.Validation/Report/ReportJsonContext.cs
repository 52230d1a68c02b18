using System.Text.Json.Serialization;
using RelationshipKit.Validation.Cdnow;

namespace RelationshipKit.Validation.Report;

/// <summary>The JSON of the program, generated when it is built. The names are a contract: changing one breaks scripts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(CdnowJson))]
[JsonSerializable(typeof(LivesJson[]))]
[JsonSerializable(typeof(FlagsJson))]
[JsonSerializable(typeof(OwnersJson))]
[JsonSerializable(typeof(TiesJson))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
