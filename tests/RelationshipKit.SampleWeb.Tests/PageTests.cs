using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb.Tests;

/// <summary>
/// Every page is fit for everybody: axe finds nothing, nothing is wider than the screen, nothing moves, nothing fails in the console.
/// </summary>
/// <remarks>RELATIONSHIPKIT_SCREENSHOTS names a folder for pictures of the pages; they are for looking at.</remarks>
public class PageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Shift =
        "new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; "
            + "}).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 50); })";

    [BrowserFact]
    public async Task PagesOfTheDemo()
    {
        await using var site = await Site.StartAsync();
        await CheckAsync(
            site,
            [(360, false), (360, true), (1280, false), (1280, true)],
            [
                new("week", "/"), new("people", "/people"), new("person", "/person?id=amara"), new("import", "/import"),
                new("duplicates", "/duplicates"),
                new("health", "/health"), new("book", "/book"),
            ]);
    }

    [BrowserFact]
    public async Task PagesOfABookOfOnesOwn()
    {
        var today = SystemClock.Instance.GetCurrentInstant();
        await using var site = await Site.StartWithAsync(
            new Contact("ada", "Ada Lovelace") { Circle = Circle.Inner, AddedOn = today.InUtc().Date.PlusDays(-8) },
            new Contact("ada-2", "Ada Lovelace"));
        using var logged = await site.PostAsync(
            "/person?id=ada", "/person/log", ("id", "ada"), ("channel", "voice"), ("note", "on the train"));
        using var calendar = await site.PostAsync("/book", "/calendar/new");
        var touch = (await site.BookAsync()).Touchpoints.Of(ContactId.FromValue("ada")).Single();
        using var card = new MemoryStream(
            Encoding.UTF8.GetBytes(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Grace Hopper\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"));
        var token = await site.App.Services.GetRequiredService<Uploads>()
            .KeepAsync([new FormFile(card, 0, card.Length, "files", "people.vcf")], default);
        await CheckAsync(
            site,
            [(360, true), (1280, false)],
            [
                new("own-week", "/"), new("own-people", "/people?q=ada&sort=wanted"), new("own-person", "/person?id=ada"),
                new("own-duplicates", "/duplicates"),
                new("own-health", "/health"), new("own-book", "/book"), new("touch", $"/touch?id=ada&touch={Fingerprint.Of(touch)}"),
                new("pending", "/import/pending?token=" + token),
                new("nobody", "/person?id=nobody", Status: 404),
                new("not-saved", "/person?id=ada", page => SaveAsync(page, "input[name=birthday]", "soon"), 400),
                new("said", "/person?id=ada", page => SaveAsync(page, "textarea[name=notes]", Guid.NewGuid().ToString())),
            ]);
    }

    private static async Task SaveAsync(IPage page, string field, string text)
    {
        await page.FillAsync(field, text);
        await page.ClickAsync("button:text-is('Save')");
    }

    private async Task CheckAsync(Site site, (int Width, bool Dark)[] views, Screen[] screens)
    {
        var shots = Environment.GetEnvironmentVariable("RELATIONSHIPKIT_SCREENSHOTS");
        var faults = new List<string>();
        foreach (var (width, dark) in views)
        {
            foreach (var screen in screens)
            {
                var where = $"{screen.Name} {width} {(dark ? "dark" : "light")}";
                var (page, errors) = await browser.OpenAsync(width, dark);
                await page.GotoAsync(new Uri(site.Address, screen.Path).ToString());
                await (screen.Then?.Invoke(page) ?? Task.CompletedTask);
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

                // The browser itself says in the console that a page answered with an error.
                faults.AddRange(
                    errors.Where(error => screen.Status == 200 || !error.Contains($"{screen.Status}", StringComparison.Ordinal))
                        .Select(error => $"{where}: {error}"));
                if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                {
                    faults.Add($"{where}: wider than the screen");
                }

                // Browsers call a page good up to 0.1. A page that arrives in several parts may move by a hair where the machine is slow.
                if (await page.EvaluateAsync<double>(Shift) is > 0.01 and var shift)
                {
                    faults.Add($"{where}: things moved by {shift}");
                }

                var axe = await page.RunAxe();
                faults.AddRange(
                    axe.Violations.Where(found => found.Impact is "serious" or "critical" or "moderate")
                        .SelectMany(found => found.Nodes.Select(node => $"{where}: {found.Id}: {node.Html}")));
                if (shots is { Length: > 0 })
                {
                    await page.ScreenshotAsync(new() { Path = Path.Combine(shots, where.Replace(' ', '-') + ".png"), FullPage = true });
                }

                await page.Context.CloseAsync();
            }
        }

        Assert.Empty(faults);
    }

    private sealed record Screen(string Name, string Path, Func<IPage, Task>? Then = null, int Status = 200);
}
