using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Serialization;

/// <summary>The cost of a log as JSON and back, against rows of the same touchpoints, read back into a list for each contact.</summary>
/// <remarks>
/// The kit's document has a version and what was retracted; reading it refuses duplicates and says where it went wrong. The rows do nothing
/// of that.
/// </remarks>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class LogJsonBenchmarks
{
    private TouchpointLog log = new();
    private byte[] rows = [];
    private byte[] document = [];

    [Params(2_000)]
    public int Touchpoints { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        log = new TouchpointLog();
        foreach (var touchpoint in History.OfContacts(50, Touchpoints))
        {
            log.Add(touchpoint);
        }

        (rows, document) = (WriteRows(), Save());
        var (baseline, kit) = (ReadRows(), Load());
        Agreement.Check(baseline.Count, kit.Contacts.Length, "number of contacts");
        foreach (var (contact, own) in baseline)
        {
            Agreement.Check(own.SequenceEqual(kit.Of(contact)), true, "history of a contact");
        }
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("save")]
    public byte[] WriteRows() => JsonSerializer.SerializeToUtf8Bytes(log.Select(LogRow.Of).ToArray(), LogRowContext.Default.LogRowArray);

    [Benchmark]
    [BenchmarkCategory("save")]
    public byte[] Save()
    {
        using var stored = new MemoryStream();
        TouchpointLogJson.Save(stored, log);
        return stored.ToArray();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("load")]
    public Dictionary<ContactId, List<Touchpoint>> ReadRows()
    {
        var byContact = new Dictionary<ContactId, List<Touchpoint>>();
        foreach (var row in JsonSerializer.Deserialize(rows, LogRowContext.Default.LogRowArray)!)
        {
            var touchpoint = row.ToTouchpoint();
            if (!byContact.TryGetValue(touchpoint.Participants[0], out var own))
            {
                byContact.Add(touchpoint.Participants[0], own = []);
            }

            own.Add(touchpoint);
        }

        return byContact;
    }

    [Benchmark]
    [BenchmarkCategory("load")]
    public TouchpointLog Load()
    {
        using var stored = new MemoryStream(document);
        return TouchpointLogJson.Load(stored);
    }
}
