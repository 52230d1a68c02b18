using System.Globalization;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Serialization;

/// <summary>A touchpoint log as a versioned JSON document, saved and loaded without loss: past versions and retractions too.</summary>
/// <remarks>
/// <code>
/// { "format": "relationshipkit/touchpoints", "version": 1,
///   "touchpoints": [ { "contacts": ["ada"], "at": "2026-01-10T18:00:00Z", "channel": "in-person", "direction": "mutual" } ] }
/// </code>
/// <para>
/// UTF-8, indented, lines ended by a line feed; touchpoints in order of instant and identity, what is absent or a default left out: the
/// same log is always the same bytes. Instants are ISO-8601 in UTC, to the microsecond; lengths are whole microseconds; kinds are words in
/// camel case, channels and facets their names. <c>recordedAt</c> stands where a touchpoint was not recorded at its own instant;
/// <c>superseded</c> holds what was corrected or retracted, and until when it was known.
/// </para>
/// <para>
/// Loading is strict. It refuses an unknown format, version, kind or member, a member given twice, and two touchpoints of one identity. It
/// also refuses versions of one identity that were known at one time. The exception says what is wrong and where. No reflection is used, so
/// both work in trimmed and ahead-of-time compiled programs.
/// </para>
/// <para>The methods keep nothing and are safe to call from several threads on different streams and logs.</para>
/// </remarks>
public static class TouchpointLogJson
{
    private const string Format = "relationshipkit/touchpoints";

    private const int Version = 1;

