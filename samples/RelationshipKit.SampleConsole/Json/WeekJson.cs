using RelationshipKit.Planning.Simulation;


namespace RelationshipKit.SampleConsole.Json;

/// <summary>A simulated week.</summary>
internal sealed record WeekJson(string FirstDay, int Due, int Reached, int Answered, int Theirs)
{
    public static WeekJson Of(SimulatedWeek week) => new(DueJson.Text(week.FirstDay)!, week.Due, week.Reached, week.Answered, week.Theirs);
}
