using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Serialization;

/// <summary>Turns touchpoints into entries of a <see cref="TouchpointsDocument"/> and back.</summary>
/// <remarks>Remembers the names it has read, so that a million touchpoints with one contact name it with one text.</remarks>
internal sealed class TouchpointEntries
{
    private readonly Dictionary<string, ContactId> contacts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Channel> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Facet> facets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);

    public static TouchpointsDocument.TouchpointEntry Write(Touchpoint touchpoint, long recordedAtMicros) => new()
    {
        Contacts = [.. touchpoint.Participants.Select(participant => participant.Value)],
        At = Text(touchpoint.AtMicros),
        Channel = touchpoint.Channel.Name,
        Direction = JsonWords.Of(touchpoint.Direction),
        Outcome = JsonWords.OfUnlessDefault(touchpoint.Outcome),
        Gesture = JsonWords.OfUnlessDefault(touchpoint.Gesture),
        LengthMicroseconds = touchpoint.Length is { } length ? length.ToInt64Nanoseconds() / 1_000 : null,
        Facet = touchpoint.Facet?.Name,
        Source = touchpoint.Source is { } source ? new TouchpointsDocument.SourceEntry { Name = source.Source, Key = source.Key } : null,
        Id = touchpoint.Id,
        Note = touchpoint.Note,
        OthersPresent = touchpoint.OthersPresent == 0 ? null : touchpoint.OthersPresent,
        IsAutomatic = touchpoint.IsAutomatic ? true : null,
        NeedsNoAnswer = touchpoint.NeedsNoAnswer ? true : null,
        RecordedAt = recordedAtMicros == touchpoint.AtMicros ? null : Text(recordedAtMicros),
    };

    public static TouchpointsDocument.PastEntry Write(TouchpointVersion version) => new()
    {
        Touchpoint = Write(version.Touchpoint, version.FromMicros),
        Until = Text(version.UntilMicros),
    };

    public static Instant ReadRecordedAt(TouchpointsDocument.TouchpointEntry entry, Touchpoint touchpoint, string path) =>
        entry.RecordedAt is { } text ? ReadInstant(text, path, ".recordedAt") : touchpoint.At;

    public Touchpoint Read(TouchpointsDocument.TouchpointEntry entry, string path)
    {
        var at = ReadInstant(entry.At, path, ".at");
        var direction = JsonWords.Read<Direction>(entry.Direction, path, ".direction");
        var outcome = entry.Outcome is { } word ? JsonWords.Read<Outcome>(word, path, ".outcome") : default;
        var gesture = entry.Gesture is { } gestureWord ? JsonWords.Read<Gesture>(gestureWord, path, ".gesture") : default;
        try
        {
            // A null id becomes an ArgumentNullException like any other bad part.
            return new Touchpoint(
                [.. entry.Contacts.Select(id => Once(contacts, id!, ContactId.FromValue))], at,
                Once(channels, entry.Channel, Channel.FromName), direction)
            {
                Outcome = outcome,
                Gesture = gesture,
                Length = entry.LengthMicroseconds is { } micros ? Duration.FromTicks(checked(micros * 10)) : null,
                Facet = entry.Facet is { } facet ? Once(facets, facet, Facet.FromName) : null,
                Source = entry.Source is { } source ? new SourceKey(Once(sources, source.Name, name => name), source.Key) : null,
                Id = entry.Id,
                Note = entry.Note,
                OthersPresent = entry.OthersPresent ?? 0,
                IsAutomatic = entry.IsAutomatic ?? false,
                NeedsNoAnswer = entry.NeedsNoAnswer ?? false,
            };
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException)
        {
            throw JsonDocumentHead.Error("The touchpoint breaks a rule: " + problem.Message, path, problem);
        }
    }

    public TouchpointVersion Read(TouchpointsDocument.PastEntry entry, string path)
    {
        var touchpoint = Read(entry.Touchpoint, $"{path}.touchpoint");
        var from = SupportedTime.ToMicros(ReadRecordedAt(entry.Touchpoint, touchpoint, $"{path}.touchpoint"));
        var until = SupportedTime.ToMicros(ReadInstant(entry.Until, path, ".until"));
        return until >= from
            ? new TouchpointVersion(touchpoint, from, until)
            : throw JsonDocumentHead.Error("It ceased to be known before it was recorded.", $"{path}.until");
    }

    private static T Once<T>(Dictionary<string, T> known, string text, Func<string, T> make)
    {
        if (!known.TryGetValue(text, out var value))
        {
            value = make(text);
            known.Add(text, value);
        }

        return value;
    }

    private static string Text(long micros) => InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(micros));

    /// <summary>Reads an instant; the place is put together only when something is wrong.</summary>
    /// <exception cref="JsonException">The text is not an instant of the supported time.</exception>
    internal static Instant ReadInstant(string text, string path, string member = "")
    {
        var parsed = InstantPattern.ExtendedIso.Parse(text);
        if (!parsed.Success)
        {
            throw JsonDocumentHead.Error("The text is not an instant; one looks like 2026-03-02T09:00:00Z.", path + member);
        }

        try
        {
            return SupportedTime.Floor(parsed.Value);
        }
        catch (ArgumentOutOfRangeException problem)
        {
            throw JsonDocumentHead.Error(problem.Message, path + member, problem);
        }
    }
}
