using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>What moved a window after a policy had asked for it.</summary>
[JsonConverter(typeof(EnumJsonConverter<CadenceAdjustmentKind>))]
public enum CadenceAdjustmentKind
{
    /// <summary>The clock stood for some days.</summary>
    Paused,

    /// <summary>It was snoozed.</summary>
    Snoozed,

    /// <summary>The owner or the contact is away.</summary>
    Away,

    /// <summary>It fell on a day of the week that the owner keeps quiet.</summary>
    QuietDay,

    /// <summary>The contact wished for it: how often, on which days, about what, or not at all.</summary>
    Wish,

    /// <summary>The contact is archived.</summary>
    Archived,

    /// <summary>The contact has died.</summary>
    Deceased,

    /// <summary>The owner's time zone skipped the day.</summary>
    NoSuchDay,
}
