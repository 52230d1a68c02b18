using NodaTime.Text;
using RelationshipKit.Planning.Briefs;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>brief --json</c> prints.</summary>
internal sealed record BriefJson(
    string Owner,
    string AsOf,
    string Zone,
    string Contact,
    string Name,
    string? Circle,
    IReadOnlyList<string> Facets,
    string? Met,
    double Strength,
    string Evidence,
    string Rhythm,
    string Verdict,
    int FavoursGiven,
    int FavoursReceived,
    IReadOnlyList<BriefJson.TouchJson> LastTouches,
    IReadOnlyList<string> Points,
    IReadOnlyList<string> Offers,
    IReadOnlyList<string> Avoid)
{
    public static BriefJson Of(OpenBook opened, ContactBrief brief)
    {
        var zone = opened.Book.Zone;
        return new BriefJson(
            opened.Input.Network.Owner,
            TieJson.Text(opened.Input.AsOf)!,
            zone.Id,
            brief.Contact.Id.Value,
            brief.Contact.Name,
            brief.Contact.Circle?.Name,
            [.. brief.Contact.Facets.Select(facet => facet.Name)],
            brief.Contact.Origin?.How,
            brief.Score.Strength.Value,
            brief.Score.Evidence.ToString(),
            Words.Quiet(brief.Score.Rhythm),
            brief.Score.Reciprocity.Verdict.ToString(),
            brief.Favours.Given,
            brief.Favours.Received,
            [
                .. brief.LastTouches.Select(touchpoint => new TouchJson(
                    LocalDatePattern.Iso.Format(touchpoint.At.InZone(zone).Date),
                    touchpoint.Channel.Name,
                    touchpoint.Direction.ToString(),
                    touchpoint.Outcome.ToString(),
                    touchpoint.Gesture.ToString(),
                    touchpoint.Note)),
            ],
            [.. brief.Points.Select(point => point.Describe())],
            [.. brief.Offers.Select(offer => offer.Describe(id => opened.Book.Find(id)?.Name ?? id.Value))],
            [.. brief.Avoid.Select(detail => detail.Text)]);
    }

    internal sealed record TouchJson(string Date, string Channel, string Direction, string Outcome, string Gesture, string? Note);
}
