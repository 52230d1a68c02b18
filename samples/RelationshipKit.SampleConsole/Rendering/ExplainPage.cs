using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Forecasts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>One tie in words: how it stands, what it is made of, who reaches out, and until when it lasts.</summary>
internal static class ExplainPage
{
    private const int PartsShown = 8;
    private const int BarWidth = 10;

    public static void Show(Screen screen, LoadedInput input, TieReport report)
    {
        var tie = report.Tie;
        var score = tie.Score;
        screen.Line($"[bold]{Markup.Escape(Words.NameAndId(tie))}[/]");
        screen.Line(Markup.Escape($"a tie {Words.Of(input.Network.Owner)} as of {TieJson.Text(input.AsOf)} ({input.Zone.Id})"));
        screen.Line();
        var facts = Columns(2);
        Fact(
            facts, "strength",
            $"{Bars.Of(score.Strength.Value, BarWidth, screen.Styled)} {Words.Fixed(score.Strength.Value, 3)}, how the tie "
                + $"stands at its present pace: {Words.Fixed(score.ExpectedContacts, 3)} calls and meetings, and messages by their smaller "
                + "weight, to expect in 30 days if it went on");
        Fact(facts, "known", Known(input, score));
        Fact(facts, "rhythm", RhythmOf(score.Rhythm));
        if (score.Forecast.Explain(Words.Month) is { } forecast)
        {
            Fact(facts, "forecast", $"{forecast}{BothSides(score.Forecast)}");
        }

        if (score.Forecast.IsLosingTouch == true)
        {
            Fact(facts, "losing touch", score.Forecast.SilenceInWords());
        }

        Fact(facts, "balance", BalanceOf(score.Reciprocity));
        Fact(
            facts, "counted",
            $"{Words.Count(score.Outgoing, "touchpoint", "touchpoints")} outgoing, "
                + $"{score.Incoming.ToString(CultureInfo.InvariantCulture)} incoming; mutual ones are in both");
        Fact(facts, "trend", Words.KnowsTrend(tie.Scorer, score)
            ? $"{Words.Signed(score.Momentum)} (-1 fading, +1 growing)"
            : $"{Words.Unknown}: too young or too little contact to tell");
        screen.Show(facts);
        ShowParts(screen, report);
        ShowConversation(screen, report.Conversation);
        ShowFalls(screen, input, report);
    }

    private static string Known(LoadedInput input, RelationshipScore score)
    {
        var counts =
            $"{Words.Count(score.ContactDays, "day", "days")} with contact, {Words.Count(score.Touchpoints, "touchpoint", "touchpoints")}";
        return score is { FirstTouch: { } first, LastTouch: { } last }
            ? $"{score.Evidence}: {counts}, from {Words.Date(first, input.Zone)} to {Words.Date(last, input.Zone)}"
            : $"{score.Evidence}: no contact yet";
    }

    private static string RhythmOf(Rhythm rhythm)
    {
        var spread = rhythm.GapSpreadDays is { } days ? $" give or take {Words.ShortDays(days)}" : "";
        var percentile = rhythm.SilencePercentile is { } share ? $"; {Words.Percent(share)} of gaps like theirs would be over" : "";
        return $"{Words.Quiet(rhythm)}{spread}{percentile}";
    }

    private static string BothSides(Forecast forecast) =>
        forecast.ReciprocatedWithin(Words.Month) is { } chance ? $"; that each of you reaches out: {Words.Percent(chance)}" : "";

    private static string BalanceOf(Reciprocity balance)
    {
        var days =
            $"{Words.ShortDays(balance.Given)} days from you, {Words.ShortDays(balance.Received)} from them; older days count less";
        return balance.Verdict == BalanceVerdict.Unknown
            ? $"{Words.Unknown}: {days}"
            : $"{Words.Signed(balance.Balance)} ({Words.Signed(balance.Low)} to {Words.Signed(balance.High)}), "
                + $"{Words.Verdict(balance.Verdict)}: {days}";
    }

