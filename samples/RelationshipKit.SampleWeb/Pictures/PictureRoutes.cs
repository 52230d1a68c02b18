using RelationshipKit.Charts;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb.Pictures;

/// <summary>The pictures, each at an address of its own, so that the pages need no style within them.</summary>
internal static class PictureRoutes
{
    public static void MapPictures(this WebApplication app)
    {
        app.MapGet(
            "/pictures/tie.svg", (HttpContext context, BookSession session, string? id, int? w) =>
                Draw(context, session, w, (opened, options) =>
            opened.Find(id) is { } contact ? TieChart.Of(opened.Book, contact.Id, opened.Now, options: options) : null));
        app.MapGet(
            "/pictures/circles.svg", (HttpContext context, BookSession session, int? w) =>
                Draw(context, session, w, (opened, options) => CirclesChart.Of(opened.Book, opened.Now, options)));
        app.MapGet(
            "/pictures/heatmap.svg", (HttpContext context, BookSession session, int? w) =>
                Draw(context, session, w, (opened, options) => HeatmapChart.Of(opened.Book, opened.Now, options)));
        app.MapGet(
            "/pictures/balance.svg", (HttpContext context, BookSession session, int? w) =>
                Draw(context, session, w, (opened, options) => BalanceChart.Of(opened.Book, opened.Now, options: options)));
        app.MapGet(
            "/pictures/health.svg", (HttpContext context, BookSession session, Answers answers, int? w) =>
                Draw(context, session, w, (opened, options) => HealthChart.Of(answers.HealthOf(opened), options)));
        app.MapGet("/pictures/reliability.svg", (HttpContext context, BookSession session, int? w) =>
            Draw(context, session, w, (opened, options) => ReliabilityChart.Of(opened.Book, opened.Now, options: options)));
    }

    private static IResult Draw(HttpContext context, BookSession session, int? width, Func<OpenedBook, ChartOptions, Chart?> draw)
    {
        var options = new ChartOptions { Width = Math.Clamp(width ?? ChartOptions.Default.Width, ChartOptions.MinWidth, 1600) };
        if (draw(session.Opened, options) is not { } chart)
        {
            return Results.NotFound();
        }

        Headers.ForPicture(context);
        return Results.Text(chart.ToSvg(), "image/svg+xml", System.Text.Encoding.UTF8);
    }
}
