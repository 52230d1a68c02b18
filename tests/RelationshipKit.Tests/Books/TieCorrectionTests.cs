using System.Text.Json;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Books;

public class TieCorrectionTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");

    private static readonly RelationshipBook Book = RelationshipBook.Create(DateTimeZone.Utc)
        .Add([new Contact(Ada, "Ada") { Aliases = [ContactId.FromValue("a.l.")] }, new Contact("bob", "Bob")]).OrThrow()
        .Record([new Touchpoint(Ada, At, Channel.Voice, Direction.Mutual), new Touchpoint("bob", At, Channel.Voice, Direction.Mutual)])
            .OrThrow();

    [Fact]
    public void WithTieCorrection_AfterAHalfLife_AddsHalf()
    {
        var asOf = At + Duration.FromDays(60);
        var corrected = Book.WithTieCorrection("a.l.", new TieCorrection(2, At, 60)).OrThrow();

        Assert.Equal(Book.ScoreOf(Ada, asOf).ExpectedContacts + 1, corrected.ScoreOf(Ada, asOf).ExpectedContacts, 12);
        Assert.Equal(1 - Math.Exp(-corrected.ScoreOf(Ada, asOf).ExpectedContacts), corrected.ScoreOf(Ada, asOf).Strength.Value, 12);
        Assert.Equal(Book.ScoreOf("bob", asOf), corrected.ScoreOf("bob", asOf));
        Assert.Equal(Book.ScoreOf(Ada, asOf, Facet.Family), corrected.ScoreOf(Ada, asOf, Facet.Family));
        Assert.Equal(Book.ScoreOf(Ada, At - Duration.FromDays(1)), corrected.ScoreOf(Ada, At - Duration.FromDays(1)));
    }

    [Fact]
    public void WithTieCorrection_TakingAwayMoreThanThereIs_LeavesNone()
    {
        var score = Book.WithTieCorrection(Ada, new TieCorrection(-1_000, At)).OrThrow().ScoreOf(Ada, At);

        Assert.Equal(0, score.ExpectedContacts);
        Assert.Equal(Strength.None, score.Strength);
        Assert.Equal(1, score.ContactDays);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.2)]
    public void Explain_WithACorrection_SumsToTheStrength(double contacts)
    {
        var why = Book.WithTieCorrection(Ada, new TieCorrection(contacts, At)).OrThrow().Explain(Ada, At);

        Assert.Equal(why.Strength.Value, why.Parts.Sum(part => part.Contribution) + why.Correction, 12);
        Assert.Equal(Math.Sign(contacts), Math.Sign(why.Correction));
        Assert.Equal(0, Book.Explain(Ada, At).Correction);
    }

    [Fact]
    public void FallsTo_WhileACorrectionDownwardsFades_IsTheFirstInstantBelow()
    {
        var corrected = Book.WithTieCorrection(Ada, new TieCorrection(-0.05, At, 5)).OrThrow();
        var level = Strength.FromValue(corrected.ScoreOf(Ada, At).Strength.Value / 2);
        var falls = corrected.FallsTo(Ada, At, level)!.Value;

        Assert.True(corrected.ScoreOf(Ada, falls).Strength <= level);
        Assert.True(corrected.ScoreOf(Ada, falls - Duration.FromNanoseconds(1_000)).Strength > level);
        Assert.True(falls < Book.FallsTo(Ada, At, level));
    }

    [Fact]
    public void WithTieCorrection_SavedMergedAndZoned_Stays()
    {
        var correction = new TieCorrection(1.5, At, 90);
        var corrected = Book.WithTieCorrection(Ada, correction).OrThrow();
        using var stream = new MemoryStream();
        corrected.Save(stream);
        stream.Position = 0;

        Assert.Equal(correction, Assert.Single(RelationshipBook.Load(stream).TieCorrections).Value);
        Assert.Equal(correction, corrected.WithZone(DateTimeZoneProviders.Tzdb["Asia/Kathmandu"]).OrThrow().TieCorrections[Ada]);
        Assert.Equal(correction, corrected.Merge("bob", Ada).OrThrow().TieCorrections["bob"]);
        Assert.Empty(corrected.WithTieCorrection(Ada, null).OrThrow().TieCorrections);
        Assert.Empty(corrected.Erase(Ada).OrThrow().TieCorrections);
        Assert.Equal(BookRefusalReason.UnknownContact, Assert.Single(Book.WithTieCorrection("eve", correction).Refused).Reason);
        Assert.Equal("+1.5 contacts a month since 2026-03-02T09:00:00Z, half-life 90 days", correction.ToString());
    }

    [Theory]
    [InlineData(0, 180)]
    [InlineData(1_000.1, 180)]
    [InlineData(double.NaN, 180)]
    [InlineData(1, 0.9)]
    [InlineData(1, double.NaN)]
    [InlineData(1, 36_501)]
    public void TieCorrection_OutOfRange_IsRefused(double contacts, double days) =>
        Assert.Contains(
            "must be from", Assert.Throws<ArgumentOutOfRangeException>(() => new TieCorrection(contacts, At, days)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Score_OfAMeetingUnderTwoIdsOfOnePerson_CountsPeople()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add([new Contact(Ada, "Ada"), new Contact("ada2", "Ada")]).OrThrow();
        var alone = book.Record(new Touchpoint(Ada, At, Channel.InPerson, Direction.Mutual)).OrThrow().ScoreOf(Ada, At);
        var meeting = book.Record(new Touchpoint([Ada, "ada2"], At, Channel.InPerson, Direction.Mutual)).OrThrow();
        var merged = meeting.Merge(Ada, "ada2").OrThrow();

        Assert.Equal(alone, merged.ScoreOf(Ada, At));
        Assert.Equal(1, merged.Touchpoints.Of(Ada)[0].GroupSize);
        Assert.Equal(
            merged.ScoreOf(Ada, At),
            merged.WhatIf(
                Ada, At, new Touchpoint([Ada, "ada2"], At, Channel.InPerson, Direction.Mutual) { Id = "again" }) with { Touchpoints = 1,
                Outgoing = 1, Incoming = 1 });
        Assert.Equal(meeting.ScoreOf(Ada, At), merged.Split("ada2").OrThrow().ScoreOf(Ada, At));
        Assert.Equal(
            merged.ScoreOf(Ada, At),
            meeting.Merge(Ada, "ada2").Book.Retract(meeting.Touchpoints.Single().Key, At).Book.Restore(meeting.Touchpoints.Single().Key, At)
                .OrThrow()
                .ScoreOf(Ada, At));
    }

    [Fact]
    public void Replay_OfAReceiptStoredAsJson_SaysWhatDiffers()
    {
        var asOf = At + Duration.FromDays(10);
        var receipt = JsonSerializer.Deserialize<ScoreReceipt>(JsonSerializer.Serialize(Book.ReceiptOf("a.l.", asOf)))!;
        var more = Book.Record(new Touchpoint(Ada, At + Duration.FromDays(1), Channel.Email, Direction.Outgoing)).OrThrow();
        var circled = Book.Change(Book.Find(Ada)! with { Circle = Circle.Inner }).OrThrow();
        var other = new RelationshipBookFactory(FoldSettings.Default, ScoreSettings.Default with { BalancePrior = 3 })
            .Open(DateTimeZone.Utc, Book.Contacts, Book.Touchpoints);

        Assert.Equal(Book.ReceiptOf(Ada, asOf), receipt);
        Assert.Empty(Book.Replay(receipt).Differences);
        Assert.True(Book.Replay(receipt).IsReproduced);
        Assert.Equal([ReceiptDifference.History, ReceiptDifference.Score], more.Replay(receipt).Differences.ToArray());
        Assert.Empty(
            Book.Record(new Touchpoint(Ada, asOf + Duration.FromDays(1), Channel.Email, Direction.Outgoing))
                .OrThrow()
                .Replay(receipt).Differences);
        Assert.Empty(circled.Replay(receipt).Differences);
        Assert.Equal([ReceiptDifference.Settings], other.Replay(receipt).Differences.ToArray());
        Assert.Equal([ReceiptDifference.Contact], Book.Erase(Ada).OrThrow().Replay(receipt).Differences.ToArray());
        Assert.Equal(
            [ReceiptDifference.History, ReceiptDifference.Score],
            Book.WithTieCorrection(Ada, new TieCorrection(1, At)).OrThrow().Replay(receipt).Differences.ToArray());
        Assert.Empty(Book.WithTieCorrection(Ada, new TieCorrection(1, asOf + Duration.FromDays(1))).OrThrow().Replay(receipt).Differences);
        var elder = JsonSerializer.Deserialize<ScoreReceipt>(
            JsonSerializer.Serialize(receipt).Replace(receipt.Version, "0.0.9", StringComparison.Ordinal))!;
        Assert.Equal("reproduced; other Version", Book.Replay(elder).ToString());
        Assert.DoesNotContain("ada", receipt.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings", "00")]
    [InlineData("strength", "1.5")]
    [InlineData("asOf", "\"yesterday\"")]
    public void Receipt_WithABadPart_IsRefusedByItsPlace(string name, string value)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.Serialize(Book.ReceiptOf(Ada, At)))!;
        json[name] = value == "00" ? "00" : System.Text.Json.Nodes.JsonNode.Parse(value);

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ScoreReceipt>(json.ToJsonString()));
    }
}
