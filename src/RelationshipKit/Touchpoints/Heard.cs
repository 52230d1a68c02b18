using System.Collections.Immutable;

namespace RelationshipKit.Touchpoints;

/// <summary>Who was heard in a touchpoint: the one notion of "both were heard" and "answered" for cadences and conversations.</summary>
internal static class Heard
{
    private static readonly ImmutableHashSet<Channel> BothAtOnce =
        [.. StockChannel.All.Where(row => row.IsRich).Select(row => row.Channel)];

    /// <summary>Determines whether both are heard by a channel at once, as in a call or a meeting.</summary>
    public static bool IsBothAtOnce(Channel channel) => BothAtOnce.Contains(channel);

    /// <summary>Determines whether the contact was heard: they reached out, answered, or were there.</summary>
    public static bool Contact(Touchpoint touchpoint) =>
        touchpoint.IsContact
        && (touchpoint.Direction is Direction.Incoming or Direction.Mutual || touchpoint.Outcome == Outcome.Answered
            || IsBothAtOnce(touchpoint.Channel));

    /// <summary>Determines whether the owner was heard: they reached out, or were there.</summary>
    public static bool Owner(Touchpoint touchpoint) =>
        touchpoint.IsContact
        && (touchpoint.Direction is Direction.Outgoing or Direction.Mutual || touchpoint.Outcome == Outcome.Answered
            || IsBothAtOnce(touchpoint.Channel));

    /// <summary>Determines whether a touchpoint of theirs asks for an answer. Thanks need none.</summary>
    public static bool AsksForAnswer(Touchpoint touchpoint) =>
        touchpoint.IsContact && touchpoint.Direction == Direction.Incoming && !touchpoint.NeedsNoAnswer
            && touchpoint.Gesture != Gesture.Thank;
}
