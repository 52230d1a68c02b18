using Microsoft.AspNetCore.Mvc;
using RelationshipKit.Interchange;
using RelationshipKit.SampleWeb.Books;
using RelationshipKit.SampleWeb.Wording;

namespace RelationshipKit.SampleWeb.Posts;

/// <summary>Files: dropped, reported, then applied or given up.</summary>
internal static class ImportPosts
{
    public static void MapImportPosts(this WebApplication app)
    {
        app.MapPost(UploadLimit.Path, UploadAsync);
        app.MapPost("/import/apply", ApplyAsync);
        app.MapPost("/import/cancel", (Uploads uploads, [FromForm] string token) =>
        {
            uploads.Remove(token);
            return Results.LocalRedirect("/import");
        });
    }

    private static async Task<IResult> UploadAsync(
        Uploads uploads, Said said, IFormFileCollection files, CancellationToken cancellationToken)
    {
        var some = files.Where(file => file.Length > 0).ToArray();
        if (some.Length is 0 or > Uploads.MostFiles)
        {
            said.Problem(
                some.Length == 0
                    ? "Choose at least one file that is not empty."
                    : $"At most {Uploads.MostFiles} files at once; a zip counts as one.");
            return Results.LocalRedirect("/import");
        }

        return Results.LocalRedirect("/import/pending?token=" + await uploads.KeepAsync(some, cancellationToken));
    }

    private static async Task<IResult> ApplyAsync(
        Act act, BookKeeper keeper, Uploads uploads, [FromForm] string token, [FromForm] long revision, [FromForm] string? me,
        [FromForm] string? order, [FromForm] string? operation, CancellationToken cancellationToken)
    {
        var opened = await keeper.OpenAsync();
        var paths = uploads.Find(token);
        if (paths.Length == 0)
        {
            return await act.OnBookAsync("/import", null, _ => throw new NotDoneException("The files are gone; drop them again."));
        }

        var import = await Import.ReadAsync(paths, new ImportOptions(me, order).Settings(opened.Now), opened.Book, null, cancellationToken);
        var isApplied = false;
        var result = await act.OnBookAsync("/import/pending?token=" + Uri.EscapeDataString(token), operation, newest =>
        {
            if (newest.Book.Revision != revision || opened.Book.Revision != revision)
            {
                throw NotDoneException.Stale();
            }

            var update = import.Apply(newest.Book);
            isApplied = true;
            return (update, $"Added {Phrases.Count(import.Report.Contacts.Added, "person", "people")} and "
                + $"{Phrases.Count(import.Report.Touchpoints.Added, "touch", "touches")}.");
        });
        if (!isApplied)
        {
            return result;
        }

        uploads.Remove(token);
        return Results.LocalRedirect("/people");
    }
}
