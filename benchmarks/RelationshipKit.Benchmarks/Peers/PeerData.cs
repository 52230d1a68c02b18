using NodaTime;
using RelationshipKit.SeedGenerator;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>One made-up network as columns, once grouped by tie and sorted by time, once as a stream in random order.</summary>
/// <remarks>
/// Five years, eight channels, counts with a heavy tail: a quarter of the mean is the median, and no tie has more than three touchpoints a
/// day on average. Two touchpoints of five follow another within hours, as messages do. The same arguments give the same data.
/// </remarks>
internal sealed class PeerData
{
    public const long MicrosPerDay = 86_400_000_000;

    public const int MostPerTie = 3 * 365 * Years;

    private const int Years = 5;

    private static readonly (Channel Channel, int Share)[] Shares =
    [
        (Channel.Message, 40), (Channel.Email, 25), (Channel.Social, 10), (Channel.Letter, 1),
        (Channel.Voice, 10), (Channel.Video, 4), (Channel.InPerson, 8), (Channel.GroupEvent, 2),
    ];

    private PeerData(int contacts, int touchpoints)
    {
        Offsets = new int[contacts + 1];
        Micros = new long[touchpoints];
        Kinds = new byte[touchpoints];
        Directions = new byte[touchpoints];
        StreamTies = new int[touchpoints];
        StreamMicros = new long[touchpoints];
        StreamKinds = new byte[touchpoints];
        StreamDirections = new byte[touchpoints];
    }

    public static Instant AsOf { get; } = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static long AsOfMicros { get; } = AsOf.ToUnixTimeTicks() / 10;

    public static FoldSettings Fold => FoldSettings.Default;

    /// <summary>Gets what each kind weighs and whether it is rich, by kind.</summary>
    public static (double Weight, bool Rich)[] Weights { get; } = [.. Fold.Kinds.Select(WeightOf)];

    public int Contacts => Offsets.Length - 1;

    public int Touchpoints => Micros.Length;

    public int[] Offsets { get; }

    public long[] Micros { get; }

    public byte[] Kinds { get; }

    public byte[] Directions { get; }

    public int[] StreamTies { get; }

    public long[] StreamMicros { get; }

    public byte[] StreamKinds { get; }

    public byte[] StreamDirections { get; }

    public static PeerData Make(int touchpoints, int contacts, ulong seed)
    {
        var random = new Dice(seed);
        var data = new PeerData(contacts, touchpoints);
        var counts = HeavyTail.Counts(touchpoints, contacts, MostPerTie);
        random.Shuffle(counts);
        for (var tie = 0; tie < contacts; tie++)
        {
            data.Offsets[tie + 1] = data.Offsets[tie] + counts[tie];
            data.FillTie(tie, random);
        }

        data.FillStream(random);
        return data;
    }

    public static bool IsOutgoing(byte direction) => (Direction)direction is Direction.Outgoing or Direction.Mutual;

    public static bool IsIncoming(byte direction) => (Direction)direction is Direction.Incoming or Direction.Mutual;

    private static (double Weight, bool Rich) WeightOf(TouchpointKind kind)
    {
        var row = Fold.Channels.First(channel => channel.Channel == kind.Channel);
        return kind.IsContact ? (row.Weight / Math.Sqrt(kind.GroupSize), row.Class == ChannelClass.Rich) : (0, false);
    }

    private void FillTie(int tie, Dice random)
    {
        var (first, end) = (Offsets[tie], Offsets[tie + 1]);
        var instants = Micros.AsSpan(first, end - first);
        for (var i = 0; i < instants.Length; i++)
        {
            instants[i] = i > 0 && random.Below(5) < 2
                ? Math.Min(AsOfMicros, instants[i - 1] + (long)(random.Fraction() * MicrosPerDay / 8))
                : AsOfMicros - (long)(random.Fraction() * Years * 365.25 * MicrosPerDay);
        }

        instants.Sort();
        for (var i = first; i < end; i++)
        {
            Kinds[i] = DrawKind(random);
            Directions[i] = (byte)(random.Below(20) == 0 ? Direction.Unknown : (Direction)random.Below(3) switch
            {
                0 => Direction.Outgoing,
                (Direction)1 => Direction.Incoming,
                _ => Direction.Mutual,
            });
        }
    }

    private static byte DrawKind(Dice random)
    {
        var drawn = random.Below(100);
        foreach (var (channel, share) in Shares)
        {
            drawn -= share;
            if (drawn < 0)
            {
                return Fold.Kinds.IndexOf(new TouchpointKind(channel));
            }
        }

        throw new InvalidOperationException("The shares sum to less than 100.");
    }

    private void FillStream(Dice random)
    {
        var order = new int[Touchpoints];
        for (var (tie, i) = (0, 0); tie < Contacts; tie++)
        {
            for (; i < Offsets[tie + 1]; i++)
            {
                order[i] = i;
                StreamTies[i] = tie;
            }
        }

        var ties = (int[])StreamTies.Clone();
        random.Shuffle(order);
        for (var i = 0; i < order.Length; i++)
        {
            var from = order[i];
            StreamTies[i] = ties[from];
            StreamMicros[i] = Micros[from];
            StreamKinds[i] = Kinds[from];
            StreamDirections[i] = Directions[from];
        }
    }
}
