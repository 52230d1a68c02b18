namespace RelationshipKit.Planning.Solving;

/// <summary>Whom to choose, and the limits to keep: minutes a week and a day, touches a day, people a group.</summary>
/// <remarks>
/// <code>
/// maximise    Σ gain(o)                      over at most one option o a person
/// subject to  Σ minutes          ≤ week
///             Σ minutes on day d ≤ day,      Σ touches on day d ≤ most a day      for each day d
///             Σ people of group g ≤ cap(g)                                        for each group g
/// </code>
/// a multiple-choice knapsack with several knapsacks. The order of the people is the caller's to fix; it breaks ties.
/// </remarks>
internal sealed record PlanProblem(PlanPerson[] People, int WeekMinutes, int DayMinutes, int MostPerDay, int[] GroupCaps)
{
    public const int Days = 7;

    /// <summary>Returns what a choice gains, summed in the order of the people; -1 stands for none.</summary>
    public double GainOf(int[] chosen)
    {
        var gain = 0.0;
        for (var i = 0; i < chosen.Length; i++)
        {
            gain += chosen[i] < 0 ? 0 : People[i].Options[chosen[i]].Gain;
        }

        return gain;
    }
}
