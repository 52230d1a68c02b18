using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Benchmarks.Scoring;

namespace RelationshipKit.Benchmarks.Ties;

/// <summary>
/// What a caller would keep of a tie without the kit: fading sums of the days that are over, and the day that is not. A touchpoint costs
/// the same whatever the length of the history, but a late one cannot be taken in.
/// </summary>
public struct RunningSums
{
    private const double BalanceDays = 180;
    private const double LatelyDays = 14;
    private const double BeforeDays = 90;

    private Masses light;
    private Masses rich;
    private double given;
    private double received;
    private double lately;
    private double before;
    private long fadedTo;

    private int day;
    private Cell openLight;
    private Cell openRich;
    private long? outgoing;
    private long? incoming;

    public int ContactDays { get; private set; }

    public int Touchpoints { get; private set; }

    public long First { get; private set; }

    public long Last { get; private set; }

    public static double DaysBetween(long from, long to) => (to - from) / (double)PeerData.MicrosPerDay;

    /// <summary>Takes in a contact; not earlier than the last one.</summary>
    public void Add(long at, int onDay, double weight, bool isRich, Direction direction)
    {
        if (Touchpoints == 0 || onDay != day)
        {
            CloseAt(Last);
            (day, First) = (onDay, Touchpoints == 0 ? at : First);
            ContactDays++;
        }

        if (isRich)
        {
            openRich = new Cell(Math.Max(openRich.Weight, weight), at);
        }
        else
        {
            openLight = new Cell(Math.Max(openLight.Weight, weight), at);
        }

        outgoing = direction is Direction.Outgoing or Direction.Mutual ? at : outgoing;
        incoming = direction is Direction.Incoming or Direction.Mutual ? at : incoming;
        Touchpoints++;
        Last = at;
    }

    /// <summary>Returns the expected contacts in 30 days, and nothing else; an instant before the last contact will not do.</summary>
    public readonly double LambdaAt(long at, double ceiling = Formula.Ceiling)
    {
        var left = Masses.LeftAfter(DaysBetween(fadedTo, at));
        return LambdaOf((light * left) + openLight.LeftAt(at), (rich * left) + openRich.LeftAt(at), ceiling);
    }

    /// <summary>Returns all numbers; an instant before the last contact will not do.</summary>
    public readonly PlainScore ScoreAt(long at, double ceiling = Formula.Ceiling)
    {
        var now = this;
        now.CloseAt(at);
        var gaps = ContactDays - 1;
        return new PlainScore
        {
            ExpectedContacts = LambdaOf(now.light, now.rich, ceiling),
            Balance = Formula.Balance(now.given, now.received),
            Momentum = MomentumOf(now.lately, now.before, at),
            ContactDays = ContactDays,
            Touchpoints = Touchpoints,
            First = First,
            Last = Last,
            UsualGapDays = gaps > 0 ? DaysBetween(First, Last) / gaps : double.NaN,
        };
    }

    private static double LambdaOf(Masses light, Masses rich, double ceiling) =>
        Density(rich) + (double.IsPositiveInfinity(ceiling) ? Density(light) : ceiling * (1 - Math.Exp(-Density(light) / ceiling)));

    private static double Density(Masses masses) =>
        (Formula.Shares[0] * masses.OfThreeDays) + (Formula.Shares[1] * masses.OfThirty) + (Formula.Shares[2] * masses.OfThreeHundred);

    // A half-life of h days makes a mass of one contact a day so many times as large as the rate.
    private static double Rate(double mass, double halfLifeDays, double ageDays) =>
        mass * Math.Log(2) / halfLifeDays / (1 - Math.Pow(2, -ageDays / halfLifeDays));

    private readonly double MomentumOf(double latelyMass, double beforeMass, long at)
    {
        var age = DaysBetween(First, at);
        var (now, then) = (Rate(latelyMass, LatelyDays, age), Rate(beforeMass, BeforeDays, age));
        return ContactDays < 2 || age < 7 ? 0 : (now - then) / (now + then);
    }

    // The day is over: what is left of it at an instant goes where the other days are.
    private void CloseAt(long at)
    {
        var (days, left) = (DaysBetween(fadedTo, at), Masses.LeftAfter(DaysBetween(fadedTo, at)));
        light = (light * left) + openLight.LeftAt(at);
        rich = (rich * left) + openRich.LeftAt(at);
        given = Faded(given, BalanceDays, days) + LeftOf(outgoing, BalanceDays, at);
        received = Faded(received, BalanceDays, days) + LeftOf(incoming, BalanceDays, at);
        lately = Faded(lately, LatelyDays, days) + openLight.LeftAt(at, LatelyDays) + openRich.LeftAt(at, LatelyDays);
        before = Faded(before, BeforeDays, days) + openLight.LeftAt(at, BeforeDays) + openRich.LeftAt(at, BeforeDays);
        (openLight, openRich, outgoing, incoming, fadedTo) = (default, default, null, null, at);
    }

    private static double Faded(double mass, double halfLifeDays, double days) => mass == 0 ? 0 : mass * Math.Pow(2, -days / halfLifeDays);

    private static double LeftOf(long? seen, double halfLifeDays, long at) =>
        seen is { } from ? Faded(1, halfLifeDays, DaysBetween(from, at)) : 0;

    // The heaviest contact of a day and class, at the time of the latest; no weight, no contact.
    private readonly record struct Cell(double Weight, long Latest)
    {
        public Masses LeftAt(long at) => Weight > 0 ? Masses.LeftAfter(DaysBetween(Latest, at)) * Weight : default;

        public double LeftAt(long at, double halfLifeDays) => Faded(Weight, halfLifeDays, DaysBetween(Latest, at));
    }
}
