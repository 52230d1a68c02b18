using RelationshipKit.Interchange;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb;

/// <summary>The book as files, and as a calendar to subscribe to.</summary>
internal static class ExportRoutes
{
    public static void MapExports(this WebApplication app)
    {
        app.MapGet(
            "/export.json", (BookSession session) =>
                WriteAsync(session, "application/json", "people.json", (opened, stream) => Export.Json(opened.Book, stream)));
        app.MapGet(
            "/export.vcf", (BookSession session) =>
                WriteAsync(session, "text/vcard", "people.vcf", (opened, stream) => Export.VCard(opened.Book, stream)));
        app.MapGet(
            "/export.csv",
            (BookSession session) => WriteAsync(session, "text/csv", "touches.csv", (opened, stream) => Export.Csv(opened.Book, stream)));
        app.MapGet("/calendar/{secret}.ics", (CalendarAddress calendar, BookSession session, string secret) => calendar.Holds(secret)
            ? WriteAsync(session, "text/calendar", null, (opened, stream) => Export.Calendar(opened.Book, stream, opened.Now))
            : Task.FromResult(Results.NotFound()));
        app.MapPost(
            "/calendar/new", (CalendarAddress calendar, BookSession session, IFormCollection form) => ChangeAsync(session, calendar.Make));
        app.MapPost(
            "/calendar/end", (CalendarAddress calendar, BookSession session, IFormCollection form) => ChangeAsync(session, calendar.End));
    }

    private static async Task<IResult> ChangeAsync(BookSession session, Action change)
    {
        if (!(await session.OpenAsync()).IsDemo)
        {
            change();
        }

        return Results.LocalRedirect("/book");
    }

    private static async Task<IResult> WriteAsync(BookSession session, string type, string? name, Action<OpenedBook, Stream> write)
    {
        var opened = await session.OpenAsync();
        using var stream = new MemoryStream();
        write(opened, stream);
        return Results.Bytes(stream.ToArray(), type, name);
    }
}
