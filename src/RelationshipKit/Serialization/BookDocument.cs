namespace RelationshipKit.Serialization;

/// <summary>The document of a whole book: three documents in one.</summary>
internal sealed class BookDocument
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required string Zone { get; init; }

    public required ContactsDocument Contacts { get; init; }

    public required TouchpointsDocument Touchpoints { get; init; }

    public required CadencesDocument Cadences { get; init; }

    public OwnerDocument? Owner { get; init; }

    public Dictionary<string, Dictionary<string, System.Text.Json.JsonElement>>? Parts { get; init; }

    public IReadOnlyList<ChangesDocument.StepEntry?>? Journal { get; init; }
}
