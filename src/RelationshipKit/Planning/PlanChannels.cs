using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning;

/// <summary>The channels that suit a tie: light ones keep it, rich ones deepen it.</summary>
/// <remarks>
/// Offered are the quickest and the most used light channel of the tie, and the most used rich one; a tie that light channels alone have held over the last year, and
/// of which enough is known, is also offered a call, or a video call or a meeting where calls have no minutes. Whoever was never in touch is offered an e-mail if only such an address is known, else a message.
/// </remarks>
internal sealed class PlanChannels
{
    private static readonly Duration HeldFor = Duration.FromDays(365);
    private static readonly Channel[] ToDeepen = [.. StockChannel.All.Where(row => row.Deepening > 0).OrderBy(row => row.Deepening).Select(row => row.Channel)];

    private readonly PlanWeek week;

    public PlanChannels(PlanWeek week, Contact contact, ImmutableArray<Touchpoint> touchpoints, Evidence evidence)
    {
        this.week = week;
        var used = touchpoints
            .Where(touchpoint => touchpoint.IsContact && IsOpen(touchpoint.Channel))
            .GroupBy(touchpoint => touchpoint.Channel)
            .Select(uses => (Channel: uses.Key, Count: uses.Count()))
            .OrderByDescending(uses => uses.Count)
            .ThenBy(uses => MinutesOf(uses.Channel))
            .ThenBy(uses => uses.Channel.Name, StringComparer.Ordinal)
            .Select(uses => uses.Channel)
            .ToArray();
        var light = used.Where(channel => !IsRich(channel)).ToArray();
        Offered =
        [
            .. light.Length == 0 ? FirstLight(contact) : light.OrderBy(MinutesOf).Take(1).Concat(light.Take(1)),
            .. used.Where(IsRich).Take(1),
        ];
        if (evidence >= Evidence.Fair && !touchpoints.Any(touchpoint => touchpoint.IsContact && week.AsOf - touchpoint.At < HeldFor && IsRichAtAll(touchpoint.Channel)))
        {
            Deepening = ToDeepen.FirstOrDefault(channel => IsOpen(channel) && IsRich(channel));
            Offered = Deepening is null ? Offered : Offered.Add(Deepening);
        }

        Offered = [.. Offered.Distinct().OrderBy(MinutesOf).ThenBy(channel => channel.Name, StringComparer.Ordinal)];
        Everything = [.. week.Rows.Values.Select(row => row.Channel).Where(IsOpen).OrderBy(MinutesOf).ThenBy(channel => channel.Name, StringComparer.Ordinal)];
    }

    /// <summary>Gets the channels that suit, the quickest first.</summary>
    public ImmutableArray<Channel> Offered { get; }

    /// <summary>Gets all channels that have minutes and a weight, the quickest first.</summary>
    public ImmutableArray<Channel> Everything { get; }

    /// <summary>Gets the rich channel offered to deepen a tie that light ones hold; <see langword="null"/> if it is not such a tie.</summary>
    public Channel? Deepening { get; }

    public int MinutesOf(Channel channel) => week.Settings.ChannelMinutes[channel.Name];

    public bool IsRich(Channel channel) => week.Rows[channel.Name].Class == ChannelClass.Rich;

    private bool IsRichAtAll(Channel channel) => week.Rows.TryGetValue(channel.Name, out var row) && row.Class == ChannelClass.Rich;

    private bool IsOpen(Channel channel) =>
        week.Settings.ChannelMinutes.ContainsKey(channel.Name)
        && week.Rows.TryGetValue(channel.Name, out var row)
        && (week.Pace is not { } pace || pace.Allows(channel, row.Class == ChannelClass.Rich));

    private IEnumerable<Channel> FirstLight(Contact contact)
    {
        var byMail = contact.Addresses.Any(address => address.Kind == AddressKind.Email) && !contact.Addresses.Any(address => address.Kind == AddressKind.Phone);
        Channel[] first = byMail ? [Channel.Email, Channel.Message] : [Channel.Message, Channel.Email];
        return first.Concat(week.Rows.Values.Select(row => row.Channel)).Where(channel => IsOpen(channel) && !IsRich(channel)).Take(1);
    }
}
