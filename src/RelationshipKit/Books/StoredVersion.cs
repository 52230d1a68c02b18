using NodaTime;

namespace RelationshipKit.Books;

/// <summary>One version of a touchpoint as a store keeps it.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class StoredVersion
{
    /// <summary>Makes the row.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <param name="recordedAt">When it became known, in whole microseconds.</param>
    /// <param name="until">When it was corrected or retracted; null while it is in use.</param>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    public StoredVersion(Touchpoint touchpoint, Instant recordedAt, Instant? until)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        Touchpoint = touchpoint;
        RecordedAt = recordedAt;
        Until = until;
    }

    /// <summary>Gets the touchpoint.</summary>
    public Touchpoint Touchpoint { get; }

    /// <summary>Gets when it became known, in whole microseconds.</summary>
    public Instant RecordedAt { get; }

    /// <summary>Gets when it was corrected or retracted; null while it is in use.</summary>
    public Instant? Until { get; }

    /// <summary>Returns what it is, without personal data.</summary>
    /// <returns>A text such as "a version in use".</returns>
    public override string ToString() => Until is null ? "a version in use" : "a past version";
}
