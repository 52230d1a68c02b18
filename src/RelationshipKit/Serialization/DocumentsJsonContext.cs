using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationshipKit.Serialization;

/// <summary>How documents are written and read: generated, strict, and the same bytes on every system.</summary>
[ExcludeFromCodeCoverage(Justification = "Generated.")]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    MaxDepth = JsonDocumentHead.MaxDepth,
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
[JsonSerializable(typeof(CadencesDocument.SuspensionEntry[]))]
[JsonSerializable(typeof(CadencesDocument.WishesEntry))]
[JsonSerializable(typeof(ContactsDocument.ContactEntry))]
[JsonSerializable(typeof(TouchpointsDocument.SlotEntry))]
[JsonSerializable(typeof(PlanningDocument.PlanSettingsEntry))]
[JsonSerializable(typeof(PlanningDocument.FavourEntry[]))]
[JsonSerializable(typeof(PlanningDocument.IntroductionEntry))]
[JsonSerializable(typeof(PlanningDocument.AcceptedWeekEntry))]
[JsonSerializable(typeof(TouchpointsDocument.KindEntry))]
[JsonSerializable(typeof(PlanningDocument.FavourEntry))]
[JsonSerializable(typeof(PlanningDocument.CorrectionEntry))]
[JsonSerializable(typeof(ChangesDocument))]
[JsonSerializable(typeof(ChangesDocument.MergedEntry))]
[JsonSerializable(typeof(ChangesDocument.ErasureEntry))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(HazardDocument))]
[JsonSerializable(typeof(ReceiptDocument))]
[JsonSerializable(typeof(GapsDocument))]
internal sealed partial class DocumentsJsonContext : JsonSerializerContext
{
    /// <summary>Gets the same without white space between the tokens.</summary>
    public static DocumentsJsonContext Compact => field ??= new(new JsonSerializerOptions(Default.Options) { WriteIndented = false });
}
