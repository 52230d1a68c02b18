using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace RelationshipKit.Interchange;

[ExcludeFromCodeCoverage(Justification = "Generated.")]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(NetworkHead))]
internal sealed partial class NetworkHeadContext : JsonSerializerContext;
