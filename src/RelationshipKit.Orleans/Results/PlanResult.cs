using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Orleans;

/// <summary>What to do in a week to keep in touch, who is left out, and why.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.PlanResult")]
public sealed class PlanResult
{
    /// <summary>Gets the revision of the book that answered.</summary>
    [Id(0)]
    public long Revision { get; init; }

    /// <summary>Gets the first day of the week.</summary>
    [Id(1)]
    public LocalDate Monday { get; init; }

    /// <summary>Gets the minutes there are.</summary>
    [Id(2)]
    public int BudgetMinutes { get; init; }

    /// <summary>Gets the minutes of all touches.</summary>
    [Id(3)]
    public int PlannedMinutes { get; init; }

    /// <summary>Gets the touches, by day and then by the id of the contact.</summary>
    [Id(4)]
    public IReadOnlyList<PlanItemResult> Items { get; init; } = [];

    /// <summary>Gets those left out, by id.</summary>
    [Id(5)]
    public IReadOnlyList<LeftOutResult> LeftOut { get; init; } = [];

    /// <summary>Gets what there is to say about the whole.</summary>
    [Id(6)]
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Returns the week and the counts, which are not personal data.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"week of {LocalDatePattern.Iso.Format(Monday)}: {Items.Count} touches, {PlannedMinutes} of {BudgetMinutes} minutes, "
        + $"{LeftOut.Count} left out");

    internal static PlanResult Of(long revision, Planning.Weeks.WeekPlan plan) => new()
    {
        Revision = revision,
        Monday = plan.Monday,
        BudgetMinutes = plan.Settings.MinutesPerWeek,
        PlannedMinutes = plan.PlannedMinutes,
        Items = [.. plan.Items.Select(PlanItemResult.Of)],
        LeftOut = [.. plan.LeftOut.Select(LeftOutResult.Of)],
        Notes = [.. plan.Notes.Select(note => note.ToString())],
    };
}
