using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RelationshipKit.Tests.Api;

/// <summary>A small web API over one book, as an adopter would write it: nothing is said about JSON.</summary>
internal sealed class SampleApi : IAsyncDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly LocalDate Today = new(2026, 3, 2);

    private readonly WebApplication app;

    private SampleApi(WebApplication app) => this.app = app;

    public HttpClient Client => app.GetTestClient();

    public static async Task<SampleApi> StartAsync(RelationshipBook book)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddOpenApi();
        var app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/contacts/{id}/score", (ContactId id) => book.ScoreOf(id, Now));
        app.MapGet("/contacts/{id}/explanation", (ContactId id) => book.Explain(id, Now));
        app.MapGet("/contacts/{id}/brief", (ContactId id) => book.BriefOf(id, Now));
        app.MapGet("/due", () => book.DueBy(Now, Today).ToArray());
        app.MapGet("/plan", () => book.PlanWeek(Now, Today));
        app.MapGet("/health", () => book.HealthAt(Now));
        app.MapGet("/feasibility", () => book.FeasibilityAt(Now));
        app.MapPost("/contacts/{id}/touches/{channel}", (ContactId id, Channel channel, [FromQuery] Direction direction) =>
            book.Record(new Touchpoint(id, Now, channel, direction)));
        app.MapGet("/strength/{strength}/{circle}/{facet}/{day}", (Strength strength, Circle circle, Facet facet, PartialDate day) =>
            string.Create(CultureInfo.InvariantCulture, $"{strength.Value} {circle.Name} {facet.Name} {day}"));
        app.MapGet(
            "/book", (HttpResponse response, CancellationToken cancellationToken) => book.SaveAsync(response.Body, cancellationToken));
        app.MapPost("/book", async (HttpRequest request, CancellationToken cancellationToken) =>
        {
            var loaded = await RelationshipBook.LoadAsync(request.Body, cancellationToken);
            return loaded.ScoreOf("ada", Now);
        });
        await app.StartAsync();
        return new SampleApi(app);
    }

    public static RelationshipBook Book()
    {
        var ada = new Contact("ada", "Ada")
        {
            Circle = Circle.Inner,
            Notes = "secret note",
            Addresses = [Contacts.Address.Email("secret@example.org")],
            Details = [new Contacts.RememberedDetail("secret detail", Today)],
            Needs = [new Contacts.Contribution(Contacts.ContributionKind.Advice, "secret need")],
            Occasions = [new Contacts.Occasion(Contacts.OccasionKind.Birthday, PartialDate.FromMonthDay(3, 4)) { Title = "secret title" }],
            Promises = [new Contacts.Promise("secret promise", Today.PlusDays(30))],
        };
        Touchpoint[] touchpoints =
        [
            .. Enumerable.Range(1, 9)
                .Select(
                    i => new Touchpoint(
                        "ada", Now - Duration.FromDays(9 * i), Channel.Voice, (Direction)(1 + (i % 3))) { Note = "secret touch",
                        Gesture = i == 1 ? Gesture.Help : Gesture.None }),
            new Touchpoint("bo", Now - Duration.FromDays(50), Channel.Message, Direction.Incoming) { Note = "secret message" },
        ];
        return RelationshipBook.Create(DateTimeZone.Utc, Cadence.Soonest(Cadence.ReplyOwed(5), Cadence.ByCircle(), Cadence.Occasions(7, 3)))
            .Add(ada, new Contact("bo", "Bo") { Circle = Circle.Close }).OrThrow()
            .Record(touchpoints).OrThrow();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
