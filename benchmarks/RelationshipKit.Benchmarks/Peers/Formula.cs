namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The peers' work as formulas a user would write, after the kit's documentation, with the runtime's own powers.</summary>
internal static class Formula
{
    public const double Ceiling = 1;
    public const double BalanceDays = 180;
    public const double BalancePrior = 2;
    public const double HorizonDays = 30;

    public static readonly double[] HalfLives = [3, 30, 300];

    // 30 days times the share of each half-life: h^-1/2, divided by the integral of the whole.
    public static readonly double[] Shares = [.. HalfLives.Select(days => HorizonDays * Math.Pow(days, -0.5) / Area())];

    public static double Density(double ageDays) =>
        (Shares[0] * Math.Pow(2, -ageDays / HalfLives[0])) + (Shares[1] * Math.Pow(2, -ageDays / HalfLives[1]))
            + (Shares[2] * Math.Pow(2, -ageDays / HalfLives[2]));

    public static double Direction(double ageDays) => Math.Pow(2, -ageDays / BalanceDays);

    public static double ExpectedContacts(double light, double rich) => rich + (Ceiling * (1 - Math.Exp(-light / Ceiling)));

    public static double Balance(double given, double received) => (received - given) / (received + given + (2 * BalancePrior));

    public static double AgeDays(long micros) => (PeerData.AsOfMicros - micros) / (double)PeerData.MicrosPerDay;

    private static double Area() => HalfLives.Sum(days => Math.Pow(days, -0.5) * days / Math.Log(2));
}
