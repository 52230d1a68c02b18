using Microsoft.AspNetCore.Mvc;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb.Posts;

/// <summary>The forms about the book as a whole.</summary>
internal static class BookPosts
{
    private const int OccasionLeadDays = 7;

    public static void MapBookPosts(this WebApplication app)
    {
        app.MapPost("/begin", BeginAsync);
        app.MapPost("/undo", (Act act, [FromForm] long revision, [FromForm] string? back) => act.OnBookAsync(
            IsOfThisSite(back) ? back! : "/",
            null,
            opened => (opened.Book.Revision == revision ? opened.Book.Undo() : throw NotDoneException.Stale(), "Taken back."),
            undo: false));
        app.MapPost("/people/add", AddAsync);
        app.MapPost("/book/minutes", (Act act, [FromForm] int minutes) => act.OnBookAsync(
            "/book", null,
            opened => (opened.Book.WithPlanSettings(
                    opened.Book.PlanSettings with { MinutesPerWeek = minutes }), $"A week has {minutes} minutes now.")));
        app.MapPost(
            "/duplicates/merge",
            (Act act, [FromForm] string id, [FromForm] string other, [FromForm] string seen, [FromForm] string? operation) =>
                act.OnPersonAsync(
            id,
            operation,
            (opened, into) =>
            {
                var from = Act.FindIn(opened, other);
                return SignOf(into, from) == seen
                    ? (opened.Book.Merge(into.Id, from.Id), $"{from.Name} is now part of {into.Name}.")
                    : throw NotDoneException.Stale();
            },
            "/duplicates"));
        app.MapPost("/duplicates/dismiss", (Act act, [FromForm] string key, [FromForm] string? operation) => act.OnBookAsync(
            "/duplicates", operation, opened => (opened.Book.Dismiss(key), "They are two people; this will not be asked again.")));
    }

    /// <summary>Returns a sign of two people as a page showed them.</summary>
    public static string SignOf(Contact into, Contact from) =>
        Fingerprint.Of(into.Id.Value, from.Id.Value, ContactFacts.Of(into).Sign, ContactFacts.Of(from).Sign);

    private static async Task<IResult> BeginAsync(BookKeeper keeper, Said said, [FromForm] string zone, [FromForm] string? me)
    {
        try
        {
            var found = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Trim())
                ?? throw new NotDoneException("There is no such time zone; it must be a name such as Europe/Berlin, or UTC.");
            var book = RelationshipBook.Create(found, Cadence.Soonest(Cadence.ByCircle(), Cadence.Occasions(OccasionLeadDays)));
            var mine = (me ?? "").Split(
                [',', '\n'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Select(OwnAddress).ToArray();
            if (mine.Length > 0)
            {
                book = book.WithOwner(new OwnerProfile { Addresses = [.. mine] }).OrThrow();
            }

            await keeper.BeginAsync(book);
            said.Did("Your book is begun. Add somebody, or import the files you have.", null);
            return Results.LocalRedirect("/");
        }
        catch (Exception e) when (Act.ReasonOf(e) is { } reason)
        {
            said.Problem(reason);
            return Results.LocalRedirect("/book");
        }
    }

    private static Task<Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult> AddAsync(
        Act act, [FromForm] string name, [FromForm] string? circle, [FromForm] string? operation)
    {
        return act.OnBookAsync("/people", operation, opened =>
        {
            var book = opened.Book;
            var trimmed = name.Trim();
            if (trimmed.Length == 0)
            {
                throw new NotDoneException("A person needs a name.");
            }

            var id = Enumerable.Range(1, int.MaxValue)
                .Select(number => IdOf(trimmed, number))
                .First(free => book.Find(free) is null && !book.IsForgotten(free));
            return (book.Add(
                new Contact(id, trimmed) { Circle = ContactFacts.CircleOf(book, circle), AddedOn = opened.Today }), $"Added {trimmed}.");
        });

        static ContactId IdOf(string name, int number)
        {
            var letters = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(60)]).Trim('-');
            return ContactId.FromValue((letters.Length == 0 ? "person" : letters) + (number == 1 ? "" : "-" + number));
        }
    }

    private static Address OwnAddress(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Address.Email(text)
        : text.All(c => char.IsAsciiDigit(c) || "+ ()-./".Contains(c, StringComparison.Ordinal)) ? Address.Phone(text)
        : Address.Handle(text);

    private static bool IsOfThisSite(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal);
}
