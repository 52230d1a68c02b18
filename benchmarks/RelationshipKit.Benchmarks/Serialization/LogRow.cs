using NodaTime.Text;

namespace RelationshipKit.Benchmarks.Serialization;

/// <summary>A touchpoint of one participant as a caller would write it down.</summary>
public sealed record LogRow(string Contact, string At, string ChannelName, string Direction)
{
    public static LogRow Of(Touchpoint touchpoint) =>
        new(
            touchpoint.Participants[0].Value, InstantPattern.ExtendedIso.Format(touchpoint.At), touchpoint.Channel.Name,
            touchpoint.Direction.ToString());

    public Touchpoint ToTouchpoint() =>
        new(
            ContactId.FromValue(Contact), InstantPattern.ExtendedIso.Parse(At).Value, Channel.FromName(ChannelName),
            Enum.Parse<Direction>(Direction));
}
