using System.Security.Cryptography;
using System.Text;
using RelationshipKit.Books;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>
/// Keys of entries as the database keeps them. One that is too long for an index is kept before the content, and its digest stands for it.
/// </summary>
internal static class EntryKey
{
    private const int Longest = 256;

    // Neither a key nor JSON contains it.
    private const char Mark = '\u0001';

    public static string Write(string key) =>
        key.Length <= Longest ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static string Content(string key, string content) => key.Length <= Longest ? content : $"{Mark}{key}{Mark}{content}";

    public static StoredEntry Read(string part, string key, string content)
    {
        if (!content.StartsWith(Mark))
        {
            return new StoredEntry(part, key, content);
        }

        var end = content.IndexOf(Mark, 1);
        return new StoredEntry(part, content[1..end], content[(end + 1)..]);
    }
}
