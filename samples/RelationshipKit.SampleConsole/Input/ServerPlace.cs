using System.Data.Common;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.PostgreSQL;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>A PostgreSQL server, where a book may move to.</summary>
internal static class ServerPlace
{
    /// <summary>Begins the book of an owner on a server.</summary>
    /// <exception cref="UsageException">
    /// The connection string is not valid, the server does not answer, or it has a book of the owner.
    /// </exception>
    public static void Create(string connection, string owner, RelationshipBook book)
    {
        try
        {
            new DatabaseStore(
                new NpgsqlDatabase(connection), RelationshipBookFactory.Default).CreateAsync(owner, book).GetAwaiter().GetResult();
        }
        catch (ArgumentException)
        {
            throw new UsageException(
                "--to",
                "the connection is one of neither SQLite nor PostgreSQL; it must be a path, or one such as 'Data Source=people.db' or "
                    + "'Host=localhost;Database=people;Username=robin'.");
        }
        catch (DbException e)
        {
            // A message of the driver may repeat what the connection says.
            throw new UsageException(
                "--to",
                $"the server cannot be used{(e.SqlState is { } state ? ": it answered with error " + state : "; it does not answer")}.");
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException("--to", e.Message);
        }
    }
}
