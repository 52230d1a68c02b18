using System.Globalization;
using NodaTime;
using RelationshipKit;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.PostgreSQL;
using RelationshipKit.Sqlite;
using RelationshipKit.Storage;

// write CONNECTION NUMBER   saves update NUMBER, the next, and so on until it is killed, and says each that is saved
// check CONNECTION          opens the book, and says how many updates it holds; ends with 1 if one is missing or doubled
var first = Instant.FromUnixTimeSeconds(1_700_000_000);
switch (args)
{
    case ["write", var connection, var number]:
        await using (var stored = await BeginAsync(StoreOf(connection)))
        {
            for (var next = long.Parse(number, CultureInfo.InvariantCulture); ; next++)
            {
                await stored.UpdateAsync(book => Update(book, next));
                Console.WriteLine(next);
            }
        }

    case ["check", var connection]:
        var held = (await StoreOf(connection).OpenAsync("robin")).Book;

        // Each update is one revision, and its touchpoints are there all or none; the first revision is that of the contacts.
        var updates = held.Revision - 1;
        var expected = Enumerable.Range(1, (int)updates).SelectMany(update => Touchpoints(update)).Order().ToArray();
        Console.WriteLine(updates);
        return held.Touchpoints.Select(touchpoint => touchpoint.At).Order().SequenceEqual(expected) ? 0 : 1;

    default:
        Console.Error.WriteLine("usage: write CONNECTION NUMBER | check CONNECTION");
        return 2;
}

// Every tenth update is an import of a thousand touchpoints, the others are one.
IEnumerable<Instant> Touchpoints(long update) =>
    Enumerable.Range(0, update % 10 == 0 ? 1_000 : 1).Select(i => first + Duration.FromSeconds((update * 1_000) + i));

BookUpdate Update(RelationshipBook book, long update) => book
    .Record(
        [.. Touchpoints(update)
            .Select(at => new Touchpoint($"c{update % 50}", at, Channel.Message, Direction.Outgoing) { Note = $"{update}" })])
    .WithOperationId(update.ToString(CultureInfo.InvariantCulture));

static DatabaseStore StoreOf(string connection) => new(
    connection.StartsWith("Host=", StringComparison.Ordinal) ? new NpgsqlDatabase(connection) : new SqliteDatabase(connection),
    RelationshipBookFactory.Default);

static async Task<IStoredBook> BeginAsync(DatabaseStore store)
{
    try
    {
        return await store.OpenAsync("robin");
    }
    catch (OwnerNotFoundException)
    {
        return await store.CreateAsync(
            "robin",
            RelationshipBook.Create(DateTimeZone.Utc)
                .Add(Enumerable.Range(0, 50).Select(i => new Contact($"c{i}", $"Contact {i}")))
                .OrThrow());
    }
}
