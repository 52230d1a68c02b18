using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Who is due, with the policy that says so and its reasons; who comes next; and of whom nothing is asked.</summary>
internal static class DuePage
{
    private const int Lines = 8;
    private const int NameWidth = 24;

    // Of a row: the indent, a gap, the state and both days.
    private const int OtherCells = 55;
    private const string AsThingsStand = "nothing is asked for as things stand";
    private const int OverriddenShown = 3;

    // So few who were silent for long are named: to fold the only name would be unkind.
    private const int Handful = 5;

    public static void Show(Screen screen, DueList list)
    {
        var input = list.Opened.Input;
        screen.Line(
            Markup.Escape(
                $"With whom {(Words.IsYou(input.Network.Owner) ? "you" : input.Network.Owner)} may be in touch by {Text(list.By)}, as "
                    + $"of {TieJson.Text(input.AsOf)} ({input.Zone.Id})"));
        if (list.Opened.IsProposed)
        {
            screen.Line($"[grey]{list.Opened.Origin}[/]");
        }

        var due = list.Due.ToArray();
        var names = new ShownNames(
            list.Rows.Select(row => row.Contact), NameWidth, due.Length > 0 ? screen.Width - OtherCells : screen.Width / 2);
        screen.Line();
        screen.Line(
            $"[bold]Due{(list.By > input.AsOf.InZone(input.Zone).Date ? $" by {Text(list.By)}" : "")}: "
                + $"{Words.Count(due.Length, "contact", "contacts")}[/]");
        var longSilent = due.Where(
            row => row.Resolution.State == CadenceState.Dormant && !row.Resolution.Dates.Any(date => date.IsDueBy(list.By)))
            .ToArray();
        longSilent = longSilent.Length > Handful ? longSilent : [];
        foreach (var row in due.Except(longSilent))
        {
            Show(screen, Pad(names.Of(row.Contact), names.Width), row.Resolution, list.By);
        }

        if (longSilent.Length > 0)
        {
            screen.Line(
                $"[grey]{Screen.Indent}and {Words.Count(longSilent.Length, "contact", "contacts")} of whom nothing was heard for "
                    + "long; --json has all, and a plan revives some[/]");
        }

        Section(
            screen, names, "Next", list.Later,
            row => $"{Text(DueList.DayOf(row.Resolution, list.By))}  "
                + $"{(HasNoneThatCounts(row.Resolution) ? $"{NotYet(row.Resolution)}; " : "")}{WhyOf(row.Resolution)}");

        // The words of lint, which looks at more than the day.
        var findings = new Lazy<ILookup<ContactId?, CadenceFinding>>(
            () => list.Opened.Book.ReviewCadences(input.AsOf).ToLookup(finding => finding.Contact));
        Section(screen, names, "Nothing is asked for", list.Unasked, row => WhyNothing(row.Resolution, findings));
    }

    /// <summary>Returns the policy that decided, whom it is for, and its name.</summary>
    public static string WhyOf(CadenceResolution resolution) =>
        resolution.Policy is { } policy ? PolicyOf(
            policy, resolution.PolicyName, resolution.Selector) : resolution.Dates is [var date, ..] ? date.ToString() : "";

    /// <summary>Returns the state and since when a touch is wanted.</summary>
    public static string StateOf(CadenceResolution resolution) =>
        resolution.Dates.FirstOrDefault(date => date.IsDueBy(resolution.Today)) is { } date ? date.ToString()
        : $"{resolution.State.ToString().ToLowerInvariant()}, {Text(resolution.Window!.Value.Ideal)}";

