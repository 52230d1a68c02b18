using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SeedGenerator;

/// <summary>A busy professional in New York: 150 contacts over two years.</summary>
/// <remarks>
/// The contact of rank r (1 to 150) is touched on a day with a chance of about 0.6/r: a Zipf-like rhythm, as in measured call and mail
/// networks. Some ties begin late, some end early, each leans to one side, and work rests on weekends.
/// </remarks>
internal static class ProfessionalSeed
{
    private const int People = 150;

    private static readonly LocalDate First = new(2024, 2, 1);
    private static readonly LocalDate Last = new(2026, 1, 31);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly int Days = Period.DaysBetween(First, Last);

    public static Seed Create()
    {
        var random = new Dice(150_2024);
        var names = SeedGenerator.People.Draw(random, People);
        var ties = Enumerable.Range(1, People).Select(rank => Tie.Draw(random, rank, Days)).ToArray();
        var log = new TouchpointLog();
        for (var day = 0; day <= Days; day++)
        {
            var date = First.PlusDays(day);
            foreach (var tie in ties)
            {
                if (tie.IsTouchedOn(random, day, date.DayOfWeek))
                {
                    AddContactDay(log, random, ties, tie, day, date);
                }
            }

            if (date.DayOfWeek == IsoDayOfWeek.Thursday && date.Day <= 7)
            {
                AddReception(log, random, ties, date);
            }
        }

        return new Seed(
            "professional",
            "A busy professional",
            "Made up by a seeded generator: 150 contacts over two years, with rhythms that fall off with rank.",
            "Jordan",
            Zone,
            Zone.AtLeniently(new LocalDateTime(2026, 2, 1, 8, 0)).ToInstant(),
            SeedContributions.Spread(ties.Select(tie => ContactOf(tie, names[tie.Rank - 1]))),
            log,
            SeedCadences.Professional())
        {
            Profile = SeedContributions.Professional,
        };
    }

    private static void AddContactDay(TouchpointLog log, Dice random, Tie[] ties, Tie tie, int day, LocalDate date)
    {
        var channel = ChannelFor(random, tie.Facet);
        var at = InstantOn(random, date);
        var direction = channel == Channel.InPerson || channel == Channel.Video
            ? Direction.Mutual
            : random.Below(100) < tie.OutgoingPercent ? Direction.Outgoing : Direction.Incoming;
        var company = channel == Channel.InPerson && random.Chance(0.15)
            ? ties.Where(other => other.Facet == tie.Facet && other != tie && other.IsAliveOn(day)).Take(random.From(1, 3))
            : [];
        var touchpoint = new Touchpoint([tie.Id, .. company.Select(other => other.Id)], at, channel, direction)
        {
            Facet = tie.Facet,
            Gesture = GestureFor(random),
            Outcome = channel == Channel.Voice && direction == Direction.Outgoing && random.Chance(0.2) ? Outcome.Attempted
                : direction == Direction.Outgoing && random.Chance(0.5) ? Outcome.Answered
                : Outcome.Delivered,
            Length = channel == Channel.Voice || channel == Channel.Video || channel == Channel.InPerson
                ? Duration.FromMinutes(5 * random.From(1, 24))
                : null,
            Source = channel == Channel.Email
                ? new SourceKey("mailbox", string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}-{tie.Rank}"))
                : null,
        };
        log.Add(touchpoint);
        if (touchpoint.Outcome == Outcome.Answered)
        {
            log.Add(
                new Touchpoint(
                    tie.Id, at + Duration.FromMinutes(random.From(3, 2_000)), channel, Direction.Incoming) { Facet = tie.Facet });
        }
    }

    // On the first Thursday of each month, an evening with many.
    private static void AddReception(TouchpointLog log, Dice random, Tie[] ties, LocalDate date)
    {
        var guests = ties.Where(tie => tie.Facet == Facet.Professional && random.Chance(0.05)).Select(tie => tie.Id).ToArray();
        if (guests.Length > 0)
        {
            var at = Zone.AtLeniently(date + new LocalTime(18, 30)).ToInstant();
            log.Add(
                new Touchpoint(
                    guests, at, Channel.GroupEvent, Direction.Mutual) { Facet = Facet.Professional, OthersPresent = random.From(10, 80) });
        }
    }

    private static Instant InstantOn(Dice random, LocalDate date) =>
        Zone.AtLeniently(date + new LocalTime(random.From(7, 22), random.Below(60))).ToInstant();

    private static Channel ChannelFor(Dice random, Facet facet) =>
        facet == Facet.Professional
            ? random.Draw(
                (Channel.Email, 50), (Channel.Video, 15), (Channel.Voice, 12), (Channel.Message, 13), (Channel.InPerson, 7),
                (Channel.Social, 3))
            : facet == Facet.Community
                ? random.Draw((Channel.Message, 45), (Channel.InPerson, 20), (Channel.Social, 20), (Channel.Email, 15))
                : random.Draw((Channel.Message, 50), (Channel.Voice, 22), (Channel.InPerson, 18), (Channel.Social, 6), (Channel.Letter, 4));

    private static Gesture GestureFor(Dice random) =>
        random.Draw(
            (Gesture.None, 70), (Gesture.CheckIn, 6), (Gesture.FollowUp, 6), (Gesture.Share, 4), (Gesture.Thank, 3), (Gesture.Advice, 2),
            (Gesture.Help, 2),
            (Gesture.Ask, 3), (Gesture.Introduction, 1), (Gesture.Congratulate, 1), (Gesture.Encouragement, 1), (Gesture.Promise, 1));

    private static Contact ContactOf(Tie tie, string name) =>
        new(tie.Id, name)
        {
            Facets = [tie.Facet],
            Circle = tie.Rank switch { <= 5 => Circle.Inner, <= 15 => Circle.Close, <= 50 => Circle.Affinity, _ => Circle.Active },
            Tags = tie.FirstDay > 0 ? ["met-lately"] : ImmutableArray<string>.Empty,
        };

    private sealed record Tie(int Rank, Facet Facet, int OutgoingPercent, int FirstDay, int LastDay)
    {
        public ContactId Id { get; } = ContactId.FromValue(string.Create(CultureInfo.InvariantCulture, $"p{Rank:000}"));

        public static Tie Draw(Dice random, int rank, int days) =>
            new(
                rank,
                random.Draw((Facet.Professional, 70), (Facet.Personal, 15), (Facet.Community, 10), (Facet.Family, 5)),
                random.From(15, 85),
                random.Chance(0.3) ? random.Below(days) : 0,
                random.Chance(0.2) ? random.From(days / 4, days) : days);

        public bool IsAliveOn(int day) => day >= FirstDay && day <= LastDay;

        public bool IsTouchedOn(Dice random, int day, IsoDayOfWeek weekday)
        {
            // Drawn whether it is used or not, so that one tie's life does not shift the next one's luck.
            var restful = weekday >= IsoDayOfWeek.Saturday && Facet == Facet.Professional;
            return random.Chance(0.6 / Rank * (restful ? 0.2 : 1)) && IsAliveOn(day);
        }
    }
}
