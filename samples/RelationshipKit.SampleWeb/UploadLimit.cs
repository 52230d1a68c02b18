using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb;

/// <summary>Lets the form of the files be larger than the others, and says no to what is larger still before it is read.</summary>
internal sealed class UploadLimit(RequestDelegate next)
{
    public const string Path = "/import";

    // The parts of a form have heads of their own.
    private const long Overhead = 64 * 1024;

    // A request that is too large is still read, up to this size, because a browser shows an answer only after it has sent everything.
    private const long MostDiscarded = 1024L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.Path != Path)
        {
            await next(context);
            return;
        }

        var limit = context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        if (context.Request.ContentLength > Uploads.MostBytes + Overhead)
        {
            limit.MaxRequestBodySize = MostDiscarded;
            if (context.Request.ContentLength <= MostDiscarded)
            {
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            }

            await Failure.WriteAsync(
                context,
                StatusCodes.Status413PayloadTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The files are larger than {Uploads.MostBytes / 1024 / 1024} MB together. Import them in several steps, or with "
                        + $"the console. Nothing was read."));
            return;
        }

        limit.MaxRequestBodySize = Uploads.MostBytes + Overhead;
        await next(context);
    }
}
