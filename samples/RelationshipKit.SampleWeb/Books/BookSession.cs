namespace RelationshipKit.SampleWeb.Books;

/// <summary>The book of one request: every part of a page sees the same.</summary>
internal sealed class BookSession(BookKeeper keeper)
{
    private OpenedBook? opened;

    /// <summary>Gets the book, which was opened before the page is drawn.</summary>
    public OpenedBook Opened => opened ?? throw new InvalidOperationException("The book of this request is not open.");

    public async Task<OpenedBook> OpenAsync() => opened ??= await keeper.OpenAsync();

    /// <summary>Opens the book before a page or a picture asks for it.</summary>
    public static async Task OpenFirstAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await context.RequestServices.GetRequiredService<BookSession>().OpenAsync();
        }

        await next(context);
    }
}
