using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>What kind of thing a <see cref="BookChange"/> changes.</summary>
[JsonConverter(typeof(EnumJsonConverter<BookChangeKind>))]
public enum BookChangeKind
{
    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A touchpoint, with its past versions.</summary>
    Touchpoint,

    /// <summary>The cadence policy of the whole book.</summary>
    Cadence,

    /// <summary>The cadence policy of one contact, in place of the book's.</summary>
    Override,

    /// <summary>The snoozes, pauses and absences of one contact, or of everybody.</summary>
    Suspension,

    /// <summary>What a contact asked for.</summary>
    Wishes,

    /// <summary>The day a contact's cadence counts from again.</summary>
    FreshStart,

    /// <summary>The days of the week without outreach.</summary>
    QuietDays,

    /// <summary>The day since which the cadences hold.</summary>
    Since,

    /// <summary>The owner's own offers and needs.</summary>
    Owner,

    /// <summary>The settings of the owner's weeks: minutes, working days, gentleness.</summary>
    Plan,

    /// <summary>The time zone.</summary>
    Zone,

    /// <summary>Until when plans leave a contact out.</summary>
    NotNow,

    /// <summary>Favours that no touchpoint tells of.</summary>
    Favour,

    /// <summary>An introduction.</summary>
    Introduction,

    /// <summary>The week the owner agreed to.</summary>
    AcceptedWeek,

    /// <summary>The owner's answer to a suggestion.</summary>
    Suggestion,

    /// <summary>The owner's correction of a tie.</summary>
    Correction,

    /// <summary>The record that a merge of two contacts kept.</summary>
    Merge,

    /// <summary>Digests of the erased, which keep them from coming back.</summary>
    Erasure,

    /// <summary>The days of silence before which nobody is dormant.</summary>
    DormantAfter,

    /// <summary>What is left of touchpoints that were forgotten.</summary>
    Retention,

    /// <summary>What the log is of.</summary>
    LogKind,
}
