using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Weeks;

/// <summary>The channels that suit a tie: light ones keep it, rich ones deepen it.</summary>
/// <remarks>
/// It offers the quickest and the most used light channel of the tie, and the most used rich one. If only light channels have held the tie
/// over the last year, and enough is known of it, it also offers a call. Where calls have no minutes it offers a video call or a meeting. A
/// contact who was never in touch is offered an e-mail if only such an address is known, else a message.
/// </remarks>
internal sealed class PlanChannels
{
    private static readonly Duration HeldFor = Duration.FromDays(365);
    private static readonly Channel[] ToDeepen =
        [.. StockChannel.All.Where(row => row.Deepening > 0).OrderBy(row => row.Deepening).Select(row => row.Channel)];

    private readonly PlanWeek week;
    private readonly ImmutableArray<Channel> neverBy;
    private readonly GentlePace? pace;

    public PlanChannels(
        PlanWeek week, Contact contact, ImmutableArray<Touchpoint> touchpoints, Evidence evidence, bool isDormant = false,
        TouchpointFilter? counts = null)
    {
        this.week = week;
        neverBy = week.Cadences.WishesOf(contact).NeverBy;
        pace = week.PaceOf(contact.Id);
        var used = Used(touchpoints);
        var light = used.Where(channel => !week.IsRich(channel)).ToArray();
        var rich = used.Where(week.IsRich).ToArray();
        Offered =
        [
            .. light.Length == 0 && (!isDormant || rich.Length == 0)
                ? FirstLight(contact)
                : light.OrderBy(MinutesOf).Take(1).Concat(light.Take(1)),
            .. isDormant ? light.Length == 0 ? rich.Take(1) : [] : [.. rich, .. Messages(contact, light)],
        ];
        if (evidence >= Evidence.Fair && !IsHeldByRich(touchpoints))
        {
            var deepening = ToDeepen.FirstOrDefault(channel => IsOpen(channel) && week.IsRich(channel));
            Deepening = isDormant ? null : deepening;
            NextStep = isDormant && (rich.FirstOrDefault() ?? deepening) is { } next && !Offered.Contains(next) ? next : null;
            Offered = Deepening is null ? Offered : Offered.Add(Deepening);
        }

        Offered = [.. Offered.Distinct().OrderBy(MinutesOf).ThenBy(channel => channel.Name, StringComparer.Ordinal)];
        Everything = neverBy.IsEmpty && pace is null ? week.Channels : [.. week.Channels.Where(IsOpen)];
        LeastMinutes = LeastOf(Offered, counts) ?? LeastOf(Everything, counts);
        Smallest = Offered.Concat(Everything).MinBy(MinutesOf);
    }

    /// <summary>Gets the channels that suit, the quickest first.</summary>
    public ImmutableArray<Channel> Offered { get; }

    /// <summary>Gets all channels that have minutes and a weight, the quickest first.</summary>
    public ImmutableArray<Channel> Everything { get; }

    /// <summary>
    /// Gets the rich channel offered to deepen a tie that light ones hold; <see langword="null"/> if it is not such a tie.
    /// </summary>
    public Channel? Deepening { get; }

    /// <summary>Gets the richer channel to go on with once a dormant tie has answered; null if there is none.</summary>
    public Channel? NextStep { get; }

    /// <summary>Gets the minutes of the smallest touch that could count; null if no channel is open.</summary>
    public int? LeastMinutes { get; }

    /// <summary>Gets the channel that takes the fewest minutes; null if none is open.</summary>
    public Channel? Smallest { get; }

    public int MinutesOf(Channel channel) => week.Settings.ChannelMinutes[channel.Name];

    // The most used first, then the quickest.
    private Channel[] Used(ImmutableArray<Touchpoint> touchpoints)
    {
        var counts = new List<(Channel Channel, int Uses)>();
        foreach (var touchpoint in touchpoints)
        {
            if (touchpoint.IsContact)
            {
                var at = counts.Count - 1;
                while (at >= 0 && counts[at].Channel != touchpoint.Channel)
                {
                    at--;
                }

                if (at < 0)
                {
                    counts.Add((touchpoint.Channel, 1));
                }
                else
                {
                    counts[at] = (touchpoint.Channel, counts[at].Uses + 1);
                }
            }
        }

        return
        [
            .. counts.Where(row => IsOpen(row.Channel))
                .OrderByDescending(row => row.Uses)
                    .ThenBy(row => MinutesOf(row.Channel))
                    .ThenBy(row => row.Channel.Name, StringComparer.Ordinal)
                .Select(row => row.Channel),
        ];
    }

    private int? LeastOf(ImmutableArray<Channel> channels, TouchpointFilter? counts)
    {
        foreach (var channel in channels)
        {
            if (counts is null || counts.Channels.IsEmpty || counts.Channels.Contains(channel))
            {
                return MinutesOf(channel);
            }
        }

        return null;
    }

    private bool IsHeldByRich(ImmutableArray<Touchpoint> touchpoints)
    {
        for (var i = touchpoints.Length - 1; i >= 0 && week.AsOf - touchpoints[i].At < HeldFor; i--)
        {
            if (touchpoints[i].IsContact && week.IsRich(touchpoints[i].Channel))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOpen(Channel channel) =>
        week.Settings.ChannelMinutes.ContainsKey(channel.Name)
        && week.Rows.TryGetValue(channel.Name, out var row)
        && !neverBy.Contains(channel)
        && (pace is null || pace.Allows(channel, row.Class == ChannelClass.Rich));

    // Who can be written to, as far as is known, although the two have not done it: everybody but those of whom mail alone is known.
    private IEnumerable<Channel> Messages(Contact contact, Channel[] light)
    {
        var isMailAlone = !light.Contains(Channel.Message) && ByMail(contact);
        return isMailAlone || !IsOpen(Channel.Message) ? [] : [Channel.Message];
    }

    private static bool ByMail(Contact contact) =>
        contact.Addresses.Any(address => address.Kind == AddressKind.Email)
            && !contact.Addresses.Any(address => address.Kind == AddressKind.Phone);

    private IEnumerable<Channel> FirstLight(Contact contact)
    {
        Channel[] first = ByMail(contact) ? [Channel.Email, Channel.Message] : [Channel.Message, Channel.Email];
        return first.Concat(week.Rows.Values.Select(row => row.Channel)).Where(channel => IsOpen(channel) && !week.IsRich(channel)).Take(1);
    }
}
