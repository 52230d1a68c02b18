using System.Globalization;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The settings of the whole book, each with the option that changes it.</summary>
internal static class SettingsPage
{
    public static void Show(Screen screen, string owner, RelationshipBook book)
    {
        var plan = book.PlanSettings;
        screen.Say(
            $"The book of {owner}: {Words.Count(book.ContactCount, "contact", "contacts")}, "
                + $"{Words.Count(book.Touchpoints.Count, "touchpoint", "touchpoints")}");
        screen.Line();
        foreach (var (option, what) in ((string, string)[])
        [
            ("--zone", book.Zone.Id),
            ("--me", book.Owner.Addresses.IsEmpty ? "not said; mail and chats are guessed" : string.Join(
                ", ", book.Owner.Addresses.Select(address => address.Value))),
            ("--minutes", $"{Words.Count(plan.MinutesPerWeek, "minute", "minutes")} in a week"),
            ("--minutes-per-day", $"{Words.Count(plan.MinutesPerDay, "minute", "minutes")} in a day at most"),
            ("--per-day", $"{Words.Count(plan.MostPerDay, "touch", "touches")} in a day at most"),
            ("--working-days", WeekDay.Text(plan.WorkingDays)),
            ("--quiet-days", WeekDay.Text(book.Cadences.QuietDays)),
            ("--per-circle", $"{Number(plan.MostPerCircle)} a week with one circle at most"),
            ("--per-facet", $"{Number(plan.MostPerFacet)} a week with one side of life at most"),
            ("--dormant", $"{Words.Count(plan.DormantPlaces, "place", "places")} in a week for ties that sleep"),
            ("--gentle", plan.IsGentle ? "true: small steps first" : "false"),
            ("--log-kind", $"{LogKinds.NameOf(book.LogKind)}: {LogKinds.MeaningOf(book.LogKind)}"),
        ])
        {
            screen.Line(Spectre.Console.Markup.Escape(Words.Fit($"{Screen.Indent}{option,-18} {what}", screen.Width)));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
