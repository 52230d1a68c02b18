namespace RelationshipKit.Validation.Data;

/// <summary>
/// What the network knows of a tie beside its own contacts: how active the two are elsewhere, and whom they have in common.
/// </summary>
internal sealed class Surroundings
{
    private const long RecentSeconds = 90 * EdgeNetwork.SecondsPerDay;

    // Of each person, when each of their contacts was last heard of.
    private readonly Dictionary<int, Dictionary<int, long>> people = [];
    private readonly Dictionary<int, (int Latest, int Next)> latest = [];
    private readonly long cutSeconds;

    private Surroundings(long cutSeconds) => this.cutSeconds = cutSeconds;

    public static Surroundings Of(History history)
    {
        var all = new Surroundings(history.CutSeconds);
        foreach (var tie in history.Ties)
        {
            all.Add(tie.Pair.First, tie.Pair.Second, tie.Days[^1].LastSeconds);
            all.Add(tie.Pair.Second, tie.Pair.First, tie.Days[^1].LastSeconds);
        }

        return all;
    }

    /// <summary>Returns the mean of the two's silences towards everybody else in days, infinity if one of them has nobody else.</summary>
    public double SilentElsewhereDays(Pair pair) => (SilentDays(pair.First, pair.Second) + SilentDays(pair.Second, pair.First)) / 2;

    /// <summary>
    /// Returns how many contacts the two have in common, how many of those both heard of within 90 days, and how many others either has.
    /// </summary>
    public (int Common, int Recent, int Either) Acquaintances(Pair pair)
    {
        var (fewer, more) = (people[pair.First], people[pair.Second]);
        if (fewer.Count > more.Count)
        {
            (fewer, more) = (more, fewer);
        }

        var (common, recent) = (0, 0);
        foreach (var (person, seconds) in fewer)
        {
            if (more.TryGetValue(person, out var other))
            {
                common++;
                recent += Math.Min(seconds, other) >= cutSeconds - RecentSeconds ? 1 : 0;
            }
        }

        // Each is among the contacts of the other, and neither is counted.
        return (common, recent, fewer.Count - 1 + (more.Count - 1) - common);
    }

    private double SilentDays(int person, int apartFrom)
    {
        var (first, second) = latest[person];
        var other = first == apartFrom ? second : first;
        return other < 0 ? double.PositiveInfinity : TieHistory.DaysBetween(people[person][other], cutSeconds);
    }

    private void Add(int person, int other, long seconds)
    {
        if (!people.TryGetValue(person, out var contacts))
        {
            people[person] = contacts = [];
            latest[person] = (-1, -1);
        }

        contacts[other] = seconds;
        var (first, second) = latest[person];
        latest[person] = first < 0 || seconds > contacts[first] ? (other, first)
            : second < 0 || seconds > contacts[second] ? (first, other)
            : (first, second);
    }
}
