using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;
using RelationshipKit;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.SampleWeb;
using RelationshipKit.SampleWeb.Measure;
using RelationshipKit.Sqlite;

// The pages of the sample with a book of 500 people, beside an empty Razor page of the same process: medians on loopback, both warm.
const int People = 500;
const int Rounds = 60;

var now = Instant.FromUtc(2026, 3, 2, 9, 0);
var folder = Directory.CreateTempSubdirectory("relationshipkit-measure-");
try
{
    var path = Path.Combine(folder.FullName, "people.db");
    await using var writer = await new DatabaseStore(
        new SqliteDatabase($"Data Source={path};Pooling=False"), RelationshipBookFactory.Default)
        .CreateAsync("me", Book(now));
    await using var sample = SampleWebApp.Create(["--urls", "http://127.0.0.1:0"], new FixedClock(now), path);
    await using var empty = Empty();
    await sample.StartAsync();
    await empty.StartAsync();
    using var client = new HttpClient();
    var change = 0;
    var (emptyTime, emptyBytes) = await MeasureAsync(client, Address(empty), "/", () => Task.CompletedTask);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"page",-24}{"ms",8}{"times empty",13}{"kB",8}"));
    Show("empty Razor page", emptyTime, emptyBytes);
    var (changedTime, changedBytes) = await MeasureAsync(
        client, Address(sample), "/",
        () => writer.UpdateAsync(book => book.Record("c007", Channel.Message, now - Duration.FromMinutes(++change))));
    Show("/, the book changed", changedTime, changedBytes);
    foreach (var page in (string[])["/", "/people", "/person?id=c007", "/health", "/duplicates", "/book"])
    {
        var (time, bytes) = await MeasureAsync(client, Address(sample), page, () => Task.CompletedTask);
        Show(page, time, bytes);
    }

    void Show(string page, double time, int bytes) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{page,-24}{time,8:0.00}{time / emptyTime,13:0}{bytes / 1000.0,8:0.0}"));
}
finally
{
    folder.Delete(recursive: true);
}

static RelationshipBook Book(Instant now)
{
    Circle[] circles = [Circle.Inner, Circle.Close, Circle.Affinity, Circle.Active];
    var contacts = Enumerable.Range(0, People)
        .Select(i => new Contact(IdOf(i), $"Person {i}") { Circle = circles[i < 5 ? 0 : i < 20 ? 1 : i < 70 ? 2 : 3] });
    var touches = Enumerable.Range(0, People).SelectMany(i => Enumerable.Range(0, 5 + (i * 7 % 40)).Select(k => new Touchpoint(
        IdOf(i), now - Duration.FromHours(5 + (i * 37 % 900) + (k * (24 + (i * 13 % 400)))), Channel.Stock[(i + k) % 8],
        (Direction)(1 + ((i + k) % 3)))));
    return RelationshipBook.Create(DateTimeZone.Utc, Cadence.ByCircle()).Add(contacts).OrThrow().Record(touches).Book;

    static ContactId IdOf(int i) => ContactId.FromValue("c" + i.ToString("000", CultureInfo.InvariantCulture));
}

static WebApplication Empty()
{
    var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
    builder.Logging.ClearProviders();
    builder.Services.AddRazorComponents();
    var app = builder.Build();
    app.UseAntiforgery();
    app.MapRazorComponents<EmptyPage>();
    return app;
}

static Uri Address(WebApplication app) =>
    new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

static async Task<(double Milliseconds, int Bytes)> MeasureAsync(HttpClient client, Uri address, string page, Func<Task> before)
{
    var target = new Uri(address, page);
    var times = new List<double>();
    var bytes = 0;
    for (var i = 0; i < Rounds * 2; i++)
    {
        await before();
        var start = Stopwatch.GetTimestamp();
        bytes = (await client.GetByteArrayAsync(target)).Length;
        if (i >= Rounds)
        {
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    return (times.Order().ElementAt(times.Count / 2), bytes);
}
