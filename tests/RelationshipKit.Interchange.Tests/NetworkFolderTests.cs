using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange.Tests;

public sealed class NetworkFolderTests : IDisposable
{
    private const string Head = """{"format":"relationshipkit/network","version":1,"owner":"sam","zone":"Europe/Berlin"}""";

    private const string Contacts = """{"format":"relationshipkit/contacts","version":1,"contacts":[]}""";

    private const string Touchpoints = """{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[],"superseded":[]}""";

    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Load_WhatWasSaved_IsTheSameNetwork()
    {
        var saved = SampleNetwork();
        var path = Path.Combine(folder.Path, "deep", "network");
        NetworkFolder.Save(path, saved);
        foreach (var from in (string[])[path, Path.Combine(path, "network.json")])
        {
            var loaded = NetworkFolder.Load(from);

            Assert.Equal(
                (saved.Owner, saved.Zone, saved.Title, saved.Notes, saved.AsOf, saved.LastInstant),
                (loaded.Owner, loaded.Zone, loaded.Title, loaded.Notes, loaded.AsOf, loaded.LastInstant));
            Assert.Equal(saved.Contacts.ToArray(), loaded.Contacts.ToArray());
            Assert.Equal(saved.Log.ToArray(), loaded.Log.ToArray());
        }
    }

    [Fact]
    public void Save_Twice_ReplacesTheFilesWithTheSameBytes()
    {
        NetworkFolder.Save(folder.Path, SampleNetwork());
        var first = Files();
        NetworkFolder.Save(folder.Path, NetworkFolder.Load(folder.Path));

        Assert.Equal(first, Files());
        Assert.Equal(3, first.Length);
    }

    [Fact]
    public async Task SaveAsync_ThenLoadAsync_IsWhatSaveWrites()
    {
        NetworkFolder.Save(folder.Path, SampleNetwork());
        var saved = Files();
        await NetworkFolder.SaveAsync(folder.Path, await NetworkFolder.LoadAsync(folder.Path));

        Assert.Equal(saved, Files());
    }

