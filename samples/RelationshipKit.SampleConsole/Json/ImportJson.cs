using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>import --json</c> prints.</summary>
internal sealed record ImportJson(
    IReadOnlyList<ImportedFileJson> Files,
    ImportJson.ContactCounts Contacts,
    ImportJson.TouchpointCounts Touchpoints,
    IReadOnlyList<string> Me,
    IReadOnlyList<DuplicateJson> Suggestions,
    bool Applied,
    string LogKind)
{
    public static ImportJson Of(ImportReport report, bool applied, Func<string, string> named) => new(
        [.. report.Files.Where(file => file.Error is null).Select(file => ImportedFileJson.Of(file, named))],
        new ContactCounts(report.Contacts.Added, report.Contacts.Changed, report.Contacts.Same),
        new TouchpointCounts(
            report.Touchpoints.Added, report.Touchpoints.Duplicates, report.Touchpoints.Automatic, report.Touchpoints.Attempts,
            report.Touchpoints.Future),
        report.Me,
        [.. report.Suggestions.Select(DuplicateJson.Of)],
        applied,
        LogKinds.NameOf(report.LogKind));

    internal sealed record ContactCounts(int Added, int Changed, int Same);

    internal sealed record TouchpointCounts(long Added, long Duplicates, long Automatic, long Attempts, long Future);
}
