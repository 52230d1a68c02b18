namespace RelationshipKit.Planning.Solving;

/// <summary>Fills a week in several orders and keeps the best: by gain, and by gain less several prices of a minute.</summary>
/// <remarks>
/// The orders do not depend on the budget. Each filling is then improved by options that gain more, by people left out, and by exchanges.
/// </remarks>
internal sealed class PlanGreedy
{
    // So many who come first are tried for an exchange; those behind gain less.
    private const int MostExchanged = 24;
    private const int MostRounds = 3;

    // As shares of the most that a minute can gain.
    private static readonly double[] Shares = [0, 1.0 / 16, 1.0 / 8, 1.0 / 4, 1.0 / 2];

    private readonly PlanProblem problem;
    private readonly Order[] orders;
    private readonly int leastMinutes;

    public PlanGreedy(PlanProblem problem)
    {
        this.problem = problem;
        orders = [.. PricesOf(problem).Select(price => Order.At(problem, price))];
        leastMinutes = problem.People.SelectMany(person => person.Options).Select(option => option.Minutes).DefaultIfEmpty(0).Min();
    }

    /// <summary>Returns the prices of a minute by which people are put in order.</summary>
    public static double[] PricesOf(PlanProblem problem)
    {
        var most = problem.People.SelectMany(
            person => person.Options).Select(option => (option.Gain - option.Precedence) / option.Minutes).DefaultIfEmpty(0).Max();
        return Array.ConvertAll(Shares, share => share * most);
    }

    public int[] Run(int weekMinutes, int dayMinutes)
    {
        var (best, gain) = (Array.Empty<int>(), -1.0);
        foreach (var order in orders)
        {
            var chosen = Filled(order, weekMinutes, dayMinutes);
            if (problem.GainOf(chosen) is var other && other > gain)
            {
                (best, gain) = (chosen, other);
            }
        }

        return best;
    }

    private int[] Filled(Order order, int weekMinutes, int dayMinutes)
    {
        var chosen = new int[problem.People.Length];
        Array.Fill(chosen, -1);
        var usage = new PlanUsage(problem, weekMinutes, dayMinutes);
        var taken = new List<int>();
        Insert(order, chosen, usage, taken, weekMinutes);
        for (var round = 0; round < MostRounds; round++)
        {
            var isBetter = Upgrade(order, chosen, usage, taken);
            isBetter |= Exchange(order, chosen, usage, taken);
            if (!isBetter)
            {
                break;
            }

            Insert(order, chosen, usage, taken, weekMinutes);
        }

        return chosen;
    }

    private void Insert(Order order, int[] chosen, PlanUsage usage, List<int> taken, int weekMinutes)
    {
        foreach (var i in order.People)
        {
            if (usage.Minutes + leastMinutes > weekMinutes)
            {
                break;
            }

            if (chosen[i] < 0 && FirstThatFits(order, i, usage) is var option and >= 0)
            {
                Take(i, option, chosen, usage, taken);
            }
        }
    }

    // Another option of somebody chosen, if it gains more.
    private bool Upgrade(Order order, int[] chosen, PlanUsage usage, List<int> taken)
    {
        var isBetter = false;
        foreach (var i in taken.ToArray())
        {
            var person = problem.People[i];
            var now = chosen[i];
            usage.Remove(person, person.Options[now]);
            var best = now;
            foreach (var option in order.Options[i])
            {
                if (person.Options[option].Gain > person.Options[best].Gain && usage.HasTimeFor(person.Options[option]))
                {
                    best = option;
                }
            }

            isBetter |= best != now;
            chosen[i] = best;
            usage.Add(person, person.Options[best]);
        }

        return isBetter;
    }

    // Somebody left out in the place of somebody chosen, if that gains more.
    private bool Exchange(Order order, int[] chosen, PlanUsage usage, List<int> taken)
    {
        var isBetter = false;
        var tried = 0;
        foreach (var i in order.People)
        {
            if (chosen[i] >= 0)
            {
                continue;
            }

            if (++tried > MostExchanged)
            {
                break;
            }

            for (var at = 0; at < taken.Count; at++)
            {
                var (j, person) = (taken[at], problem.People[i]);
                var (other, now) = (problem.People[j], chosen[j]);
                usage.Remove(other, other.Options[now]);
                if (BestThatFits(i, usage) is var option and >= 0 && person.Options[option].Gain > other.Options[now].Gain)
                {
                    chosen[j] = -1;
                    taken.RemoveAt(at);
                    Take(i, option, chosen, usage, taken);
                    isBetter = true;
                    break;
                }

                usage.Add(other, other.Options[now]);
            }
        }

        return isBetter;
    }

    private int FirstThatFits(Order order, int i, PlanUsage usage)
    {
        var person = problem.People[i];
        if (usage.HasRoomForOne(person))
        {
            foreach (var option in order.Options[i])
            {
                if (usage.HasTimeFor(person.Options[option]))
                {
                    return option;
                }
            }
        }

        return -1;
    }

    private int BestThatFits(int i, PlanUsage usage)
    {
        var (person, best) = (problem.People[i], -1);
        if (usage.HasRoomForOne(person))
        {
            for (var option = 0; option < person.Options.Length; option++)
            {
                if ((best < 0 || person.Options[option].Gain > person.Options[best].Gain) && usage.HasTimeFor(person.Options[option]))
                {
                    best = option;
                }
            }
        }

        return best;
    }

    private void Take(int i, int option, int[] chosen, PlanUsage usage, List<int> taken)
    {
        chosen[i] = option;
        usage.Add(problem.People[i], problem.People[i].Options[option]);
        taken.Add(i);
    }

    private sealed record Order(int[] People, int[][] Options)
    {
        public static Order At(PlanProblem problem, double price)
        {
            var people = problem.People;
            var options = new int[people.Length][];
            var worth = new double[people.Length];
            for (var i = 0; i < people.Length; i++)
            {
                var own = people[i].Options;
                options[i] = [.. Enumerable.Range(0, own.Length).OrderByDescending(option => WorthOf(own[option]))];
                worth[i] = own.Length == 0 ? double.NegativeInfinity : WorthOf(own[options[i][0]]);
            }

            return new Order(
                [.. Enumerable.Range(0, people.Length).Where(i => people[i].Options.Length > 0).OrderByDescending(i => worth[i])], options);

            double WorthOf(PlanOption option) => option.Gain - (price * option.Minutes);
        }
    }
}