    [Fact]
    public async Task SaveAsync_Cancelled_TouchesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => NetworkFolder.SaveAsync(folder.Path, SampleNetwork(), new CancellationToken(canceled: true)));

        Assert.Empty(Files());
    }

    [Fact]
    public void Load_CadencesThatWereSaved_AskForTheSame()
    {
        var policies = CadencePolicies.Empty.Add("own", new EachMonday());
        var plan = new CadenceRules
        {
            Policy = Cadence.Soonest(Cadence.Named("own"), Cadence.ByCircle()),
            QuietDays = [IsoDayOfWeek.Sunday],
            Policies = policies
        }
            .With(Suspension.Snooze(ContactId.FromValue("ada"), new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 9)));
        NetworkFolder.Save(folder.Path, SampleNetwork(plan));
        var loaded = NetworkFolder.Load(folder.Path, policies).Cadences!;

        Assert.Equal(plan.ToString(), loaded.ToString());
        Assert.Equal(
            (plan.Policies, plan.QuietDays, plan.Suspensions), (loaded.Policies, loaded.QuietDays, loaded.Suspensions),
            (left, right) => left.Item1 == right.Item1 && left.Item2.SequenceEqual(right.Item2) && left.Item3.SequenceEqual(right.Item3));
        Assert.Empty(NetworkFolder.Load(folder.Path).Cadences!.Policies.Names);
        Assert.Equal(4, Files().Length);

        NetworkFolder.Save(folder.Path, SampleNetwork());
        Assert.Equal(3, Files().Length);
        Assert.Null(NetworkFolder.Load(folder.Path).Cadences);
    }

    [Theory]
    [InlineData(
        """{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"every","period":"P0D"}}""", "$.policy", "The period is P0D")]
    [InlineData("""{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"often"}}""", "$.policy.kind", "often")]
    [InlineData("""{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"never"},"since":"soon"}""", "$.since", "date")]
    [InlineData(
        """{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"never"},"suspensions":[{"from":"2026-03-09","until":"2026-03-02","effect":"shifts"}]}""",
        "$.suspensions[0]",
        "2026-03-02")]
    public void Load_BadCadences_NameTheFileTheFieldAndTheValue(string cadences, string field, string value)
    {
        Write(Head);
        folder.Write("cadences.json", cadences);
        var error = Assert.Throws<InterchangeException>(() => NetworkFolder.Load(folder.Path));

        Assert.Equal((Path.Combine(folder.Path, "cadences.json"), field), (error.Path, error.Field));
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Load_OptionalFieldsLeftOut_AreNull()
    {
        Write(Head);
        var network = NetworkFolder.Load(folder.Path);

        Assert.Equal((null, null, null, null), (network.Title, network.Notes, network.AsOf, network.LastInstant));
        Assert.Equal(("sam", "Europe/Berlin"), (network.Owner, network.Zone.Id));
    }

    [Theory]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"owner":"sam","zone":"UTC"}""", "format")]
    [InlineData("""{"version":1,"owner":"sam","zone":"UTC"}""", "format")]
    [InlineData("""{"format":"relationshipkit/network","version":2,"owner":"sam","zone":"UTC"}""", "version")]
    [InlineData("""{"format":"relationshipkit/network","owner":"sam","zone":"UTC"}""", "version")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"zone":"UTC"}""", "owner")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":" ","zone":"UTC"}""", "owner")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":"sam"}""", "zone")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":"sam","zone":"Mars/Olympus"}""", "zone")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":"sam","zone":"UTC","asOf":"soon"}""", "asOf")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":"sam","zone":"UTC","asOf":"9999-12-31T12:00:00Z"}""", "asOf")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":7,"zone":"UTC"}""", "$.owner")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"contacts":[]}""", "format")]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":"sam","zone":"UTC","mood":"fine"}""", "'mood'")]
    [InlineData("null", null)]
    public void Load_BadHead_NamesTheFileAndTheField(string head, string? field)
    {
        Write(head);
        var error = Assert.Throws<InterchangeException>(() => NetworkFolder.Load(folder.Path));

        Assert.Equal((Path.Combine(folder.Path, "network.json"), field), (error.Path, error.Field));
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("""{"format":"relationshipkit/network","version":1,"owner":"sam","owner":"max","zone":"UTC"}""")]
    [InlineData("{")]
    [InlineData("")]
    public void Load_NotTheDocument_NamesTheFile(string head)
    {
        Write(head);

        Assert.Equal(
            Path.Combine(folder.Path, "network.json"), Assert.Throws<InterchangeException>(() => NetworkFolder.Load(folder.Path)).Path);
    }

    [Theory]
    [InlineData("contacts.json")]
    [InlineData("touchpoints.json")]
    public void Load_DamagedOrMissingPart_NamesIt(string name)
    {
        Write(Head);
        var path = folder.Write(name, "{\n}");
        Assert.Equal(path, Assert.Throws<InterchangeException>(() => NetworkFolder.Load(folder.Path)).Path);

        File.Delete(path);
        Assert.Equal(path, Assert.Throws<InterchangeException>(() => NetworkFolder.Load(folder.Path)).Path);
    }

    [Fact]
    public void Load_NoSuchFolder_IsAnError() =>
        Assert.Equal("no/such/folder", Assert.Throws<InterchangeException>(() => NetworkFolder.Load("no/such/folder")).Path);

    [Fact]
    public void Save_ZoneWithoutAName_IsRefused() =>
        Assert.Throws<ArgumentException>(() => NetworkFolder.Save(
            folder.Path,
            new Network("sam", new OddZone(), [], new TouchpointLog())));

    [Fact]
    public void Network_TwoContactsOfOneId_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new Network(
            "sam",
            DateTimeZone.Utc,
            [new Contact(ContactId.FromValue("a"), "A"), new Contact(ContactId.FromValue("a"), "B")],
            new TouchpointLog()));

    public void Dispose() => folder.Dispose();

    private static Network SampleNetwork(CadenceRules? plan = null)
    {
        var (ada, bob) = (ContactId.FromValue("ada"), ContactId.FromValue("bob"));
        var log = new TouchpointLog();
        log.Add(
            new Touchpoint(
                ada, At - Duration.FromDays(3), Channel.InPerson, Direction.Mutual) { Gesture = Gesture.Gift,
                Length = Duration.FromMinutes(90) });
        log.Add(new Touchpoint([ada, bob], At, Channel.Video, Direction.Outgoing) { Note = "Zoë \"quoted\"" });
        return new Network(
            "sam",
            DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            [new Contact(bob, "Bob"), new Contact(ada, "Zoë") { Circle = Circle.Close }],
            log)
        {
            Title = "Two",
            Notes = "Made up.",
            Cadences = plan,
            AsOf = At + Duration.FromHours(1),
            LastInstant = At,
        };
    }

    private void Write(string head)
    {
        folder.Write("network.json", head);
        folder.Write("contacts.json", Contacts);
        folder.Write("touchpoints.json", Touchpoints);
    }

    private string[] Files() => [.. Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private sealed class EachMonday : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.From(context.Reference.Next(IsoDayOfWeek.Monday), 2);
    }

    private sealed class OddZone() : DateTimeZone("Here/There", isFixed: true, Offset.Zero, Offset.Zero)
    {
        public override NodaTime.TimeZones.ZoneInterval GetZoneInterval(Instant instant) => Utc.GetZoneInterval(instant);
    }
}
