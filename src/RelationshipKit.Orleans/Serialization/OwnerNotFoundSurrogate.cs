using RelationshipKit.Storage;

namespace RelationshipKit.Orleans.Serialization;

[GenerateSerializer, Immutable, Alias("RelationshipKit.OwnerNotFoundSurrogate")]
internal struct OwnerNotFoundSurrogate
{
    [Id(0)]
    public string Message;
}

[RegisterConverter]
internal sealed class OwnerNotFoundConverter : IConverter<OwnerNotFoundException, OwnerNotFoundSurrogate>
{
    public OwnerNotFoundException ConvertFromSurrogate(in OwnerNotFoundSurrogate surrogate) => new(surrogate.Message);

    public OwnerNotFoundSurrogate ConvertToSurrogate(in OwnerNotFoundException value) => new() { Message = value.Message };
}
