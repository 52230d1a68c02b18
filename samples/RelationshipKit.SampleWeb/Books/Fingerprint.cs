using System.Security.Cryptography;
using System.Text;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>A short sign of what a page showed, by which a form knows whether it still holds.</summary>
internal static class Fingerprint
{
    public static string Of(params IEnumerable<string?> parts)
    {
        var bytes = new List<byte>();
        foreach (var part in parts)
        {
            var text = Encoding.UTF8.GetBytes(part ?? "\0");
            bytes.AddRange(BitConverter.GetBytes(text.Length));
            bytes.AddRange(text);
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. bytes]).AsSpan(0, 12));
    }

    /// <summary>Returns a sign of a touchpoint with all that is shown of it.</summary>
    public static string Of(Touchpoint touchpoint) => Of(
    [
        .. touchpoint.Participants.Select(id => id.Value),
        touchpoint.Id,
        touchpoint.Source?.ToString(),
        touchpoint.At.ToString(),
        touchpoint.Channel.Name,
        touchpoint.Direction.ToString(),
        touchpoint.Length?.ToString(),
        touchpoint.Outcome.ToString(),
        touchpoint.Gesture.ToString(),
        touchpoint.Note,
    ]);
}
