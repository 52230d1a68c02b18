using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using RelationshipKit.SampleWeb.Books;
using RelationshipKit.SampleWeb.Pages;

namespace RelationshipKit.SampleWeb;

/// <summary>Says in plain words what went wrong, with nothing of the book in it.</summary>
internal static class Failure
{
    public static void Handle(IApplicationBuilder app) => app.Run(context =>
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, text) = error switch
        {
            BadHttpRequestException bad => (bad.StatusCode, TextOf(bad.StatusCode)),
            NotDoneException reason => (StatusCodes.Status409Conflict, reason.Message),
            SqliteException or JsonException =>
                (StatusCodes.Status500InternalServerError, "The file cannot be used as a book. It may be damaged, in use, or another "
                    + "kind of file."),
            _ => (StatusCodes.Status500InternalServerError, TextOf(StatusCodes.Status500InternalServerError)),
        };
        return WriteAsync(context, status, text);
    });

    public static Task ShowAsync(StatusCodeContext context) =>
        WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode, TextOf(context.HttpContext.Response.StatusCode));

    public static async Task WriteAsync(HttpContext context, int status, string text)
    {
        // The services of the request may have begun another page already.
        var own = context.RequestServices;
        await using var scope = own.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Response.Headers.Clear();
        Headers.Add(context);
        try
        {
            await new RazorComponentResult<Problem>(new { Text = text }) { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = own;
        }
    }

    private static string TextOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest =>
            "The form was not understood. It may have been open for very long; go back, load the page again, and repeat.",
        StatusCodes.Status404NotFound => "There is no such page, or what it showed is not in the book any more.",
        StatusCodes.Status413PayloadTooLarge => "That was too much at once.",
        _ => "Something went wrong. Nothing of your book was changed by it.",
    };
}
