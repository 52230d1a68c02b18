using System.Collections.Immutable;
using System.Text.Json;
using RelationshipKit.Books;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit;

/// <summary>Writes and reads the changes of a book as versioned JSON, for logs of changes, queues and stores.</summary>
/// <remarks>
/// The changes keep which of them belong to one update, so that applying them gives the same book, journal and revision included.
/// Thread-safe, as it has no state.
/// </remarks>
public static class BookChangeJson
{
    private const string Format = "relationshipkit/changes";

    private const int Version = 1;

    /// <summary>Writes changes.</summary>
    /// <param name="changes">The changes of one or more updates, in order.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A cadence policy is the host's own and not registered under a name.</exception>
    public static string Write(IEnumerable<BookChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var steps = new List<(BookStep Step, List<BookEdit> Edits)>();
        foreach (var change in changes)
        {
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
            if (steps.Count == 0 || !ReferenceEquals(steps[^1].Step, change.Step))
            {
                steps.Add((change.Step, []));
            }

            steps[^1].Edits.Add(change.Edit);
        }

        return WriteSteps(steps.Select(row => row.Step with { Edits = [.. row.Edits] }), DocumentsJsonContext.Default);
    }

    /// <summary>Reads changes.</summary>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <param name="policies">The host's cadence policies and kinds; null for none.</param>
    /// <returns>The changes in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The text is not such a document; the message says where.</exception>
    public static ImmutableArray<BookChange> Read(string json, CadencePolicies? policies = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return [.. ReadSteps(json, policies ?? CadencePolicies.Empty)
            .SelectMany(step => step.Edits.Select(edit => new BookChange(edit, step)))];
    }

    /// <summary>Writes one step without white space, as a store keeps it.</summary>
    internal static string WriteCompact(BookStep step) => WriteSteps([step], DocumentsJsonContext.Compact);


    /// <summary>Reads the one step of a document.</summary>
    internal static BookStep ReadStep(string json, CadencePolicies policies) =>
        ReadSteps(json, policies) is [var step] ? step : throw JsonDocumentHead.Error("There is not one step; there must be.", "$.steps");

    internal static ChangesDocument.StepEntry WriteStep(BookStep step) => new()
    {
        Revision = step.Revision,
        Operation = step.Operation,
        Undoes = step.Undoes,
        IsSkipped = step.IsSkipped ? true : null,
        Changes = [.. step.Edits.Select(edit => edit.ToEntry(step.Policies))],
    };

    internal static BookStep ReadStep(ChangesDocument.StepEntry? entry, CadencePolicies policies, string path)
    {
        if (entry is null)
        {
            throw JsonDocumentHead.Error("The step is null.", path);
        }

        if (entry.Revision is < 0 or long.MaxValue)
        {
            throw JsonDocumentHead.Error("The revision is not valid; it must be 0 or more.", $"{path}.revision");
        }

        return new BookStep(
            entry.Revision,
            entry.Operation is { } operation ? ContactEntries.Made(() => Numerics.Names.Check(operation), $"{path}.operation") : null,
            entry.Undoes,
            [.. entry.Changes.Select((change, i) => ReadEdit(change, policies, $"{path}.changes[{i}]"))],
            policies)
        {
            IsSkipped = entry.IsSkipped ?? false,
        };
    }

    private static string WriteSteps(IEnumerable<BookStep> steps, DocumentsJsonContext context) => JsonSerializer.Serialize(
        new ChangesDocument { Format = Format, Version = Version, Steps = [.. steps.Select(WriteStep)] },
        context.ChangesDocument);

    private static BookStep[] ReadSteps(string json, CadencePolicies policies)
    {
        var document = JsonSerializer.Deserialize(json, DocumentsJsonContext.Default.ChangesDocument)
            ?? throw JsonDocumentHead.Error("The document is null.", "$");
        JsonDocumentHead.Check(document.Format, Format, document.Version, Version);
        return [.. document.Steps.Select((entry, i) => ReadStep(entry, policies, $"$.steps[{i}]"))];
    }

    private static BookEdit ReadEdit(ChangesDocument.ChangeEntry? entry, CadencePolicies policies, string path) =>
        entry is null ? throw JsonDocumentHead.Error("The change is null.", path)
        : entry.Kind == ErasureEdit.Name ? ErasureEdit.Read(entry, path)
        : entry.Kind == RetentionEdit.Name ? RetentionEdit.Read(entry, path)
        : BookSlots.Find(entry.Kind) is { } slot ? slot.ReadEdit(entry, policies, path)
        : throw JsonDocumentHead.Error($"The kind \"{entry.Kind}\" is unknown.", $"{path}.kind");
}
