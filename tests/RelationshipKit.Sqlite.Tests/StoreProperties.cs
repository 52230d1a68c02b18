using FsCheck.Xunit;
using RelationshipKit.Tests.Books;

namespace RelationshipKit.Sqlite.Tests;

[Properties(Arbitrary = [typeof(BookOperationArbitraries)], MaxTest = 25)]
public class StoreProperties
{
    [Property]
    public async Task A_book_saved_update_by_update_opens_as_the_book_in_memory(BookOperation[] operations)
    {
        using var file = new BookFile();
        var start = BookFile.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id) { Circle = Circle.Inner })).OrThrow();
        await using var stored = await file.Store().CreateAsync("robin", start);
        var book = start;
        for (var i = 0; i < operations.Length; i++)
        {
            var update = i % 5 == 4 ? book.Undo() : operations[i].On(book);
            if (update is { Changes.IsEmpty: false })
            {
                book = await stored.SaveAsync(update);
            }
        }

        await using var opened = await file.Store().OpenAsync("robin");
        Assert.Equal(BookFile.Saved(book), BookFile.Saved(opened.Book));
        Assert.Equal(book.Revision, opened.Book.Revision);
        Assert.Equal(BookFile.Saved(book.Undo().Book), BookFile.Saved(opened.Book.Undo().Book));
    }

    [Property]
    public async Task A_book_kept_open_catches_up_with_what_others_wrote(BookOperation[] operations)
    {
        using var file = new BookFile();
        var start = BookFile.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();
        await using var writer = await file.Store().CreateAsync("robin", start);
        await using var reader = await file.Store().OpenAsync("robin");
        foreach (var operation in operations)
        {
            if (operation.On(writer.Book) is { Changes.IsEmpty: false } update)
            {
                await writer.SaveAsync(update);
            }
        }

        Assert.Equal(BookFile.Saved(writer.Book), BookFile.Saved(await reader.CatchUpAsync()));
        Assert.Equal(writer.Book.Revision, reader.Book.Revision);
    }

    [Property]
    public async Task Several_updates_made_again_are_saved_and_caught_up_with_as_one(BookOperation[] operations)
    {
        using var file = new BookFile();
        var start = BookFile.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();
        await using var writer = await file.Store().CreateAsync("robin", start);
        await using var reader = await file.Store().OpenAsync("robin");
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

        Assert.Equal(BookFile.Saved(book), BookFile.Saved((await file.Store().OpenAsync("robin")).Book));
        Assert.Equal(BookFile.Saved(book), BookFile.Saved(await reader.CatchUpAsync()));
        Assert.Equal(book.Revision, reader.Book.Revision);
    }

    [Property]
    public async Task A_save_that_fails_midway_leaves_the_book_as_it_was(BookOperation[] operations, BookOperation last)
    {
        using var file = new BookFile();
        var start = BookFile.Empty.Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();
        await using var writer = await file.Store().CreateAsync("robin", start);
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

        for (var writes = 0; ; writes++)
        {
            var failing = new FailingDatabase(file.Database, writes);
            await using var stored = await new EntityFrameworkCore.DatabaseStore(failing, new RelationshipBookFactory()).OpenAsync("robin");
            try
            {
                await stored.SaveAsync(update);
                break;
            }
            catch (IOException)
            {
                await using var left = await file.Store().OpenAsync("robin");
                Assert.Equal(BookFile.Saved(update.Before), BookFile.Saved(left.Book));
            }
        }

        await using var opened = await file.Store().OpenAsync("robin");
        Assert.Equal(BookFile.Saved(update.Book), BookFile.Saved(opened.Book));
    }
}