    private static void ShowParts(Screen screen, TieReport report)
    {
        var parts = report.Explanation.Parts;
        if (parts.IsEmpty)
        {
            return;
        }

        screen.Line();
        screen.Line("[bold]What the strength is made of[/]");
        var table = Columns(5);
        foreach (var part in parts.Take(PartsShown))
        {
            table.AddRow(
                Screen.Indent + LocalDatePattern.Iso.Format(part.Date),
                Markup.Escape(Words.Fit(ChannelsOf(part), 24)),
                part.Class == ChannelClass.Rich ? "rich" : "light",
                $"{Words.DayNumber(part.AgeDays)} d ago",
                Share(part.Contribution, report, screen));
        }

        var rest = parts.Skip(PartsShown).ToArray();
        if (rest.Length > 0)
        {
            table.AddRow(
                $"{Screen.Indent}the rest", Words.Count(rest.Length, "part", "parts"), "", "",
                Share(rest.Sum(part => part.Contribution), report, screen));
        }

        table.AddRow(
            $"{Screen.Indent}together", "", "", "", $"{new string(' ', BarWidth)} {Words.Fixed(parts.Sum(part => part.Contribution), 4)}");
        screen.Show(table);
        screen.Line($"[grey]{Screen.Indent}Each day with contact adds what is left of it; the parts sum to the strength.[/]");
    }

    private static string ChannelsOf(ExplanationPart part)
    {
        var channels = string.Join(", ", part.Touchpoints.Select(touchpoint => touchpoint.Channel.Name).Distinct());
        return part.Touchpoints.Length == 1 ? channels
            : string.Create(CultureInfo.InvariantCulture, $"{part.Touchpoints.Length} x {channels}");
    }

    private static string Share(double contribution, TieReport report, Screen screen)
    {
        var whole = report.Explanation.Strength.Value;
        return $"{Bars.Of(whole > 0 ? contribution / whole : 0, BarWidth, screen.Styled)} {Words.Fixed(contribution, 4)}";
    }

    private static void ShowConversation(Screen screen, Conversation conversation)
    {
        screen.Line();
        screen.Line("[bold]Who opens, who answers[/]");
        var facts = Columns(2);
        var openings =
            $"{conversation.OwnerOpenings.ToString(CultureInfo.InvariantCulture)} by you, "
                + $"{conversation.ContactOpenings.ToString(CultureInfo.InvariantCulture)} by them";
        var initiation = conversation.Initiation;
        Fact(facts, "opened", initiation.Verdict == BalanceVerdict.Unknown
            ? $"{openings}; balance {Words.Unknown}"
            : $"{openings}; lately {Words.Signed(initiation.Balance)}, {Words.Verdict(initiation.Verdict)}");
        Fact(facts, "they answer", Replies(conversation.ContactReplies));
        Fact(facts, "you answer", Replies(conversation.OwnerReplies));
        screen.Show(facts);
    }

    private static string Replies(ReplyStatistics replies) => replies switch
    {
        { Rate: null } => Words.Unknown,
        { MedianLatency: { } latency } =>
            $"{replies.Replies.ToString(CultureInfo.InvariantCulture)} of {Words.Count(replies.Openings, "opening", "openings")}, "
                + $"typically after {Time(latency)}",
        _ => $"{replies.Replies.ToString(CultureInfo.InvariantCulture)} of {Words.Count(replies.Openings, "opening", "openings")} "
            + "within the week",
    };

    private static string Time(Duration duration) =>
        duration.TotalHours < 1 ? Words.Rounded(duration.TotalMinutes, "minute", "minutes")
        : duration.TotalDays < 2 ? $"{Words.Fixed(duration.TotalHours, 1)} hours"
        : Words.Days(duration.TotalDays);

    private static void ShowFalls(Screen screen, LoadedInput input, TieReport report)
    {
        if (report.Falls.IsEmpty)
        {
            return;
        }

        screen.Line();
        screen.Line("[bold]If nothing happens[/]");
        var facts = Columns(2);
        // What has come already first, then as it will come.
        foreach (var fall in report.Falls.OrderBy(fall => fall.At ?? Instant.MinValue))
        {
            Fact(facts, $"{Words.Fixed(fall.Level.Value, 3)}{(fall.IsHalf ? " (half)" : "")}", fall.At is { } at
                ? $"on {Words.Date(at, input.Zone)}, in {Words.Days((at - input.AsOf).TotalDays)}"
                : "already at or below it");
        }

        screen.Show(facts);
    }

    private static Table Columns(int count)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        for (var i = 0; i < count; i++)
        {
            // Only the last column may wrap: it holds the words.
            table.AddColumn(new TableColumn("") { NoWrap = i < count - 1, Padding = new Padding(0, 0, i < count - 1 ? 2 : 0, 0) });
        }

        return table;
    }

    private static void Fact(Table table, string name, string text) => table.AddRow(Screen.Indent + name, text);
}
