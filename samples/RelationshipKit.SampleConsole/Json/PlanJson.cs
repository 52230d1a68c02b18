using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>plan --json</c> prints.</summary>
internal sealed record PlanJson(
    string WeekOf,
    int BudgetMinutes,
    int PlannedMinutes,
    IReadOnlyList<PlanItemJson> Items,
    IReadOnlyList<LeftOutJson> LeftOut,
    DemandJson Demand,
    IReadOnlyList<RelaxationJson> Relaxations)
{
    public static PlanJson Of(PlannedWeek planned)
    {
        var (plan, whole) = (planned.Plan, planned.Whole.Value);
        return new PlanJson(
            LocalDatePattern.Iso.Format(plan.Monday),
            plan.Settings.MinutesPerWeek,
            plan.PlannedMinutes,
            [.. plan.Items.Select(item => new PlanItemJson(
                item.Contact.Id.Value,
                item.Contact.Name,
                LocalDatePattern.Iso.Format(item.Day),
                item.Channel.Name,
                item.Gesture.ToString(),
                item.Minutes,
                PlanPage.ReasonOf(item),
                item.Policy?.ToString() ?? "",
                item.IsOptional))],
            [.. plan.LeftOut.Select(left => new LeftOutJson(left.Contact.Id.Value, left.Because.ToString()))],
            new DemandJson(whole.TouchesPerWeek, whole.MinutesPerWeek),
            [.. whole.Relaxations.Select(change => new RelaxationJson(change.Change.ToString(), change.SavesMinutes))]);
    }
}
