namespace RelationshipKit.Planning.Solving;

/// <summary>A price, not negative, for a unit of each limit: any prices bound what any choice can gain.</summary>
/// <remarks>
/// <code>
/// bound = price of all limits + Σ over people of max(0, max over options of (gain - price of what the option uses))
/// </code>
/// is at least the gain of every choice that keeps the limits (Lagrangian relaxation; Geoffrion 1974). Good prices are found by
/// subgradient steps (Held, Wolfe and Crowder 1974); bad ones only make the bound loose, never wrong.
/// </remarks>
internal sealed class PlanPrices(int groups)
{
    private const int Steps = 100;

    public double Week { get; private set; }

    public double[] DayMinutes { get; private set; } = new double[PlanProblem.Days];

    public double[] DayTouches { get; private set; } = new double[PlanProblem.Days];

    public double[] Groups { get; private set; } = new double[groups];

    /// <summary>Finds prices that bound a problem well, given what some choice gains.</summary>
    public static PlanPrices Find(PlanProblem problem, double gain)
    {
        var (prices, bestBound) = Start(problem);
        var best = prices.Copy();
        var scale = 1.0;
        var since = 0;
        for (var step = 0; step < Steps; step++)
        {
            var slack = prices.SlackOf(problem, out var bound);
            if (bound < bestBound)
            {
                (best, bestBound, since) = (prices.Copy(), bound, 0);
            }
            else if (++since >= 5)
            {
                (scale, since, prices) = (scale / 2, 0, best.Copy());
                continue;
            }

            var length = slack.SquareLength(prices);
            if (!(bound > gain) || length == 0)
            {
                break;
            }

            prices.Step(slack, scale * (bound - gain) / length);
        }

        return best;
    }

    /// <summary>Returns what an option is worth beyond the price of the time and the place it uses.</summary>
    public double WorthOf(PlanPerson person, PlanOption option)
    {
        var worth = option.Gain - (Week * option.Minutes);
        foreach (var part in option.Parts)
        {
            worth -= part.IsBesideDays ? 0 : (DayMinutes[part.Day] * part.Minutes) + DayTouches[part.Day];
        }

        foreach (var group in person.Groups)
        {
            worth -= Groups[group];
        }

        return worth;
    }

    public double WorthOf(PlanPerson person)
    {
        var most = 0.0;
        foreach (var option in person.Options)
        {
            most = Math.Max(most, WorthOf(person, option));
        }

        return most;
    }

    /// <summary>Returns the bound for the people of a problem within some minutes.</summary>
    public double BoundOf(PlanProblem problem, double worthOfPeople, int weekMinutes, int dayMinutes)
    {
        var bound = (Week * weekMinutes) + worthOfPeople;
        for (var day = 0; day < PlanProblem.Days; day++)
        {
            bound += (DayMinutes[day] * dayMinutes) + (DayTouches[day] * problem.MostPerDay);
        }

        for (var group = 0; group < Groups.Length; group++)
        {
            bound += Groups[group] * problem.GroupCaps[group];
        }

        return bound;
    }

    // Nothing costs anything; or a touch costs what the first person gains for whom there is no place; or a minute does, for whom there is
    // no time.
    private static (PlanPrices Prices, double Bound) Start(PlanProblem problem)
    {
        var people = problem.People.Where(person => person.Options.Length > 0).ToArray();
        var days = people.SelectMany(
            person => person.Options).SelectMany(option => option.Parts).Select(part => part.Day).Distinct().ToArray();
        var places = (long)days.Length * problem.MostPerDay;
        var byTouch = new PlanPrices(problem.GroupCaps.Length);
        foreach (var day in days)
        {
            var gains = people
                .Select(
                    person => person.Options.Max(option => option.Parts[0].Day == day && !option.Parts[0].IsBesideDays ? option.Gain : 0))
                .OrderDescending();
            byTouch.DayTouches[day] = gains.Skip((int)Math.Min(places, int.MaxValue)).FirstOrDefault();
        }

        var byMinute = new PlanPrices(problem.GroupCaps.Length);
        var minutes = 0L;
        foreach (var dense in people.Select(person => person.Options.MaxBy(option => option.Gain / option.Minutes)!)
            .OrderByDescending(option => option.Gain / option.Minutes))
        {
            if ((minutes += dense.Minutes) > problem.WeekMinutes)
            {
                byMinute.Week = dense.Gain / dense.Minutes;
                break;
            }
        }

        return ((PlanPrices[])[new PlanPrices(problem.GroupCaps.Length), byTouch, byMinute])
            .Select(
                prices => (prices, prices.BoundOf(problem, problem.People.Sum(prices.WorthOf), problem.WeekMinutes, problem.DayMinutes)))
            .MinBy(start => start.Item2);
    }

    private PlanPrices SlackOf(PlanProblem problem, out double bound)
    {
        var slack = new PlanPrices(Groups.Length) { Week = problem.WeekMinutes };
        Array.Fill(slack.DayMinutes, problem.DayMinutes);
        Array.Fill(slack.DayTouches, problem.MostPerDay);
        problem.GroupCaps.CopyTo(slack.Groups, 0);
        var worth = 0.0;
        foreach (var person in problem.People)
        {
            var (most, chosen) = (0.0, (PlanOption?)null);
            foreach (var option in person.Options)
            {
                if (WorthOf(person, option) is var value && value > most)
                {
                    (most, chosen) = (value, option);
                }
            }

            worth += most;
            if (chosen is not null)
            {
                slack.Take(person, chosen);
            }
        }

        bound = BoundOf(problem, worth, problem.WeekMinutes, problem.DayMinutes);
        return slack;
    }

    private void Take(PlanPerson person, PlanOption option)
    {
        Week -= option.Minutes;
        foreach (var part in option.Parts)
        {
            if (!part.IsBesideDays)
            {
                DayMinutes[part.Day] -= part.Minutes;
                DayTouches[part.Day]--;
            }
        }

        foreach (var group in person.Groups)
        {
            Groups[group]--;
        }
    }

    // Minutes and touches are of different size: each is stepped in its own unit. What cannot fall below 0 does not count.
    private double SquareLength(PlanPrices at) =>
        Square(Week, at.Week, Unit) + Sum(DayMinutes, at.DayMinutes, Unit) + Sum(DayTouches, at.DayTouches, 1) + Sum(Groups, at.Groups, 1);

    private const double Unit = 1.0 / 15;

    private static double Sum(double[] slacks, double[] prices, double unit)
    {
        var sum = 0.0;
        for (var i = 0; i < slacks.Length; i++)
        {
            sum += Square(slacks[i], prices[i], unit);
        }

        return sum;
    }

    private static double Square(double slack, double price, double unit) => slack > 0 && price == 0 ? 0 : slack * unit * slack * unit;

    private void Step(PlanPrices slack, double length)
    {
        Week = Stepped(Week, slack.Week, length, Unit);
        for (var day = 0; day < PlanProblem.Days; day++)
        {
            DayMinutes[day] = Stepped(DayMinutes[day], slack.DayMinutes[day], length, Unit);
            DayTouches[day] = Stepped(DayTouches[day], slack.DayTouches[day], length, 1);
        }

        for (var group = 0; group < Groups.Length; group++)
        {
            Groups[group] = Stepped(Groups[group], slack.Groups[group], length, 1);
        }
    }

    private static double Stepped(double price, double slack, double length, double unit) =>
        Math.Max(0, price - (length * slack * unit * unit));

    private PlanPrices Copy() =>
        new(Groups.Length) { Week = Week, DayMinutes = [.. DayMinutes], DayTouches = [.. DayTouches], Groups = [.. Groups] };
}
