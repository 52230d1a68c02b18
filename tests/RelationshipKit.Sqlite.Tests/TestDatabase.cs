using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Sqlite;

namespace RelationshipKit.Tests.Stores;

/// <summary>A database file of its own, gone with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("relationshipkit").FullName;

    /// <summary>Gets why there is no database to test with; null if there is one.</summary>
    public static string? Missing => null;

    public string Path => System.IO.Path.Combine(folder, "people.db");

    public SqliteDatabase Database => new($"Data Source={Path};Pooling=False");

    /// <summary>Opens the file as a program of its own would.</summary>
    public DatabaseStore Store(int cachedBooks = 200) =>
        new(Database, new RelationshipBookFactory(), new StoreOptions { CachedBooks = cachedBooks });

    /// <summary>Returns whether any file of the database holds a text.</summary>
    public bool Holds(string text) =>
        Directory.GetFiles(folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
