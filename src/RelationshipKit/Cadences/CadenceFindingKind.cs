using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>
/// What a review of a plan found. Each kind has a code that stays: CAD001 to CAD099 are problems, CAD101 and more are advice.
/// </summary>
[JsonConverter(typeof(EnumJsonConverter<CadenceFindingKind>))]
public enum CadenceFindingKind
{
    /// <summary>CAD001: a policy leads to a name that is not registered, so nothing can be resolved.</summary>
    NameNotRegistered = 1,

    /// <summary>CAD002: the owner's quiet days and the contact's wishes leave no day of the week.</summary>
    NoDayLeft = 2,

    /// <summary>
    /// CAD003: two policies cancel each other: bounds that contradict each other, or days of the week that are all kept quiet.
    /// </summary>
    CancelEachOther = 3,

    /// <summary>A policy throws for a contact.</summary>
    PolicyFailed = 4,

    /// <summary>CAD101: no policy ever asks for a touch with the contact.</summary>
    ReachedByNone = 101,

    /// <summary>CAD102: there is no day to count from. Neither a touch, nor a first meeting, nor the day of adding, nor
    /// <see cref="CadenceRules.Since"/> is known.</summary>
    NoDayToCountFrom = 102,

    /// <summary>
    /// CAD103: policies ask for touches with the contact, but for none as things stand, for example after too many without an answer.
    /// </summary>
    RestsForNow = 103,

    /// <summary>CAD104: every day of a window is quiet, away or not wished for, or comes before the contact wishes for it.</summary>
    WindowOutOfReach = 104,

    /// <summary>CAD105: more contacts are in a circle than its advised capacity.</summary>
    CircleOverCapacity = 105,

    /// <summary>CAD106: a policy is for contacts that do not exist.</summary>
    SelectsNobody = 106,

    /// <summary>CAD107: a policy was asked and overridden with every contact and in every situation tried.</summary>
    NeverDecides = 107,

    /// <summary>CAD108: a suspension, wishes or a fresh start are those of somebody who is not among the contacts.</summary>
    UnknownContact = 108,

    /// <summary>A channel of the touchpoints is not among the fold settings; it counts with the default weight.</summary>
    UnlistedChannel = 109,
}
