namespace RelationshipKit.Validation.Data;

/// <summary>When each person was last in touch, tie by tie, so that each tie can be told of the others.</summary>
internal sealed class Elsewhere
{
    private readonly Dictionary<int, (TieHistory Latest, TieHistory? Next)> people = [];
    private readonly long cutSeconds;

    private Elsewhere(long cutSeconds) => this.cutSeconds = cutSeconds;

    public static Elsewhere Of(History history)
    {
        var elsewhere = new Elsewhere(history.CutSeconds);
        foreach (var tie in history.Ties)
        {
            elsewhere.Add(tie.Pair.First, tie);
            elsewhere.Add(tie.Pair.Second, tie);
        }

        return elsewhere;
    }

    /// <summary>Returns the days since a person of a tie was last in touch with anybody else; infinity if there is nobody else.</summary>
    public double SilentDays(int person, TieHistory tie)
    {
        var (latest, next) = people[person];
        var other = ReferenceEquals(latest, tie) ? next : latest;
        return other is null ? double.PositiveInfinity : TieHistory.DaysBetween(LastOf(other), cutSeconds);
    }

    private static long LastOf(TieHistory tie) => tie.Days[^1].LastSeconds;

    private void Add(int person, TieHistory tie)
    {
        if (!people.TryGetValue(person, out var known))
        {
            people[person] = (tie, null);
        }
        else if (LastOf(tie) > LastOf(known.Latest))
        {
            people[person] = (tie, known.Latest);
        }
        else if (known.Next is null || LastOf(tie) > LastOf(known.Next))
        {
            people[person] = (known.Latest, tie);
        }
    }
}
