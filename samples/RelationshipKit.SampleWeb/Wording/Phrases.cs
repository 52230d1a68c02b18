using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Forecasts;

namespace RelationshipKit.SampleWeb.Wording;

/// <summary>The few words that the library leaves to the app.</summary>
internal static class Phrases
{
    private static readonly LocalDatePattern LongDay = LocalDatePattern.CreateWithInvariantCulture("dddd, d MMMM");

    /// <summary>Gets the channels that a touch is logged by with one click.</summary>
    public static IReadOnlyList<Channel> Quick { get; } =
        [Channel.Voice, Channel.Message, Channel.InPerson, Channel.Email, Channel.Video, Channel.Letter];

    public static string Of(Channel channel) => channel.Name switch
    {
        "voice" => "Call",
        "in-person" => "Met",
        "email" or "e-mail" => "E-mail",
        "group-event" => "Group event",
        "voice-message" => "Voice message",
        var name => Capital(name),
    };

    /// <summary>Returns what a log is of.</summary>
    public static string Of(LogKind kind) => kind switch
    {
        LogKind.Calls => "a list of calls",
        LogKind.Chat => "chats with people you know",
        LogKind.Calendar => "a calendar",
        LogKind.People => "mail, calls and chats with people you know",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Returns what is to be done by a channel.</summary>
    public static string ToDo(Channel channel) => channel.Name switch
    {
        "voice" => "Call",
        "video" => "Call by video",
        "in-person" => "Meet",
        "letter" => "Write a letter",
        "message" => "Send a message",
        "social" => "Say hello where they post",
        "email" or "e-mail" => "Write an e-mail",
        "group-event" => "Meet in a group",
        "voice-message" => "Send a voice message",
        var name => Capital(name),
    };

    public static string Of(Direction direction) => direction switch
    {
        Direction.Outgoing => "from you",
        Direction.Incoming => "from them",
        Direction.Mutual => "together",
        _ => "unknown",
    };

    public static string Of(Gesture gesture) => gesture switch
    {
        Gesture.None => "",
        Gesture.CheckIn => "ask how they are",
        Gesture.FollowUp => "follow up",
        Gesture.Share => "share something",
        Gesture.Thank => "say thanks",
        _ => gesture.ToString().ToLowerInvariant(),
    };

    /// <summary>Returns who reaches out by a channel by default: talking and meeting are mutual.</summary>
    public static Direction DirectionOf(Channel channel) =>
        channel == Channel.Voice || channel == Channel.Video || channel == Channel.InPerson || channel == Channel.GroupEvent
            ? Direction.Mutual
            : Direction.Outgoing;

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string LongDayOf(LocalDate day) => LongDay.Format(day);

    public static string Number(double number, string format = "0.00") => number.ToString(format, CultureInfo.InvariantCulture);
}
