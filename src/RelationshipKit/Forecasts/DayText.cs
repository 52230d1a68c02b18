using System.Globalization;

namespace RelationshipKit.Forecasts;

/// <summary>Numbers of days as people say them: whole from 10 days on, with one decimal below, never more digits than matter.</summary>
internal static class DayText
{
    public static string Number(double days) =>
        days.ToString(days < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture);

    public static string Of(double days) => Number(days) is "1" ? "1 day" : $"{Number(days)} days";

    public static string Counted(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
}
