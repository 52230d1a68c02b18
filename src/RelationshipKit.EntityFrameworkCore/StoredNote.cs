using System.Text.Json;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>
/// Notes as the database keeps them. A note may hold the character NUL, which not every database takes: then it is kept as JSON behind a
/// mark.
/// </summary>
internal static class StoredNote
{
    private const char Mark = '\u0001';

    public static string? Write(string? note) =>
        note is null || !(note.Contains('\0', StringComparison.Ordinal) || note.StartsWith(Mark)) ? note
            : Mark + JsonEncodedText.Encode(note).ToString();

    public static string? Read(string? stored) =>
        stored is null || !stored.StartsWith(Mark) ? stored : JsonSerializer.Deserialize<string>($"\"{stored[1..]}\"");
}
