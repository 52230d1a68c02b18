using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Books;

namespace RelationshipKit.Tests.Books;

[Properties(Arbitrary = [typeof(BookOperationArbitraries)], MaxTest = 300)]
public class BookReferenceProperties
{
    private static readonly RelationshipBook Start = RelationshipBook.Create(DateTimeZone.Utc, Cadence.ByCircle())
        .Add(BookOperation.People[..3].Select(id => new Contact(id, id))).OrThrow();

    [Property]
    public void Whoever_a_book_names_is_in_it(BookOperation[] operations)
    {
        foreach (var book in Books(operations))
        {
            Assert.All(BookSlots.AllNamed(book.State), id => Assert.NotNull(book.Find(id)));
            Assert.All(book.Touchpoints.SelectMany(touchpoint => touchpoint.Participants), id => Assert.NotNull(book.Find(id)));
            Assert.Equal(Saved(book), Saved(RelationshipBook.Load(new MemoryStream(Saved(book)))));
        }
    }

    [Property]
    public void Whatever_was_done_and_taken_back_can_be_gone_back_through(BookOperation[] operations)
    {
        var book = Books([.. operations.Where(operation => !operation.IsErasure)]).LastOrDefault(Start);
        while (book.CanUndo)
        {
            book = book.Undo().OrThrow();
        }

        Assert.Equal(Saved(RelationshipBook.Create(DateTimeZone.Utc, Cadence.ByCircle())), Saved(book));
    }

    // Operations, and taking earlier ones back or making them again, however little they fit.
    private static IEnumerable<RelationshipBook> Books(BookOperation[] operations)
    {
        // Whoever comes with the first update goes when it is taken back, unless the book names them by then.
        var added = Start.Add(new Contact("dan", "dan"));
        var (book, updates) = (added.Book, new List<BookUpdate> { added });
        foreach (var operation in operations)
        {
            var update = (operation.Date.Day % 4, updates) switch
            {
                (0, [.., var undone]) => undone.Undo(book),
                (1, [var first, ..]) => first.Undo(book),
                (2, [var first, ..]) => book.Apply((operation.Date.Day < 16 ? first : updates[^1]).Changes),
                _ => operation.On(book),
            };
            if (update is { Changes.IsEmpty: false })
            {
                updates.Add(update);
                book = update.Book;
            }

            yield return book;
        }
    }

    private static byte[] Saved(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        return stream.ToArray();
    }
}
