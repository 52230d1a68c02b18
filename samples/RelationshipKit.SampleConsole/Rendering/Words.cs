using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.Scoring;
using Spectre.Console.Rendering;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Numbers and facts in words: they describe and never scold.</summary>
internal static class Words
{
    public const string Unknown = "unknown";

    /// <summary>How far forecasts look here.</summary>
    public static readonly Duration Month = Duration.FromDays(30);

    public static string Fixed(double value, int digits) =>
        value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>Returns whole percents; almost all is not all.</summary>
    public static string Percent(double share) =>
        share is > 0.995 and < 1 ? ">99 %"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, MidpointRounding.AwayFromZero):0} %");

    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>Returns a whole number, rounded, with its word.</summary>
    public static string Rounded(double count, string one, string many) =>
        Count((long)Math.Round(count, MidpointRounding.AwayFromZero), one, many);

    /// <summary>Returns days for a column of a table.</summary>
    public static string DayNumber(double days) => Fixed(days, days < 99.95 ? 1 : 0);

    /// <summary>Returns days within a sentence, with as many digits as matter.</summary>
    public static string ShortDays(double days) => Fixed(days, days < 9.95 ? 1 : 0);

    public static string Days(double days) =>
        days < 1.0 / 24 ? "less than an hour"
        : days < 1 ? Count((int)(days * 24), "hour", "hours")
        : ShortDays(days) is var number && number == "1.0" ? "1 day" : $"{number} days";

    public static string Date(Instant instant, DateTimeZone zone) => LocalDatePattern.Iso.Format(instant.InZone(zone).Date);

    /// <summary>Returns whose something is, after it: "of yours" in a book of one's own, which calls the owner "me".</summary>
    public static string Of(string owner) => IsYou(owner) ? "of yours" : $"of {owner}";

    /// <summary>Returns whose something is, with it: "your circles", or "the circles of Robin".</summary>
    public static string Whose(string what, string owner) => IsYou(owner) ? $"your {what}" : $"the {what} of {owner}";

    public static bool IsYou(string owner) => owner == "me";

    /// <summary>Returns a sentence with a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Returns the name, with the id where the two differ.</summary>
    public static string NameAndId(Tie tie) => tie.Name == tie.Id ? tie.Id : $"{tie.Name} ({tie.Id})";

    /// <summary>Returns how long it has been quiet against what is usual for this tie.</summary>
    public static string Quiet(Rhythm rhythm) => rhythm switch
    {
        { SilentDays: null } => "no contact yet",
        { SilentDays: { } silent, UsualGapDays: { } usual } =>
            $"{QuietFor(silent)}, usually every {(silent < 1 ? Days(usual) : ShortDays(usual))}",
        { SilentDays: { } silent } => $"{QuietFor(silent)}, usual gap {Unknown}",
    };

    /// <summary>Returns who reaches out more.</summary>
    public static string Verdict(BalanceVerdict verdict) => verdict switch
    {
        BalanceVerdict.Even => "about even",
        BalanceVerdict.MostlyOutgoing => "more from you",
        BalanceVerdict.MostlyIncoming => "more from them",
        _ => Unknown,
    };

    /// <summary>Returns what a touch by a channel is called every day, without an article.</summary>
    public static string Touch(Channel channel) =>
        channel == Channel.Voice ? "call"
        : channel == Channel.InPerson ? "meeting"
        : channel == Channel.Email ? "mail"
        : channel == Channel.Message ? "message"
        : $"touch by {channel}";

    /// <summary>Returns the purpose of a touchpoint, such as check-in.</summary>
    public static string Gesture(Gesture gesture) => gesture switch
    {
        RelationshipKit.Gesture.CheckIn => "check-in",
        RelationshipKit.Gesture.FollowUp => "follow-up",
        RelationshipKit.Gesture.Thank => "thanks",
        RelationshipKit.Gesture.Congratulate => "congratulations",
        _ => gesture.ToString().ToLowerInvariant(),
    };

    /// <summary>Returns whether momentum says anything: it is exactly 0 while a tie is too young to tell.</summary>
    public static bool KnowsTrend(RelationshipScorer scorer, RelationshipScore score) =>
        score.ContactDays >= scorer.Settings.MomentumFromContactDays
        && score.FirstTouch is { } first
        && score.AsOf - first >= scorer.Settings.MomentumFromAge;

    /// <summary>Cuts a text to so many cells of the screen, at a character and not within one.</summary>
    public static string Fit(string text, int cells)
    {
        if (Cells(text) <= cells)
        {
            return text;
        }

        return Start(text, cells - 2) + "..";
    }

    /// <summary>Cuts a text to so many cells of the screen, and keeps its end.</summary>
    public static string FitEnd(string text, int cells)
    {
        if (Cells(text) <= cells)
        {
            return text;
        }

        var starts = StringInfo.ParseCombiningCharacters(text);
        return ".." + text[starts.FirstOrDefault(start => Cells(text[start..]) <= cells - 2, text.Length)..];
    }

    /// <summary>Returns the beginning of a text that takes so many cells at most, at least one character.</summary>
    public static string Start(string text, int cells)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var start = "";
        while (elements.MoveNext() && (start.Length == 0 || Cells(start + elements.GetTextElement()) <= cells))
        {
            start += elements.GetTextElement();
        }

        return start;
    }

    /// <summary>Fills a text up to so many cells of the screen.</summary>
    public static string PadTo(string text, int cells) => text + new string(' ', Math.Max(0, cells - Cells(text)));

    private static string QuietFor(double silentDays) =>
        silentDays < 1.0 / 24 ? "just in touch"
        : silentDays < 1 ? $"quiet for {Fixed(Math.Floor(silentDays * 24), 0)} h"
        : $"quiet for {Days(silentDays)}";

    public static int Cells(string text) => new Segment(text).CellCount();
}
