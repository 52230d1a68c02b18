using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Planning;

/// <summary>The texts of the kit.</summary>
public static class PlanTexts
{
    /// <summary>Gets the English texts, which describe and never scold.</summary>
    public static IPlanTexts English { get; } = new EnglishTexts();

    private sealed class EnglishTexts : IPlanTexts
    {
        public string TextOf(PlanReason reason)
        {
            ArgumentNullException.ThrowIfNull(reason);
            return reason.Code switch
            {
                PlanReasonCode.Wanted => $"wanted from {Text(reason.Date)}, fine until {Text(reason.Until)}",
                PlanReasonCode.PastLatest => $"a good time was up to {Text(reason.Date)}",
                PlanReasonCode.Revive => $"worth reviving: {Count(reason.Count, "day")} since a touch that counts",
                PlanReasonCode.Occasion => $"{(reason.Occasion is null && reason.Policy is { } policy ? StockCadence.TextOf(policy) : Text(reason.Occasion))} on {Text(reason.Date)}",
                PlanReasonCode.InGoodTime => $"in good time; wanted from {Text(reason.Date)}",
                PlanReasonCode.AnswerOwed => $"they wait for an answer since {Text(reason.Date)}",
                PlanReasonCode.Deepens => "so far only light channels hold the tie; this one deepens it",
                PlanReasonCode.CouldDeepen => $"light channels alone hold the tie; {reason.Channel} ({PlanReason.Number(reason.Minutes)} min) would deepen it",
                PlanReasonCode.Gentle => Gentle(reason),
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
                PlanReasonCode.DormantPlacesTaken => $"dormant, and the {Count(reason.Count, "place")} for such ties {(reason.Count == 1 ? "is" : "are")} taken",
                PlanReasonCode.CircleTaken => $"variety: {PlanReason.Number(reason.Count)} of the circle {reason.Name} are planned",
                PlanReasonCode.FacetTaken => $"variety: {PlanReason.Number(reason.Count)} of the facet {reason.Name} are planned",
                PlanReasonCode.GentleEnough => $"{Count(reason.Count, "step")} {(reason.Count == 1 ? "is" : "are")} enough for this week",
                PlanReasonCode.BudgetSpent => $"the week's minutes are spent ({PlanReason.Number(reason.Minutes)} left)",
                PlanReasonCode.DaysFull => "the days it would suit are full",
                PlanReasonCode.OthersFirst => "others gain more",
                PlanReasonCode.Stretch => $"{Count(reason.Count, "contact")}{(reason.Name is { } some ? $" of {some}" : "")} at least {Count(reason.Days, "day")} apart, now {reason.Policy}",
                PlanReasonCode.StretchAll => $"everybody at least {Count(reason.Days, "day")} apart",
                PlanReasonCode.RestDormant => $"let {Count(reason.Count, "dormant contact")} rest",
                PlanReasonCode.Rest => $"let {Count(reason.Count, "contact")} rest",
                _ => reason.Code.ToString(),
            };
        }

        private static string Gentle(PlanReason reason) =>
            reason.Count == 0 ? $"gentle start: at most {Count(reason.Days, "small step")}, the smallest that count"
            : $"gentle, warmed up by {PlanReason.Number(reason.Count)} of the last 4 weeks: at most {Count(reason.Days, "step")}";

        private static string Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

        private static string Text(OccasionKind? kind) => kind?.WithArticle ?? "an occasion";

        private static string Count(int? count, string one) => $"{PlanReason.Number(count)} {one}{(count == 1 ? "" : "s")}";
    }
}
