using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace RelationshipKit.Serialization;

/// <summary>How <see cref="ContactsDocument"/> is written and read: generated, strict, and the same bytes on every system.</summary>
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
internal sealed partial class ContactsJsonContext : JsonSerializerContext;
