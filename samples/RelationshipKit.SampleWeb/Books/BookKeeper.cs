using NodaTime;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Interchange;
using RelationshipKit.Storage;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>
/// Opens the book of the file, and writes to it. Without a file there is a made-up network to look at, kept in memory only.
/// </summary>
internal sealed class BookKeeper(BookPlace place, IClock clock) : IDisposable
{
    /// <summary>The owner's name in a file that this page begins.</summary>
    public const string Owner = "me";

    private const string Seed = "dozen";

    private readonly SemaphoreSlim gate = new(1, 1);
    private IStoredBook? stored;
    private OpenedBook? demo;

    /// <summary>Returns the book as it is now, with the writes of every process.</summary>
    public async Task<OpenedBook> OpenAsync() =>
        await StoredAsync() is { } own
            ? new OpenedBook(await own.CatchUpAsync(), clock.GetCurrentInstant(), IsDemo: false)
            : await DemoAsync();

    /// <summary>
    /// Makes an operation on the newest book and saves it. An operation that was saved before under the same operation id is not made
    /// again.
    /// </summary>
    /// <exception cref="NotDoneException">The book refuses it, or the operation found a reason against it.</exception>
    public async Task<BookUpdate> UpdateAsync(Func<OpenedBook, BookUpdate> operate, string? operation = null)
    {
        if (await StoredAsync() is { } own)
        {
            await own.CatchUpAsync();
            return await own.UpdateAsync(book => Made(new OpenedBook(book, clock.GetCurrentInstant(), IsDemo: false)));
        }

        var shown = await DemoAsync();
        await gate.WaitAsync();
        try
        {
            var update = Made(demo ?? shown);
            demo = (demo ?? shown) with { Book = update.Book };
            return update;
        }
        finally
        {
            gate.Release();
        }

        BookUpdate Made(OpenedBook opened)
        {
            var update = operate(opened);
            return !update.Refused.IsEmpty ? throw new NotDoneException(update.Refused[0].Message)
                : operation is null ? update
                : update.WithOperationId(operation);
        }
    }

    /// <summary>Begins a book in the file.</summary>
    /// <exception cref="NotDoneException">There is a book already.</exception>
    public async Task BeginAsync(RelationshipBook book)
    {
        if (await StoredAsync() is not null)
        {
            throw new NotDoneException("There is a book already; it stays as it is.");
        }

        await Store().CreateAsync(Owner, book);
        demo = null;
    }

    public void Dispose() => gate.Dispose();

    private DatabaseStore Store() => new(place.Database, RelationshipBookFactory.Default);

    private async Task<IStoredBook?> StoredAsync()
    {
        if (!File.Exists(place.Path))
        {
            return stored = null;
        }

        if (stored is { } open)
        {
            return open;
        }

        await gate.WaitAsync();
        try
        {
            if (stored is null && await place.Database.HasBooksAsync())
            {
                var store = Store();
                await foreach (var owner in store.ListOwnersAsync())
                {
                    stored = await store.OpenAsync(owner);
                    break;
                }
            }

            return stored;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<OpenedBook> DemoAsync()
    {
        if (demo is { } shown)
        {
            return shown;
        }

        await gate.WaitAsync();
        try
        {
            if (demo is null)
            {
                var network = await NetworkFolder.LoadAsync(Path.Combine(AppContext.BaseDirectory, "seeds", Seed));
                var book = RelationshipBookFactory.Default.Open(network.Zone, network.Contacts, network.Log, network.Cadences)
                    .WithOwner(network.Profile)
                    .OrThrow();
                demo = new OpenedBook(book, network.AsOf ?? network.LastInstant ?? clock.GetCurrentInstant(), IsDemo: true);
            }

            return demo;
        }
        finally
        {
            gate.Release();
        }
    }
}
