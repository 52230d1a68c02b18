namespace RelationshipKit.Planning.Solving;

/// <summary>
/// Finds the best choice of all, person by person, keeping for each way to use the limits the best choice that uses them so.
/// </summary>
/// <remarks>
/// Dynamic programming over what is used up: two choices that use the same are one from there on. Choices that cannot reach, by the prices,
/// what is known to be possible are dropped. People with few options keep it small; it is meant for a handful.
/// </remarks>
internal sealed class PlanEnumeration(PlanProblem problem, PlanPrices prices, double reached)
{
    private const double Rounding = 1e-9;

    public int[] Run()
    {
        var rest = new double[problem.People.Length + 1];
        for (var i = problem.People.Length - 1; i >= 0; i--)
        {
            rest[i] = rest[i + 1] + prices.WorthOf(problem.People[i]);
        }

        List<Choice> choices = [new Choice(null, -1, 0)];
        for (var i = 0; i < problem.People.Length; i++)
        {
            choices = Extended(choices, i, rest[i + 1]);
        }

        var best = choices[0];
        foreach (var choice in choices)
        {
            best = choice.Gain > best.Gain ? choice : best;
        }

        return best.ToArray(problem.People.Length);
    }

    // In the order in which they were found, so that ties go to the earlier one.
    private List<Choice> Extended(List<Choice> choices, int i, double rest)
    {
        var person = problem.People[i];
        var byUsage = new Dictionary<string, int>(StringComparer.Ordinal);
        var extended = new List<Choice>();
        foreach (var choice in choices)
        {
            var usage = UsageOf(choice, i);
            for (var option = 0; usage.HasRoomForOne(person) && option < person.Options.Length; option++)
            {
                var taken = person.Options[option];
                if (usage.HasTimeFor(taken))
                {
                    usage.Add(person, taken);
                    Keep(new Choice(choice, option, choice.Gain + taken.Gain), usage);
                    usage.Remove(person, taken);
                }
            }

            Keep(new Choice(choice, -1, choice.Gain), usage);
        }

        return extended;

        void Keep(Choice choice, PlanUsage usage)
        {
            if (choice.Gain + rest + usage.PriceOfRest(prices) + (Rounding * (1 + reached)) < reached)
            {
                return;
            }

            var key = usage.Key();
            if (!byUsage.TryGetValue(key, out var at))
            {
                byUsage.Add(key, extended.Count);
                extended.Add(choice);
            }
            else if (choice.Gain > extended[at].Gain)
            {
                extended[at] = choice;
            }
        }
    }

    private PlanUsage UsageOf(Choice choice, int count)
    {
        var usage = new PlanUsage(problem);
        var chosen = choice.ToArray(count);
        for (var i = 0; i < count; i++)
        {
            if (chosen[i] >= 0)
            {
                usage.Add(problem.People[i], problem.People[i].Options[chosen[i]]);
            }
        }

        return usage;
    }

    private sealed record Choice(Choice? Before, int Option, double Gain)
    {
        public int[] ToArray(int count)
        {
            var chosen = new int[count];
            var choice = this;
            for (var i = count - 1; i >= 0; i--)
            {
                chosen[i] = choice!.Option;
                choice = choice.Before;
            }

            return chosen;
        }
    }
}
