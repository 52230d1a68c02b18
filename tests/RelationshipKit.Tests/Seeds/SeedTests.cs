using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.SeedGenerator;

namespace RelationshipKit.Tests.Seeds;

/// <summary>The seeds are what their generator writes, and score as they say, to the bit.</summary>
public class SeedTests
{
    public static TheoryData<string> Names => ["dozen", "professional", "quiet"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Score_OfEachTie_IsTheExpectedOneToTheBit(string name)
    {
        var seed = new SeedFile(name);
        Assert.Equal(seed.Network.Contacts.Length, seed.Expected.GetProperty("ties").GetArrayLength());
        Assert.All(seed.Network.Contacts, contact => AssertEqual(seed.ExpectedOf(contact.Id), seed.ScoreOf(contact)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ExpectedScores_OfASeed_StandByLambdaThenContact(string name)
    {
        var seed = new SeedFile(name);
        var ties = seed.Expected.GetProperty("ties").EnumerateArray()
            .Select(
                tie =>
                    (ExpectedContacts: tie.GetProperty("expectedContacts").GetDouble(), Contact: tie.GetProperty("contact").GetString()!))
            .ToArray();

        Assert.Equal(ties.OrderByDescending(tie => tie.ExpectedContacts).ThenBy(tie => tie.Contact, StringComparer.Ordinal), ties);
        Assert.Equal(InstantPattern.ExtendedIso.Format(seed.AsOf), seed.Expected.GetProperty("asOf").GetString());
        Assert.Equal(seed.Network.Zone.Id, seed.Expected.GetProperty("zone").GetString());
        Assert.Equal(seed.Network.Owner, seed.Expected.GetProperty("owner").GetString());
    }

    [Fact]
    public void Generator_RunAgain_WritesTheSameBytes()
    {
        var files = SeedFiles.All();

        Assert.Equal(21, files.Count);
        Assert.All(
            files,
            file => Assert.True(file.Value.AsSpan().SequenceEqual(File.ReadAllBytes(Repository.PathOf("seeds", file.Key))), file.Key));
    }

    [Fact]
    public void Check_OfAChangedOrMissingFile_NamesIt()
    {
        var folder = Directory.CreateTempSubdirectory("relationshipkit-seeds-");
        try
        {
            SeedFiles.WriteTo(folder.FullName);
            Assert.Empty(SeedFiles.DifferencesFrom(folder.FullName));

            File.AppendAllText(Path.Combine(folder.FullName, "quiet", "contacts.json"), " ");
            File.Delete(Path.Combine(folder.FullName, "dozen", "network.json"));
            Assert.Equal(["dozen/network.json", "quiet/contacts.json"], SeedFiles.DifferencesFrom(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertEqual(JsonElement expected, RelationshipScore actual)
    {
        Assert.Equal(expected.GetProperty("strength").GetDouble(), actual.Strength.Value);
        Assert.Equal(expected.GetProperty("expectedContacts").GetDouble(), actual.ExpectedContacts);
        Assert.Equal(expected.GetProperty("evidence").GetString(), actual.Evidence.ToString());
        Assert.Equal(expected.GetProperty("contactDays").GetInt32(), actual.ContactDays);
        Assert.Equal(expected.GetProperty("touchpoints").GetInt32(), actual.Touchpoints);
        Assert.Equal(expected.GetProperty("outgoing").GetInt32(), actual.Outgoing);
        Assert.Equal(expected.GetProperty("incoming").GetInt32(), actual.Incoming);
        Assert.Equal(InstantOf(expected.GetProperty("firstTouch")), actual.FirstTouch);
        Assert.Equal(InstantOf(expected.GetProperty("lastTouch")), actual.LastTouch);
        Assert.Equal(NumberOf(expected.GetProperty("usualGapDays")), actual.Rhythm.UsualGapDays);
        Assert.Equal(NumberOf(expected.GetProperty("silentDays")), actual.Rhythm.SilentDays);
        Assert.Equal(NumberOf(expected.GetProperty("silencePercentile")), actual.Rhythm.SilencePercentile);
        Assert.Equal(expected.GetProperty("balance").GetDouble(), actual.Reciprocity.Balance);
        Assert.Equal(expected.GetProperty("balanceLow").GetDouble(), actual.Reciprocity.Low);
        Assert.Equal(expected.GetProperty("balanceHigh").GetDouble(), actual.Reciprocity.High);
        Assert.Equal(expected.GetProperty("momentum").GetDouble(), actual.Momentum);
        Assert.Equal(NumberOf(expected.GetProperty("contactWithin30Days")), actual.Forecast.ContactWithin(Duration.FromDays(30)));
    }

    private static double? NumberOf(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();

    private static Instant? InstantOf(JsonElement element) =>
        element.GetString() is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;
}
