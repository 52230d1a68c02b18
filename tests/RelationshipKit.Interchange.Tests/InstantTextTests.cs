using NodaTime;

namespace RelationshipKit.Interchange.Tests;

public class InstantTextTests
{
    [Fact]
    public void TryParse_Fraction_IsFlooredToMicroseconds()
    {
        Assert.True(InstantText.TryParse("2026-03-02T09:00:00.123456789Z", DateTimeZone.Utc, out var late));
        Assert.True(InstantText.TryParse("1969-12-31T23:59:59.123456789Z", DateTimeZone.Utc, out var early));

        Assert.Equal(Instant.FromUtc(2026, 3, 2, 9, 0) + Duration.FromNanoseconds(123_456_000L), late);
        Assert.Equal(Instant.FromUnixTimeSeconds(-1) + Duration.FromNanoseconds(123_456_000L), early);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("T")]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("2026-03-02T")]
    [InlineData("2026-03-02  09:00")]
    [InlineData("2026-03-02 ")]
    [InlineData("2026-03-02T09:00:00ZZ")]
    [InlineData("2026-03-02T09:00:00+1")]
    [InlineData("2026-03-02T25:00:00Z")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void TryParse_AnythingElse_IsFalse(string? text) => Assert.False(InstantText.TryParse(text, DateTimeZone.Utc, out _));

    [Theory]
    [InlineData("0001-01-02")]
    [InlineData("9999-12-30")]
    [InlineData("9999-12-30T23:59:59.999999999Z")]
    [InlineData("2026-03-02T09Z")]
    [InlineData("2026-03-02 09:00")]
    [InlineData("2026-03-02 09:00:00+01:00")]
    [InlineData("2026-03-02T09:00+01")]
    public void TryParse_EndsAndShortForms_AreTrue(string text) => Assert.True(InstantText.TryParse(text, DateTimeZone.Utc, out _));

    [Fact]
    public void TryParse_ADayThatBeginsLate_BeginsWithItsFirstInstant()
    {
        // Sao Paulo sprang forward at midnight: 2018-11-04 began at 01:00.
        Assert.True(InstantText.TryParse("2018-11-04", DateTimeZoneProviders.Tzdb["America/Sao_Paulo"], out var start));
        Assert.Equal(Instant.FromUtc(2018, 11, 4, 3, 0), start);
    }
}
