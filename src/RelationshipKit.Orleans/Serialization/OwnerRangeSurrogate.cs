using RelationshipKit.Storage;

namespace RelationshipKit.Orleans.Serialization;

[GenerateSerializer, Immutable, Alias("RelationshipKit.OwnerRangeSurrogate")]
internal struct OwnerRangeSurrogate
{
    [Id(0)]
    public long From;

    [Id(1)]
    public long To;
}

[RegisterConverter]
internal sealed class OwnerRangeConverter : IConverter<OwnerRange, OwnerRangeSurrogate>
{
    public OwnerRange ConvertFromSurrogate(in OwnerRangeSurrogate surrogate) => new(surrogate.From, surrogate.To);

    public OwnerRangeSurrogate ConvertToSurrogate(in OwnerRange value) => new() { From = value.From, To = value.To };
}
