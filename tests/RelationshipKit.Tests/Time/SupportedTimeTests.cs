using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Time;

public class SupportedTimeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(999, 0)]
    [InlineData(1_000, 1)]
    [InlineData(1_999, 1)]
    [InlineData(-1, -1)]
    [InlineData(-999, -1)]
    [InlineData(-1_000, -1)]
    [InlineData(-1_001, -2)]
    [InlineData(-1_999, -2)]
    public void ToMicros_BetweenMicroseconds_RoundsTowardsThePast(long nanoseconds, long micros)
    {
        var instant = NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

        Assert.Equal(micros, SupportedTime.ToMicros(instant));
        Assert.Equal(Instant.FromUnixTimeTicks(micros * 10), SupportedTime.Floor(instant));
        Assert.Equal(micros, SupportedTime.ToMicros(SupportedTime.FromMicros(micros)));
    }

    [Fact]
    public void ToMicros_EndsOfTime_AreTaken()
    {
        Assert.Equal(SupportedTime.FirstMicros, SupportedTime.ToMicros(Instant.FromUtc(1, 1, 2, 0, 0)));
        Assert.Equal(SupportedTime.LastMicros, SupportedTime.ToMicros(SupportedTime.Last));
        Assert.Equal(SupportedTime.LastMicros, SupportedTime.ToMicros(SupportedTime.Last + Duration.FromNanoseconds(999L)));
        Assert.Equal(-62_135_510_400_000_000, SupportedTime.FirstMicros);
        Assert.Equal(253_402_214_399_999_999, SupportedTime.LastMicros);
    }

    [Fact]
    public void ToMicros_BeyondTheEnds_IsRefusedWithTheRange()
    {
        var early = SupportedTime.First - Duration.Epsilon;
        var late = SupportedTime.Last + Duration.FromNanoseconds(1_000L);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => SupportedTime.ToMicros(early));
        Assert.Equal("early", error.ParamName);
        Assert.Equal(early, error.ActualValue);
        Assert.Contains(
            "The instant is 0001-01-01T23:59:59.999999999Z; it must be from 0001-01-02T00:00:00Z to 9999-12-30T23:59:59.999999Z.",
            error.Message, StringComparison.Ordinal);
        Assert.Equal("late", Assert.Throws<ArgumentOutOfRangeException>(() => SupportedTime.Floor(late)).ParamName);
        Assert.Equal("when", Assert.Throws<ArgumentOutOfRangeException>(() => SupportedTime.ToMicros(Instant.MinValue, "when")).ParamName);
    }

    [Fact]
    public void DaysBetween_PartsOfADay_AreFractions()
    {
        Assert.Equal(0.25, SupportedTime.DaysBetween(0, 21_600_000_000));
        Assert.Equal(-1.5, SupportedTime.DaysBetween(129_600_000_000, 0));
        Assert.Equal(1 / 86_400_000_000.0, SupportedTime.DaysBetween(-1, 0));
    }
}
