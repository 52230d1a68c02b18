namespace RelationshipKit.Planning.Solving;

/// <summary>
/// Those of many people who come first by gain, or by gain less some price of a minute: overall, and among those of the same groups.
/// </summary>
/// <remarks>
/// It does not depend on the budget in minutes. Somebody who is not on it can still be in the best choice. The bound counts everybody.
/// </remarks>
internal static class PlanShortlist
{
    private const int Least = 40;
    private const int PlacesPerTouch = 2;
    private const int LeastPerGroups = 12;

    public static int[] Of(PlanProblem problem)
    {
        var people = problem.People;
        var places = Least + (PlacesPerTouch * PlanProblem.Days * (long)problem.MostPerDay);
        if (people.Length <= places)
        {
            return [.. Enumerable.Range(0, people.Length).Where(i => people[i].Options.Length > 0)];
        }

        var byGroups = Enumerable.Range(0, people.Length)
            .Where(i => people[i].Options.Length > 0)
            .ToLookup(i => string.Join(' ', people[i].Groups));
        var listed = new SortedSet<int>();
        foreach (var price in PlanGreedy.PricesOf(problem))
        {
            var worth = Array.ConvertAll(people, person => WorthOf(person, price));
            listed.UnionWith(
                Enumerable.Range(0, people.Length).Where(
                    i => people[i].Options.Length > 0).OrderByDescending(i => worth[i]).Take((int)places));
            foreach (var alike in byGroups)
            {
                listed.UnionWith(alike.OrderByDescending(i => worth[i]).Take(LeastPerGroups));
            }
        }

        return [.. listed];
    }

    private static double WorthOf(PlanPerson person, double price)
    {
        var worth = double.NegativeInfinity;
        foreach (var option in person.Options)
        {
            worth = Math.Max(worth, option.Gain - (price * option.Minutes));
        }

        return worth;
    }
}
