using RelationshipKit.Forecasts;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>What the log is of, as a value that a book keeps: any kind except unknown.</summary>
internal sealed record KindOfLog(LogKind Kind)
{
    private static readonly (string Name, LogKind Kind)[] Names =
        [
            ("mail", LogKind.Mail), ("calls", LogKind.Calls), ("chat", LogKind.Chat), ("calendar", LogKind.Calendar),
            ("people", LogKind.People), ("strangers", LogKind.Strangers)
        ];

    /// <exception cref="System.Text.Json.JsonException">The text is not a kind.</exception>
    public static KindOfLog Read(string text, string path) =>
        Array.FindIndex(Names, row => row.Name == text) is var i and >= 0
            ? new KindOfLog(Names[i].Kind)
            : throw JsonDocumentHead.Error(
                $"The kind of log is unknown; it must be one of {string.Join(", ", Names.Select(row => row.Name))}.", path);

    public string Write() => Array.Find(Names, row => row.Kind == Kind).Name;
}
