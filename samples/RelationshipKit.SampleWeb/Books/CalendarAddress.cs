using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>The secret part of the calendar's address. It is kept in the file of the book, so that a backup has it too.</summary>
internal sealed class CalendarAddress(BookPlace place)
{
    private const int SecretBytes = 32;

    /// <summary>Returns the address; null if none was made.</summary>
    public string? Find() => Secret() is { } secret ? $"/calendar/{secret}.ics" : null;

    /// <summary>Returns whether a secret is the one of the address, in the same time whatever it is.</summary>
    public bool Holds(string secret) =>
        Secret() is { } own && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), Encoding.UTF8.GetBytes(secret));

    /// <summary>Makes an address; the one of before leads nowhere from now on.</summary>
    public void Make()
    {
        using var connection = Open();
        Run(connection, "CREATE TABLE IF NOT EXISTS sample_web (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
        Run(
            connection, "INSERT OR REPLACE INTO sample_web (name, value) VALUES ('calendar', $value)",
            WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes)));
    }

    /// <summary>Ends the address.</summary>
    public void End()
    {
        using var connection = Open();
        Run(connection, "DROP TABLE IF EXISTS sample_web");
    }

    private string? Secret()
    {
        if (!File.Exists(place.Path))
        {
            return null;
        }

        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'sample_web'";
        if (command.ExecuteScalar() is not (long and > 0))
        {
            return null;
        }

        command.CommandText = "SELECT value FROM sample_web WHERE name = 'calendar'";
        return command.ExecuteScalar() as string;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(place.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql, string? value = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null)
        {
            command.Parameters.AddWithValue("$value", value);
        }

        command.ExecuteNonQuery();
    }
}
