namespace RelationshipKit.Bulk;

/// <summary>Merges the rows of one day: for each class and each direction the latest row stands in for all.</summary>
internal struct DayMerge
{
    private const int None = -1;

    private int light;
    private int rich;
    private int outgoing;
    private int incoming;

    /// <summary>Begins a day with its first row.</summary>
    public void Begin(ReadOnlySpan<double> weights, ReadOnlySpan<byte> sides, int row)
    {
        light = weights[row] > 0 ? row : None;
        rich = weights[row] < 0 ? row : None;
        outgoing = (sides[row] & 1) != 0 ? row : None;
        incoming = (sides[row] & 2) != 0 ? row : None;
    }

    /// <summary>Takes in the next row of the day, not earlier than those before.</summary>
    public void Add(Span<double> weights, Span<byte> sides, int row)
    {
        if (weights[row] > 0)
        {
            if (light != None)
            {
                weights[row] = Math.Max(weights[row], weights[light]);
                weights[light] = 0;
            }

            light = row;
        }
        else
        {
            if (rich != None)
            {
                weights[row] = Math.Min(weights[row], weights[rich]);
                weights[rich] = 0;
            }

            rich = row;
        }

        if ((sides[row] & 1) != 0)
        {
            if (outgoing != None)
            {
                sides[outgoing] &= 2;
            }

            outgoing = row;
        }

        if ((sides[row] & 2) != 0)
        {
            if (incoming != None)
            {
                sides[incoming] &= 1;
            }

            incoming = row;
        }
    }
}
