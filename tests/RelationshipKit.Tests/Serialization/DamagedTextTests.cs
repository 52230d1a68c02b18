using System.Text;
using System.Text.Json;
using RelationshipKit.Serialization;

namespace RelationshipKit.Tests.Serialization;

/// <summary>
/// Texts that are JSON by their shape and no text by their bytes: refused like any other damage, never by another exception.
/// </summary>
public class DamagedTextTests
{
    private const string Call = """{"contacts":["ada"],"at":"2026-03-02T09:00:00Z","channel":"voice","direction":"mutual"}""";

    [Theory]
    [InlineData("relationshipkit/touchpoints", "\\ud800")]
    [InlineData("relationshipkit/touchpoints", "\u00ff")]
    [InlineData("\"format\"", "\"\\ud800\":1,\"format\"")]
    [InlineData("\"format\"", "\"\u00ff\":1,\"format\"")]
    [InlineData("\"ada\"", "\"\\ud800\"")]
    [InlineData("\"ada\"", "\"\u00ff\"")]
    [InlineData("voice", "\\udc00")]
    [InlineData("\"at\"", "\"\\ud800\"")]
    [InlineData("2026-03-02T09:00:00Z", "\\ud800")]
    public void Load_HalfAPairOrNoUtf8_IsRefused(string part, string damage)
    {
        var json = $$"""{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[{{Call}}]}""";
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(json.Replace(part, damage, StringComparison.Ordinal)));

        Assert.ThrowsAny<JsonException>(() => TouchpointLogJson.Load(stream));
    }

    [Theory]
    [InlineData("relationshipkit/contacts", "\\ud800")]
    [InlineData("relationshipkit/contacts", "\u00ff")]
    [InlineData("\"format\"", "\"\\ud800\":1,\"format\"")]
    [InlineData("Ada", "\\ud800")]
    [InlineData("Ada", "\u00ff")]
    public void LoadContacts_HalfAPairOrNoUtf8_IsRefused(string part, string damage)
    {
        const string Json = """{"format":"relationshipkit/contacts","version":1,"contacts":[{"id":"ada","name":"Ada"}]}""";
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(Json.Replace(part, damage, StringComparison.Ordinal)));

        Assert.ThrowsAny<JsonException>(() => ContactJson.Load(stream));
    }
}
