using NodaTime;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>Made-up touchpoints of many ties over five years, in no order, the same in every run.</summary>
/// <remarks>Counts a tie are log-normal, half of the ties below 5 and 20 on average; eight channels, all directions.</remarks>
internal sealed class TieTableStream
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private const double MedianCount = 5;
    private const double MeanCount = 20;
    private const double Years = 5;

    public TieTableStream(int touchpoints, int ties)
    {
        var random = new Random(20260302);
        var last = History.Now.ToUnixTimeTicks() / 10;
        var shares = SharesOf(ties, random);
        (Ties, UnixMicros, Kinds, Directions) = (new int[touchpoints], new long[touchpoints], new byte[touchpoints], new byte[touchpoints]);
        for (var i = 0; i < touchpoints; i++)
        {
            var found = Array.BinarySearch(shares, random.NextDouble() * shares[^1]);
            Ties[i] = Math.Min(found < 0 ? ~found : found, ties - 1);
            UnixMicros[i] = last - (long)(random.NextDouble() * Years * 365.25 * 86_400e6);
            Kinds[i] = (byte)random.Next(8);
            Directions[i] = (byte)random.Next(4);
        }
    }

    public int[] Ties { get; }

    public long[] UnixMicros { get; }

    public byte[] Kinds { get; }

    public byte[] Directions { get; }

    public TieTable ToTable(int ties)
    {
        var table = new TieTable(FoldSettings.Default, Zone, ties);
        table.Append(Ties, UnixMicros, Kinds, Directions);
        return table;
    }

    // Running sums of what each tie's share of all touchpoints is like.
    private static double[] SharesOf(int ties, Random random)
    {
        var spread = Math.Sqrt(2 * Math.Log(MeanCount / MedianCount));
        var (shares, sum) = (new double[ties], 0.0);
        for (var i = 0; i < ties; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            shares[i] = sum += Math.Exp(spread * normal);
        }

        return shares;
    }
}
