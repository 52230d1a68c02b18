using System.Globalization;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Tests.Books;

namespace RelationshipKit.Tests.Stores;

[Properties(Arbitrary = [typeof(BookOperationArbitraries)], MaxTest = 25)]
public class StoreProperties
{
    [StoreProperty]
    public async Task A_book_saved_update_by_update_opens_as_the_book_in_memory(BookOperation[] operations)
    {
        using var database = new TestDatabase();
        var start = TestBooks.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id) { Circle = Circle.Inner })).OrThrow();
        await using var stored = await database.Store().CreateAsync("robin", start);
        var book = start;
        for (var i = 0; i < operations.Length; i++)
        {
            var update = i % 5 == 4 ? book.Undo() : operations[i].On(book);
            if (update is { Changes.IsEmpty: false })
            {
                book = await stored.SaveAsync(update);
            }
        }

        await using var opened = await database.Store().OpenAsync("robin");
        Assert.Equal(TestBooks.Saved(book), TestBooks.Saved(opened.Book));
        Assert.Equal(book.Revision, opened.Book.Revision);
        Assert.Equal(TestBooks.Saved(book.Undo().Book), TestBooks.Saved(opened.Book.Undo().Book));
    }

    [StoreProperty]
    public async Task The_view_of_ties_tells_what_states_tell(BookOperation[] operations)
    {
        using var database = new TestDatabase();
        var book = TestBooks.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id) { Notes = "\0\"aliases\":" })).OrThrow();

        // The view is of the touchpoints there are; what was forgotten is an entry.
        foreach (var operation in operations.Where(operation => operation.Kind != BookOperation.Forgetting))
        {
            book = operation.On(book)?.Book ?? book;
        }

        await using var stored = await database.Store().CreateAsync("robin", book);
        var rows = await ViewsOf(database, "SELECT contact, touchpoints, outgoing, incoming, first_at, last_at FROM relationship_ties");
        var last = Instant.FromUtc(9999, 12, 31, 0, 0) - Duration.FromTicks(10);
        var states = book.Contacts
            .Select(
                contact =>
                    (contact.Id, State: book.StateOf(contact.Id, last), Ends: book.Touchpoints.Of(contact).Where(
                        touchpoint => touchpoint.IsContact).Select(Ends).DefaultIfEmpty().Max()))
            .Where(tie => tie.State.Touchpoints > 0)
            .Select(
                tie =>
                    $"{tie.Id.Value} {tie.State.Touchpoints} {tie.State.Outgoing} {tie.State.Incoming} "
                        + $"{Micros(tie.State.FirstTouch!.Value)} {tie.Ends}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(states, rows.Order(StringComparer.Ordinal));

        static long Micros(Instant instant) => instant.ToUnixTimeTicks() / 10;
        static long Ends(Touchpoint touchpoint) => Micros(touchpoint.At) + ((touchpoint.Length?.ToInt64Nanoseconds() ?? 0) / 1_000);
    }

    private static async Task<List<string>> ViewsOf(TestDatabase database, string sql)
    {
        await using var opened = await database.Database.OpenAsync(default);
        await using var command = opened.Connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(
                string.Join(
                    ' ', Enumerable.Range(0, reader.FieldCount).Select(
                        i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    [StoreProperty]
    public async Task A_book_kept_open_catches_up_with_what_others_wrote(BookOperation[] operations)
    {
        using var database = new TestDatabase();
        var start = TestBooks.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();
        await using var writer = await database.Store().CreateAsync("robin", start);
        await using var reader = await database.Store().OpenAsync("robin");
        foreach (var operation in operations)
        {
            if (operation.On(writer.Book) is { Changes.IsEmpty: false } update)
            {
                await writer.SaveAsync(update);
            }
        }

        Assert.Equal(TestBooks.Saved(writer.Book), TestBooks.Saved(await reader.CatchUpAsync()));
        Assert.Equal(writer.Book.Revision, reader.Book.Revision);
    }

    [StoreProperty]
    public async Task Several_updates_made_again_are_saved_and_caught_up_with_as_one(BookOperation[] operations)
    {
        using var database = new TestDatabase();
        var start = TestBooks.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();
        await using var writer = await database.Store().CreateAsync("robin", start);
        await using var reader = await database.Store().OpenAsync("robin");
        var (book, changes) = (start, new List<BookChange>());
        foreach (var operation in operations)
        {
            if (operation.On(book) is { Changes.IsEmpty: false } update)
            {
                changes.AddRange(update.Changes);
                book = update.Book;
            }
        }

        var again = start.Apply(changes);
        await writer.SaveAsync(again);
        await writer.SaveAsync(again);

        Assert.Equal(TestBooks.Saved(book), TestBooks.Saved((await database.Store().OpenAsync("robin")).Book));
        Assert.Equal(TestBooks.Saved(book), TestBooks.Saved(await reader.CatchUpAsync()));
        Assert.Equal(book.Revision, reader.Book.Revision);
    }

    [StoreProperty]
    public async Task A_save_that_crashes_at_any_command_is_all_or_nothing_and_can_be_made_again(
        BookOperation[] operations, BookOperation last)
    {
        using var database = new TestDatabase();
        var start = TestBooks.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();
        await using var writer = await database.Store().CreateAsync("robin", start);
        foreach (var operation in operations.Take(6))
        {
            if (operation.On(writer.Book) is { Changes.IsEmpty: false } before)
            {
                await writer.SaveAsync(before);
            }
        }

        if (last.On(writer.Book) is not { Changes.IsEmpty: false } update)
        {
            return;
        }

        var isCommitted = false;
        for (var commands = 0; ; commands++)
        {
            var (left, isSaving) = (commands, false);
            var crashing = new WatchedDatabase(database.Database, command =>
            {
                isCommitted |= command == "COMMITTED";
                if (isSaving && left-- == 0)
                {
                    throw new IOException("The disk is full.");
                }
            });
            await using var stored = await new DatabaseStore(crashing, new RelationshipBookFactory()).OpenAsync("robin");
            isSaving = true;
            try
            {
                await stored.SaveAsync(update);
                break;
            }
            catch (IOException)
            {
                await using var found = await database.Store().OpenAsync("robin");
                Assert.Equal(TestBooks.Saved(isCommitted ? update.Book : update.Before), TestBooks.Saved(found.Book));
            }
        }

        Assert.True(isCommitted);
        await using var opened = await database.Store().OpenAsync("robin");
        Assert.Equal(TestBooks.Saved(update.Book), TestBooks.Saved(opened.Book));
    }
}
