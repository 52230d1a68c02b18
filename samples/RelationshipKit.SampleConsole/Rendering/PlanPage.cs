using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Planning.Workload;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>A week to keep in touch: what is planned day by day, who is left out and why, and what the whole would take.</summary>
internal static class PlanPage
{
    private const int NameWidth = 24;
    private const int BriefNameWidth = 20;

    // Of a row: the indent, gaps, the channel, the minutes and the gesture.
    private const int OtherCells = 52;
    private const int LeftOutShown = 10;
    private const int HintsShown = 2;
    private const int RelaxationsShown = 5;

    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("dddd, uuuu-MM-dd");

    public static void Show(Screen screen, PlannedWeek planned)
    {
        var (plan, input) = (planned.Plan, planned.Opened.Input);
        screen.Line(
            Markup.Escape(
                $"The week of {Text(plan.Monday)} for {(Words.IsYou(input.Network.Owner) ? "you" : input.Network.Owner)}, as of "
                    + $"{TieJson.Text(input.AsOf)} ({input.Zone.Id})"));
        screen.Line(Markup.Escape(Budget(plan)));
        if (planned.Opened.IsProposed)
        {
            screen.Line($"[grey]{planned.Opened.Origin}[/]");
        }

        foreach (var note in plan.Notes)
        {
            screen.Line(Markup.Escape($"{char.ToUpperInvariant(note.ToString()[0])}{note.ToString()[1..]}."));
        }

        var names = new ShownNames(planned.Opened.Book.Contacts, NameWidth, screen.Width - OtherCells);

        // The same hint under one touch after another says little: then it is given once, for all.
        var couldDeepen = plan.Items.SelectMany(item => item.Notes).Where(note => note.Code == PlanReasonCode.CouldDeepen).ToArray();
        var isOnce = couldDeepen.Length > HintsShown;
        foreach (var day in plan.Items.GroupBy(item => item.Day))
        {
            screen.Line();
            screen.Line($"[bold]{DayPattern.Format(day.Key)}[/]");
            foreach (var item in day)
            {
                screen.Line(Markup.Escape(
                    $"{Screen.Indent}{Pad(names.Of(item.Contact), names.Width)}  {item.Channel.Name,-10} "
                        + $"{item.Minutes.ToString(CultureInfo.InvariantCulture),3} min  "
                        + $"{Gesture(item)}{(item.IsOptional ? " (optional)" : "")}"));
                Detail(screen, item.Reason.Describe());
                foreach (var note in item.Notes.Where(note => !isOnce || note.Code != PlanReasonCode.CouldDeepen))
                {
                    Detail(screen, note.Describe());
                }
            }
        }

        if (plan.Items.IsEmpty)
        {
            screen.Line();
            screen.Line("Nothing is planned.");
        }
        else if (isOnce)
        {
            var most = couldDeepen.GroupBy(note => note.Channel).MaxBy(same => same.Count())!.First();
            screen.Line();
            screen.Line(
                $"Light channels alone hold {couldDeepen.Length.ToString(CultureInfo.InvariantCulture)} of these ties; {most.Channel} "
                    + $"({most.Minutes?.ToString(CultureInfo.InvariantCulture)} min) would deepen them.");
        }

        ShowLeftOut(screen, plan, names);
        ShowWhole(screen, planned.Whole.Value);
    }

    /// <summary>Shows the week, each touch with its first reason.</summary>
    public static void ShowBriefly(Screen screen, PlannedWeek planned)
    {
        var plan = planned.Plan;
        screen.Line();
        screen.Line($"[bold]The week of {Text(plan.Monday)}[/]");
        if (plan.Items.IsEmpty)
        {
            screen.Line($"{Screen.Indent}nobody");
        }

        var names = new ShownNames(planned.Opened.Book.Contacts, BriefNameWidth, screen.Width / 2);
        foreach (var item in plan.Items)
        {
            screen.Line(
                Markup.Escape(
                    $"{Screen.Indent}{Pad(names.Of(item.Contact), names.Width)}  "
                        + $"{item.Day.DayOfWeek.ToString()[..3]} {item.Channel.Name}"));
            Detail(screen, item.Reason.Describe());
        }

        screen.Line($"[grey]{Screen.Indent}{Budget(plan)}[/]");
    }

    /// <summary>Returns why a touch is planned, with what else there is to say.</summary>
    public static string ReasonOf(PlanItem item) => string.Join("; ", item.Notes.Prepend(item.Reason).Select(reason => reason.Describe()));

