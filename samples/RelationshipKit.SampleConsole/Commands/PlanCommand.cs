using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>plan</c>: what to do in a week to keep in touch, and what the whole would take.</summary>
internal static class PlanCommand
{
    private const int MostMinutes = 10_080;

    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var week = new Option<string?>("--week")
        {
            Description =
                "A day of the week to plan, in the owner's zone, such as 2026-03-02. If left out, the week looked from, or the next "
                    + "if it has no working day left.",
            HelpName = "DATE"
        };
        var minutes = new Option<string?>("--minutes")
        {
            Description = "The minutes there are in the week, from 0; those of your settings if left out, which begin with 90.",
            HelpName = "N"
        };
        var gentle = new Option<bool>("--gentle")
        {
            Description = "Begin with the smallest steps, for whom reaching out is hard, and warm up over the weeks."
        };
        var json = new Option<bool>("--json") { Description = "Print JSON, everybody in it, and nothing else." };
        var command = new Command(
            "plan", "Plans a week: with whom to be in touch, on which day, how and why, within the minutes there are.") { week, minutes,
            gentle, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(minutes) is { } text ? MinutesOf(text) : (int?)null;
            var day = parsed.GetValue(week) is { } date ? DateOf(date) : (LocalDate?)null;
            var opened = OpenBook.Of(options.Load(parsed, screen)).WithKnownPolicies();
            var own = opened.Book.PlanSettings;
            var planned = PlannedWeek.Of(
                opened, own with { IsGentle = parsed.GetValue(gentle) || own.IsGentle, MinutesPerWeek = given ?? own.MinutesPerWeek }, day);
            if (parsed.GetValue(json))
            {
                screen.Output.Write(JsonSerializer.Serialize(PlanJson.Of(planned), ConsoleJsonContext.Default.PlanJson) + "\n");
                return ConsoleApp.Success;
            }

            PlanPage.Show(screen, planned);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static int MinutesOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= MostMinutes ? minutes
        : throw new UsageException("--minutes", $"'{text}' is not valid; it must be a whole number from 0 to {MostMinutes}.");

    private static LocalDate DateOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && date.Year is > 1 and < 9999 ? date
        : throw new UsageException("--week", $"'{text}' is not a date such as 2026-03-02.");
}
