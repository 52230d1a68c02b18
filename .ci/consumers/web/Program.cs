using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit;
using RelationshipKit.Testing;

if (args is ["quick-start"])
{
    QuickStart.Run();
    return;
}

// A small web API over one book. Its cadence has parameters, which are stored with it, and a policy that is made with a service.
var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSingleton<ITermDates, TermDates>();
builder.Services.AddRelationshipKit(kit => kit
    .AddCadenceKind("everyFewDays", AppJson.Default.EveryFewDays)
    .AddCadencePolicy("alumni", services => new AlumniLetter(services.GetRequiredService<ITermDates>()))
    .UseCadence(Cadence.Soonest(new EveryFewDays(12), Cadence.Named("alumni"))));
await using var app = builder.Build();
CadencePolicyLaws.Check(new EveryFewDays(12));

var books = app.Services.GetRequiredService<RelationshipBookFactory>();
var asOf = Instant.FromUtc(2026, 3, 2, 9, 0);
var saved = new MemoryStream();
await books.Create(DateTimeZoneProviders.Tzdb["Europe/London"], Cadence.Soonest(new EveryFewDays(9), Cadence.Named("alumni")))
    .Add(new Contact("ada", "Ada") { Notes = "secret" }).OrThrow()
    .Record("ada", Channel.Voice, Instant.FromUtc(2026, 2, 20, 8, 30), Direction.Mutual).OrThrow()
    .SaveAsync(saved);
saved.Position = 0;
var book = await books.LoadAsync(saved);

app.MapGet("/contacts/{id}", (ContactId id) => book.ScoreOf(id, asOf));
app.MapGet("/contacts/{id}/cadence", (ContactId id) => book.CadenceOf(id, asOf));
app.MapGet("/due", () => book.DueBy(asOf, new LocalDate(2026, 3, 31)));
app.MapGet("/plan", () => book.PlanWeek(asOf, new LocalDate(2026, 3, 2)));
app.MapGet("/book", (HttpResponse response, CancellationToken cancellationToken) => book.SaveAsync(response.Body, cancellationToken));
await app.StartAsync();
Console.WriteLine(app.Urls.Single());
await Console.In.ReadLineAsync();
await app.StopAsync();

internal sealed record EveryFewDays(int Days) : ICadencePolicy
{
    public CadenceWindow? NextDue(CadenceContext context) =>
        CadenceWindow.From(context.Reference.PlusDays(context.Score.Momentum < 0 ? (Days + 1) / 2 : Days), toleranceDays: Days / 2);

    public override string ToString() => $"every {Days} days, sooner when the tie fades";
}

internal interface ITermDates
{
    LocalDate EndOfTermAfter(LocalDate date);
}

internal sealed class TermDates : ITermDates
{
    public LocalDate EndOfTermAfter(LocalDate date) => new(date < new LocalDate(date.Year, 6, 30) ? date.Year : date.Year + 1, 6, 30);
}

internal sealed class AlumniLetter(ITermDates terms) : ICadencePolicy
{
    public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.From(terms.EndOfTermAfter(context.Reference), 14);

    public override string ToString() => "a letter at the end of term";
}

[JsonSerializable(typeof(EveryFewDays))]
internal sealed partial class AppJson : JsonSerializerContext;
