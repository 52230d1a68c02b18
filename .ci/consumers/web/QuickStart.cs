using NodaTime;
using RelationshipKit;

/// <summary>The first hour, with two usings.</summary>
internal static class QuickStart
{
    public static void Run()
    {
        var asOf = Instant.FromUtc(2026, 3, 2, 9, 0);
        var book = RelationshipBook.Create(DateTimeZoneProviders.Tzdb["Europe/London"], Cadence.Every(Period.FromWeeks(3)))
            .Add(new Contact("ada", "Ada") { Circle = Circle.Close }).OrThrow()
            .Record("ada", Channel.InPerson, Instant.FromUtc(2026, 1, 10, 18, 0)).OrThrow()
            .Record("ada", Channel.Message, Instant.FromUtc(2026, 1, 28, 8, 30), Direction.Incoming).OrThrow();

        var score = book.ScoreOf("ada", asOf);
        Console.WriteLine($"strength {score.Strength:0.00} ({score.Evidence}), {score.Rhythm}, balance {score.Reciprocity}");
        Console.WriteLine($"in touch within 30 days: {score.Forecast.ContactWithin(Duration.FromDays(30)):P0}");
        foreach (var due in book.DueBy(asOf, new LocalDate(2026, 3, 8)))
        {
            Console.WriteLine(due);
        }
    }
}
