using System.Text.Json;

namespace RelationshipKit.Serialization;

/// <summary>The members of a touchpoint in a document, by number.</summary>
internal static class TouchpointMembers
{
    public const int Contacts = 0;
    public const int At = 1;
    public const int Channel = 2;
    public const int Direction = 3;
    public const int Outcome = 4;
    public const int Gesture = 5;
    public const int Length = 6;
    public const int Facet = 7;
    public const int Source = 8;
    public const int Id = 9;
    public const int Note = 10;
    public const int OthersPresent = 11;
    public const int IsAutomatic = 12;
    public const int NeedsNoAnswer = 13;
    public const int RecordedAt = 14;

    /// <summary>The members that every touchpoint has, as bits.</summary>
    public const int Required = (1 << Contacts) | (1 << At) | (1 << Channel) | (1 << Direction);

    /// <summary>Returns the number of the member whose name the reader stands at, or -1.</summary>
    public static int Of(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("contacts"u8) ? Contacts
        : reader.ValueTextEquals("at"u8) ? At
        : reader.ValueTextEquals("channel"u8) ? Channel
        : reader.ValueTextEquals("direction"u8) ? Direction
        : reader.ValueTextEquals("outcome"u8) ? Outcome
        : reader.ValueTextEquals("gesture"u8) ? Gesture
        : reader.ValueTextEquals("lengthMicroseconds"u8) ? Length
        : reader.ValueTextEquals("facet"u8) ? Facet
        : reader.ValueTextEquals("source"u8) ? Source
        : reader.ValueTextEquals("id"u8) ? Id
        : reader.ValueTextEquals("note"u8) ? Note
        : reader.ValueTextEquals("othersPresent"u8) ? OthersPresent
        : reader.ValueTextEquals("isAutomatic"u8) ? IsAutomatic
        : reader.ValueTextEquals("needsNoAnswer"u8) ? NeedsNoAnswer
        : reader.ValueTextEquals("recordedAt"u8) ? RecordedAt
        : -1;
}
