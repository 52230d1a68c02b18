using System.Collections.Concurrent;

namespace RelationshipKit.Interchange;

/// <summary>
/// The names of channels, directions, outcomes and gestures as files write them: ignoring case, spaces, hyphens and underscores.
/// </summary>
internal static class KindNames
{
    private const int LongestQuote = 40;

    private static readonly Dictionary<string, Direction> Directions = new(Table<Direction>(), StringComparer.OrdinalIgnoreCase)
    {
        ["OUT"] = Direction.Outgoing,
        ["IN"] = Direction.Incoming,
        ["SENT"] = Direction.Outgoing,
        ["RECEIVED"] = Direction.Incoming,
        ["BOTH"] = Direction.Mutual,
    };

    private static readonly Dictionary<string, Channel> Channels = new(StringComparer.Ordinal)
    {
        ["PHONE"] = Channel.Voice,
        ["CALL"] = Channel.Voice,
        ["PHONECALL"] = Channel.Voice,
        ["TELEPHONE"] = Channel.Voice,
        ["VIDEOCALL"] = Channel.Video,
        ["MAIL"] = Channel.Email,
        ["SMS"] = Channel.Message,
        ["MMS"] = Channel.Message,
        ["TEXT"] = Channel.Message,
        ["CHAT"] = Channel.Message,
        ["WHATSAPP"] = Channel.Message,
        ["TELEGRAM"] = Channel.Message,
        ["SIGNAL"] = Channel.Message,
        ["IMESSAGE"] = Channel.Message,
        ["VOICENOTE"] = Channel.VoiceMessage,
        ["VOICEMAIL"] = Channel.VoiceMessage,
        ["POSTCARD"] = Channel.Letter,
        ["MEETING"] = Channel.InPerson,
        ["VISIT"] = Channel.InPerson,
    };

    private static readonly Dictionary<string, Outcome> Outcomes = Table<Outcome>();

    private static readonly Dictionary<string, Gesture> Gestures = Table<Gesture>();

    // What was read once is not read again; files have few such words, and a file with many fills no more than this.
    private static readonly ConcurrentDictionary<string, Channel> ReadChannels = new(StringComparer.Ordinal);

    private const int MostRead = 1_000;

    private static readonly ConcurrentDictionary<string,
        Channel>.AlternateLookup<ReadOnlySpan<char>> ShortChannels =
        ReadChannels.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, Direction>.AlternateLookup<ReadOnlySpan<char>> ShortDirections =
        Directions.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the channel of a text that was read before; <see langword="null"/> if it was not.</summary>
    public static Channel? FindChannel(ReadOnlySpan<char> text) => ShortChannels.TryGetValue(text, out var channel) ? channel : null;

    /// <summary>Returns the direction of a text written as usual; <see langword="null"/> if it is not.</summary>
    public static Direction? FindDirection(ReadOnlySpan<char> text) =>
        ShortDirections.TryGetValue(text, out var direction) ? direction : null;

    public static Channel ToChannel(string text)
    {
        if (!ReadChannels.TryGetValue(text, out var channel))
        {
            channel = ReadChannel(text);
            if (ReadChannels.Count < MostRead)
            {
                ReadChannels.TryAdd(text, channel);
            }
        }

        return channel;
    }

    private static Channel ReadChannel(string text) =>
        (Channel.FindStock(text) ?? Channels.GetValueOrDefault(Plain(text))) is { } channel
            ? channel
            : throw new BadRowException("channel", Unknown("channel", Channel.Stock.Select(stock => stock.Name)));

    public static Direction ToDirection(string text) => Find(Directions, text, "direction");

    public static Outcome ToOutcome(string text) => Find(Outcomes, text, "outcome");

    public static Gesture ToGesture(string text) => Find(Gestures, text, "gesture");

    /// <summary>Returns a text that may be shown: on one line and not long.</summary>
    public static string Quote(string text)
    {
        var shown = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return shown.Length <= LongestQuote ? $"'{shown}'" : $"'{shown[..LongestQuote]}...'";
    }

    /// <summary>Says what is allowed, and not what stands in the file: cells may be in the wrong column.</summary>
    public static string Unknown(string what, IEnumerable<string> allowed) =>
        $"unknown {what}; it must be one of {string.Join(", ", allowed)}.";

    private static T Find<T>(Dictionary<string, T> table, string text, string field)
        where T : struct,
        Enum => table.TryGetValue(text, out var value) || table.TryGetValue(Plain(text), out value)
            ? value
            : throw new BadRowException(field, Unknown(field, Enum.GetNames<T>().Select(Written)));

    private static Dictionary<string, T> Table<T>()
        where T : struct,
        Enum => Enum.GetValues<T>().ToDictionary(value => Plain(value.ToString()), StringComparer.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Concat(text.Where(c => c is not (' ' or '-' or '_'))).ToUpperInvariant();

    // CheckIn is written check-in.
    private static string Written(string name) =>
        string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
