using System.Text;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Serialization;

public class TouchpointLogJsonTests
{
    private const string Good = """ "contacts":["ada"],"at":"2026-03-02T09:00:00Z","channel":"voice","direction":"mutual" """;

    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");

    private static readonly Touchpoint Full = new(
        [Bob, Ada], At + Duration.FromNanoseconds(123_456_000), Channel.FromName("pigeon"), Direction.Outgoing)
    {
        Outcome = Outcome.Attempted,
        Gesture = Gesture.CheckIn,
        Length = Duration.FromMinutes(90),
        Facet = Facet.FromName("chess"),
        Source = new SourceKey("mailbox", "<1@example.org>"),
        Id = "host-1",
        Note = "über die Harfe",
        OthersPresent = 3,
    };

    [Fact]
    public void Save_ByHand_WritesTheDocument()
    {
        var log = new TouchpointLog();
        log.Add(Full, At + Duration.FromDays(1));
        var call = new Touchpoint(Ada, At, Channel.Voice, Direction.Unknown);
        log.Add(call);
        log.Correct(call, call with { Note = "n" }, At + Duration.FromDays(2));
        log.Retract(call, At + Duration.FromDays(3));

        Assert.Equal(
            """
            {
              "format": "relationshipkit/touchpoints",
              "version": 1,
              "touchpoints": [
                {
                  "contacts": [
                    "ada",
                    "bob"
                  ],
                  "at": "2026-03-02T09:00:00.123456Z",
                  "channel": "pigeon",
                  "direction": "outgoing",
                  "outcome": "attempted",
                  "gesture": "checkIn",
                  "lengthMicroseconds": 5400000000,
                  "facet": "chess",
                  "source": {
                    "name": "mailbox",
                    "key": "\u003C1@example.org\u003E"
                  },
                  "id": "host-1",
                  "note": "\u00FCber die Harfe",
                  "othersPresent": 3,
                  "recordedAt": "2026-03-03T09:00:00Z"
                }
              ],
              "superseded": [
                {
                  "touchpoint": {
                    "contacts": [
                      "ada"
                    ],
                    "at": "2026-03-02T09:00:00Z",
                    "channel": "voice",
                    "direction": "unknown"
                  },
                  "until": "2026-03-04T09:00:00Z"
                },
                {
                  "touchpoint": {
                    "contacts": [
                      "ada"
                    ],
                    "at": "2026-03-02T09:00:00Z",
                    "channel": "voice",
                    "direction": "unknown",
                    "note": "n",
                    "recordedAt": "2026-03-04T09:00:00Z"
                  },
                  "until": "2026-03-05T09:00:00Z"
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            Saved(log));
    }

    [Fact]
    public void Load_WhatWasSaved_IsEqualInAllFields()
    {
        var log = new TouchpointLog();
        log.Add(Full, At + Duration.FromDays(1));
        var loaded = Loaded(Saved(log));

        Assert.Equal(Full, Assert.Single(loaded));
        Assert.Empty(loaded.AsKnownAt(At + Duration.FromDays(1) - Duration.FromNanoseconds(1_000)));
        Assert.Equal([Full], loaded.AsKnownAt(At + Duration.FromDays(1)));
    }

    [Fact]
    public void Load_Retracted_StaysOutOfUse()
    {
        var log = new TouchpointLog();
        log.Add(Full);
        log.Retract(Full, At + Duration.FromDays(1));
        var loaded = Loaded(Saved(log));

        Assert.Empty(loaded);
        Assert.Equal(AddResult.Retracted, loaded.Add(Full));
        Assert.True(loaded.Restore(Full, At + Duration.FromDays(1)));
    }

    [Fact]
    public void Load_SharedNames_AreOneText()
    {
        var loaded = Loaded(Document(
            $$"""{{{Good}},"source":{"name":"mail","key":"1"} }""", $$"""{{{Good}},"source":{"name":"mail","key":"2"} }"""));
        var (first, second) = (loaded.First(), loaded.Last());
        Assert.NotEqual(first, second);
        Assert.Same(first.Participants[0].Value, second.Participants[0].Value);
        Assert.Same(first.Source!.Source, second.Source!.Source);
    }

    [Fact]
    public void Load_OrderOfTheDocument_DoesNotMatter()
    {
        var earlier = Good.Replace("03-02", "03-01", StringComparison.Ordinal);
        Assert.Equal(Saved(Loaded(Document($"{{{earlier}}}", $"{{{Good}}}"))), Saved(Loaded(Document($"{{{Good}}}", $"{{{earlier}}}"))));
    }

    [Fact]
    public void SaveAndLoad_Nothing_IsNothing()
    {
        Assert.Empty(Loaded(Saved(new TouchpointLog())));
        Assert.DoesNotContain("superseded", Saved(new TouchpointLog()), StringComparison.Ordinal);
    }

    [Fact]
    public void SaveAndLoad_LeaveTheStreamOpen()
    {
        using var stream = new MemoryStream();
        TouchpointLogJson.Save(stream, new TouchpointLog());
        stream.Position = 0;
        TouchpointLogJson.Load(stream);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void SaveAndLoad_Null_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => TouchpointLogJson.Save(null!, new TouchpointLog()));
        Assert.Throws<ArgumentNullException>(() => TouchpointLogJson.Save(Stream.Null, null!));
        Assert.Throws<ArgumentNullException>(() => TouchpointLogJson.Load(null!));
    }

    [Theory]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"contacts":[]}""", "$.format", "relationshipkit/contacts")]
    [InlineData("""{"format":"relationshipkit/touchpoints","version":2,"touchpoints":[]}""", "$.version", "is 2")]
    [InlineData("""{"format":"relationshipkit/touchpoints","touchpoints":[]}""", "$.version", "missing")]
    [InlineData("[]", "$", "not a JSON object")]
    public void Load_AnotherHead_IsNamed(string json, string path, string what) => AssertRefused(json, path, what);

