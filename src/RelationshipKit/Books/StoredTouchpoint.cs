using System.Collections.Immutable;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>Everything that a book keeps under one key of a touchpoint.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class StoredTouchpoint
{
    /// <summary>Makes the row.</summary>
    /// <param name="key">What identifies the touchpoint.</param>
    /// <param name="versions">
    /// The versions in the order in which they became known, the one in use last; none if an update removed all.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public StoredTouchpoint(TouchpointKey key, ImmutableArray<StoredVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(key);
        Key = key;
        Versions = versions;
    }

    /// <summary>Gets what identifies the touchpoint.</summary>
    public TouchpointKey Key { get; }

    /// <summary>Gets the versions in the order in which they became known, the one in use last; none if an update removed all.</summary>
    public ImmutableArray<StoredVersion> Versions { get; }

    /// <summary>Gets whether nothing was kept under the key before the update.</summary>
    public bool IsNew { get; internal init; }

    /// <summary>Returns how many versions there are, without personal data.</summary>
    /// <returns>A text such as "a touchpoint, 2 versions".</returns>
    public override string ToString() => $"a touchpoint, {Versions.Length} versions";

    internal static StoredTouchpoint Of(TouchpointKey key, TouchpointSlot? slot, bool isNew) => new(
        key,
        slot is null ? []
        : [
            .. slot.Past.Select(
                version =>
                    new StoredVersion(
                        version.Touchpoint, SupportedTime.FromMicros(version.FromMicros), SupportedTime.FromMicros(version.UntilMicros))),
            .. slot.Held is { } held
                ? [new StoredVersion(held, SupportedTime.FromMicros(slot.RecordedAtMicros), null)]
                : ImmutableArray<StoredVersion>.Empty,
        ])
    {
        IsNew = isNew,
    };

    internal TouchpointSlot ToSlot()
    {
        var last = Versions[^1];
        if (last.Until is null && Versions.Length == 1)
        {
            return TouchpointSlot.Of(last.Touchpoint, SupportedTime.ToMicros(last.RecordedAt));
        }

        ImmutableArray<TouchpointVersion> past =
        [
            .. from version in Versions
               where version.Until is not null
               select new TouchpointVersion(
                   version.Touchpoint, SupportedTime.ToMicros(version.RecordedAt), SupportedTime.ToMicros(version.Until!.Value)),
        ];
        return last.Until is null
            ? new TouchpointSlot(last.Touchpoint, SupportedTime.ToMicros(last.RecordedAt), past)
            : new TouchpointSlot(null, 0, past);
    }
}
