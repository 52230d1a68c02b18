using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>
/// Files that were dropped and whose report is still being read. They are kept beside the book, and are deleted when they are applied,
/// given up, or a day old.
/// </summary>
internal sealed class Uploads(BookPlace place, IClock clock)
{
    /// <summary>The most bytes of all files of one import together.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    /// <summary>The most files of one import.</summary>
    public const int MostFiles = 50;

    private const int MostCharactersOfAName = 80;
    private const int TokenBytes = 16;

    private static readonly Duration Kept = Duration.FromDays(1);

    private string Root => Path.GetFullPath(place.Path) + ".uploads";

    /// <summary>Keeps files, and returns the token by which they are found.</summary>
    public async Task<string> KeepAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        RemoveOld();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var folder = Path.Combine(Root, token);
        Make(Root);
        Make(folder);
        for (var i = 0; i < files.Count; i++)
        {
            await using var target = File.Create(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:00}-{Plain(files[i].FileName)}")));
            await files[i].CopyToAsync(target, cancellationToken);
        }

        return token;
    }

    /// <summary>Returns the paths of the files of a token in the order they came; none if they are gone.</summary>
    public string[] Find(string? token) =>
        FolderOf(token) is { } folder && Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)] : [];

    /// <summary>Removes the files of a token.</summary>
    public void Remove(string? token)
    {
        if (FolderOf(token) is { } folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (Directory.Exists(Root) && !Directory.EnumerateFileSystemEntries(Root).Any())
        {
            Directory.Delete(Root);
        }
    }

    /// <summary>Returns a text about a file with the name that it was dropped under.</summary>
    public string Named(string text)
    {
        var start = text.IndexOf(Root, StringComparison.Ordinal);
        var skip = Root.Length + 1 + (TokenBytes * 2) + 1 + "00-".Length;
        return start < 0 || text.Length < start + skip ? text : Named(text[..start] + text[(start + skip)..]);
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Only letters, digits and a few signs of the name are kept, so that it can lead nowhere.
    private static string Plain(string name)
    {
        var plain = new string([.. name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_')]).TrimStart('.');
        return plain.Length <= MostCharactersOfAName ? plain : plain[^MostCharactersOfAName..];
    }

    private string? FolderOf(string? token) =>
        token is { Length: TokenBytes * 2 } && token.All(char.IsAsciiHexDigitLower) ? Path.Combine(Root, token) : null;

    private void RemoveOld()
    {
        var now = clock.GetCurrentInstant();
        foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
        {
            if (now - Instant.FromDateTimeUtc(Directory.GetCreationTimeUtc(folder)) > Kept)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
