using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace RelationshipKit.Serialization;

/// <summary>How documents are written and read: generated, strict, and the same bytes on every system.</summary>
[ExcludeFromCodeCoverage(Justification = "Generated.")]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ContactsDocument))]
[JsonSerializable(typeof(TouchpointsDocument))]
[JsonSerializable(typeof(BookDocument))]
[JsonSerializable(typeof(OwnerDocument))]
[JsonSerializable(typeof(CadencesDocument))]
[JsonSerializable(typeof(CadencesDocument.PolicyEntry))]
[JsonSerializable(typeof(HazardDocument))]
[JsonSerializable(typeof(GapsDocument))]
internal sealed partial class DocumentsJsonContext : JsonSerializerContext;
