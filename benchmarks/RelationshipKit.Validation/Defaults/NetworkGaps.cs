using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Defaults;

/// <summary>The gaps of a whole network up to an instant, and where each pair then stood.</summary>
/// <param name="History">The gaps that had ended.</param>
/// <param name="Ties">The state of every pair that had been in touch, for the silences that still lasted.</param>
/// <param name="AsOf">The instant.</param>
internal sealed record NetworkGaps(RhythmHistory History, IReadOnlyList<RhythmState> Ties, Instant AsOf)
{
    public static NetworkGaps Of(EdgeNetwork network, long cutSeconds) => Of(Data.History.Of(network, cutSeconds));

    /// <summary>Returns the gaps of what was known of a network at a cut.</summary>
    public static NetworkGaps Of(Data.History known)
    {
        var history = new RhythmHistoryBuilder();
        var ties = new List<RhythmState>();
        var firsts = new List<Instant>();
        var lasts = new List<Instant>();
        foreach (var tie in known.Ties)
        {
            firsts.Clear();
            lasts.Clear();
            foreach (var day in tie.Days)
            {
                firsts.Add(Instant.FromUnixTimeSeconds(day.FirstSeconds));
                lasts.Add(Instant.FromUnixTimeSeconds(day.LastSeconds));
            }

            ties.Add(history.Add([.. firsts], [.. lasts]));
        }

        return new NetworkGaps(history.ToHistory(), ties, Instant.FromUnixTimeSeconds(known.CutSeconds));
    }
}