    [Theory]
    [InlineData("""{"format":"relationshipkit/touchpoints","version":1}""")]
    [InlineData("""{"format":"relationshipkit/touchpoints","version":1,"touchpoints":null}""")]
    [InlineData("""{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[],"news":[]}""")]
    [InlineData("""{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[],"touchpoints":[]}""")]
    [InlineData("""{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[]""")]
    [InlineData(
        """{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[{"at":"2026-03-02T09:00:00Z","channel":"voice","direction":"mutual"}]}""")]
    [InlineData(
        """{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[{"contacts":["ada"],"channel":"voice","direction":"mutual"}]}""")]
    [InlineData(
        """{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[{"contacts":["ada"],"at":"2026-03-02T09:00:00Z","direction":"mutual"}]}""")]
    [InlineData(
        """{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[{"contacts":["ada"],"at":"2026-03-02T09:00:00Z","channel":"voice"}]}""")]
    [InlineData(
        """{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[],"superseded":[{"until":"2026-03-02T09:00:00Z"}]}""")]
    public void Load_NoSuchDocument_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Loaded(json));

    [Theory]
    [InlineData(""" "weather":"fine" """, "weather")]
    [InlineData(""" "channel":"voice" """, "channel")]
    [InlineData(""" "othersPresent":1,"othersPresent":1 """, "othersPresent")]
    [InlineData(""" "othersPresent":1.5 """, "othersPresent")]
    [InlineData(""" "source":{"name":"mail"} """, "key")]
    [InlineData(""" "lengthMicroseconds":"PT1H" """, "lengthMicroseconds")]
    public void Load_MembersUnknownTwiceOrOfAnotherKind_AreNamed(string member, string name) =>
        Assert.Contains(
            name, Assert.ThrowsAny<JsonException>(() => Loaded(Document($"{{{Good},{member}}}"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("voice", "", "$.touchpoints[1]", "0 characters")]
    [InlineData(
        "mutual", "Mutual", "$.touchpoints[1].direction", "\"Mutual\" is unknown; it must be one of unknown, outgoing, incoming, mutual")]
    [InlineData("mutual", "3", "$.touchpoints[1].direction", "\"3\" is unknown")]
    [InlineData("2026-03-02T09:00:00Z", "2026-03-02", "$.touchpoints[1].at", "not an instant")]
    [InlineData("2026-03-02T09:00:00Z", "2026-03-02T09:00:00+01:00", "$.touchpoints[1].at", "not an instant")]
    [InlineData("2026-03-02T09:00:00Z", "0001-01-01T00:00:00Z", "$.touchpoints[1].at", "from 0001-01-02")]
    [InlineData("2026-03-02T09:00:00Z", "9999-12-31T00:00:00Z", "$.touchpoints[1].at", "to 9999-12-30")]
    [InlineData("[\"ada\"]", "[]", "$.touchpoints[1]", "0 participants")]
    [InlineData("[\"ada\"]", "[\"ada\",\"ada\"]", "$.touchpoints[1]", "named twice")]
    [InlineData("[\"ada\"]", "[null]", "$.touchpoints[1]", "null")]
    [InlineData(
        "\"mutual\"", "\"mutual\",\"outcome\":\"lost\"", "$.touchpoints[1].outcome",
        "\"lost\" is unknown; it must be one of delivered, answered, attempted")]
    [InlineData("\"mutual\"", "\"mutual\",\"gesture\":\"checkin\"", "$.touchpoints[1].gesture", "\"checkin\" is unknown")]
    [InlineData("\"mutual\"", "\"mutual\",\"lengthMicroseconds\":-1", "$.touchpoints[1]", "from 0 to 31 days")]
    [InlineData("\"mutual\"", "\"mutual\",\"lengthMicroseconds\":2678400000001", "$.touchpoints[1]", "from 0 to 31 days")]
    [InlineData("\"mutual\"", "\"mutual\",\"lengthMicroseconds\":9223372036854775807", "$.touchpoints[1]", "breaks a rule")]
    [InlineData("\"mutual\"", "\"mutual\",\"facet\":\"\"", "$.touchpoints[1]", "0 characters")]
    [InlineData("\"mutual\"", "\"mutual\",\"id\":\" \"", "$.touchpoints[1]", "white space")]
    [InlineData("\"mutual\"", "\"mutual\",\"source\":{\"name\":\"\",\"key\":\"1\"}", "$.touchpoints[1]", "0 characters")]
    [InlineData("\"mutual\"", "\"mutual\",\"othersPresent\":1000001", "$.touchpoints[1]", "from 0 to 1000000")]
    [InlineData("\"mutual\"", "\"mutual\",\"recordedAt\":\"soon\"", "$.touchpoints[1].recordedAt", "not an instant")]
    public void Load_BadPart_IsNamedWithItsPath(string part, string bad, string path, string what) =>
        AssertRefused(Document($$"""{{{Good}},"id":"first"}""", $"{{{Good.Replace(part, bad, StringComparison.Ordinal)}}}"), path, what);

    [Fact]
    public void Load_NullEntryOrTwoOfOneIdentity_IsRefused()
    {
        AssertRefused(Document("null"), "$.touchpoints[0]", "null");
        AssertRefused(Document($"{{{Good}}}", $$"""{{{Good}},"note":"n"}"""), "$.touchpoints[1]", "identities must differ");
    }

    [Fact]
    public void Load_Superseded_MustFitTogether()
    {
        const string Monday = "\"until\":\"2026-03-09T09:00:00Z\"";
        AssertRefused(Superseded("", "null"), "$.superseded[0]", "null");
        AssertRefused(
            Superseded("", $$"""{"touchpoint":{{{Good}}},"until":"2026-03-02T08:59:59.999999Z"}"""), "$.superseded[0].until",
            "before it was recorded");
        AssertRefused(Superseded("", $$"""{"touchpoint":{{{Good}}},"until":"later"}"""), "$.superseded[0].until", "not an instant");
        AssertRefused(
            Superseded("", $$"""{"touchpoint":{{{Good.Replace("voice", "", StringComparison.Ordinal)}}},{{Monday}}}"""),
            "$.superseded[0].touchpoint", "0 characters");
        AssertRefused(
            Superseded($"{{{Good}}}", $$"""{"touchpoint":{{{Good}}},{{Monday}}}"""), "$.touchpoints[0].recordedAt",
            "before what it supersedes");
        AssertRefused(
            Superseded("", $$"""{"touchpoint":{{{Good}}},{{Monday}}},{"touchpoint":{{{Good}}},"until":"2026-03-08T09:00:00Z"}"""),
            "$.superseded[0].touchpoint.recordedAt",
            "before what it superseded");
        Assert.Single(
            Loaded(Superseded($$"""{{{Good}},"recordedAt":"2026-03-09T09:00:00Z"}""", $$"""{"touchpoint":{{{Good}}},{{Monday}}}""")));
    }

    private static string Document(params string[] touchpoints) =>
        $$"""{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[{{string.Join(',', touchpoints)}}]}""";

    private static string Superseded(string touchpoint, string superseded) =>
        $$"""{"format":"relationshipkit/touchpoints","version":1,"touchpoints":[{{touchpoint}}],"superseded":[{{superseded}}]}""";

    private static void AssertRefused(string json, string path, string what)
    {
        var refusal = Assert.ThrowsAny<JsonException>(() => Loaded(json));
        Assert.Contains(what, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(path, refusal.Path);
        Assert.EndsWith($"Path: {path}.", refusal.Message, StringComparison.Ordinal);
    }

    private static TouchpointLog Loaded(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return TouchpointLogJson.Load(stream);
    }

    private static string Saved(TouchpointLog log)
    {
        using var stream = new MemoryStream();
        TouchpointLogJson.Save(stream, log);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
