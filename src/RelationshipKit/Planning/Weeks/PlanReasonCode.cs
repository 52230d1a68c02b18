using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Weeks;

/// <summary>Why something is in a plan, or is not, or could be otherwise: what a host translates.</summary>
[JsonConverter(typeof(EnumJsonConverter<PlanReasonCode>))]
public enum PlanReasonCode
{
    /// <summary>
    /// In the plan: a touch is wanted from <see cref="PlanReason.Date"/> on, and fine until <see cref="PlanReason.Until"/>.
    /// </summary>
    Wanted,

    /// <summary>In the plan: the latest date, <see cref="PlanReason.Date"/>, has passed.</summary>
    PastLatest,

    /// <summary>In the plan: a dormant tie worth reviving, after <see cref="PlanReason.Count"/> days without a touch that counts.</summary>
    Revive,

    /// <summary>In the plan: an occasion on <see cref="PlanReason.Date"/>.</summary>
    Occasion,

    /// <summary>In the plan: they wrote, and an answer is waited for since <see cref="PlanReason.Date"/>.</summary>
    AnswerOwed,

    /// <summary>Beside an item: light channels alone hold the tie, and this touch deepens it.</summary>
    Deepens,

    /// <summary>
    /// Beside an item: light channels alone hold the tie; <see cref="PlanReason.Channel"/>, of <see cref="PlanReason.Minutes"/> minutes,
    /// would deepen it.
    /// </summary>
    CouldDeepen,

    /// <summary>About the plan: gentle, after <see cref="PlanReason.Count"/> of the last four weeks with a step taken.</summary>
    Gentle,

    /// <summary>Left out: no policy asks for anything.</summary>
    NothingAsked,

    /// <summary>Left out: a touch is wanted on <see cref="PlanReason.Date"/> only.</summary>
    NotDue,

    /// <summary>Left out: the contact, or everybody, rests.</summary>
    Rests,

    /// <summary>Left out: snoozed.</summary>
    Snoozed,

    /// <summary>Left out: the owner or the contact is away.</summary>
    Away,

    /// <summary>Left out: the days that are left are quiet ones.</summary>
    QuietDay,

    /// <summary>Left out: the contact wished for it.</summary>
    Wish,

    /// <summary>Left out: the policy allows no more touches and attempts without an answer.</summary>
    Unanswered,

    /// <summary>Left out: no working day of the week is left on which it is wanted.</summary>
    NoWorkingDay,

    /// <summary>Left out: dormant, with too little behind it to revive.</summary>
    LittleToRevive,

    /// <summary>Left out: no channel with a time of its own would count for the policy.</summary>
    NothingCounts,

    /// <summary>Left out: no step that would count is small enough yet.</summary>
    NoSmallStep,

    /// <summary>Left out: the places for dormant ties, <see cref="PlanReason.Count"/>, are taken.</summary>
    DormantPlacesTaken,

    /// <summary>Left out: <see cref="PlanReason.Count"/> of the circle <see cref="PlanReason.Name"/> are in the plan already.</summary>
    CircleTaken,

    /// <summary>Left out: <see cref="PlanReason.Count"/> of the facet <see cref="PlanReason.Name"/> are in the plan already.</summary>
    FacetTaken,

    /// <summary>Left out: <see cref="PlanReason.Count"/> steps are enough for a gentle week.</summary>
    GentleEnough,

    /// <summary>Left out: of the week's minutes <see cref="PlanReason.Minutes"/> are left, and that is too little.</summary>
    BudgetSpent,

    /// <summary>Left out: the days on which it is wanted are full.</summary>
    DaysFull,

    /// <summary>Left out: others gain more.</summary>
    OthersFirst,

    /// <summary>
    /// A relaxation: let <see cref="PlanReason.Count"/> contacts be at least <see cref="PlanReason.Days"/> days apart instead of
    /// <see cref="PlanReason.Policy"/>.
    /// </summary>
    Stretch,

    /// <summary>A relaxation: let everybody be at least <see cref="PlanReason.Days"/> days apart.</summary>
    StretchAll,

    /// <summary>A relaxation: let <see cref="PlanReason.Count"/> dormant contacts rest.</summary>
    RestDormant,

    /// <summary>A relaxation: let <see cref="PlanReason.Count"/> contacts rest.</summary>
    Rest,

    /// <summary>The contact's cadence policy throws, or is not registered: <see cref="PlanReason.Name"/> is the policy.</summary>
    PolicyFailed,

    /// <summary>The contact is archived.</summary>
    Archived,

    /// <summary>The contact has died.</summary>
    Deceased,

    /// <summary>The owner said not now: until <see cref="PlanReason.Date"/>.</summary>
    NotNow,

    /// <summary>Wanted only later, but not too early either: <see cref="PlanReason.Date"/> is the day it is wanted from.</summary>
    InGoodTime,

    /// <summary>Beside an item: the owner promised <see cref="PlanReason.Subject"/> by <see cref="PlanReason.Date"/>.</summary>
    ForPromise,

    /// <summary>
    /// Beside an item: a favour, <see cref="PlanReason.Gesture"/> on <see cref="PlanReason.Date"/>, has had no thanks yet.
    /// </summary>
    ForFavour,

    /// <summary>Beside an item: what they wrote on <see cref="PlanReason.Date"/> has had no answer.</summary>
    ForMessage,

    /// <summary>Beside an item: they have been in touch on one day only, <see cref="PlanReason.Date"/>.</summary>
    ForFirstContact,

    /// <summary>Beside an item: they need <see cref="PlanReason.Name"/> about <see cref="PlanReason.Subject"/>.</summary>
    ForNeed,

    /// <summary>Beside an item: a detail learned on <see cref="PlanReason.Date"/> has aged and is worth asking again.</summary>
    ForDetail,

    /// <summary>Beside an item: an occasion or achievement of <see cref="PlanReason.Date"/>.</summary>
    ForOccasion,

    /// <summary>
    /// Of a gentle week: <see cref="PlanReason.Count"/> dates are kept beside its steps, because no cap applies to dates.
    /// </summary>
    DatesBeside,
}
