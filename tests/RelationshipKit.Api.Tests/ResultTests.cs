using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelationshipKit.Tests.Api;

/// <summary>What a web API says whose author does nothing about JSON.</summary>
public sealed class ResultTests
{
    [Fact]
    public async Task Score_IsFlat()
    {
        await using var api = await SampleApi.StartAsync(SampleApi.Book());

        var score = await api.Client.GetFromJsonAsync<JsonElement>(new Uri("/contacts/ada/score", UriKind.Relative));

        Assert.Equal("2026-03-02T09:00:00Z", score.GetProperty("asOf").GetString());
        Assert.Equal("2026-02-21T09:00:00Z", score.GetProperty("lastTouch").GetString());
        Assert.Equal("Solid", score.GetProperty("evidence").GetString());
        Assert.InRange(score.GetProperty("strength").GetDouble(), 0.3, 0.8);
        var forecast = score.GetProperty("forecast");
        var chances = new[] { "within7Days", "within30Days", "within90Days" }.Select(name => forecast.GetProperty(name).GetDouble())
            .ToArray();
        Assert.Equal(chances.Order(), chances);
        Assert.Equal(
            (JsonValueKind.False, JsonValueKind.False),
            (forecast.GetProperty("calibrated").ValueKind, forecast.GetProperty("losingTouch").ValueKind));
        Assert.Equal("Even", score.GetProperty("reciprocity").GetProperty("verdict").GetString());
        Assert.Equal(9, Math.Round(score.GetProperty("rhythm").GetProperty("usualGapDays").GetDouble()));
    }

    [Fact]
    public async Task Plan_NamesPeopleAndSaysWhy()
    {
        await using var api = await SampleApi.StartAsync(SampleApi.Book());

        var plan = await api.Client.GetFromJsonAsync<JsonElement>(new Uri("/plan", UriKind.Relative));

        Assert.Equal("2026-03-02", plan.GetProperty("monday").GetString());
        var item = plan.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("contact").GetString() == "ada");
        Assert.Equal(("Ada", "2026-03-04"), (item.GetProperty("name").GetString(), item.GetProperty("day").GetString()));
        Assert.Equal("Occasion", item.GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal("a birthday on 2026-03-04", item.GetProperty("reason").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/contacts/ada/score")]
    [InlineData("/contacts/ada/explanation")]
    [InlineData("/contacts/ada/brief")]
    [InlineData("/due")]
    [InlineData("/plan")]
    [InlineData("/health")]
    [InlineData("/feasibility")]
    public async Task Results_LeakNothingAndAreText(string path)
    {
        await using var api = await SampleApi.StartAsync(SampleApi.Book());

        var text = await api.Client.GetStringAsync(new Uri(path, UriKind.Relative));

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_BindFromThePath()
    {
        await using var api = await SampleApi.StartAsync(SampleApi.Book());

        var update = await api.Client.PostAsync(new Uri("/contacts/ada/touches/voice?direction=Mutual", UriKind.Relative), null);
        var refused = await api.Client.PostAsync(new Uri("/contacts/nobody/touches/voice?direction=Mutual", UriKind.Relative), null);

        Assert.Equal(
            """{"changes":1,"refused":[],"erasure":null,"baseRevision":2,"operationId":null}""", await update.Content.ReadAsStringAsync());
        Assert.Contains("\"UnknownContact\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "0.5 inner personal 1990-05-17",
            await api.Client.GetStringAsync(new Uri("/strength/0.5/inner/personal/1990-05-17", UriKind.Relative)));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await api.Client.GetAsync(new Uri("/strength/1.5/inner/personal/1990-05-17", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Books_GoThereAndBackWithoutBlocking()
    {
        await using var api = await SampleApi.StartAsync(SampleApi.Book());

        var document = await api.Client.GetStringAsync(new Uri("/book", UriKind.Relative));
        using var content = new StringContent(document, Encoding.UTF8, "application/json");
        var score = await (await api.Client.PostAsync(new Uri("/book", UriKind.Relative), content)).Content.ReadAsStringAsync();

        Assert.Equal(await api.Client.GetStringAsync(new Uri("/contacts/ada/score", UriKind.Relative)), score);
    }

    /// <summary>The schema of score, due list and plan is the approved one: RELATIONSHIPKIT_APPROVE=1 writes it.</summary>
    [Fact]
    public async Task Schema_IsTheApprovedOne()
    {
        await using var api = await SampleApi.StartAsync(SampleApi.Book());

        var document = (await api.Client.GetFromJsonAsync<JsonNode>(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        WithoutDescriptions(document);
        var schema = document.ToString().ReplaceLineEndings("\n") + "\n";
        var approved = Path.Combine(Folder(), "Approved", "openapi.json");
        if (Environment.GetEnvironmentVariable("RELATIONSHIPKIT_APPROVE") is "1")
        {
            await File.WriteAllTextAsync(approved, schema);
        }

        Assert.Equal(await File.ReadAllTextAsync(approved), schema);
    }

    // What the members mean is said by the documentation of each, which may be put better.
    private static void WithoutDescriptions(JsonNode node)
    {
        if (node is JsonObject members)
        {
            if (members["description"] is JsonValue)
            {
                members.Remove("description");
            }

            foreach (var member in members.Select(member => member.Value).OfType<JsonNode>().ToArray())
            {
                WithoutDescriptions(member);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>())
            {
                WithoutDescriptions(item);
            }
        }
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
