using System.Globalization;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SeedGenerator;

/// <summary>A quiet person in Santiago, where clocks change at midnight: 20 contacts over two years, most of them seldom.</summary>
internal static class QuietSeed
{
    private const int People = 20;

    private static readonly LocalDate First = new(2024, 2, 15);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Santiago"];

    public static Seed Create()
    {
        var random = new Dice(20_2024);
        var names = SeedGenerator.People.Draw(random, People);
        var log = new TouchpointLog();
        for (var i = 0; i < People; i++)
        {
            AddYears(log, random, IdOf(i), usualGapDays: 25 + (i * i));
        }

        // 5 April 2025 has its last hour twice, and 7 September no midnight at all.
        foreach (var (utc, channel) in new[]
        {
            (Instant.FromUtc(2025, 4, 6, 2, 45), Channel.Message),
            (Instant.FromUtc(2025, 4, 6, 3, 45), Channel.Message),
            (Instant.FromUtc(2025, 4, 6, 4, 0), Channel.Message),
            (Instant.FromUtc(2025, 9, 7, 3, 59), Channel.Voice),
            (Instant.FromUtc(2025, 9, 7, 4, 0), Channel.Voice),
        })
        {
            log.Add(new Touchpoint(IdOf(0), utc, channel, Direction.Incoming));
        }

        return new Seed(
            "quiet",
            "A quiet person",
            "Made up by a seeded generator: 20 contacts over two years, in a zone whose clocks change at midnight.",
            "Noa",
            Zone,
            Instant.FromUtc(2026, 2, 15, 12, 0),
            SeedContributions.Spread(Enumerable.Range(0, People).Select(i => ContactOf(i, names[i]))),
            log,
            SeedCadences.Quiet())
        {
            Profile = SeedContributions.Quiet,
        };
    }

    private static void AddYears(TouchpointLog log, Dice random, ContactId contact, int usualGapDays)
    {
        var day = random.From(0, 2 * usualGapDays);
        while (day <= 730)
        {
            var at = Zone.AtLeniently(First.PlusDays(day) + new LocalTime(random.From(9, 23), random.Below(60))).ToInstant();
            var channel = random.Draw(
                (Channel.Message, 55), (Channel.Voice, 20), (Channel.InPerson, 15), (Channel.Letter, 5), (Channel.Email, 5));
            log.Add(
                new Touchpoint(
                    contact, at, channel,
                    random.Draw((Direction.Incoming, 50), (Direction.Outgoing, 35), (Direction.Mutual, 10), (Direction.Unknown, 5))));
            day += random.From((usualGapDays / 2) + 1, usualGapDays * 2);
        }
    }

    private static ContactId IdOf(int index) => ContactId.FromValue(string.Create(CultureInfo.InvariantCulture, $"q{index + 1:00}"));

    private static Contact ContactOf(int index, string name) =>
        new(IdOf(index), name)
        {
            Facets = [index % 4 == 3 ? Facet.Family : Facet.Personal],
            Circle = index switch { < 3 => Circle.Inner, < 9 => Circle.Close, _ => Circle.Affinity },
        };
}
