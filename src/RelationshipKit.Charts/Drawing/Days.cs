using NodaTime;

namespace RelationshipKit.Charts.Drawing;

/// <summary>Dates and instants as days since 1970, within the time the kit supports.</summary>
internal static class Days
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly LocalDate FirstDate = new(1, 1, 2);
    private static readonly LocalDate LastDate = new(9999, 12, 30);

    public static double First { get; } = Of(FirstDate);

    public static double Last { get; } = Of(LastDate);

    public static int Of(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static double Of(Instant instant) => (instant - NodaConstants.UnixEpoch).TotalDays;

    public static LocalDate DateOf(double day) => Epoch.PlusDays((int)Math.Floor(Math.Clamp(day, First, Last)));

    public static Instant InstantOf(double day) => NodaConstants.UnixEpoch + Duration.FromDays(Math.Clamp(day, First, Last));

    /// <summary>Throws unless the instant is one that the kit supports.</summary>
    public static void Check(Instant asOf)
    {
        if (Of(asOf) is var day && !(day >= First && day < Last + 1))
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, "The instant must be from 0001-01-02 to 9999-12-30.");
        }
    }
}
