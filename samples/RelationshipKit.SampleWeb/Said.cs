using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace RelationshipKit.SampleWeb;

/// <summary>
/// The message that the next page shows once about what was done. An encrypted cookie carries it, so that no state is kept here.
/// </summary>
internal sealed class Said(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Cookie = "relationshipkit-said";
    private const int MostCharacters = 400;

    private readonly IDataProtector protector = protection.CreateProtector("RelationshipKit.SampleWeb.Said");

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Says what was done, and offers to take it back while the book has that revision.</summary>
    public void Did(string text, long? undoRevision) => Keep(new SaidText(text, false, undoRevision));

    /// <summary>Says why something was not done.</summary>
    public void Problem(string text) => Keep(new SaidText(text, true, null));

    /// <summary>Returns what is to be said, and forgets it.</summary>
    public SaidText? Take()
    {
        if (Http.Request.Cookies[Cookie] is not { } sealedText)
        {
            return null;
        }

        if (!Http.Response.HasStarted)
        {
            Http.Response.Cookies.Delete(Cookie);
        }

        try
        {
            return JsonSerializer.Deserialize<SaidText>(protector.Unprotect(sealedText));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private void Keep(SaidText said) => Http.Response.Cookies.Append(
        Cookie,
        protector.Protect(
            JsonSerializer.Serialize(
                said with { Text = said.Text.Length <= MostCharacters ? said.Text : said.Text[..MostCharacters] + "…" })),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromMinutes(5), IsEssential = true });
}
