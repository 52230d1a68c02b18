using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.SampleWeb.Books;

namespace RelationshipKit.SampleWeb.Tests;

/// <summary>The page, running on a free port of this computer with a book in a folder of its own.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relationshipkit-web-");
    private readonly HttpClient client;

    private Site(string name)
    {
        BookPath = Path.Combine(folder.FullName, name);
        App = SampleWebApp.Create(["--urls", "http://127.0.0.1:0"], SystemClock.Instance, BookPath);
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
    }

    public WebApplication App { get; }

    public string BookPath { get; }

    public string Folder => folder.FullName;

    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public BookKeeper Keeper => App.Services.GetRequiredService<BookKeeper>();

    /// <summary>Starts the page where there is no book yet.</summary>
    public static async Task<Site> StartAsync()
    {
        var site = new Site("people.db");
        await site.App.StartAsync();
        return site;
    }

    /// <summary>Starts the page with a book of these contacts.</summary>
    public static async Task<Site> StartWithAsync(params IEnumerable<Contact> contacts)
    {
        var site = await StartAsync();
        await site.Keeper.BeginAsync(RelationshipBook.Create(DateTimeZone.Utc, Cadence.ByCircle()).Add(contacts).OrThrow());
        return site;
    }

    public async Task<RelationshipBook> BookAsync() => (await Keeper.OpenAsync()).Book;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(Address, path));

    public async Task<string> TextAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    /// <summary>Sends a form as the page at a path would, with its token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string from, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await TextAsync(from)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.PostAsync(new Uri(Address, path), form);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await App.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
