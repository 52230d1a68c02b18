using NodaTime;
using RelationshipKit.EntityFrameworkCore;

namespace RelationshipKit.Sqlite.Tests;

/// <summary>A database file of its own, gone with the test.</summary>
internal sealed class BookFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("relationshipkit").FullName;

    public string Path => System.IO.Path.Combine(folder, "people.db");

    public SqliteDatabase Database => new($"Data Source={Path};Pooling=False");

    public static RelationshipBook Empty { get; } = RelationshipBook.Create(DateTimeZoneProviders.Tzdb["Pacific/Apia"], Cadence.ByCircle());

    /// <summary>Opens the file as a program of its own would.</summary>
    public DatabaseStore Store(int cachedBooks = 200) => new(Database, new RelationshipBookFactory(), new StoreOptions { CachedBooks = cachedBooks });

    public static byte[] Saved(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        return stream.ToArray();
    }

    /// <summary>Returns whether any file of the database holds a text.</summary>
    public bool Holds(string text) =>
        Directory.GetFiles(folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
