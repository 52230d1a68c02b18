using NodaTime;

namespace RelationshipKit.Touchpoints;

/// <content>The same by the key of a touchpoint.</content>
public sealed partial class TouchpointLog
{
    /// <summary>Finds a touchpoint by its identity.</summary>
    /// <param name="key">The identity.</param>
    /// <returns>The touchpoint, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public Touchpoint? Find(TouchpointKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return current.TryGetValue(key.Identity, out var held) ? held : null;
    }

    /// <summary>Takes back a touchpoint by its identity; see <see cref="Retract(Touchpoint, Instant)"/>.</summary>
    /// <param name="key">The identity.</param>
    /// <param name="recordedAt">When it was retracted.</param>
    /// <returns><see langword="true"/> if the log held it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> is out of range, or before the touchpoint was recorded.
    /// </exception>
    public bool Retract(TouchpointKey key, Instant recordedAt) => Retract(KeyOf(key), recordedAt);

    /// <summary>Brings back a touchpoint by its identity, as it last was.</summary>
    /// <param name="key">The identity.</param>
    /// <param name="recordedAt">When it was restored.</param>
    /// <returns><see langword="true"/> if it had been retracted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> is out of range, or before the touchpoint was retracted.
    /// </exception>
    public bool Restore(TouchpointKey key, Instant recordedAt)
    {
        var identity = KeyOf(key);
        var last = Past.Where(version => TouchpointIdentity.Comparer.Equals(version.Touchpoint, identity))
            .OrderBy(version => version.UntilMicros)
            .LastOrDefault().Touchpoint;
        return last is not null && Restore(last, recordedAt);
    }

    /// <summary>
    /// Puts a better version in place of a touchpoint by its identity; see <see cref="Correct(Touchpoint, Touchpoint, Instant)"/>.
    /// </summary>
    /// <param name="key">The identity.</param>
    /// <param name="corrected">The better version.</param>
    /// <param name="recordedAt">When it was corrected.</param>
    /// <returns><see langword="true"/> if the log held it.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="key"/> or <paramref name="corrected"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">The log holds another touchpoint of the better one's identity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> is out of range, or before what it changes was recorded.
    /// </exception>
    public bool Correct(TouchpointKey key, Touchpoint corrected, Instant recordedAt) => Correct(KeyOf(key), corrected, recordedAt);

    private static Touchpoint KeyOf(TouchpointKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Identity;
    }
}
