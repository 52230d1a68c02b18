using RelationshipKit.Bulk;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The peers' columns as the kit writes them, and the ranking made of them.</summary>
internal sealed class KitColumns
{
    private readonly PeerAnswer answer;
    private readonly double[] strength;

    public KitColumns(int contacts)
    {
        answer = new PeerAnswer(contacts);
        strength = new double[contacts];
        Columns = new ScoreColumns
        {
            Strength = strength,
            ExpectedContacts = answer.ExpectedContacts,
            Balance = answer.Balance,
            ContactDays = answer.ContactDays,
            LastTouch = answer.LastTouch,
            Touchpoints = answer.Touchpoints,
        };
    }

    public ScoreColumns Columns { get; }

    public PeerAnswer Answer => answer;

    public void Rank() => answer.Rank(strength);
}
