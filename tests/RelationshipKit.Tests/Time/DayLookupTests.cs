using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Time;

public class DayLookupTests
{
    [Fact]
    public void DaysOf_EveryMidnightWithin285Years_PartsTheDaysToTheMicrosecond()
    {
        // As far as a microsecond is a whole double; beyond, days are found one by one.
        const int Last = 104_200;
        var days = Enumerable.Range(-Last, (2 * Last) + 1).ToArray();
        long[] micros = [.. days.SelectMany(day => new[] { (day * SupportedTime.MicrosPerDay) - 1, day * SupportedTime.MicrosPerDay })];
        var found = new double[micros.Length];

        var inOrder = new DayLookup(DateTimeZone.Utc).DaysOf<Lanes128>(micros, micros[0], micros[^1], found);

        Assert.True(inOrder);
        Assert.Equal(days.SelectMany(day => new[] { day - 1.0, day }), found);
    }
}
