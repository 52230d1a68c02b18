using System.Text.Json;
using Microsoft.Data.Sqlite;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Sqlite;
using RelationshipKit.Storage;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Where a person's own book is: a SQLite file that holds one book.</summary>
/// <param name="Path">The path of the file.</param>
internal sealed record BookPlace(string Path)
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "RELATIONSHIPKIT_BOOK";

    /// <summary>The name of a file that is taken without being named.</summary>
    public const string DefaultName = "people.db";

    public SqliteDatabase Database => new(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());

    /// <summary>Returns the place that was named, else that of the variable, else the file in the current folder if it is there; else null.</summary>
    public static BookPlace? Find(string? named) =>
        Named(named) ?? (File.Exists(DefaultName) ? new BookPlace(DefaultName) : null);

    /// <summary>Returns the place where a new book goes.</summary>
    public static BookPlace ForNew(string? named) => Named(named) ?? new BookPlace(DefaultName);

    /// <summary>Opens the book.</summary>
    /// <exception cref="UsageException">There is no book, or the file is none.</exception>
    public static IStoredBook Open(string? named)
    {
        var place = Find(named) ?? throw new UsageException("--book", "there is no book here; begin one with \"init\".");
        return place.Open();
    }

    public IStoredBook Open()
    {
        if (!File.Exists(Path))
        {
            throw new UsageException("--book", $"there is no book '{Path}'; begin one with \"init\".");
        }

        return Guarded(async store =>
        {
            // A question must not make tables in the database of another program.
            if (!await Database.HasBooksAsync())
            {
                throw new UsageException("--book", $"'{Path}' holds no book; begin one with \"init\".");
            }

            await foreach (var owner in store.ListOwnersAsync())
            {
                return await store.OpenAsync(owner);
            }

            throw new UsageException("--book", $"'{Path}' holds no book; begin one with \"init\".");
        });
    }

    public IStoredBook Create(string owner, RelationshipBook book) => Guarded(store => store.CreateAsync(owner, book));

    private T Guarded<T>(Func<DatabaseStore, Task<T>> work)
    {
        try
        {
            return work(new DatabaseStore(Database, RelationshipBookFactory.Default)).GetAwaiter().GetResult();
        }
        catch (JsonException e)
        {
            throw new UsageException("--book", $"'{Path}' is damaged: {e.Message}");
        }
        catch (SqliteException e)
        {
            throw new UsageException("--book", $"'{Path}' cannot be used as a book: {(e.SqliteErrorCode == 26 ? "it is another kind of file" : "the database said error " + e.SqliteErrorCode)}.");
        }
    }

    private static BookPlace? Named(string? named) =>
        named is { Length: > 0 } ? new BookPlace(named)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? new BookPlace(variable)
        : null;
}
