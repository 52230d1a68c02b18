using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>The program as an assistant sees it, through the client of the protocol's own SDK.</summary>
public sealed class McpTests : IDisposable
{
    private readonly TestBook book = new TestBook().Begin("Ada Lovelace", "Ada Byron");

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task Questions_AreToolsThatOnlyRead()
    {
        await using var client = await ConnectAsync();
        var tools = await client.ListToolsAsync();
        Assert.Equal(
            ["brief", "due", "explain", "health", "history", "introductions", "lint", "plan", "score", "simulate"],
            tools.Select(tool => tool.Name).Order());
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));

        var due = JsonDocument.Parse(await Text(client, "due", new() { ["by"] = "2026-03-08" })).RootElement;
        Assert.Equal(("Robin", "2026-03-08"), (due.GetProperty("owner").GetString(), due.GetProperty("by").GetString()));
        foreach (var name in (string[])["plan", "score", "health", "introductions", "lint", "simulate"])
        {
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(await Text(client, name, [])).RootElement.ValueKind);
        }

        foreach (var name in (string[])["explain", "brief", "history"])
        {
            Assert.Contains("ada-lovelace", await Text(client, name, new() { ["contact"] = "lovelace" }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatCannotBeAnswered_IsAnErrorInOneLine()
    {
        await using var client = await ConnectAsync();
        Assert.Contains(
            "can be 2 contacts", await Text(client, "explain", new() { ["contact"] = "ada" }, isError: true), StringComparison.Ordinal);
        Assert.Contains("--by", await Text(client, "due", new() { ["by"] = "soon" }, isError: true), StringComparison.Ordinal);
        Assert.Contains(
            "'--json' is unknown", await Text(client, "history", new() { ["contact"] = "--json" }, isError: true),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_IsThereWithWriteOnly()
    {
        await using var client = await ConnectAsync("--write");
        Assert.Contains("log", (await client.ListToolsAsync()).Select(tool => tool.Name));
        var said = await Text(
            client, "log",
            new() { ["contacts"] =
                (string[])["lovelace", "byron"], ["channel"] = "met", ["on"] = "2026-01-10", ["minutes"] = 90, ["note"] = "--book x" });
        Assert.Equal("Logged that you met Ada Lovelace, Ada Byron.", said);

        var history = JsonDocument.Parse(book.Done("history", "byron", "--json").Output).RootElement.GetProperty("touchpoints");
        Assert.Equal("--book x", Assert.Single(history.EnumerateArray()).GetProperty("note").GetString());
    }

    private async Task<McpClient> ConnectAsync(params string[] args) =>
        await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Command = "dotnet",
        Arguments = [typeof(ConsoleApp).Assembly.Location, "mcp", "--book", book.Path, .. args],
    }));

    private static async Task<string> Text(McpClient client, string tool, Dictionary<string, object?> arguments, bool isError = false)
    {
        var result = await client.CallToolAsync(tool, arguments);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(isError == (result.IsError ?? false), text);
        return text;
    }
}
