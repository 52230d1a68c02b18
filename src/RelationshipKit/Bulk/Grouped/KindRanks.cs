using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>The weights of kinds as ranks in a byte, so that the largest of many rows is found by comparing bytes.</summary>
/// <remarks>Ranks are those within a class, from 0 for the lightest. Immutable and safe to share between threads.</remarks>
internal sealed class KindRanks
{
    /// <summary>The bits of a row: of a light channel, of a rich one, outgoing, incoming.</summary>
    public const byte Light = 1;
    public const byte Rich = 2;
    public const int DirectionShift = 2;

    // As many as a shuffle looks up at once.
    private const int Sixteen = 16;

    private readonly byte[] flags = new byte[TouchpointKinds.MaxRows];
    private readonly byte[] lights = new byte[TouchpointKinds.MaxRows];
    private readonly byte[] riches = new byte[TouchpointKinds.MaxRows];

    // 0, then the weights of light ranks, then those of rich ones.
    private readonly double[] weights;
    private readonly int firstRich;

    private KindRanks(KindColumns kinds, int count)
    {
        var (lightWeights, richWeights) = (Sorted(kinds.LightWeights[..count]), Sorted(kinds.RichWeights[..count]));
        for (var kind = 0; kind < count; kind++)
        {
            flags[kind] = (byte)((kinds.LightWeights[kind] > 0 ? Light : 0) | (kinds.RichWeights[kind] > 0 ? Rich : 0));
            lights[kind] = RankOf(lightWeights, kinds.LightWeights[kind]);
            riches[kind] = RankOf(richWeights, kinds.RichWeights[kind]);
        }

        firstRich = 1 + lightWeights.Length;
        weights = new double[Math.Max(Sixteen, firstRich + richWeights.Length)];
        lightWeights.CopyTo(weights, 1);
        richWeights.CopyTo(weights, firstRich);
    }

    /// <summary>Returns the ranks of the first sixteen kinds, whose weights are few enough for shuffles, and those of all.</summary>
    public static (KindRanks Few, KindRanks All) Of(KindColumns kinds) =>
        (new KindRanks(kinds, Sixteen), new KindRanks(kinds, TouchpointKinds.MaxRows));

    /// <summary>Returns whether the fewer ranks will do.</summary>
    public static bool AreFew(int largestKind) => largestKind < Sixteen;

    /// <summary>Looks up the bits and ranks of rows.</summary>
    /// <param name="kinds">The kinds, each of them known.</param>
    /// <param name="largest">The largest of them, or any larger.</param>
    /// <param name="directions">The directions.</param>
    /// <param name="bits">Receives the bits.</param>
    /// <param name="light">Receives the ranks of light ones, 0 for others.</param>
    /// <param name="rich">Receives the ranks of rich ones, 0 for others.</param>
    [MethodImpl(Compile.AtOnce)]
    public void LookUp(
        ReadOnlySpan<byte> kinds, int largest, ReadOnlySpan<byte> directions, Span<byte> bits, Span<byte> light, Span<byte> rich)
    {
        var i = 0;
        if (AreFew(largest))
        {
            var (bitsOf, lightOf, richOf) = (Vector128.Create<byte>(flags), Vector128.Create<byte>(lights), Vector128.Create<byte>(riches));
            for (; i + Vector128<byte>.Count <= kinds.Length; i += Vector128<byte>.Count)
            {
                var which = Vector128.Create(kinds[i..]);
                var sides = Vector128.ShiftLeft(Vector128.Create(directions[i..]), DirectionShift);
                (Vector128.Shuffle(bitsOf, which) | sides).CopyTo(bits[i..]);
                Vector128.Shuffle(lightOf, which).CopyTo(light[i..]);
                Vector128.Shuffle(richOf, which).CopyTo(rich[i..]);
            }
        }

        for (; i < kinds.Length; i++)
        {
            bits[i] = (byte)(flags[kinds[i]] | (directions[i] << DirectionShift));
            light[i] = lights[kinds[i]];
            rich[i] = riches[kinds[i]];
        }
    }

    /// <summary>Looks up the weights of rows by their bits and ranks; 0 of a row that is neither light nor rich.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Weights<T>(int rows, ReadOnlySpan<byte> bits, Span<byte> light, ReadOnlySpan<byte> rich, Span<double> target)
        where T : struct, ILanes<T>
    {
        if (weights.Length > Sixteen)
        {
            for (var row = 0; row < rows; row++)
            {
                // Of which class a row is, is random: no branch.
                var ofLight = -(bits[row] & Light) & (1 + light[row]);
                var ofRich = -((bits[row] & Rich) >> 1) & (firstRich + rich[row]);
                target[row] = weights[ofLight | ofRich];
            }

            return;
        }

        var (isLight, isRich) = (Vector128.Create(Light), Vector128.Create(Rich));
        var (light1, rich1) = (Vector128.Create((byte)1), Vector128.Create((byte)firstRich));
        for (var row = 0; row < rows; row += Vector128<byte>.Count)
        {
            var own = Vector128.Create(bits[row..]);
            var ofLight = Vector128.Equals(own & isLight, isLight) & (Vector128.Create<byte>(light[row..]) + light1);
            var ofRich = Vector128.Equals(own & isRich, isRich) & (Vector128.Create(rich[row..]) + rich1);
            (ofLight | ofRich).CopyTo(light[row..]);
        }

        for (var row = 0; row < rows; row += T.Count)
        {
            T.PickBy(weights, light[row..]).Store(target[row..]);
        }
    }

    private static double[] Sorted(ReadOnlySpan<double> weights) => [.. weights.ToArray().Where(weight => weight > 0).Distinct().Order()];

    private static byte RankOf(double[] sorted, double weight) => (byte)Math.Max(0, Array.BinarySearch(sorted, weight));
}
