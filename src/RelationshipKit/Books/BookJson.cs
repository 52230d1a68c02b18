using System.Text.Json;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>Writes and reads a whole book as one versioned document.</summary>
internal static class BookJson
{
    private const string Format = "relationshipkit/book";

    // 2 added overrides, settings, what plans leave, and the journal; documents of version 1 are read.
    private const int Version = 2;

    private const string PartsPath = "$.parts.";

    public static void Save(Stream stream, RelationshipBook book) => stream.Write(Write(book).Span);

    public static async Task SaveAsync(Stream stream, RelationshipBook book, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Write(book), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public static RelationshipBook Load(Stream stream, RelationshipBookFactory factory) =>
        Read(JsonDocumentHead.Read(stream, Format, Version), factory);

    public static async Task<RelationshipBook> LoadAsync(
        Stream stream, RelationshipBookFactory factory, CancellationToken cancellationToken) =>
        Read(await JsonDocumentHead.ReadAsync(stream, Format, Version, cancellationToken).ConfigureAwait(false), factory);

    // All of it, before the stream sees a byte: what cannot be written leaves nothing behind.
    private static ReadOnlyMemory<byte> Write(RelationshipBook book)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(book.Zone.Id) is null)
        {
            throw new InvalidOperationException(
                $"The zone {book.Zone.Id} has no name in the tz database, so the book could not be loaded again.");
        }

        try
        {
            var state = book.State;
            var document = new BookDocument
            {
                Format = Format,
                Version = Version,
                Zone = book.Zone.Id,
                Contacts = ContactJson.Write(book.Contacts),
                Touchpoints = TouchpointLogJson.Write(state.History, state.History.Slots),
                Cadences = CadenceRulesJson.Write(book.Cadences),
                Owner = book.Owner == OwnerProfile.Empty ? null : OwnerProfileJson.Write(book.Owner),
                Parts = BookSlots.Parts.Select(slot => (slot.Name, All: slot.WriteAll(state)))
                    .Where(part => part.All.Count > 0)
                    .ToDictionary(part => part.Name, part => part.All) is { Count: > 0 } parts ? parts : null,
                Journal = book.Journal.Steps.Count == 0 ? null : [.. book.Journal.Steps.Select(BookChangeJson.WriteStep)],
            };
            return JsonSerializer.SerializeToUtf8Bytes(document, DocumentsJsonContext.Default.BookDocument);
        }
        catch (ArgumentException problem)
        {
            throw new InvalidOperationException("The book cannot be stored: " + problem.Message, problem);
        }
    }

    private static RelationshipBook Read(ReadOnlyMemory<byte> bytes, RelationshipBookFactory factory)
    {
        var document = Bind(bytes, out var rows);
        var zone = ZoneEntries.Read(document.Zone, "$.zone");
        var contacts = Part("contacts", () => ContactJson.Read(document.Contacts));
        var slots = Part("touchpoints", () => TouchpointLogJson.ReadSlots(document.Touchpoints, rows));
        var plan = Part("cadences", () => CadenceRulesJson.Read(document.Cadences, factory.Policies));
        var owner = document.Owner is { } profile ? Part("owner", () => OwnerProfileJson.Read(profile)) : OwnerProfile.Empty;
        BookState state;
        try
        {
            state = factory.StateOf(zone, plan).WithAll(contacts, slots) with { Owner = owner };
        }
        catch (ArgumentException problem)
        {
            throw JsonDocumentHead.Error("The book breaks a rule: " + problem.Message, "$.contacts", problem);
        }

        foreach (var (name, entries) in document.Parts ?? [])
        {
            var slot = BookSlots.Parts.FirstOrDefault(slot => slot.Name == name)
                ?? throw JsonDocumentHead.Error(
                    $"The part is unknown; it must be one of {string.Join(", ", BookSlots.Parts.Select(slot => slot.Name))}.", "$.parts");
            state = slot.ReadAll(state, entries, $"$.parts.{name}");
        }

        var steps = (document.Journal ?? [])
            .Select((step, i) => BookChangeJson.ReadStep(step, factory.Policies, $"$.journal[{i}]"))
            .ToArray();
        for (var i = 1; i < steps.Length; i++)
        {
            if (steps[i].Revision <= steps[i - 1].Revision)
            {
                throw JsonDocumentHead.Error("The revision is not more than the one before it; it must be.", $"$.journal[{i}].revision");
            }
        }

        return new RelationshipBook(state, BookJournal.Of(steps, steps.Length == 0 ? 0 : steps[^1].Revision + 1));
    }

    // If anything is wrong, the whole document is bound, so that the message says where in it.
    private static BookDocument Bind(ReadOnlyMemory<byte> bytes, out List<TouchpointSlot>? rows)
    {
        if (TouchpointRows.TryTake(bytes, out rows, out var rest))
        {
            try
            {
                return JsonSerializer.Deserialize(rest.Span, DocumentsJsonContext.Default.BookDocument)!;
            }
            catch (JsonException)
            {
                rows = null;
            }
        }

        try
        {
            return JsonSerializer.Deserialize(bytes.Span, DocumentsJsonContext.Default.BookDocument)!;
        }
        catch (JsonException problem) when (problem.Path?.StartsWith(PartsPath, StringComparison.Ordinal) == true)
        {
            // What follows the name of a part is a key, an id of somebody.
            var end = problem.Path.AsSpan(PartsPath.Length).IndexOfAny('.', '[');
            throw JsonDocumentHead.Error("The part is not valid.", end < 0 ? problem.Path : problem.Path[..(PartsPath.Length + end)]);
        }
    }

    // A part says where in itself something is wrong; the book says in which part.
    private static T Part<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException problem)
        {
            throw JsonDocumentHead.ErrorWithin($"$.{name}", problem);
        }
    }
}
