using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using RelationshipKit.Contacts;
using RelationshipKit.SampleWeb.Books;
using RelationshipKit.SampleWeb.Pages;
using RelationshipKit.SampleWeb.Parts;
using RelationshipKit.SampleWeb.Wording;

namespace RelationshipKit.SampleWeb.Posts;

/// <summary>The forms about one person.</summary>
internal static class PersonPosts
{
    public static void MapPersonPosts(this WebApplication app)
    {
        app.MapPost("/person/facts", FactsAsync);
        app.MapPost("/person/every", (Act act, [FromForm] string id, [FromForm] string? every, [FromForm] string seen) => act.OnPersonAsync(
            id,
            null,
            (opened, contact) =>
                CadenceForm.SignOf(opened.Book, contact) != seen ? throw NotDoneException.Stale() : Every(opened, contact, every ?? "")));
        app.MapPost(
            "/person/snooze", (Act act, [FromForm] string id, [FromForm] string until, [FromForm] string? operation) => act.OnPersonAsync(
            id,
            operation,
            (opened, contact) => LocalDatePattern.Iso.Parse(until) is { Success: true, Value: var day } && day > opened.Today
                ? (opened.Book.Snooze(contact.Id, day), $"{contact.Name} rests until {Phrases.Day(day)}.")
                : throw new NotDoneException("The day must be one to come.")));
        app.MapPost("/person/resume", About((book, contact) => (book.Resume(contact.Id), $"{contact.Name} counts again.")));
        app.MapPost(
            "/person/archive", About((book, contact) => (book.Archive(contact.Id), $"{contact.Name} is put to rest; the history stays.")));
        app.MapPost("/person/activate", About((book, contact) => (book.Activate(contact.Id), $"{contact.Name} is active again.")));
        app.MapPost(
            "/person/detail", (Act act, [FromForm] string id, [FromForm] string text, [FromForm] string? operation) => act.OnPersonAsync(
            id,
            operation,
            (opened, contact) =>
                (opened.Book.Change(
                    contact with
                    {
                        Details = [.. contact.Details.Where(held => held.Text != text), new RememberedDetail(text, opened.Today)],
                    }),
                "Remembered.")));
        app.MapPost(
            "/person/forget-detail", (Act act, [FromForm] string id, [FromForm] string text, [FromForm] string? operation) =>
                act.OnPersonAsync(
            id, operation,
            (opened, contact) => (opened.Book.Change(
                    contact with { Details = [.. contact.Details.Where(held => held.Text != text)] }), "Not so any more.")));
        app.MapPost(
            "/person/split", (Act act, [FromForm] string id, [FromForm] string alias, [FromForm] string? operation) => act.OnPersonAsync(
            id, operation, (opened, contact) => (opened.Book.Split(ContactId.Parse(alias, null)), $"Split off {contact.Name} again.")));
        app.MapPost("/person/erase", (Act act, [FromForm] string id, [FromForm] bool? sure) => act.OnPersonAsync(
            id,
            null,
            (opened, contact) => sure == true
                ? (opened.Book.Erase(contact.Id), "Erased, with all that the book knew.")
                : throw new NotDoneException("Nothing was erased: you did not say that you are sure."),
            "/people",
            undo: false));
    }

    private static Func<Act, string, string?, Task<RedirectHttpResult>> About(
        Func<RelationshipBook, Contact, (BookUpdate, string)> operate) =>
        ([FromServices] Act act, [FromForm] string id, [FromForm] string? operation) =>
            act.OnPersonAsync(id, operation, (opened, contact) => operate(opened.Book, contact));

    private static (BookUpdate Update, string Done) Every(OpenedBook opened, Contact contact, string every)
    {
        if (every.Length == 0)
        {
            return (opened.Book.WithoutOverride(contact.Id), $"{contact.Name}: as the book's rules say.");
        }

        var policy = every switch
        {
            "never" => Cadence.Never,
            "proposal" => opened.Book.ProposalFor(contact.Id, opened.Now)?.Policy ?? throw NotDoneException.Stale(),
            _ => Cadence.Every(
                PeriodPattern.NormalizingIso.Parse(every) is { Success: true } period
                    ? period.Value
                    : throw new NotDoneException("How often is a period such as P2W.")),
        };
        return (opened.Book.WithOverride(contact.Id, policy), $"{contact.Name}: {policy}.");
    }

    // Somebody who typed for a while must not lose the text to another tab, and must not overwrite that tab without notice.
    private static async Task<IResult> FactsAsync(
        Act act, BookKeeper keeper, HttpRequest request, [FromForm] string id, [FromForm] string seen)
    {
        var typed = ContactFacts.Of(request.Form);
        var opened = await keeper.OpenAsync();
        if (opened.Find(id) is { } now && ContactFacts.Of(now).Sign != seen)
        {
            return Again(
                opened, now, "In another tab or program, somebody changed the same person. Nothing was overwritten.",
                StatusCodes.Status409Conflict);
        }

        try
        {
            _ = opened.Find(id) is { } contact ? typed.Apply(opened.Book, contact) : null;
        }
        catch (Exception e) when (Act.ReasonOf(e) is { } reason)
        {
            return Again(opened, opened.Find(id)!, reason, StatusCodes.Status400BadRequest);
        }

        return await act.OnPersonAsync(id, null, (newest, contact) =>
            ContactFacts.Of(contact).Sign == seen
                ? (newest.Book.Change(typed.Apply(newest.Book, contact)), $"Saved {typed.Name}.")
                : throw NotDoneException.Stale());

        IResult Again(OpenedBook shown, Contact contact, string reason, int status) =>
            new RazorComponentResult<NotSaved>(
                new { shown.Book, Contact = contact, Typed = typed, Reason = reason }) { StatusCode = status };
    }
}
