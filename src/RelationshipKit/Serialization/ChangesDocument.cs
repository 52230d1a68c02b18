using System.Text.Json;

namespace RelationshipKit.Serialization;

/// <summary>The shape of the changes of a book: updates in the order in which they were made.</summary>
internal sealed class ChangesDocument
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<StepEntry?> Steps { get; init; }

    internal sealed class StepEntry
    {
        public required long Revision { get; init; }

        public string? Operation { get; init; }

        /// <summary>The revision of the step that this one takes back.</summary>
        public long? Undoes { get; init; }

        public bool? IsSkipped { get; init; }

        public required IReadOnlyList<ChangeEntry?> Changes { get; init; }
    }

    internal sealed class ChangeEntry
    {
        public required string Kind { get; init; }

        public string? Key { get; init; }

        public JsonElement? Before { get; init; }

        public JsonElement? After { get; init; }
    }

    internal sealed class ErasureEntry
    {
        public required string[] Ids { get; init; }

        public string[]? Digests { get; init; }
    }

    internal sealed class MergedEntry
    {
        public required string Into { get; init; }

        public required KeptEntry Absorbed { get; init; }

        public required KeptEntry Before { get; init; }

        public required KeptEntry After { get; init; }
    }

    internal sealed class KeptEntry
    {
        public required ContactsDocument.ContactEntry Contact { get; init; }

        public CadencesDocument.PolicyEntry? Override { get; init; }

        public CadencesDocument.SuspensionEntry[]? Suspensions { get; init; }

        public CadencesDocument.WishesEntry? Wishes { get; init; }

        public string? FreshStart { get; init; }

        public string? NotNow { get; init; }

        public PlanningDocument.FavourEntry[]? Favours { get; init; }

        public PlanningDocument.CorrectionEntry? Correction { get; init; }
    }
}
