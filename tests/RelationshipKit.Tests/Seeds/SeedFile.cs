using System.Text.Json;
using NodaTime;
using RelationshipKit.Interchange;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Seeds;

/// <summary>A seed as its users read it: the network from its folder, the expected scores beside it.</summary>
internal sealed class SeedFile
{
    private readonly Dictionary<string, JsonElement> ties;

    public SeedFile(string name)
    {
        Network = NetworkFolder.Load(Repository.PathOf("seeds", name));
        Expected = JsonDocument.Parse(Repository.ReadText("seeds", name, "expected-scores.json")).RootElement;
        ExpectedDue = JsonDocument.Parse(Repository.ReadText("seeds", name, "expected-due.json")).RootElement;
        Book = Books.BookOf.These(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, Network.Zone), Network.Contacts, Network.Log,
            Network.Cadences!);
        ties = Expected.GetProperty("ties").EnumerateArray().ToDictionary(tie => tie.GetProperty("contact").GetString()!);
        Scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, Network.Zone);
    }

    public Network Network { get; }

    public JsonElement Expected { get; }

    public JsonElement ExpectedDue { get; }

    public RelationshipScorer Scorer { get; }

    public RelationshipBook Book { get; }

    public Instant AsOf => Network.AsOf!.Value;

    public RelationshipScore ScoreOf(Contact contact) => Scorer.For(contact).ScoreAt(Network.Log.Of(contact), AsOf);

    public RelationshipScore ScoreOf(string id) => ScoreOf(Network.Contacts.Single(contact => contact.Id.Value == id));

    public JsonElement ExpectedOf(ContactId id) => ties[id.Value];

    public IReadOnlyList<Touchpoint> TouchpointsOf(string id) => Network.Log.Of(ContactId.FromValue(id));
}
