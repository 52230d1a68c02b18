using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Serialization;

/// <summary>Reads the touchpoints of a book straight from the bytes of its document: they are nearly all of it.</summary>
/// <remarks>
/// Whatever it does not expect, it leaves to the binding of <see cref="TouchpointsDocument"/>, which says what is wrong and where.
/// So it must accept nothing that the other refuses, and read the same; a law holds it to that.
/// </remarks>
internal sealed class TouchpointRows
{
    private readonly Utf8Names<ContactId> contacts = new(ContactId.FromValue);
    private readonly Utf8Names<Channel> channels = new(Channel.FromName);
    private readonly Utf8Names<Facet> facets = new(Facet.FromName);
    private readonly Utf8Names<string> sources = new(name => name);
    private readonly Utf8Names<Direction?> directions = new(JsonWords.TryRead<Direction>);
    private readonly Utf8Names<Outcome?> outcomes = new(JsonWords.TryRead<Outcome>);
    private readonly Utf8Names<Gesture?> gestures = new(JsonWords.TryRead<Gesture>);
    private readonly List<ContactId> participants = [];

    /// <summary>Takes the touchpoints out of the document of a book.</summary>
    /// <param name="document">The document.</param>
    /// <param name="rows">The touchpoints in the order of the document; their identities may still clash.</param>
    /// <param name="rest">The document without its touchpoints.</param>
    /// <returns><see langword="false"/> if anything is not as the kit writes it.</returns>
    public static bool TryTake(
        ReadOnlyMemory<byte> document, [NotNullWhen(true)] out List<TouchpointSlot>? rows, out ReadOnlyMemory<byte> rest)
    {
        try
        {
            var reader = new Utf8JsonReader(document.Span, new JsonReaderOptions { MaxDepth = JsonDocumentHead.MaxDepth });
            if (reader.Read() && FindMember(ref reader, "touchpoints"u8) && reader.TokenType == JsonTokenType.StartObject
                && FindMember(ref reader, "touchpoints"u8) && reader.TokenType == JsonTokenType.StartArray)
            {
                var start = (int)reader.BytesConsumed;
                rows = new TouchpointRows().ReadAll(ref reader);
                if (rows is not null)
                {
                    rest = Without(document.Span, start, (int)reader.TokenStartIndex);
                    return true;
                }
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException or ArgumentException
            or OverflowException)
        {
            // The next reader says this again, with the place.
        }

        (rows, rest) = (null, default);
        return false;
    }

    private static bool FindMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = reader.ValueTextEquals(name);
            reader.Read();
            if (isFound)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static byte[] Without(ReadOnlySpan<byte> document, int start, int end)
    {
        var rest = new byte[document.Length - (end - start)];
        document[..start].CopyTo(rest);
        document[end..].CopyTo(rest.AsSpan(start));
        return rest;
    }

    private List<TouchpointSlot>? ReadAll(ref Utf8JsonReader reader)
    {
        var rows = new List<TouchpointSlot>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            if (ReadOne(ref reader) is not { } row)
            {
                return null;
            }

            rows.Add(row);
        }

        return reader.TokenType == JsonTokenType.EndArray ? rows : null;
    }

    private TouchpointSlot? ReadOne(ref Utf8JsonReader reader)
    {
        var entry = default(Row);
        var seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // No member twice, and none that this version does not know.
            var member = TouchpointMembers.Of(ref reader);
            if (member < 0 || (seen & (1 << member)) != 0)
            {
                return null;
            }

            seen |= 1 << member;
            reader.Read();
            if (!TryReadMember(ref reader, member, ref entry))
            {
                return null;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject
            && (seen & TouchpointMembers.Required) == TouchpointMembers.Required ? entry.ToSlot() : null;
    }

    private bool TryReadMember(ref Utf8JsonReader reader, int member, ref Row entry)
    {
        switch (member)
        {
            case TouchpointMembers.Contacts:
                return TryReadContacts(ref reader, ref entry);
            case TouchpointMembers.At:
                return Utf8Instants.TryRead(ref reader, out entry.AtMicros);
            case TouchpointMembers.Channel:
                entry.Channel = channels.Read(ref reader);
                return true;
            case TouchpointMembers.Direction:
                return directions.Read(ref reader) is { } direction && Is(entry.Direction = direction);
            case TouchpointMembers.Outcome:
                return outcomes.Read(ref reader) is { } outcome && Is(entry.Outcome = outcome);
            case TouchpointMembers.Gesture:
                return gestures.Read(ref reader) is { } gesture && Is(entry.Gesture = gesture);
            case TouchpointMembers.Length:
                return reader.TryGetInt64(out var length) && Is(entry.LengthMicros = length);
            case TouchpointMembers.Facet:
                return Is(entry.Facet = facets.Read(ref reader));
            case TouchpointMembers.Source:
                return TryReadSource(ref reader, ref entry);
            case TouchpointMembers.Id:
                return (entry.Id = reader.GetString()) is not null;
            case TouchpointMembers.Note:
                return (entry.Note = reader.GetString()) is not null;
            case TouchpointMembers.OthersPresent:
                return reader.TryGetInt32(out entry.OthersPresent);
            case TouchpointMembers.IsAutomatic:
                return Is(entry.IsAutomatic = reader.GetBoolean());
            case TouchpointMembers.NeedsNoAnswer:
                return Is(entry.NeedsNoAnswer = reader.GetBoolean());
            default:
                return (entry.IsRecordedLater = true) && Utf8Instants.TryRead(ref reader, out entry.RecordedAtMicros);
        }

        static bool Is<T>(T _) => true;
    }

    private bool TryReadContacts(ref Utf8JsonReader reader, ref Row entry)
    {
        participants.Clear();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            participants.Add(contacts.Read(ref reader));
        }

        entry.Participants = [.. participants];
        return reader.TokenType == JsonTokenType.EndArray;
    }

    private bool TryReadSource(ref Utf8JsonReader reader, ref Row entry)
    {
        string? name = null, key = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isName = reader.ValueTextEquals("name"u8);
            if (!(isName ? name is null : reader.ValueTextEquals("key"u8) && key is null) || !reader.Read())
            {
                return false;
            }

            _ = isName ? name = sources.Read(ref reader) : key = reader.GetString();
        }

        if (name is null || key is null)
        {
            return false;
        }

        entry.Source = new SourceKey(name, key);
        return reader.TokenType == JsonTokenType.EndObject;
    }

    /// <summary>One touchpoint in the making.</summary>
    private struct Row
    {
        public ContactId[] Participants;
        public long AtMicros;
        public Channel Channel;
        public Direction Direction;
        public Outcome Outcome;
        public Gesture Gesture;
        public long? LengthMicros;
        public Facet? Facet;
        public SourceKey? Source;
        public string? Id;
        public string? Note;
        public int OthersPresent;
        public bool IsAutomatic;
        public bool NeedsNoAnswer;
        public bool IsRecordedLater;
        public long RecordedAtMicros;

        public readonly TouchpointSlot ToSlot() => TouchpointSlot.Of(
            new Touchpoint(Participants, SupportedTime.FromMicros(AtMicros), Channel, Direction)
            {
                Outcome = Outcome,
                Gesture = Gesture,
                Length = LengthMicros is { } micros ? Duration.FromTicks(checked(micros * 10)) : null,
                Facet = Facet,
                Source = Source,
                Id = Id,
                Note = Note,
                OthersPresent = OthersPresent,
                IsAutomatic = IsAutomatic,
                NeedsNoAnswer = NeedsNoAnswer,
            },
            IsRecordedLater ? RecordedAtMicros : AtMicros);
    }
}
