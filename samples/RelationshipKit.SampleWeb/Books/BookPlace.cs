using Microsoft.Data.Sqlite;
using RelationshipKit.Sqlite;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>Where the book is: a SQLite file.</summary>
/// <param name="Path">The path of the file.</param>
internal sealed record BookPlace(string Path)
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "RELATIONSHIPKIT_BOOK";

    /// <summary>The file, in the current folder, if none is named.</summary>
    public const string DefaultName = "people.db";

    // Without pooling, so that the file can be moved while the page runs.
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString();

    public SqliteDatabase Database => new(ConnectionString);

    public static BookPlace Of(string? named) =>
        new(named ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : DefaultName));
}
