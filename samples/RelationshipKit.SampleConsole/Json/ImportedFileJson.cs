using RelationshipKit.Interchange;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What was read from one file.</summary>
internal sealed record ImportedFileJson(
    string Path,
    string Format,
    long Records,
    long Contacts,
    long Touchpoints,
    long Automatic,
    long Attempts,
    IReadOnlyList<ImportedFileJson.SkippedJson> Skipped,
    IReadOnlyList<ImportedFileJson.SkippedJson> Unread)
{
    public static ImportedFileJson Of(ImportedFile file, Func<string, string> named) => new(
        named(file.Path),
        file.Format ?? "",
        file.Records,
        file.Contacts,
        file.Touchpoints,
        file.Automatic,
        file.Attempts,
        [.. file.Skipped.Select(skipped => new SkippedJson(skipped.Where, skipped.Reason))],
        [.. file.Unread.Select(unread => new SkippedJson(unread.Where, unread.Reason))]);

    internal sealed record SkippedJson(string Where, string Reason);
}
