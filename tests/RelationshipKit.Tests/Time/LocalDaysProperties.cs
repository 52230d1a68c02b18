using FsCheck.Xunit;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Time;

[Properties(Arbitrary = [typeof(TieArbitraries)], Replay = "(9600629759793949339,2685821657736338717)", MaxTest = 200)]
public class LocalDaysProperties
{
    [Property]
    public bool Remembered_offsets_never_mislead(TieHistory history)
    {
        // One instance for all, in whatever order the instants come.
        var days = new LocalDays(history.Zone);
        foreach (var at in history.Touchpoints.Select(touchpoint => touchpoint.At).Append(history.AsOf))
        {
            if (LocalDays.DateOf(days.DayOf(SupportedTime.ToMicros(at))) != at.InZone(history.Zone).Date)
            {
                return false;
            }
        }

        return true;
    }
}
