namespace RelationshipKit.SampleWeb;

/// <summary>The headers that forbid a browser certain things on these pages.</summary>
internal static class Headers
{
    // There is no script, so none is allowed.
    private const string Page =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A picture brings its own colours and runs nothing.
    private const string Picture = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        Add(context);
        return next(context);
    }

    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Page;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }

    public static void ForPicture(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Picture;
        context.Response.Headers.CacheControl = "private, max-age=600";
        context.Response.Headers.Remove("Pragma");
    }
}
