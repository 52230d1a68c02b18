namespace RelationshipKit.Planning.Solving;

/// <summary>What is used up of the limits of a problem.</summary>
internal sealed class PlanUsage(PlanProblem problem, int weekMinutes, int dayMinutes)
{
    private readonly int[] minutes = new int[PlanProblem.Days];
    private readonly int[] touches = new int[PlanProblem.Days];
    private readonly int[] groups = new int[problem.GroupCaps.Length];

    public PlanUsage(PlanProblem problem)
        : this(problem, problem.WeekMinutes, problem.DayMinutes)
    {
    }

    public int Minutes { get; private set; }

    public bool HasRoomIn(int group) => groups[group] < problem.GroupCaps[group];

    public bool HasRoomForOne(PlanPerson person)
    {
        foreach (var group in person.Groups)
        {
            if (!HasRoomIn(group))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns whether an option fits into weeks and days; groups are asked about apart.</summary>
    public bool HasTimeFor(PlanOption option)
    {
        if (Minutes + option.Minutes > weekMinutes)
        {
            return false;
        }

        var parts = option.Parts;
        foreach (var part in parts)
        {
            if (!part.IsBesideDays && (minutes[part.Day] + part.Minutes > dayMinutes || touches[part.Day] >= problem.MostPerDay))
            {
                return false;
            }
        }

        // Two parts lie on two days.
        return true;
    }

    public void Add(PlanPerson person, PlanOption option) => Count(person, option, 1);

    public void Remove(PlanPerson person, PlanOption option) => Count(person, option, -1);

    /// <summary>Writes all counts into a row that tells two usages apart.</summary>
    public string Key() => string.Create((PlanProblem.Days * 2) + groups.Length + 1, this, static (row, usage) =>
    {
        for (var day = 0; day < PlanProblem.Days; day++)
        {
            row[2 * day] = (char)usage.minutes[day];
            row[(2 * day) + 1] = (char)usage.touches[day];
        }

        for (var group = 0; group < usage.groups.Length; group++)
        {
            row[(2 * PlanProblem.Days) + group] = (char)usage.groups[group];
        }

        // What lies beside the days is in none of them.
        row[^1] = (char)usage.Minutes;
    });

    /// <summary>Returns the price of what is left, at prices for each limit.</summary>
    public double PriceOfRest(PlanPrices prices)
    {
        var price = prices.Week * (weekMinutes - Minutes);
        for (var day = 0; day < PlanProblem.Days; day++)
        {
            price += (prices.DayMinutes[day] * (dayMinutes - minutes[day]))
                + (prices.DayTouches[day] * (problem.MostPerDay - touches[day]));
        }

        for (var group = 0; group < groups.Length; group++)
        {
            price += prices.Groups[group] * (problem.GroupCaps[group] - groups[group]);
        }

        return price;
    }

    private void Count(PlanPerson person, PlanOption option, int sign)
    {
        Minutes += sign * option.Minutes;
        foreach (var part in option.Parts)
        {
            if (!part.IsBesideDays)
            {
                minutes[part.Day] += sign * part.Minutes;
                touches[part.Day] += sign;
            }
        }

        foreach (var group in person.Groups)
        {
            groups[group] += sign;
        }
    }
}
