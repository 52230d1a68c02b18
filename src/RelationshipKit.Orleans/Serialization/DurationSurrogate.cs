using NodaTime;

namespace RelationshipKit.Orleans.Serialization;

[GenerateSerializer, Immutable, Alias("RelationshipKit.DurationSurrogate")]
internal struct DurationSurrogate
{
    [Id(0)]
    public int Days;

    // Within the day, of the sign of the days.
    [Id(1)]
    public long Nanoseconds;
}

[RegisterConverter]
internal sealed class DurationConverter : IConverter<Duration, DurationSurrogate>
{
    public Duration ConvertFromSurrogate(in DurationSurrogate surrogate) =>
        Duration.FromDays(surrogate.Days) + Duration.FromNanoseconds(surrogate.Nanoseconds);

    public DurationSurrogate ConvertToSurrogate(in Duration value) => new() { Days = value.Days, Nanoseconds = value.NanosecondOfDay };
}
