namespace RelationshipKit.Validation.Lives;

/// <summary>Follows the week's plan.</summary>
internal sealed class KitRule : ILifeRule
{
    public string Name => "kit";

    public IEnumerable<LifeTouch> TouchesOf(LifeWeek week)
    {
        var settings =
            week.Book.PlanSettings with { MinutesPerWeek = week.Minutes, MinutesPerDay = week.MinutesPerDay, MostPerDay = week.MostPerDay };
        var plan = week.Book.PlanWeek(week.AsOf, week.Monday, settings);
        return plan.Items
            .DistinctBy(item => item.Contact.Id)
            .Select(item => new LifeTouch(item.Contact.Id, item.Day, item.Channel, item.Minutes) { Gesture = item.Gesture });
    }
}
