using NodaTime;

namespace RelationshipKit.Orleans.Serialization;

[GenerateSerializer, Immutable, Alias("RelationshipKit.InstantSurrogate")]
internal struct InstantSurrogate
{
    [Id(0)]
    public long Seconds;

    // Within the second, so not negative.
    [Id(1)]
    public int Nanoseconds;
}

[RegisterConverter]
internal sealed class InstantConverter : IConverter<Instant, InstantSurrogate>
{
    public Instant ConvertFromSurrogate(in InstantSurrogate surrogate) =>
        Instant.FromUnixTimeSeconds(surrogate.Seconds).PlusNanoseconds(surrogate.Nanoseconds);

    public InstantSurrogate ConvertToSurrogate(in Instant value)
    {
        var seconds = value.ToUnixTimeSeconds();
        return new() { Seconds = seconds, Nanoseconds = (int)(value - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds() };
    }
}
