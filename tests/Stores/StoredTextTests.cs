using Microsoft.Extensions.Logging;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Storage;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Stores;

/// <summary>Texts in the database, and none of them in the log.</summary>
public sealed class StoredTextTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [StoreTheory]
    [InlineData("'; DROP TABLE relationship_owners; --")]
    [InlineData("\"quoted\" `ticks` \\ back")]
    [InlineData("\u202eright to left\u200f")]
    [InlineData("\0nul\0")]
    [InlineData("\u0001mark")]
    [InlineData("👩‍🚀 \U0010FFFF \uFFFD")]
    [InlineData("%_[]@owner :id $1 ?")]
    public async Task Texts_OfAnyKind_ComeBackAsTheyWere(string text)
    {
        var clean = text.Trim('\0', '\u0001');
        clean = clean.Any(char.IsControl) ? "x" : clean;
        var stored = await database.Store().CreateAsync(
            clean,
            TestBooks.Empty.Add(new Contact(clean, clean) { Notes = text, Tags = [clean], Circle = Circle.Create(clean, 7) }).OrThrow());
        await stored.SaveAsync(
            stored.Book.Record(
                [new Touchpoint(
                    clean, Now, Channel.FromName(clean), Direction.Mutual) { Note = text, Id = clean, Facet = Facet.FromName(clean) }]));

        Assert.Equal(TestBooks.Saved(stored.Book), TestBooks.Saved((await database.Store().OpenAsync(clean)).Book));
    }

    [StoreFact]
    public async Task Log_NamesNobody()
    {
        var log = new TextLog();
        var store = new DatabaseStore(database.Database, new RelationshipBookFactory(), null, log);
        var stored = await store.CreateAsync("robin", TestBooks.Empty.Add(new Contact("zq7", "Zed Quill")).OrThrow());
        var first = stored.Book.Record([new Touchpoint("zq7", Now, Channel.Voice, Direction.Mutual) { Note = "secret" }]);
        await stored.SaveAsync(first);
        await Assert.ThrowsAsync<BookConflictException>(() => stored.SaveAsync(first.Before.Record("zq7", Channel.Message, Now)));
        await stored.SaveAsync(stored.Book.Erase("zq7"));
        await store.EraseOwnerAsync("robin");

        Assert.Equal(5, log.Lines.Count);
        Assert.DoesNotContain(
            log.Lines,
            line => line.Contains("zq7", StringComparison.Ordinal) || line.Contains("Zed", StringComparison.Ordinal) || line.Contains(
                    "robin", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task Texts_OfTheGreatestLength_ComeBackAsTheyWere()
    {
        // Each of these characters has two of C#'s and four bytes.
        var longest = string.Concat(Enumerable.Repeat("🚀", 128));
        var contact =
            new Contact(longest, longest) { Circle = Circle.Create(longest, 7), Addresses = [Address.Email("zed@example.org", longest)] };
        var stored = await database.Store().CreateAsync(longest, TestBooks.Empty.Add(contact).OrThrow());
        var introduction = new Introduction(longest, "ada", new Contribution(ContributionKind.Advice, longest), Now);
        await stored.SaveAsync(stored.Book.Add(new Contact("ada", "Ada")).Then(book => book.Keep(introduction)));
        await stored.SaveAsync(stored.Book.Keep(introduction.Agree("ada", Now)));
        await stored.SaveAsync(stored.Book.Snooze(longest, new LocalDate(2026, 5, 1)));
        await stored.SaveAsync(
            stored.Book.Record(
                [new Touchpoint(
                    longest, Now, Channel.FromName(longest), Direction.Mutual) { Facet = Facet.FromName(longest),
                    Source = new SourceKey(longest, string.Concat(longest, longest, longest, longest)) }])
                .WithOperationId(longest));

        Assert.Equal(TestBooks.Saved(stored.Book), TestBooks.Saved((await database.Store().OpenAsync(longest)).Book));
    }

    private sealed class TextLog : ILogger<DatabaseStore>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
