using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Says in words what keeps the file of a book from being read or written.</summary>
internal static class BookTrouble
{
    /// <summary>Returns a sentence without its beginning, such as "the disk is full".</summary>
    /// <param name="e">What the database said; its text may quote what is being saved and is left out.</param>
    public static string Of(SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "another program is writing to it; try again",
        SQLitePCL.raw.SQLITE_READONLY => "it may only be read",
        SQLitePCL.raw.SQLITE_IOERR => "the disk does not answer or is full",
        SQLitePCL.raw.SQLITE_CORRUPT => "it is damaged; restore a backup",
        SQLitePCL.raw.SQLITE_FULL => "the disk is full",
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            "it cannot be opened; its folder must be there, and files in it must be allowed to be read and written",
        SQLitePCL.raw.SQLITE_NOTADB => "it is another kind of file",
        var code => string.Create(CultureInfo.InvariantCulture, $"the database said error {code}"),
    };
}
