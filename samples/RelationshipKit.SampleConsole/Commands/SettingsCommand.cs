using System.CommandLine;
using RelationshipKit.Contacts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>settings</c>: what holds for the whole book.</summary>
internal static class SettingsCommand
{
    private const string None = "none";

    public static Command Create(Screen screen)
    {
        var book = BookCommand.Option();
        var zone = new Option<string?>("--zone") { Description = "Your time zone, such as Europe/Berlin.", HelpName = "TZ" };
        var me = new Option<string[]>("--me")
        {
            Description = "Your own addresses, numbers and names in chats, all of them; none for no more.",
            HelpName = "A",
            AllowMultipleArgumentsPerToken = true
        };
        var days = new Option<string[]>("--working-days")
        {
            Description = "The days a week is planned for, such as mon-fri or sat,sun.",
            HelpName = "DAYS",
            AllowMultipleArgumentsPerToken = true
        };
        var quiet = new Option<string[]>("--quiet-days")
        {
            Description = "Days on which nobody is due; none for no such day.",
            HelpName = "DAYS",
            AllowMultipleArgumentsPerToken = true
        };
        var minutes = Number("--minutes", "Minutes for keeping in touch in a week, from 0 to 10080.");
        var perDay = Number("--minutes-per-day", "Minutes in a day at most, from 0 to 1440.");
        var touches = Number("--per-day", "Touches in a day at most, from 1 to 1000.");
        var circle = Number("--per-circle", "Touches in a week with one circle at most, from 1 to 1000.");
        var facet = Number("--per-facet", "Touches in a week with one side of life at most, from 1 to 1000.");
        var dormant = Number("--dormant", "Places in a week for ties that sleep, from 0 to 1000.");
        var gentle = new Option<bool?>("--gentle")
        {
            Description = "Begin with the smallest steps and warm up over the weeks: true or false.",
            HelpName = "B"
        };
        var kind = new Option<string?>("--log-kind")
        {
            Description = $"What your touchpoints are of, for forecasts: {LogKinds.Names}.",
            HelpName = "KIND"
        };
        var command = new Command(
            "settings", "Shows what holds for your book, or changes it.") { book, zone, me, minutes, perDay, touches, days, quiet, circle,
            facet, dormant, gentle, kind };
        command.SetAction(parsed =>
        {
            var stored = BookPlace.Open(parsed.GetValue(book));
            var update = BookCommand.Checked("settings", () => Change(stored.Book, parsed));
            if (!update.Changes.IsEmpty)
            {
                BookCommand.Save(stored, update, "settings");
            }

            SettingsPage.Show(screen, stored.Owner, update.Book);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;

        BookUpdate Change(RelationshipBook current, ParseResult parsed)
        {
            var plan = current.PlanSettings;
            var update = current.WithPlanSettings(plan with
            {
                MinutesPerWeek = parsed.GetValue(minutes) ?? plan.MinutesPerWeek,
                MinutesPerDay = parsed.GetValue(perDay) ?? plan.MinutesPerDay,
                MostPerDay = parsed.GetValue(touches) ?? plan.MostPerDay,
                MostPerCircle = parsed.GetValue(circle) ?? plan.MostPerCircle,
                MostPerFacet = parsed.GetValue(facet) ?? plan.MostPerFacet,
                DormantPlaces = parsed.GetValue(dormant) ?? plan.DormantPlaces,
                IsGentle = parsed.GetValue(gentle) ?? plan.IsGentle,
                WorkingDays = parsed.GetValue(days) is { Length: > 0 } working
                    ? [.. WeekDay.Read(working, "--working-days")]
                    : plan.WorkingDays,
            });
            if (parsed.GetValue(zone) is { } id)
            {
                var named = Zones.Named(id);
                update = update.Then(next => next.WithZone(named));
            }

            if (parsed.GetValue(kind) is { } name)
            {
                var named = LogKinds.Read(name);
                update = update.Then(next => next.WithLogKind(named));
            }

            if (parsed.GetValue(quiet) is { Length: > 0 } off)
            {
                var read = WeekDay.Read(off, "--quiet-days");
                update = update.Then(next => next.WithQuietDays(read));
            }

            if (parsed.GetValue(me) is { Length: > 0 } mine)
            {
                var owner = current.Owner with { Addresses = [.. mine.Where(one => one != None).Select(OwnAddress)] };
                update = update.Then(next => next.WithOwner(owner));
            }

            return update;
        }
    }

    /// <summary>Returns an address of the owner: an e-mail address, a telephone number, or a name.</summary>
    public static Address OwnAddress(string text) => BookCommand.Checked("--me", () =>
        text.Contains('@', StringComparison.Ordinal) ? Address.Email(text)
        : text.Length > 0 && text.All(character => char.IsAsciiDigit(character) || "+ ()-./".Contains(character, StringComparison.Ordinal))
            ? Address.Phone(text)
        : Address.Handle(text));

    private static Option<int?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };
}
