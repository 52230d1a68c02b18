using System.Globalization;

namespace RelationshipKit.Forecasts;

/// <summary>Numbers of days as people say them: whole from 10 days on, with one decimal below, never more digits than matter.</summary>
internal static class DayText
{
    public static string Number(double days) =>
        days.ToString(days < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture);

    public static string Of(double days) => Number(days) is "1" ? "1 day" : $"{Number(days)} days";

    /// <summary>Returns days after "every": a number, or nothing but "day" where it is one.</summary>
    public static string Every(double days) => Number(days) is "1" ? "day" : $"{Number(days)} days";

    /// <summary>Returns a large share in the words that people use for it, the nearest of a few.</summary>
    public static string Share(double share) => share switch
    {
        < 0.775 => "three in four",
        < 0.85 => "four in five",
        < 0.945 => "nine in ten",
        _ => "nearly all",
    };

    public static string Counted(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
}
