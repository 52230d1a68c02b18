using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Books;

/// <summary>What the log is of is kept in the book and decides which rates forecasts begin with.</summary>
public class LogKindTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly RelationshipBook Start = Filled(RelationshipBookFactory.Default);

    [Theory]
    [InlineData(LogKind.Mail, true)]
    [InlineData(LogKind.Calls, true)]
    [InlineData(LogKind.Chat, true)]
    [InlineData(LogKind.People, true)]
    [InlineData(LogKind.Calendar, false)]
    [InlineData(LogKind.Strangers, false)]
    [InlineData(LogKind.Unknown, false)]
    public void WithLogKind_OfEachKind_BeginsWithItsRates(LogKind kind, bool isMail)
    {
        var book = Start.WithLogKind(kind).OrThrow();

        Assert.Equal(kind, book.LogKind);
        Assert.Same(isMail ? RhythmHazard.Mail : RhythmHazard.Default, book.Scorer.Settings.Hazard);
        Assert.Equal(isMail, Within(book) > Within(Start));
    }

    [Fact]
    public void WithLogKind_NoSuchKind_Throws()
    {
        Assert.Contains(
            "Strangers", Assert.Throws<ArgumentOutOfRangeException>(() => Start.WithLogKind((LogKind)7)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RhythmHazard.For((LogKind)(-1)));
    }

    // Strength, rhythm and balance do not depend on the rates, the percentile and the forecast do.
    [Fact]
    public void WithLogKind_ChangesForecastAndPercentileOnly()
    {
        var (before, after) = (Start.ScoreOf("ada", AsOf), Start.WithLogKind(LogKind.Mail).Book.ScoreOf("ada", AsOf));

        Assert.Equal(
            (before.Strength, before.ExpectedContacts, before.Reciprocity, before.Momentum),
            (after.Strength, after.ExpectedContacts, after.Reciprocity, after.Momentum));
        Assert.Equal(before.Rhythm.UsualGapDays, after.Rhythm.UsualGapDays);
        Assert.NotEqual(before.Rhythm.SilencePercentile, after.Rhythm.SilencePercentile);
    }

    [Fact]
    public void WithLogKind_IsOneStepOfTheJournal()
    {
        var update = Start.WithLogKind(LogKind.Mail);
        var change = Assert.Single(update.Changes);

        Assert.Equal((BookChangeKind.LogKind, BookChangeAction.Added), (change.Kind, change.Action));
        Assert.Empty(update.Book.WithLogKind(LogKind.Mail).Changes);
        Assert.Equal(LogKind.Unknown, update.Book.Undo().OrThrow().LogKind);
        Assert.Same(RhythmHazard.Default, update.Book.Undo().OrThrow().Scorer.Settings.Hazard);
        var replayed = Start.Apply(BookChangeJson.Read(BookChangeJson.Write(update.Changes))).OrThrow();
        Assert.Equal((LogKind.Mail, Within(update.Book)), (replayed.LogKind, Within(replayed)));
    }

    [Fact]
    public void LogKind_IsKeptInDocumentsAndRows()
    {
        foreach (var kind in Enum.GetValues<LogKind>())
        {
            var book = Start.WithLogKind(kind).OrThrow();
            using var document = new MemoryStream();
            book.Save(document);
            document.Position = 0;
            RelationshipBook[] all = [RelationshipBook.Load(document), RelationshipBookFactory.Default.Open(BookContent.Of(book))];

            Assert.All(all, read => Assert.Equal((kind, Within(book)), (read.LogKind, Within(read))));
        }
    }

    [Fact]
    public void Read_OfAKindThatThereIsNot_NamesThem()
    {
        const string Changes =
            """{"format":"relationshipkit/changes","version":1,"steps":[{"revision":0,"changes":[{"kind":"logKind","key":"","after":"pigeons"}]}]}""";

        Assert.Contains(
            "mail, calls, chat, calendar, people, strangers", Assert.Throws<JsonException>(() => BookChangeJson.Read(Changes)).Message,
            StringComparison.Ordinal);
    }

    // Neither the zone nor corrections of ties lose the rates, and a change of the rates loses neither.
    [Fact]
    public void WithLogKind_BesideZoneAndCorrections_KeepsAll()
    {
        var tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
        var correction = new TieCorrection(0.5, AsOf, 90);
        var kindLast = Start.WithZone(tokyo).OrThrow().WithTieCorrection("ada", correction).OrThrow().WithLogKind(LogKind.Chat).OrThrow();
        var kindFirst = Start.WithLogKind(LogKind.Chat).OrThrow().WithZone(tokyo).OrThrow().WithTieCorrection("ada", correction).OrThrow();

        Assert.Equal(kindFirst.ScoreOf("ada", AsOf), kindLast.ScoreOf("ada", AsOf));
        Assert.NotEqual(Start.WithZone(tokyo).Book.ScoreOf("ada", AsOf).ExpectedContacts, kindLast.ScoreOf("ada", AsOf).ExpectedContacts);
    }

    // A start that a host chose gives way to what the owner's log is of; what was counted does not.
    [Fact]
    public void LogKind_BesideTheHostsHazard_TakesThePlaceOfAStartOnly()
    {
        var fitted = Start.FitForecast(AsOf);
        var chosen = Filled(FactoryWith(RhythmHazard.Mail));
        var counted = Filled(FactoryWith(fitted));

        Assert.True(fitted.Gaps > 0);
        Assert.Same(RhythmHazard.Mail, chosen.Scorer.Settings.Hazard);
        Assert.Same(RhythmHazard.Default, chosen.WithLogKind(LogKind.Strangers).Book.Scorer.Settings.Hazard);
        Assert.Same(RhythmHazard.Mail, chosen.WithLogKind(LogKind.Strangers).Book.Undo().Book.Scorer.Settings.Hazard);
        Assert.Same(fitted, counted.WithLogKind(LogKind.Mail).Book.Scorer.Settings.Hazard);
    }

    [Fact]
    public void FitForecast_OfABookThatSaysItsKind_BeginsWithIt()
    {
        var mail = Start.WithLogKind(LogKind.Mail).OrThrow();

        Assert.Equal(Start.FitForecast(AsOf, RhythmHazard.Mail), mail.FitForecast(AsOf));
        Assert.Equal(
            Start.FitForecast(AsOf, RhythmHazard.Mail),
            Filled(FactoryWith(Start.FitForecast(AsOf))).WithLogKind(LogKind.Mail).Book.FitForecast(AsOf));
        Assert.NotEqual(Start.FitForecast(AsOf), mail.FitForecast(AsOf));
    }

    private static RelationshipBookFactory FactoryWith(RhythmHazard hazard) =>
        new ServiceCollection().AddRelationshipKit(
            kit => kit.UseForecast(hazard)).BuildServiceProvider().GetRequiredService<RelationshipBookFactory>();

    private static RelationshipBook Filled(RelationshipBookFactory factory) =>
        factory.Create(DateTimeZoneProviders.Tzdb["Europe/London"]).Add(new Contact("ada", "Ada")).OrThrow()
            .Record(
                [.. ((int[])[12, 21, 33, 40, 58])
                    .Select(days => new Touchpoint("ada", AsOf - Duration.FromDays(days), Channel.Message, Direction.Mutual))],
                AsOf).OrThrow();

    private static double Within(RelationshipBook book) => book.ScoreOf("ada", AsOf).Forecast.ContactWithin(Duration.FromDays(30))!.Value;
}
