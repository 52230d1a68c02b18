using RelationshipKit.SeedGenerator;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>Touchpoints of random ties, one microsecond or more after the other, all after the data: what arrives in a day.</summary>
internal sealed class Appends
{
    private Appends(int count)
    {
        Ties = new int[count];
        Micros = new long[count];
        Kinds = new byte[count];
        Directions = new byte[count];
    }

    public int Count => Ties.Length;

    public int[] Ties { get; }

    public long[] Micros { get; }

    public byte[] Kinds { get; }

    public byte[] Directions { get; }

    public static Appends Make(int contacts, int count, ulong seed)
    {
        var random = new Dice(seed);
        var appends = new Appends(count);
        for (var i = 0; i < count; i++)
        {
            appends.Ties[i] = random.Below(contacts);
            appends.Micros[i] = PeerData.AsOfMicros + 1 + (long)(PeerData.MicrosPerDay * ((double)i / count));
            appends.Kinds[i] = (byte)random.Below(8);
            appends.Directions[i] = (byte)(1 + random.Below(3));
        }

        return appends;
    }
}
