using System.Security.Cryptography;

namespace RelationshipKit.SampleWeb;

/// <summary>The style sheet and the icon. They are in the program, so that it serves them wherever it is started from.</summary>
internal static class SiteFiles
{
    private const string Icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="5" cy="8" r="4" fill="#0072b2"/><circle cx="11" cy="8" r="4" fill="#d55e00" fill-opacity=".8"/></svg>
        """;

    private static readonly byte[] Style = Read("site.css");

    /// <summary>Gets the address of the style sheet; it is another one when the sheet is another one.</summary>
    public static string StylePath { get; } = "/site.css?v=" + Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6));

    public static void MapFiles(this WebApplication app)
    {
        app.MapGet("/site.css", (HttpContext context) => Kept(context, Results.Bytes(Style, "text/css")))
            .WithMetadata(NeedsNoBook.Instance);
        app.MapGet("/icon.svg", (HttpContext context) => Kept(context, Results.Text(Icon, "image/svg+xml")))
            .WithMetadata(NeedsNoBook.Instance);
    }

    private static IResult Kept(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Remove("Pragma");
        return result;
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
