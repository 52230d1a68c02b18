using System.Text.Json;

namespace RelationshipKit.Orleans.Serialization;

/// <summary>A touchpoint as the kit's own JSON, which silos of other versions of the package read.</summary>
[GenerateSerializer, Immutable, Alias("RelationshipKit.TouchpointSurrogate")]
internal struct TouchpointSurrogate
{
    [Id(0)]
    public byte[] Json;
}

[RegisterConverter]
internal sealed class TouchpointConverter : IConverter<Touchpoint, TouchpointSurrogate>
{
    public Touchpoint ConvertFromSurrogate(in TouchpointSurrogate surrogate) => JsonSerializer.Deserialize<Touchpoint>(surrogate.Json)!;

    public TouchpointSurrogate ConvertToSurrogate(in Touchpoint value) => new() { Json = JsonSerializer.SerializeToUtf8Bytes(value) };
}
