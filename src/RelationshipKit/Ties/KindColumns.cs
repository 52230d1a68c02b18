namespace RelationshipKit.Ties;

/// <summary>What the fold sees of each kind of touchpoint, by its byte. Immutable and safe to share between threads.</summary>
/// <remarks>Bytes past the last row name nothing: they weigh 0 here, and readers of columns refuse them.</remarks>
internal sealed class KindColumns
{
    private readonly double[] lightWeights = new double[TouchpointKinds.MaxRows];
    private readonly double[] richWeights = new double[TouchpointKinds.MaxRows];
    private readonly double[] signedWeights = new double[TouchpointKinds.MaxRows];

    public KindColumns(TieLayout plan)
    {
        var kinds = plan.Settings.Kinds;
        Count = kinds.Count;
        for (var i = 0; i < kinds.Count; i++)
        {
            if (kinds[i].IsContact)
            {
                var row = plan.RowOf(kinds[i].Channel, kinds[i].GroupSize, out var weight);
                (row.Class == ChannelClass.Rich ? richWeights : lightWeights)[i] = weight;
            }

            signedWeights[i] = lightWeights[i] - richWeights[i];
        }
    }

    public int Count { get; }

    /// <summary>Gets the weight of each light kind, 0 for rich ones and attempts; 256 entries.</summary>
    public ReadOnlySpan<double> LightWeights => lightWeights;

    /// <summary>Gets the weight of each rich kind, 0 for light ones and attempts; 256 entries.</summary>
    public ReadOnlySpan<double> RichWeights => richWeights;

    /// <summary>Gets the weight of each kind, with a minus for rich ones, 0 for attempts; 256 entries.</summary>
    public ReadOnlySpan<double> SignedWeights => signedWeights;

    /// <summary>Returns whether a kind is contact at all.</summary>
    public bool IsContact(byte kind) => WeightOf(kind) > 0;

    /// <summary>Returns the weight of a kind, 0 for an attempt.</summary>
    public double WeightOf(byte kind) => lightWeights[kind] + richWeights[kind];

    /// <summary>Returns the class of a kind that is contact.</summary>
    public ChannelClass ClassOf(byte kind) => richWeights[kind] > 0 ? ChannelClass.Rich : ChannelClass.Light;
}
