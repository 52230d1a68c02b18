using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>The kit's strength as it ships, every contact a message; its lambda ranks alike and never rounds to one.</summary>
internal sealed class KitStrengthModel : ITieModel
{
    private static readonly ContactId Other = ContactId.FromValue("other");

    public string Name => "kit-strength";

    public bool GivesProbabilities => false;

    public double[] Score(ForecastTask task)
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
        var asOf = Instant.FromUnixTimeSeconds(task.History.CutSeconds);
        return [.. task.Eligible.Select(tie => scorer.ScoreAt(TouchpointsOf(tie), asOf).ExpectedContacts)];
    }

    // A day counts once and decays from its latest contact, so that contact stands for the day.
    private static List<Touchpoint> TouchpointsOf(TieHistory tie)
    {
        var touchpoints = new List<Touchpoint>(tie.ContactDays);
        foreach (var day in tie.Days)
        {
            var direction = day is { FromFirst: true, FromSecond: true } ? Direction.Mutual
                : day.FromFirst ? Direction.Outgoing
                : Direction.Incoming;
            touchpoints.Add(new Touchpoint(Other, Instant.FromUnixTimeSeconds(day.LastSeconds), Channel.Message, direction));
        }

        return touchpoints;
    }
}
