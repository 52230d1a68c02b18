using NodaTime;

namespace RelationshipKit.Books;

/// <summary>One version of a touchpoint as a store keeps it.</summary>
/// <param name="Touchpoint">The touchpoint.</param>
/// <param name="RecordedAt">When it became known, in whole microseconds.</param>
/// <param name="Until">When it was corrected or retracted; null while it is in use.</param>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record StoredVersion(Touchpoint Touchpoint, Instant RecordedAt, Instant? Until)
{
    /// <summary>Returns what it is, without personal data.</summary>
    /// <returns>A text such as "a version in use".</returns>
    public override string ToString() => Until is null ? "a version in use" : "a past version";
}
