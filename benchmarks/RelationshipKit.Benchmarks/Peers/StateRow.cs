namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The state of a tie as a user would keep it in a row: masses of the days gone by, and the day still open.</summary>
/// <remarks>Good for touchpoints in order of time; a late one would need the cells, which only the kit's own states keep.</remarks>
internal struct StateRow
{
    private long anchor;
    private long day;
    private double lightWeight;
    private double richWeight;
    private long lightLatest;
    private long richLatest;
    private long outgoing;
    private long incoming;

    public StateRow()
    {
        Masses = new double[8];
        day = -1;
    }

    /// <summary>Gets light by half-life, rich by half-life, given, received: of the days gone by, as of the anchor.</summary>
    public double[] Masses { get; }

    public int Days { get; private set; }

    public int Touchpoints { get; private set; }

    public long Latest { get; private set; }

    public static double HalfLifeOf(int mass) => mass < 6 ? Formula.HalfLives[mass % 3] : Formula.BalanceDays;

    public static StateRow FromFields(ReadOnlySpan<double> masses, ReadOnlySpan<double> weights, ReadOnlySpan<long> whole)
    {
        var row = new StateRow
        {
            lightWeight = weights[0],
            richWeight = weights[1],
            anchor = whole[0],
            day = whole[1],
            lightLatest = whole[2],
            richLatest = whole[3],
            outgoing = whole[4],
            incoming = whole[5],
            Latest = whole[6],
            Days = (int)whole[7],
            Touchpoints = (int)whole[8],
        };
        masses.CopyTo(row.Masses);
        return row;
    }

    public readonly (double LightWeight, double RichWeight) Weights => (lightWeight, richWeight);

    public readonly long[] Whole => [anchor, day, lightLatest, richLatest, outgoing, incoming, Latest, Days, Touchpoints];

    public void Append(long micros, byte kind, byte direction)
    {
        var (weight, rich) = PeerData.Weights[kind];
        if (micros / PeerData.MicrosPerDay != day)
        {
            Close(micros);
        }

        if (rich)
        {
            richWeight = Math.Max(richWeight, weight);
            richLatest = micros;
        }
        else
        {
            lightWeight = Math.Max(lightWeight, weight);
            lightLatest = micros;
        }

        outgoing = PeerData.IsOutgoing(direction) ? micros : outgoing;
        incoming = PeerData.IsIncoming(direction) ? micros : incoming;
        Latest = micros;
        Touchpoints++;
    }

    /// <summary>Returns all masses as of an instant, the open day among them.</summary>
    public readonly double[] MassesAt(long micros)
    {
        var masses = new double[8];
        for (var i = 0; i < masses.Length; i++)
        {
            masses[i] = (Masses[i] * Retained(micros - anchor, i)) + OpenMass(i, micros);
        }

        return masses;
    }

    public static double ExpectedContacts(double[] masses)
    {
        var (light, rich) = (0.0, 0.0);
        for (var i = 0; i < 3; i++)
        {
            light += Formula.Shares[i] * masses[i];
            rich += Formula.Shares[i] * masses[i + 3];
        }

        return Formula.ExpectedContacts(light, rich);
    }

    private static double Retained(long micros, int mass) => Math.Pow(2, -(micros / (double)PeerData.MicrosPerDay) / HalfLifeOf(mass));

    private readonly double OpenMass(int mass, long micros) => mass switch
    {
        < 3 => lightWeight > 0 ? lightWeight * Retained(micros - lightLatest, mass) : 0,
        < 6 => richWeight > 0 ? richWeight * Retained(micros - richLatest, mass) : 0,
        6 => outgoing > 0 ? Retained(micros - outgoing, mass) : 0,
        _ => incoming > 0 ? Retained(micros - incoming, mass) : 0,
    };

    private void Close(long micros)
    {
        MassesAt(micros).CopyTo(Masses, 0);
        anchor = micros;
        day = micros / PeerData.MicrosPerDay;
        (lightWeight, richWeight, lightLatest, richLatest, outgoing, incoming) = (0, 0, 0, 0, 0, 0);
        Days++;
    }
}
