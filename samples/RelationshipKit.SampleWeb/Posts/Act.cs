using Microsoft.AspNetCore.Http.HttpResults;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb.Posts;

/// <summary>Makes what a form asks for, and goes back to a page that says so.</summary>
internal sealed class Act(BookKeeper keeper, Said said)
{
    /// <summary>Makes an operation on the newest book.</summary>
    /// <param name="back">The page to go to.</param>
    /// <param name="operation">The id of the form; the same one twice has one effect.</param>
    /// <param name="operate">The operation, and what to say of it.</param>
    /// <param name="undo">Whether it can be taken back.</param>
    public async Task<RedirectHttpResult> OnBookAsync(
        string back, string? operation, Func<OpenedBook, (BookUpdate Update, string Done)> operate, bool undo = true)
    {
        try
        {
            var done = "";
            var update = await keeper.UpdateAsync(
                opened =>
                {
                    (var made, done) = operate(opened);
                    return made;
                },
                operation);
            if (update.Changes.IsEmpty)
            {
                said.Did("Nothing to change.", null);
            }
            else
            {
                said.Did(done, undo ? update.Book.Revision : null);
            }
        }
        catch (Exception e) when (ReasonOf(e) is { } reason)
        {
            said.Problem(reason);
        }

        // What was typed never leads to another site.
        return TypedResults.LocalRedirect(back);
    }

    /// <summary>Makes an operation about one person, and goes back to their page.</summary>
    public Task<RedirectHttpResult> OnPersonAsync(
        string id, string? operation, Func<OpenedBook, Contact, (BookUpdate Update, string Done)> operate, string? back = null,
        bool undo = true) =>
        OnBookAsync(back ?? PathOf(id), operation, opened => operate(opened, FindIn(opened, id)), undo);

    public static Contact FindIn(OpenedBook opened, string id) =>
        opened.Find(id) ?? throw new NotDoneException("That person is not in the book any more.");

    public static string PathOf(string id) => "/person?id=" + Uri.EscapeDataString(id);

    /// <summary>Returns what to tell of an exception that what was typed brought about; null for any other.</summary>
    public static string? ReasonOf(Exception e) => e switch
    {
        NotDoneException => e.Message,
        ArgumentException or FormatException or BookRefusedException => e.Message.Split(" (Parameter")[0],
        _ => null,
    };
}
