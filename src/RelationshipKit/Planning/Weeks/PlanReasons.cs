using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Planning.Weeks;

/// <summary>Why somebody is planned, or why not.</summary>
internal sealed class PlanReasons(PlanWeek week, Contact contact, CadenceResolution resolution)
{
    public PlanReasonCode WhyNothing() =>
        resolution.IsUnanswered ? PlanReasonCode.Unanswered
        : !resolution.Adjustments.IsEmpty ? CodeOf(resolution.Adjustments[^1].Kind)
        : !resolution.Overridden.IsEmpty && !week.Cadences.WishesOf(contact).NotAbout.IsEmpty ? PlanReasonCode.Wish
        : PlanReasonCode.NothingAsked;

    // What was asked for this week and moved out of it is not simply early.
    public PlanReason WhyLater(CadenceWindow window) =>
        resolution.Adjustments.FirstOrDefault(step => step.From <= week.Sunday && step.To > week.Sunday) is { } moved
            ? new PlanReason(CodeOf(moved.Kind)) { Date = window.Ideal }
            : new PlanReason(PlanReasonCode.NotDue) { Date = window.Ideal };

    public PlanReasonCode WhyNoDay(CadenceWindow window)
    {
        foreach (var day in week.DaysLeft)
        {
            if (day >= window.Ideal && week.IsWorkingDay(contact, day) && week.Cadences.Bars(contact, day) is { } kind)
            {
                return CodeOf(kind);
            }
        }

        return PlanReasonCode.NoWorkingDay;
    }

    public PlanReason On(LocalDate day, CadenceWindow window, bool isDormant)
    {
        var (code, date, until) =
            resolution.Policy is ReplyOwedCadence ? (PlanReasonCode.AnswerOwed, resolution.Reference, default(LocalDate?))
            : isDormant ? (PlanReasonCode.Revive, null, null)
            : day > window.Latest ? (PlanReasonCode.PastLatest, window.Latest, null)
            : day < window.Ideal ? (PlanReasonCode.InGoodTime, window.Ideal, null)
            : (PlanReasonCode.Wanted, window.Ideal, window.Latest);
        return new PlanReason(code)
        {
            Date = date,
            Until = until,
            Policy = resolution.Policy,
            Days = Period.DaysBetween(resolution.Reference!.Value, window.Ideal),
            Count = resolution.LastTouch is { } last ? Period.DaysBetween(last, isDormant ? day : week.Today) : null,
            CountedFrom = resolution.LastTouch == resolution.Reference ? null : resolution.Reference,
            IsNeverYet = resolution.IsNeverYet,
        };
    }

    public PlanReason For(CadenceDate date) => new(PlanReasonCode.Occasion)
    {
        Date = date.On,
        Subject = date.Occasion == OccasionCadence.Promised
            ? contact.Promises.FirstOrDefault(promise => !promise.IsKept && promise.On == date.On)?.Text
            : contact.Occasions.FirstOrDefault(
                occasion => occasion.Kind.Name == date.Occasion && occasion.NextAfter(date.On.PlusDays(-1)) == date.On)?.Title,
        Occasion = date.Occasion is { } name ? OccasionKind.FromName(name) : null,
        Policy = date.Policy,
    };

    public static Gesture GestureFor(CadenceDate date) => date.Occasion switch
    {
        null => Gesture.CheckIn,
        OccasionCadence.Promised => Gesture.FollowUp,
        _ => Gesture.Congratulate,
    };

    private static PlanReasonCode CodeOf(CadenceAdjustmentKind kind) => kind switch
    {
        CadenceAdjustmentKind.Paused => PlanReasonCode.Rests,
        CadenceAdjustmentKind.Snoozed => PlanReasonCode.Snoozed,
        CadenceAdjustmentKind.Away => PlanReasonCode.Away,
        CadenceAdjustmentKind.QuietDay => PlanReasonCode.QuietDay,
        CadenceAdjustmentKind.NoSuchDay => PlanReasonCode.NoWorkingDay,
        CadenceAdjustmentKind.Archived => PlanReasonCode.Archived,
        CadenceAdjustmentKind.Deceased => PlanReasonCode.Deceased,
        _ => PlanReasonCode.Wish,
    };
}
