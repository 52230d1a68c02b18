using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;

namespace RelationshipKit.Benchmarks.Books;

/// <summary>
/// What loading a book of ten years costs, against System.Text.Json reading the same document into plain records, nothing checked and
/// nothing looked up.
/// </summary>
[MemoryDiagnoser]
public class BookLoadBenchmarks
{
    private byte[] document = [];

    [Params(125, 500, LargeBook.Contacts)]
    public int Contacts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        using var stored = new MemoryStream();
        LargeBook.Of(Contacts).Save(stored);
        document = stored.ToArray();
        Agreement.Check(ReadRecords(), Load().Touchpoints.Count, "number of touchpoints");
    }

    [Benchmark(Baseline = true)]
    public int ReadRecords() => JsonSerializer.Deserialize(document, PlainBookContext.Default.PlainBook)!.Touchpoints.Touchpoints.Length;

    [Benchmark]
    public RelationshipBook Load()
    {
        using var stored = new MemoryStream(document);
        return RelationshipBook.Load(stored);
    }
}

/// <summary>The document of a book as an app would bind it that only wants the rows.</summary>
public sealed record PlainBook(PlainContacts Contacts, PlainTouchpoints Touchpoints);

/// <summary>The contacts of a document.</summary>
public sealed record PlainContacts(PlainContact[] Contacts);

/// <summary>A contact of a document.</summary>
public sealed record PlainContact(string Id, string Name, PlainCircle? Circle, Dictionary<string, string>[]? Addresses);

/// <summary>A circle of a document.</summary>
public sealed record PlainCircle(string? Name);

/// <summary>The touchpoints of a document.</summary>
public sealed record PlainTouchpoints(PlainTouchpoint[] Touchpoints);

/// <summary>A touchpoint of a document.</summary>
public sealed record PlainTouchpoint(
    string[] Contacts, string At, string Channel, string Direction, string? Outcome, string? Facet, string? Id, string? Note);

/// <summary>Generated code for them, the fastest that a caller gets.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainBook))]
internal sealed partial class PlainBookContext : JsonSerializerContext;
