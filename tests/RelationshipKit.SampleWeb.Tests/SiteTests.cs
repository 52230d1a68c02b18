using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb.Tests;

/// <summary>What the page promises to every caller, with or without a browser.</summary>
public class SiteTests
{
    public static readonly string[] Pages = ["/", "/people", "/person?id=ada", "/import", "/duplicates", "/health", "/book"];

    [Fact]
    public async Task Root_AnswersBeforeThereIsABook_AndMakesNone()
    {
        await using var site = await Site.StartAsync();

        using var answer = await site.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("made-up network", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.Folder));
    }

    [Fact]
    public async Task WithoutAnAddress_OnlyThisComputerIsListenedTo()
    {
        await using var app = SampleWebApp.Create([], book: "unused.db");

        Assert.Equal(SampleWebApp.DefaultAddress, app.Configuration["urls"]);
        Assert.True(new Uri(SampleWebApp.DefaultAddress).IsLoopback);
    }

    [Fact]
    public async Task Pages_AllowNoScriptAndHaveNone()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada"));
        foreach (var path in Pages)
        {
            using var answer = await site.GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task EveryForm_NeedsItsToken()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada"));
        var posts = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is ["POST"])
                .Select(endpoint => endpoint.RoutePattern.RawText!)
                .ToArray();
        var before = await site.BookAsync();

        Assert.True(posts.Length >= 20, $"{posts.Length} forms");
        foreach (var path in posts)
        {
            using var form = new MultipartFormDataContent();
            foreach (var (name, value) in new[]
            {
                ("id", "ada"),
                ("channel", "voice"),
                ("name", "Bob"),
                ("text", "x"),
                ("until", "2999-01-01"),
                ("minutes", "5"),
                ("revision", "1"),
                ("sure", "true"),
                ("token", "x"),
                ("seen", "x"),
                ("gesture", "None")
            })
            {
                form.Add(new StringContent(value), name);
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, path)) { Content = form };
            using var answer = await site.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }

        Assert.Equal(before.Revision, (await site.BookAsync()).Revision);
    }

    [Fact]
    public async Task AnotherHostName_IsRefused()
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address) { Headers = { Host = "evil.example" } };

        using var answer = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task TheSameFormTwice_IsOneTouch()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada"));
        for (var i = 0; i < 2; i++)
        {
            using var answer = await site.PostAsync(
                "/person?id=ada", "/person/log", ("id", "ada"), ("channel", "voice"), ("operation", "0123"));
            Assert.Equal("/person?id=ada", answer.Headers.Location!.OriginalString);
        }

        Assert.Equal(1, (await site.BookAsync()).Touchpoints.Count);
    }

    [Fact]
    public async Task Undo_OfAnOlderRevision_TakesNothingBack()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada"));
        using var first = await site.PostAsync("/person?id=ada", "/person/log", ("id", "ada"), ("channel", "voice"));
        var revision = (await site.BookAsync()).Revision;
        using var second = await site.PostAsync("/person?id=ada", "/person/log", ("id", "ada"), ("channel", "letter"));

        using var stale = await site.PostAsync("/book", "/undo", ("revision", $"{revision}"), ("back", "//evil.example"));

        Assert.Equal("/", stale.Headers.Location!.OriginalString);
        Assert.Equal(2, (await site.BookAsync()).Touchpoints.Count);
        using var fresh = await site.PostAsync("/book", "/undo", ("revision", $"{revision + 1}"), ("back", "/book"));
        Assert.Equal(1, (await site.BookAsync()).Touchpoints.Count);
    }

    [Fact]
    public async Task Calendar_IsForWhoKnowsItsAddress()
    {
        await using var site = await Site.StartWithAsync(
            new Contact("ada", "Ada") { Circle = Circle.Inner, AddedOn = new LocalDate(2020, 1, 1) });
        var calendar = site.App.Services.GetRequiredService<CalendarAddress>();
        Assert.Null(calendar.Find());
        using var made = await site.PostAsync("/book", "/calendar/new");
        var address = calendar.Find()!;

        using var feed = await site.GetAsync(address);
        using var guess = await site.GetAsync("/calendar/guess.ics");

        Assert.Equal("text/calendar", feed.Content.Headers.ContentType!.MediaType);
        Assert.Contains("SUMMARY:Be in touch with Ada", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, guess.StatusCode);
        using var another = await site.PostAsync("/book", "/calendar/new");
        using var old = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.NotEqual(address, calendar.Find());
    }

    [Fact]
    public async Task LargerUploads_AreRefusedBeforeTheyAreRead()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada"));
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(site.Address, "/import")) { Content = new ByteArrayContent(new byte[Uploads.MostBytes + (1024 * 1024)]) };

        using var answer = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("64 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.BookPath + ".uploads"));
    }

    [Fact]
    public async Task NamesOfFiles_LeadNowhere()
    {
        await using var site = await Site.StartAsync();
        var uploads = site.App.Services.GetRequiredService<Uploads>();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("x"));

        var token = await uploads.KeepAsync([new FormFile(content, 0, 1, "files", "../../../etc/.evil\n.vcf")], default);

        Assert.StartsWith(site.BookPath + ".uploads", Assert.Single(uploads.Find(token)), StringComparison.Ordinal);
        Assert.Equal("_.._.._etc_.evil_.vcf", uploads.Named(uploads.Find(token)[0]));
        Assert.Empty(uploads.Find("../" + token[3..]));
        uploads.Remove(token);
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.Folder));
    }

    [Fact]
    public async Task TwoTabs_DoNotOverwriteEachOther()
    {
        await using var site = await Site.StartWithAsync(new Contact("ada", "Ada") { Notes = "likes tea" });
        var seen = ContactFacts.Of((await site.BookAsync()).Find("ada")!).Sign;

        using var first = await site.PostAsync(
            "/person?id=ada", "/person/facts", ("id", "ada"), ("seen", seen), ("name", "Ada"), ("notes", "likes coffee"));
        using var second = await site.PostAsync(
            "/person?id=ada", "/person/facts", ("id", "ada"), ("seen", seen), ("name", "Ada"), ("notes", "likes milk"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("likes coffee", page, StringComparison.Ordinal);
        Assert.Contains("likes milk", page, StringComparison.Ordinal);
        Assert.Equal("likes coffee", (await site.BookAsync()).Find("ada")!.Notes);
    }

    [Fact]
    public void Facts_StayAsTheyAreIfNothingIsTyped()
    {
        var ada = new Contact("ada", "Ada")
        {
            Circle = Circle.Create("choir", 30),
            Addresses =
            [
                Contacts.Address.Email("ada@example.org", "work"),
                Contacts.Address.Handle("ada", "chat"),
                Contacts.Address.Phone("+442071234567")
            ],
            Occasions = [new Contacts.Occasion(Contacts.OccasionKind.Birthday, PartialDate.FromMonthDay(5, 17))],
            Facets = [Facet.Family],
            Tags = ["math"],
            Notes = "one\ntwo",
        };
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(ada).OrThrow();
        ada = book.Find("ada")!;

        Assert.True(book.Change(ContactFacts.Of(ada).Apply(book, ada)).Changes.IsEmpty);
    }
}
