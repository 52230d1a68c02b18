using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

public class NetworkHistoryBytesTests
{
    [Fact]
    public void FromBytes_OfToBytes_IsTheHistory()
    {
        var history = NetworkEffectTests.Leaving(4);
        var read = NetworkHistory.FromBytes(history.ToBytes());

        Assert.Equal(history.ToString(), read.ToString());
        Assert.Equal(history.ToBytes(), read.ToBytes());
        Assert.Equal(NetworkEffect.FittedTo(history).Coefficients.AsEnumerable(), NetworkEffect.FittedTo(read).Coefficients);
        Assert.Contains(NetworkEffect.FittedTo(read).Coefficients, coefficient => Math.Abs(coefficient) > 0.01);

        // It goes on as it was: another horizon is refused.
        Assert.Throws<ArgumentException>(
            () => read.Add(NetworkEffectTests.ForecastOf(3, Instant.FromUtc(2026, 1, 1, 0, 0)), Duration.FromDays(7), 5, 4, 3, 30, true));
    }

    [Fact]
    public void FromBytes_AnEmptyHistory_TakesAnyHorizon()
    {
        var read = NetworkHistory.FromBytes(new NetworkHistory().ToBytes());
        read.Add(NetworkEffectTests.ForecastOf(3, Instant.FromUtc(2026, 1, 1, 0, 0)), Duration.FromDays(7), 5, 4, 3, 30, true);

        Assert.Equal(1, read.Outcomes);
    }

    [Fact]
    public void FromBytes_AnyByteChangedOrMissing_IsRefused()
    {
        var bytes = NetworkEffectTests.Leaving(3).ToBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x41;
            Assert.Throws<FormatException>(() => NetworkHistory.FromBytes(damaged));
        }

        Assert.Throws<FormatException>(() => NetworkHistory.FromBytes(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<FormatException>(() => NetworkHistory.FromBytes([]));
    }
}
