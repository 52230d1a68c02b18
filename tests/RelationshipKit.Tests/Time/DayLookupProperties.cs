using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Time;

public class DayLookupProperties
{
    // No summer time and some; clocks put forward and back over midnight; a date left out; the calendar's ends.
    private static readonly DateTimeZone[] Zones =
        [.. new[]
        {
            "UTC",
            "Asia/Kolkata",
            "Europe/Berlin",
            "America/St_Johns",
            "America/Havana",
            "Pacific/Apia",
            "Africa/Casablanca"
        }.Select(id => DateTimeZoneProviders.Tzdb[id])];

    private static readonly Arbitrary<(DateTimeZone Zone, long[] Micros)> Cases =
        (from zone in Gen.Elements(Zones)
         from isNear in Gen.Elements(true, true, true, false)
         from micros in Near(isNear, zone).NonEmptyListOf()
         select (zone, micros.ToArray())).ToArbitrary();

    [Property(MaxTest = 500)]
    public Property Days_found_together_are_those_of_each_instant_by_itself() =>
        Prop.ForAll(
            Cases, @case => Agrees<Lanes512>(@case) && Agrees<Lanes256>(@case) && Agrees<Lanes128>(@case) && Agrees<Lanes64>(@case));

    [Property(MaxTest = 500)]
    public Property Where_dates_may_go_back_it_is_said() =>
        Prop.ForAll(Cases, @case =>
        {
            Array.Sort(@case.Micros);
            var days = new double[@case.Micros.Length];
            var inOrder = new DayLookup(@case.Zone).DaysOf<Lanes128>(@case.Micros, @case.Micros[0], @case.Micros[^1], days);
            return !inOrder || days.Zip(days.Skip(1)).All(pair => pair.First <= pair.Second);
        });

    private static bool Agrees<T>((DateTimeZone Zone, long[] Micros) @case)
        where T : struct, ILanes<T>
    {
        var days = new double[@case.Micros.Length];
        var lookup = new DayLookup(@case.Zone);
        lookup.DaysOf<T>(@case.Micros, @case.Micros.Min(), @case.Micros.Max(), days);
        for (var i = 0; i < days.Length; i++)
        {
            var expected = new LocalDays(@case.Zone).DayOf(@case.Micros[i]);
            Assert.Equal(expected, days[i]);
            Assert.Equal(expected, lookup.DayOf(@case.Micros[i]));
        }

        return true;
    }

    // Mostly within a minute of a local midnight or a change of the clocks.
    private static Gen<long> Near(bool isNear, DateTimeZone zone) =>
        from year in isNear ? Gen.Choose(1970, 2030) : Gen.Choose(2, 9998)
        from dayOfYear in Gen.Choose(0, 364)
        from isChange in Gen.Elements(true, false)
        from seconds in Gen.Frequency((3, Gen.Choose(-60, 60)), (1, Gen.Choose(-86_400, 86_400)))
        from micros in Gen.Elements(0, 1, -1)
        let midnight = new LocalDate(year, 1, 1).PlusDays(dayOfYear).AtMidnight().InZoneLeniently(zone).ToInstant()
        let interval = zone.GetZoneInterval(midnight)
        select SupportedTime.ToMicros(isChange && interval.HasEnd ? interval.End : midnight) + (seconds * 1_000_000L) + micros;
}