    private static void Show(Screen screen, string who, CadenceResolution resolution, LocalDate by)
    {
        var dates = resolution.Dates.Where(date => date.IsDueBy(by)).ToArray();
        var name = who;
        foreach (var date in dates)
        {
            screen.Line(
                Markup.Escape(
                    $"{Screen.Indent}{name}  on {Text(date.On)}, fine from {Text(date.Window.Ideal)} until {Text(date.Window.Latest)}"));
            Reason(screen, date.ToString());
            name = Pad("", Words.Cells(who));
        }

        if (resolution.Window is not { } window || resolution.IsResting || (dates.Length > 0 && window.Ideal > by))
        {
            return;
        }

        screen.Line(
            Markup.Escape(
                window.Ideal > resolution.Today
                    ? $"{Screen.Indent}{name}  becomes due on {Text(window.Ideal)}, fine until {Text(window.Latest)}"
                    : $"{Screen.Indent}{name}  {resolution.State.ToString().ToLowerInvariant(),-11} ideal {Text(window.Ideal)}, fine until "
                        + $"{Text(window.Latest)}"));
        Reason(screen, $"{WhyOf(resolution)}, {HereOf(resolution)}{AgoOf(resolution)}");
        foreach (var move in MovesOf(resolution.Adjustments))
        {
            Reason(screen, move);
        }

        if (!resolution.Overridden.IsEmpty)
        {
            var rest = resolution.Overridden.Length - OverriddenShown;
            Reason(
                screen,
                "rather than "
                    + string.Join(
                        "; ", resolution.Overridden.Take(OverriddenShown).Select(
                            lost => $"{PolicyOf(lost.Policy, lost.PolicyName, lost.Selector)}: {Text(lost.Window.Ideal)}"))
                + (rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {rest} more") : ""));
        }
    }

    private static void Section(
        Screen screen, ShownNames names, string title, IEnumerable<(Contact Contact, CadenceResolution Resolution)> rows,
        Func<(Contact Contact, CadenceResolution Resolution), string> describe)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"[bold]{title}: {Words.Count(all.Length, "contact", "contacts")}[/]");
        foreach (var row in all.Take(Lines))
        {
            screen.Line(
                Markup.Escape(
                    Words.Fit($"{Screen.Indent}{Pad(names.Of(row.Contact), names.Width)}  {describe(row)}", screen.Width)));
        }

        if (all.Length > Lines)
        {
            screen.Line($"[grey]{Screen.Indent}and {(all.Length - Lines).ToString(CultureInfo.InvariantCulture)} more; --json has all[/]");
        }
    }

    private static string WhyNothing(CadenceResolution resolution, Lazy<ILookup<ContactId?, CadenceFinding>> findings) =>
        resolution.Failure is { } failure ? failure.ToString()
        : resolution is { Adjustments: [.., var last] } ? last.ToString()
        : resolution is { Overridden: [var first, ..] } ? $"rests, rather than {PolicyOf(first.Policy, first.PolicyName, first.Selector)}"
        : findings.Value[resolution.Contact].Select(finding => finding.Message).FirstOrDefault(AsThingsStand);

    // As a block of its own, so that what does not fit goes on under its beginning.
    private static void Reason(Screen screen, string text) => screen.Show(new Padder(new Text(text), new Padding(6, 0, 0, 0)));

    // A weekend is two quiet days and one move.
    private static IEnumerable<string> MovesOf(IReadOnlyList<CadenceAdjustment> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var from = i;
            while (i + 1 < steps.Count && steps[i + 1].Kind == CadenceAdjustmentKind.QuietDay
                && steps[from].Kind == CadenceAdjustmentKind.QuietDay)
            {
                i++;
            }

            yield return i == from ? steps[i].ToString() : $"quiet days: {Text(steps[from].From)} moved to {Text(steps[i].To!.Value)}";
        }
    }

    // No policy says what is usual for the two.
    private static string HereOf(CadenceResolution resolution) =>
        resolution.Policy!.ToString()!.StartsWith("as often as usual", StringComparison.Ordinal)
            ? $"here "
                + $"{Words.Count(Period.DaysBetween(resolution.Reference!.Value, resolution.Asked?.Ideal ?? resolution.Window!.Value.Ideal), "day", "days")}, "
            : "";

    private static bool HasNoneThatCounts(CadenceResolution resolution) => resolution is { Reference: not null, LastTouch: null };

    private static string NotYet(CadenceResolution resolution) => resolution.IsNeverYet ? "never yet" : "nothing yet that counts";

    private static string AgoOf(CadenceResolution resolution)
    {
        var reference = resolution.Reference!.Value;
        var days = Period.DaysBetween(reference, resolution.Today);
        return HasNoneThatCounts(resolution) ? $"{NotYet(resolution)}, counted from {Text(reference)}"
            : days < 0 || resolution.LastTouch != reference ? $"counted from {Text(reference)}"
            : days == 0 ? "last today"
            : $"{Words.Count(days, "day", "days")} ago ({Text(reference)})";
    }

    private static string PolicyOf(ICadencePolicy policy, string? name, ContactSelector? selector) =>
        $"{(name is null ? "" : $"{name}: ")}{policy}"
            + (selector is null ? "" : $", for {(selector.Contact is null ? selector : "them alone")}");

    private static string Pad(string text, int width) =>
        text + new string(' ', Math.Max(0, width - new Spectre.Console.Rendering.Segment(text).CellCount()));

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