    private static void ShowLeftOut(Screen screen, WeekPlan plan, ShownNames names)
    {
        // Contacts that are simply not due are counted; the others are named.
        var named = plan.LeftOut.Where(left => left.Because.Code is not (PlanReasonCode.NotDue or PlanReasonCode.NothingAsked)).ToArray();
        var notDue = plan.LeftOut.Count(left => left.Because.Code == PlanReasonCode.NotDue);
        var unasked = plan.LeftOut.Length - named.Length - notDue;
        screen.Line();
        screen.Line("[bold]Left out[/]");
        foreach (var left in named.Take(LeftOutShown))
        {
            screen.Line(
                Markup.Escape(
                    $"{Screen.Indent}{Pad(names.Of(left.Contact), names.Width)}  "
                        + $"{Words.Fit(left.Because.ToString(), screen.Width - Screen.Indent.Length - names.Width - 2)}"));
        }

        if (named.Length > LeftOutShown)
        {
            screen.Line($"{Screen.Indent}and {Words.Count(named.Length - LeftOutShown, "other", "others")}");
        }

        if (notDue > 0)
        {
            screen.Line($"{Screen.Indent}{Words.Count(notDue, "contact", "contacts")} not due this week");
        }

        if (unasked > 0)
        {
            screen.Line($"{Screen.Indent}{Words.Count(unasked, "contact", "contacts")} of whom nothing is asked");
        }

        if (notDue + unasked == 0)
        {
            screen.Line(Screen.Indent + (named.Length == 0 ? "nobody"
                : plan.Items.IsEmpty ? "nobody else" : "Everybody else is in the plan."));
        }
    }

    private static void ShowWhole(Screen screen, Feasibility whole)
    {
        screen.Line();
        screen.Line("[bold]In the long run[/]");
        if (whole.TouchesPerWeek <= 0)
        {
            screen.Line($"{Screen.Indent}No cadence asks for anything yet.");
            return;
        }

        screen.Line(
            $"{Screen.Indent}All cadences together ask for {Words.Fixed(whole.TouchesPerWeek, 1)} touches and at least "
                + $"{Words.Rounded(whole.MinutesPerWeek, "minute", "minutes")} a week.");
        if (whole.Fits)
        {
            screen.Line(
                $"{Screen.Indent}The {Words.Count(whole.BudgetMinutes, "minute", "minutes")} "
                    + $"{(whole.BudgetMinutes == 1 ? "is" : "are")} enough.");
            return;
        }

        screen.Line($"{Screen.Indent}For {Words.Count(whole.BudgetMinutes, "minute", "minutes")} any one of these would do:");
        foreach (var change in whole.Relaxations.Take(RelaxationsShown))
        {
            screen.Line(
                Markup.Escape(
                    $"{Screen.Indent}{Words.Fixed(change.SavesMinutes, 0),4} min  "
                        + $"{Words.Fit(change.Change.ToString(), screen.Width - Screen.Indent.Length - 10)}"));
        }
    }

    private static string Budget(WeekPlan plan)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Count(plan.Items.Length, "touch", "touches")}, {plan.PlannedMinutes} of "
                + $"{Words.Count(plan.Settings.MinutesPerWeek, "minute", "minutes")}");
        return plan.Items.IsEmpty ? text + "."
            : plan.IsBest ? text + "; no other plan gains more."
            : plan.UpperBound <= plan.Gain * 1.005 ? text + "; no other plan gains noticeably more."
            : $"{text}; no other plan gains over {Words.Percent((plan.UpperBound / plan.Gain) - 1)} more.";
    }

    private static void Detail(Screen screen, string text)
    {
        foreach (var line in Wrapped(text, screen.Width - 4))
        {
            screen.Line($"[grey]    {Markup.Escape(line)}[/]");
        }
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? Words.Fit(word, width) : $"{line} {word}";
        }

        yield return line;
    }

    private static string Gesture(PlanItem item) => item.Gesture switch
    {
        RelationshipKit.Gesture.CheckIn => "ask how they are",
        RelationshipKit.Gesture.FollowUp => "follow up",
        RelationshipKit.Gesture.Share => "share something",
        RelationshipKit.Gesture.Congratulate => "congratulate",
        RelationshipKit.Gesture.Thank => "say thanks",
        RelationshipKit.Gesture.Invite => "invite",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Pad(string name, int width) => Words.PadTo(name, width);
}
