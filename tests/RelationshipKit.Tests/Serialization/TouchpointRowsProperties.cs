using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Serialization;
using RelationshipKit.Tests.Books;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Serialization;

public class TouchpointRowsProperties
{
    private const string Letters = "0123456789.:-TZ \"{}[],\\ntruefalsnx\u00e9";

    [Property(Arbitrary = [typeof(BookOperationArbitraries)], MaxTest = 300)]
    public Property Rows_read_from_their_bytes_are_those_that_binding_reads(BookOperation[] operations) =>
        Prop.ForAll(
            (from place in Gen.Choose(0, 1_000_000)
             from letter in Gen.Elements(Letters.ToCharArray())
             from kind in Gen.Choose(0, 3)
             select (place, letter, kind)).ArrayOf().ToArbitrary(),
            changes =>
            {
                var text = new StringBuilder(Saved(operations));
                Check(text.ToString());
                foreach (var (place, letter, kind) in changes.Take(3))
                {
                    // Among the touchpoints, which stand between the contacts and the cadences.
                    var whole = text.ToString();
                    var start = whole.IndexOf("\"relationshipkit/touchpoints\"", StringComparison.Ordinal);
                    var end = whole.IndexOf("\"relationshipkit/cadences\"", StringComparison.Ordinal);
                    if (start < 0 || end < start)
                    {
                        return;
                    }

                    var at = start + (place % (end - start));
                    var line = whole.LastIndexOf('\n', at) + 1;
                    var next = Math.Max(whole.IndexOf('\n', at), line) + 1;
                    _ = kind switch
                    {
                        0 => text.Insert(at, letter),
                        1 => text.Replace(text[at], letter, at, 1),
                        2 => text.Insert(next, whole[line..next]),
                        _ => text.Remove(line, next - line),
                    };
                    Check(text.ToString());
                }
            });

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", 1_772_442_000_000_000)]
    [InlineData("2026-03-02T09:00:00.25Z", 1_772_442_000_250_000)]
    [InlineData("0001-01-02T00:00:00Z", -62_135_510_400_000_000)]
    [InlineData("9999-12-30T23:59:59.999999Z", 253_402_214_399_999_999)]
    [InlineData("9999-12-31T00:00:00Z", null)]
    [InlineData("2026-02-29T09:00:00Z", null)]
    [InlineData("2026-03-02T24:00:00Z", null)]
    [InlineData("2026-03-02T09:00:60Z", null)]
    [InlineData("2026-03-02T09:00:00.1234567Z", null)]
    [InlineData("2026-03-02T09:00:00.Z", null)]
    [InlineData("2026-03-02T09:00:00+00:00", null)]
    [InlineData("2026-03-02", null)]
    public void Instants_AreReadFromTheirBytesIfTheyAreWrittenAsTheKitDoes(string text, long? micros)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{text}\""));
        reader.Read();

        Assert.Equal(micros is not null, Utf8Instants.TryRead(ref reader, out var read));
        Assert.True(micros is null || micros == read);
    }

    [Theory]
    [InlineData("3.5")]
    [InlineData("3e0")]
    [InlineData("3000000000")]
    [InlineData("null")]
    public void ANumberThatIsNotWhole_IsLeftToTheBinding(string number)
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(new Contact("ada", "Ada")).OrThrow()
            .Record(
                new Touchpoint(
                    "ada", Instant.FromUtc(2026, 3, 2, 9, 0), Channel.GroupEvent, Direction.Mutual) { OthersPresent = 3,
                    Length = Duration.FromMilliseconds(3) }).Book;
        using var stream = new MemoryStream();
        book.Save(stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("\"othersPresent\": 3", text, StringComparison.Ordinal);

        Check(text);
        Check(text.Replace("\"othersPresent\": 3", $"\"othersPresent\": {number}", StringComparison.Ordinal));
        Check(System.Text.RegularExpressions.Regex.Replace(text, "\"length\": \\d+", $"\"length\": {number}"));
    }

    private static void Check(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (TouchpointRows.TryTake(bytes, out var rows, out var rest))
        {
            Assert.Equal(Slots(bytes, null), Slots(rest, rows));
        }
    }

    private static object Slots(ReadOnlyMemory<byte> bytes, List<TouchpointSlot>? rows)
    {
        BookDocument document;
        try
        {
            document = JsonSerializer.Deserialize(bytes.Span, DocumentsJsonContext.Default.BookDocument)!;
        }
        catch (JsonException)
        {
            return "not bound";
        }

        try
        {
            return TouchpointLogJson.ReadSlots(document.Touchpoints, rows).OrderBy(slot => slot.Any, TouchpointIdentity.Comparer).ToArray();
        }
        catch (JsonException problem)
        {
            return problem.Message;
        }
    }

    private static string Saved(BookOperation[] operations)
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();
        foreach (var operation in operations)
        {
            book = operation.On(book)?.Book ?? book;
        }

        using var stream = new MemoryStream();
        book.Save(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
