using System.Text;

namespace RelationshipKit.Interchange.Chats;

/// <summary>Reads the beginnings of the lines of a chat: nothing is kept of a message but who wrote it and when.</summary>
internal static class ChatLines
{
    private const int KeptLength = 1_024;

    /// <summary>Reads the beginning of the next line.</summary>
    /// <returns><see langword="false"/> at the end.</returns>
    public static bool TryRead(LineReader reader, out string text)
    {
        if (!reader.TryRead(out var line, out _))
        {
            text = "";
            return false;
        }

        text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, KeptLength)]);
        return true;
    }
}
