using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;

namespace RelationshipKit.Planning.Weeks;

/// <summary>The reasons of a plan in English words, which describe and never scold.</summary>
internal static class PlanTexts
{
    /// <summary>Returns a reason in words, with or without the owner's own words.</summary>
    public static string TextOf(PlanReason reason, bool withSubject) =>
        reason.Code switch
        {
            PlanReasonCode.Wanted => $"{Won(reason)}wanted from {Text(reason.Date)}, fine until {Text(reason.Until)}",
            PlanReasonCode.PastLatest => $"{Won(reason)}a good time was up to {Text(reason.Date)}",
            PlanReasonCode.Revive => Revive(reason),
            PlanReasonCode.Occasion => Occasion(reason, withSubject),
            PlanReasonCode.InGoodTime => $"{Won(reason)}in good time; wanted from {Text(reason.Date)}",
            PlanReasonCode.AnswerOwed => $"they wait for an answer since {Text(reason.Date)}",
            PlanReasonCode.Deepens => "so far only light channels hold the tie; this one deepens it",
            PlanReasonCode.CouldDeepen =>
                $"light channels alone hold the tie; {reason.Channel} ({PlanReason.Number(reason.Minutes)} min) would deepen it",
            PlanReasonCode.Gentle => Gentle(reason),
            PlanReasonCode.DatesBeside => $"{Count(reason.Count, "date")} {(reason.Count == 1 ? "is" : "are")} kept beside the steps",
            PlanReasonCode.NothingAsked => "nothing is asked for",
            PlanReasonCode.NotDue => $"wanted from {Text(reason.Date)} only",
            PlanReasonCode.Rests => "rests",
            PlanReasonCode.PolicyFailed => $"the cadence policy '{reason.Name}' could not answer",
            PlanReasonCode.Archived => "archived",
            PlanReasonCode.Deceased => "has died",
            PlanReasonCode.NotNow => $"not before {Text(reason.Date)}",
            PlanReasonCode.Snoozed => "snoozed",
            PlanReasonCode.Away => "away",
            PlanReasonCode.QuietDay => "only quiet days are left",
            PlanReasonCode.Wish => "their wish",
            PlanReasonCode.Unanswered => "enough touches stayed without an answer",
            PlanReasonCode.NoWorkingDay => "no working day is left for it",
            PlanReasonCode.LittleToRevive => "dormant, with little behind it to revive",
            PlanReasonCode.NothingCounts => "no channel that has minutes would count",
            PlanReasonCode.NoSmallStep => "no step that would count is small enough yet",
            PlanReasonCode.DormantPlacesTaken =>
                $"dormant, and the {Count(reason.Count, "place")} for such ties {(reason.Count == 1 ? "is" : "are")} taken",
            PlanReasonCode.CircleTaken => $"variety: {PlanReason.Number(reason.Count)} of the circle {reason.Name} are planned",
            PlanReasonCode.FacetTaken => $"variety: {PlanReason.Number(reason.Count)} of the facet {reason.Name} are planned",
            PlanReasonCode.GentleEnough => $"{Count(reason.Count, "step")} {(reason.Count == 1 ? "is" : "are")} enough for this week",
            PlanReasonCode.BudgetSpent => $"the week's minutes are spent ({PlanReason.Number(reason.Minutes)} left)",
            PlanReasonCode.DaysFull => "the days it would suit are full",
            PlanReasonCode.OthersFirst => "others gain more",
            PlanReasonCode.Stretch =>
                $"{Count(reason.Count, "contact")}{(reason.Name is { } some ? $" of {some}" : "")} at least "
                    + $"{Count(reason.Days, "day")} apart, now {reason.Policy}",
            PlanReasonCode.StretchAll => $"everybody at least {Count(reason.Days, "day")} apart",
            PlanReasonCode.RestDormant => $"let {Count(reason.Count, "dormant contact")} rest",
            PlanReasonCode.Rest => $"let {Count(reason.Count, "contact")} rest",
            PlanReasonCode.ForPromise => $"you promised something by {Text(reason.Date)}{Subject(reason, withSubject)}",
            PlanReasonCode.ForFavour =>
                $"thanks are open for {FavourWords.Of(reason.Gesture)} on {Text(reason.Date)}{Subject(reason, withSubject)}",
            PlanReasonCode.ForMessage => $"what they wrote on {Text(reason.Date)} has had no answer{Subject(reason, withSubject)}",
            PlanReasonCode.ForFirstContact => $"in touch once so far, on {Text(reason.Date)}",
            PlanReasonCode.ForNeed => $"they need {reason.Name}{Subject(reason, withSubject)}",
            PlanReasonCode.ForDetail => $"worth asking again, learned {Text(reason.Date)}{Subject(reason, withSubject)}",
            PlanReasonCode.ForOccasion => Occasion(reason, withSubject),
            _ => reason.Code.ToString(),
        };

    private static string Gentle(PlanReason reason) =>
        reason.Count == 0 ? $"gentle start: at most {Count(reason.Days, "small step")}, the smallest that count"
        : $"gentle, warmed up by {PlanReason.Number(reason.Count)} of the last 4 weeks: at most {Count(reason.Days, "step")}";

    // A policy's own day says the policy; an occasion says what it is.
    private static string Occasion(PlanReason reason, bool withSubject) =>
        reason.Occasion is null && reason.Policy is { } policy
            ? $"{Text(reason.Date)}: {StockCadence.TextOf(policy)}"
            : $"{Text(reason.Occasion)} on {Text(reason.Date)}{Subject(reason, withSubject)}";

    private static string Revive(PlanReason reason) =>
        reason is { Count: null, CountedFrom: { } from } ? $"{Policy(reason)}worth reviving: {NotYet(reason)}, counted from {Text(from)}"
        : $"{Policy(reason)}worth reviving: {Count(reason.Count, "day")} since a touch that counts";

    private static string NotYet(PlanReason reason) => reason.IsNeverYet ? "never yet" : "nothing yet that counts";

    // The policy that won, with its number and how long ago the last touch was that counts.
    private static string Won(PlanReason reason) => reason.Policy is null ? "" : reason.Count switch
    {
        null when reason.CountedFrom is { } from => $"{Policy(reason, end: "")}, {NotYet(reason)}, counted from {Text(from)}; ",
        _ when reason.CountedFrom is { } from => $"{Policy(reason, end: "")}, counted from {Text(from)}; ",
        null or < 0 => Policy(reason),
        0 => $"{Policy(reason, end: "")}, last today; ",
        var days => $"{Policy(reason, end: "")}, {Count(days, "day")} ago; ",
    };

    private static string Policy(PlanReason reason, string end = "; ") =>
        reason.Policy is not { } policy ? ""
        : IsAsUsual(policy) && reason.Days is { } days ? $"{StockCadence.TextOf(policy)}, here {Count(days, "day")}{end}"
        : StockCadence.TextOf(policy) + end;

    private static bool IsAsUsual(ICadencePolicy policy) =>
        policy is RhythmCadence || (policy is StockCadence stock && stock.Parts.Any(IsAsUsual));

    private static string Subject(PlanReason reason, bool withSubject) =>
        withSubject && reason.Subject is { } subject ? $": {subject.ReplaceLineEndings(" ")}" : "";

    private static string Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    private static string Text(OccasionKind? kind) => kind?.WithArticle ?? "an occasion";

    private static string Count(int? count, string one) => $"{PlanReason.Number(count)} {one}{(count == 1 ? "" : "s")}";
}
