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

    /// <summary>
    /// Returns the place that was named, else that of the variable, else the file in the current folder if it is there; else null.
    /// </summary>
    public static BookPlace? Find(string? named) =>
        Named(named) ?? (File.Exists(DefaultName) ? new BookPlace(DefaultName) : null);

    /// <summary>Returns the place where a new book goes.</summary>
    public static BookPlace ForNew(string? named) => Named(named) ?? new BookPlace(DefaultName);

    /// <summary>Opens the book.</summary>
    /// <exception cref="UsageException">There is no book, or the file is not a book.</exception>
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

    /// <summary>Copies the file, even while it is in use.</summary>
    public void BackUp(string path) => Guarded(async _ =>
    {
        await Database.BackUpAsync(path);
        return true;
    });

    /// <summary>Puts a copy of another file in the place of this one.</summary>
    /// <returns>Where the file of before is kept; null if there was none.</returns>
    public string? ReplaceBy(BookPlace backup)
    {
        if (System.IO.Path.GetFullPath(backup.Path) == System.IO.Path.GetFullPath(Path))
        {
            throw new UsageException("FILE", $"'{backup.Path}' is your book itself; name a backup.");
        }

        var unfinished = $"{Path}.{Environment.ProcessId}.tmp";
        backup.BackUp(unfinished);
        string? kept = null;
        if (File.Exists(Path))
        {
            Settle();
            kept = Enumerable.Range(1, int.MaxValue)
                .Select(number => $"{Path}.before-restore{(number == 1 ? "" : "-" + number)}")
                .First(name => !File.Exists(name));
            foreach (var part in (string[])["", "-wal", "-shm"])
            {
                if (File.Exists(Path + part))
                {
                    File.Move(Path + part, kept + part);
                }
            }
        }

        File.Move(unfinished, Path);
        return kept;
    }

    // The content of the log beside the file must be written into it before it is moved. Otherwise the next file would use that log.
    private void Settle()
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // A damaged file is moved unchanged, because damage is a reason to restore a backup.
            return;
        }

        if (new FileInfo($"{Path}-wal") is { Exists: true, Length: > 0 })
        {
            throw new UsageException("--book", $"'{Path}' is in use; close what uses it and try again.");
        }
    }

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
            throw new UsageException("--book", $"'{Path}' cannot be used as a book: {BookTrouble.Of(e)}.");
        }
    }

    private static BookPlace? Named(string? named) =>
        named is { Length: > 0 } ? new BookPlace(named)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? new BookPlace(variable)
        : null;
}