    /// <summary>Writes a log to a stream, which is left open.</summary>
    /// <param name="stream">A stream that can be written.</param>
    /// <param name="log">The log.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Save(Stream stream, TouchpointLog log)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(log);
        JsonSerializer.Serialize(stream, Write(log), DocumentsJsonContext.Default.TouchpointsDocument);
    }

    /// <summary>Reads a log from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <returns>The log.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not JSON or breaks a rule above; message and path say which rule and where.
    /// </exception>
    public static TouchpointLog Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(JsonSerializer.Deserialize(
            JsonDocumentHead.Read(stream, Format, Version).Span,
            DocumentsJsonContext.Default.TouchpointsDocument)!); // the head has made sure that there is an object
    }

    internal static TouchpointsDocument Write(TouchpointLog log) => Write(log, log.Past, log.RecordedAtOf);

    /// <summary>Writes touchpoints in their order, with what the slots of all identities remember.</summary>
    internal static TouchpointsDocument Write(IEnumerable<Touchpoint> touchpoints, IEnumerable<TouchpointSlot> slots)
    {
        // Most are known since their own instant.
        var later = new Dictionary<Touchpoint, long>(TouchpointIdentity.Comparer);
        var past = new List<TouchpointVersion>();
        foreach (var slot in slots)
        {
            past.AddRange(slot.Past);
            if (slot.Held is { } held && slot.RecordedAtMicros != held.AtMicros)
            {
                later.Add(held, slot.RecordedAtMicros);
            }
        }

        return Write(touchpoints, past, held => later.GetValueOrDefault(held, held.AtMicros));
    }

    /// <summary>Reads a document as the slots of a book.</summary>
    /// <param name="document">The document.</param>
    /// <param name="rows">Its touchpoints, if they have been read already.</param>
    internal static IReadOnlyCollection<TouchpointSlot> ReadSlots(TouchpointsDocument document, List<TouchpointSlot>? rows = null)
    {
        JsonDocumentHead.Check(document.Format, Format, document.Version, Version);
        var entries = new TouchpointEntries();
        rows ??= [.. Enumerable.Range(0, document.Touchpoints.Count).Select(i => Read(document, i, entries))
            .Select(read => TouchpointSlot.Of(read.Touchpoint, SupportedTime.ToMicros(read.RecordedAt)))];
        ThrowIfTwice(rows);
        return document.Superseded is { Count: > 0 } superseded ? WithSuperseded(rows, superseded, entries) : rows;
    }

    // In order, touchpoints without an id or a source of their own differ from one another; the others are looked up.
    private static void ThrowIfTwice(List<TouchpointSlot> rows)
    {
        var known = new HashSet<Touchpoint>(TouchpointIdentity.Comparer);
        var isInOrder = true;
        for (var i = 1; i < rows.Count && isInOrder; i++)
        {
            isInOrder = TouchpointIdentity.Comparer.Compare(rows[i - 1].Held, rows[i].Held) < 0;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var held = rows[i].Held!;
            if (!(isInOrder && held.Id is null && held.Source is null) && !known.Add(held))
            {
                throw Twice(i);
            }
        }
    }

    private static List<TouchpointSlot> WithSuperseded(
        List<TouchpointSlot> rows, IReadOnlyList<TouchpointsDocument.PastEntry?> superseded, TouchpointEntries entries)
    {
        var log = new TouchpointLog();
        AddSuperseded(log, superseded, entries);
        var past = log.Past.Select(version => version.Touchpoint).ToHashSet(TouchpointIdentity.Comparer);
        var slots = new List<TouchpointSlot>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!past.Contains(rows[i].Held!))
            {
                slots.Add(rows[i]);
            }
            else if (!log.TryHold(rows[i].Held!, SupportedTime.FromMicros(rows[i].RecordedAtMicros)))
            {
                throw RecordedTooEarly(i);
            }
        }

        slots.AddRange(log.ToSlots());
        return slots;
    }

    private static TouchpointsDocument Write(
        IEnumerable<Touchpoint> touchpoints, IEnumerable<TouchpointVersion> versions, Func<Touchpoint, long> recordedAtOf)
    {
        var past = versions
            .OrderBy(version => version.UntilMicros)
            .ThenBy(version => version.FromMicros)
            .ThenBy(version => version.Touchpoint, TouchpointIdentity.Comparer)
            .Select(TouchpointEntries.Write)
            .ToArray();
        return new TouchpointsDocument
        {
            Format = Format,
            Version = Version,
            Touchpoints = [.. touchpoints.Select(touchpoint => TouchpointEntries.Write(touchpoint, recordedAtOf(touchpoint)))],
            Superseded = past.Length == 0 ? null : past,
        };
    }

    internal static TouchpointLog Read(TouchpointsDocument document)
    {
        JsonDocumentHead.Check(document.Format, Format, document.Version, Version);
        var entries = new TouchpointEntries();
        var log = new TouchpointLog();
        AddSuperseded(log, document.Superseded ?? [], entries);
        for (var i = 0; i < document.Touchpoints.Count; i++)
        {
            var (touchpoint, recordedAt) = Read(document, i, entries);
            if (log.Contains(touchpoint))
            {
                throw Twice(i);
            }

            if (!log.TryHold(touchpoint, recordedAt))
            {
                throw RecordedTooEarly(i);
            }
        }

        return log;
    }

    // The place is put together only when something is wrong: a million texts are most of what reading costs.
    private static (Touchpoint Touchpoint, Instant RecordedAt) Read(TouchpointsDocument document, int index, TouchpointEntries entries)
    {
        try
        {
            var entry = document.Touchpoints[index] ?? throw JsonDocumentHead.Error("The touchpoint is null.", "$");
            var touchpoint = entries.Read(entry, "$");
            return (touchpoint, TouchpointEntries.ReadRecordedAt(entry, touchpoint, "$"));
        }
        catch (JsonException problem)
        {
            throw JsonDocumentHead.ErrorWithin(PathOf(index), problem);
        }
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"$.touchpoints[{index}]");

    private static JsonException Twice(int index) =>
        JsonDocumentHead.Error("The identity is that of a touchpoint before it; identities must differ.", PathOf(index));

    private static JsonException RecordedTooEarly(int index) =>
        JsonDocumentHead.Error("It was recorded before what it supersedes ceased to be known.", $"{PathOf(index)}.recordedAt");

    private static void AddSuperseded(
        TouchpointLog log, IReadOnlyList<TouchpointsDocument.PastEntry?> superseded, TouchpointEntries entries)
    {
        var versions = superseded.Select((entry, i) =>
        {
            var path = $"$.superseded[{i}]";
            return (Path: path, Version: entries.Read(entry ?? throw JsonDocumentHead.Error("The version is null.", path), path));
        });
        foreach (var (path, version) in versions.OrderBy(item => item.Version.UntilMicros).ThenBy(item => item.Version.FromMicros))
        {
            if (!log.TryAddPast(version))
            {
                throw JsonDocumentHead.Error(
                    "It was recorded before what it superseded ceased to be known.", $"{path}.touchpoint.recordedAt");
            }
        }
    }
}
