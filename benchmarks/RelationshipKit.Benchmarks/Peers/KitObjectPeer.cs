using NodaTime;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Scoring;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>
/// The kit tie by tie, from arrays of structs, one a tie and sorted by time; making them is not in the time, as it is not in that of the
/// lists.
/// </summary>
internal sealed class KitObjectPeer : IPeer
{
    private readonly BulkScorer scorer = new(PeerData.Fold, ScoreSettings.Default, DateTimeZone.Utc);
    private readonly TouchpointRow[][] ties;
    private readonly PeerAnswer answer;
    private readonly double[] strength;

    public KitObjectPeer(PeerData data)
    {
        answer = new PeerAnswer(data.Contacts);
        strength = new double[data.Contacts];
        ties = new TouchpointRow[data.Contacts][];
        for (var tie = 0; tie < ties.Length; tie++)
        {
            var rows = new TouchpointRow[data.Offsets[tie + 1] - data.Offsets[tie]];
            for (var i = 0; i < rows.Length; i++)
            {
                var row = data.Offsets[tie] + i;
                rows[i] = new TouchpointRow(data.Micros[row], data.Kinds[row], (Direction)data.Directions[row]);
            }

            ties[tie] = rows;
        }
    }

    public string Name => "kit-object";

    public void Run()
    {
        for (var tie = 0; tie < ties.Length; tie++)
        {
            var score = scorer.ScoreOne(ties[tie], PeerData.AsOf);
            strength[tie] = score.Strength.Value;
            answer.ExpectedContacts[tie] = score.ExpectedContacts;
            answer.Balance[tie] = score.Balance;
            answer.ContactDays[tie] = score.ContactDays;
            answer.LastTouch[tie] = score.LastTouch!.Value.ToUnixTimeTicks() / 10;
            answer.Touchpoints[tie] = score.Touchpoints;
        }

        answer.Rank(strength);
    }

    public PeerAnswer Answer() => answer;

    public void Dispose()
    {
    }
}
