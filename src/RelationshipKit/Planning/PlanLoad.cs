namespace RelationshipKit.Planning;

/// <summary>Whether a week's minutes can bear what all cadences ask for.</summary>
internal static class PlanLoad
{
    // Touches come a little after their ideal dates: what is asked for on paper is a little more than what it takes.
    private const double Slack = 1.05;

    public static bool IsBearable(IEnumerable<PlanNeed> needs, PlanWeek week)
    {
        var minutes = 0.0;
        foreach (var need in needs)
        {
            minutes += need.MinutesPerWeek;
        }

        return minutes <= Slack * week.Settings.MinutesPerWeek;
    }
}
