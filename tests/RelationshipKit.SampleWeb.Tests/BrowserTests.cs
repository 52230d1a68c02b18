using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace RelationshipKit.SampleWeb.Tests;

/// <summary>The page as a person uses it.</summary>
public class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string People =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Grace "
            + "Hopper\r\nEMAIL:grace@example.org\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mary Somerville\r\nEND:VCARD\r\n";

    [BrowserFact]
    public async Task BeginAddLogUndo()
    {
        await using var site = await Site.StartAsync();
        var (page, errors) = await browser.OpenAsync();
        await page.GotoAsync(site.Address.ToString());
        await page.ClickAsync("text=Begin your own book");
        await page.FillAsync("input[name=zone]", "Europe/Berlin");
        await page.ClickAsync("button:text-is('Begin')");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your book is begun");

        await page.ClickAsync("nav >> text=People");
        await page.FillAsync("input[name=name]", "Ada Lovelace");
        await page.SelectOptionAsync("form[action='/people/add'] select[name=circle]", "inner");
        await page.ClickAsync("button:text-is('Add')");
        await page.ClickAsync("table >> text=Ada Lovelace");     // the first click
        await page.ClickAsync("button:text-is('Call')");         // the second
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Logged with Ada Lovelace: Call.");
        Assert.Equal(1, (await site.BookAsync()).Touchpoints.Count);

        await page.ClickAsync("button:text-is('Undo')");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Taken back.");
        Assert.Equal(0, (await site.BookAsync()).Touchpoints.Count);
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Plan_IsAnsweredWithOneClickEach()
    {
        await using var site = await Site.StartWithAsync(Enumerable.Range(1, 3).Select(i => Wanted($"c{i}", $"Person {i}")));
        var (page, errors) = await browser.OpenAsync();
        await page.GotoAsync(site.Address.ToString());
        Assert.Equal(3, await page.Locator(".cards > li").CountAsync());

        await page.Locator(".cards > li", new() { HasText = "Person 1" }).Locator("button", new() { HasText = "Did it" }).ClickAsync();
        await page.Locator(".cards > li", new() { HasText = "Person 2" })
            .Locator("button", new() { HasText = "Snooze a week" })
            .ClickAsync();
        await page.Locator(".cards > li", new() { HasText = "Person 3" }).Locator("button", new() { HasText = "Not now" }).ClickAsync();

        var book = await site.BookAsync();
        Assert.Equal("c1", Assert.Single(book.Touchpoints.Contacts).Value);
        Assert.Equal("c2", Assert.Single(book.Cadences.Suspensions).Contact!.Value.Value);
        Assert.Equal("c3", Assert.Single(book.NotNowUntil).Key.Value);
        foreach (var left in (string[])["Person 2", "Person 3"])
        {
            Assert.Equal(0, await page.Locator(".cards > li", new() { HasText = left }).CountAsync());
        }

        await Expect(page.Locator("ul.line")).ToContainTextAsync("Person 1");

        await page.ClickAsync("button:text-is('Undo')");
        await Expect(page.Locator(".cards > li", new() { HasText = "Person 3" })).ToBeVisibleAsync();
        Assert.Empty((await site.BookAsync()).NotNowUntil);
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Import_IsReportedThenAppliedThenUndone()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada"));
        var (page, errors) = await browser.OpenAsync();
        await page.GotoAsync(new Uri(site.Address, "/import").ToString());
        await page.SetInputFilesAsync(
            "input[type=file]", new FilePayload { Name = "people.vcf", MimeType = "text/vcard", Buffer = Encoding.UTF8.GetBytes(People) });
        await page.ClickAsync("text=Read them");
        await Expect(page.Locator("main")).ToContainTextAsync("2 new people");
        await Expect(page.Locator("h3")).ToHaveTextAsync("people.vcf");
        Assert.Equal(1, (await site.BookAsync()).ContactCount);

        await page.ClickAsync("text=Add to the book");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Added 2 people");
        Assert.Equal(3, (await site.BookAsync()).ContactCount);
        Assert.False(Directory.Exists(site.BookPath + ".uploads"));

        await page.ClickAsync("button:text-is('Undo')");
        Assert.Equal(1, (await site.BookAsync()).ContactCount);
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task AnUploadOf20Megabytes_IsRead()
    {
        var mailbox = new StringBuilder();
        for (var i = 0; mailbox.Length < 20 * 1024 * 1024; i++)
        {
            mailbox.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"From grace@example.org Thu Jan  1 00:00:00 2026\nFrom: Grace <grace@example.org>\nTo: me@example.org\nDate: Thu, 01 "
                    + $"Jan 2026 00:{i % 60:00}:00 +0000\nMessage-ID: <{i}@example.org>\nSubject: x\n\n");
            mailbox.Append('x', 64_000).Append("\n\n");
        }

        await using var site = await Site.StartWithAsync(
            new Contact("grace", "Grace") { Addresses = [Contacts.Address.Email("grace@example.org")] });
        var path = Path.Combine(site.Folder, "mail.mbox");
        await File.WriteAllTextAsync(path, mailbox.ToString());
        var (page, _) = await browser.OpenAsync();
        await page.GotoAsync(new Uri(site.Address, "/import").ToString());
        await page.SetInputFilesAsync("input[type=file]", path);
        await page.ClickAsync("text=Read them");
        await Expect(page.Locator("main")).ToContainTextAsync("new touches", new() { Timeout = 60_000 });
    }

    [BrowserFact]
    public async Task Duplicates_AreMergedAndUndone()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada Lovelace"), new Contact("ada-2", "Ada Lovelace"));
        var (page, errors) = await browser.OpenAsync();
        await page.GotoAsync(new Uri(site.Address, "/duplicates").ToString());
        await page.Locator("button", new() { HasText = "One:" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is now part of");
        Assert.Equal(1, (await site.BookAsync()).ContactCount);
        await page.ClickAsync("button:text-is('Undo')");
        Assert.Equal(2, (await site.BookAsync()).ContactCount);
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task WhatWasSaved_IsThereAfterAKill()
    {
        var folder = Directory.CreateTempSubdirectory("relationshipkit-web-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        try
        {
            var (page, _) = await browser.OpenAsync();
            using (var first = await RunAsync(folder.FullName, address))
            {
                await page.GotoAsync(new Uri(address, "/book").ToString());
                await page.ClickAsync("button:text-is('Begin')");
                await page.GotoAsync(new Uri(address, "/people").ToString());
                await page.FillAsync("input[name=name]", "Ada");
                await page.ClickAsync("button:text-is('Add')");
                await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Added Ada.");
                first.Kill(); // as kill -9 does
                await first.WaitForExitAsync();
            }

            using var second = await RunAsync(folder.FullName, address);
            await page.ReloadAsync();
            await Expect(page.Locator("table")).ToContainTextAsync("Ada");
            second.Kill();
            await second.WaitForExitAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [BrowserFact]
    public async Task TwoTabs_TellOfEachOther()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada"));
        var (one, _) = await browser.OpenAsync();
        var (two, _) = await browser.OpenAsync(context: one.Context);
        var path = new Uri(site.Address, "/person?id=ada").ToString();
        await one.GotoAsync(path);
        await two.GotoAsync(path);
        await one.FillAsync("textarea[name=notes]", "likes coffee");
        await one.ClickAsync("button:text-is('Save')");
        await two.FillAsync("textarea[name=notes]", "likes milk");
        await two.ClickAsync("button:text-is('Save')");

        await Expect(two.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was overwritten");
        Assert.Equal("likes coffee", (await site.BookAsync()).Find("ada")!.Notes);
        await Expect(two.Locator("textarea[name=notes]")).ToHaveValueAsync("likes milk");
        await two.ClickAsync("button:text-is('Save')"); // seen and meant
        await Expect(two.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");
        Assert.Equal("likes milk", (await site.BookAsync()).Find("ada")!.Notes);
    }

    [BrowserFact]
    public async Task HostileNames_AreText()
    {
        string[] names =
            [
                "<script>document.title='x'</script>", "\"><img src=x onerror=alert(1)>", "\u202Emoc.live", "محمد عبد الرحمن",
                new string('W', 256), "{{7*7}} @(1+1) &amp; '\"`"
            ];
        await using var site = await Site.StartWithAsync(
            names.Select((name, i) => Wanted($"<i{i}>&\"'/?#", name) with { Notes = name, Tags = ["<b>"] }));
        var (page, errors) = await browser.OpenAsync(width: 360);
        foreach (var path in (string[])["/", "/people", "/duplicates", "/health", .. (await site.BookAsync()).Contacts.Select(
            contact => "/person?id=" + Uri.EscapeDataString(contact.Id.Value))])
        {
            await page.GotoAsync(new Uri(site.Address, path).ToString());
            Assert.Equal(0, await page.Locator("script, main img:not(.chart), main b").CountAsync());
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"), $"{path} is wider than the screen");
        }

        await page.ClickAsync("button:text-is('Call')");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Logged with {{7*7}} @(1+1) &amp; '\"`: Call.");
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Keyboard_ReachesTheContentFirstAndEveryButton()
    {
        await using var site = await Site.StartWithAsync(Wanted("ada", "Ada"));
        var (page, _) = await browser.OpenAsync();
        await page.GotoAsync(site.Address.ToString());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Ada", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Logged with Ada");
    }

    // Somebody of whom a touch is wanted this week.
    private static Contact Wanted(string id, string name) =>
        new(
            ContactId.FromValue(id), name) { Circle = Circle.Inner,
            AddedOn = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(-8) };

    private static async Task<Process> RunAsync(string folder, Uri address)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(SampleWebApp).Assembly.Location]) { WorkingDirectory = folder, RedirectStandardOutput = true,
            RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["RELATIONSHIPKIT_BOOK"] = "";
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                return answer.StatusCode == HttpStatusCode.OK ? process : throw new InvalidOperationException($"{answer.StatusCode}");
            }
            catch (HttpRequestException) when (tries < 300 && !process.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
