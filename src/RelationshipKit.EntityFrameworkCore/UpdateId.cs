using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>The identity of an update, so that the same update is written once.</summary>
internal static class UpdateId
{
    /// <summary>
    /// Returns the id: of the caller's operation, or of the revision and the changes. The content of an erasure is null, because its
    /// changes name the erased person.
    /// </summary>
    public static string Of(string? operationId, long revision, string? content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        operationId is not null
            ? "operation\n" + operationId
            : string.Create(CultureInfo.InvariantCulture, $"update\n{revision}\n{content}"))));
}
