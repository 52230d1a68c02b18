using RelationshipKit.Interchange;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>Two contacts that may be one person.</summary>
internal sealed record DuplicateJson(string A, string B, double Score, IReadOnlyList<string> Because)
{
    public static DuplicateJson Of(DuplicateContacts pair) => new(pair.A.Value, pair.B.Value, pair.Score, pair.Because);
}
