using NodaTime;
using RelationshipKit.Tests.Generators;

namespace RelationshipKit.Tests.Touchpoints;

/// <summary>What a log does, in the plainest way: one list of versions, gone through from one end to the other.</summary>
internal sealed class PlainLog
{
    private readonly List<(Touchpoint Touchpoint, Instant From, Instant? Until)> versions = [];

    public IEnumerable<Touchpoint> Current =>
        Sorted(versions.Where(version => version.Until is null).Select(version => version.Touchpoint));

    public static IEnumerable<Touchpoint> Sorted(IEnumerable<Touchpoint> touchpoints) =>
        touchpoints.OrderBy(touchpoint => touchpoint.At).ThenBy(IdentityOf, StringComparer.Ordinal);

    public static string IdentityOf(Touchpoint touchpoint) =>
        touchpoint.Id is { } id ? $"1\0{id}"
        : touchpoint.Source is { } source ? $"2\0{source.Source}\0{source.Key}"
        : $"3\0{touchpoint.At.ToUnixTimeTicks()}\0{touchpoint.Channel}\0{(int)touchpoint.Direction}\0{string.Join('\0', touchpoint.Participants)}";

    public IEnumerable<Touchpoint> KnownAt(Instant instant) =>
        Sorted(
            versions.Where(version => version.From <= instant && (version.Until is null || instant < version.Until))
                .Select(version => version.Touchpoint));

    public string Apply(LogChange change)
    {
        var recordedAt = change.RecordedAt ?? change.Touchpoint.At;
        var index = IndexOf(change.Touchpoint);
        switch (change.Kind)
        {
            case ChangeKind.Add when index >= 0:
                return versions[index].Touchpoint == change.Touchpoint ? "Duplicate" : "Conflict";
            case ChangeKind.Add when EndOf(change.Touchpoint) is not null:
                return "Retracted";
            case ChangeKind.Add:
                versions.Add((change.Touchpoint, recordedAt, null));
                return "Added";
            case ChangeKind.Restore when index >= 0 || EndOf(change.Touchpoint) is null:
                return "False";
            case ChangeKind.Restore when recordedAt < EndOf(change.Touchpoint):
                return nameof(ArgumentOutOfRangeException);
            case ChangeKind.Restore:
                versions.Add((change.Touchpoint, recordedAt, null));
                return "True";
            case ChangeKind.Erase:
                return Erase(change.Erased);
            case ChangeKind.Retract or ChangeKind.Correct when index < 0:
                return "False";
            case ChangeKind.Correct when IndexOf(change.Corrected) is var other && other >= 0 && other != index:
                return nameof(ArgumentException);
            case ChangeKind.Retract or ChangeKind.Correct when recordedAt < versions[index].From:
            case ChangeKind.Correct when IndexOf(change.Corrected) < 0 && recordedAt < EndOf(change.Corrected):
                return nameof(ArgumentOutOfRangeException);
            default:
                versions[index] = versions[index] with { Until = recordedAt };
                if (change.Kind == ChangeKind.Correct)
                {
                    versions.Add((change.Corrected, recordedAt, null));
                }

                return "True";
        }
    }

    private string Erase(ContactId erased)
    {
        var removed = 0;
        var rewritten = 0;
        var past = versions.RemoveAll(version => version.Until is not null && version.Touchpoint.Participants.Contains(erased));
        var shared = versions.Where(version => version.Touchpoint.Participants.Contains(erased)).OrderBy(version => version.Touchpoint.At)
            .ThenBy(version => IdentityOf(version.Touchpoint), StringComparer.Ordinal).ToArray();
        versions.RemoveAll(version => version.Touchpoint.Participants.Contains(erased));
        foreach (var (touchpoint, from, _) in shared)
        {
            var others = touchpoint.Participants.Remove(erased);
            var left = others.IsEmpty ? null : touchpoint with { Participants = others, OthersPresent = touchpoint.OthersPresent + 1 };
            if (left is null || IndexOf(left) >= 0 || (IdentityOf(left) != IdentityOf(touchpoint) && EndOf(left) is not null))
            {
                removed++;
            }
            else
            {
                versions.Add((left, from, null));
                rewritten++;
            }
        }

        return $"{removed} removed, {rewritten} rewritten, {past} past versions";
    }

    private int IndexOf(Touchpoint touchpoint) =>
        versions.FindIndex(version => version.Until is null && IdentityOf(version.Touchpoint) == IdentityOf(touchpoint));

    private Instant? EndOf(Touchpoint touchpoint) =>
        versions.Where(version => IdentityOf(version.Touchpoint) == IdentityOf(touchpoint)).Max(version => version.Until);
}
