using NodaTime;
using NodaTime.Text;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SeedGenerator;

/// <summary>A dozen contacts of one person in London over fourteen months, every touchpoint chosen by hand.</summary>
/// <remarks>
/// Each contact shows one state: Amara a strong tie of two facets, Björn a fading one, Chiara one the owner carries alone, Davit one he
/// carries alone, Elif a quiet one, Farah somebody never contacted, Gethin missed calls only, Hana light channels only, Inês letters both
/// ways, Jorge a young working tie, Kavya family, Liam a tie of groups.
/// </remarks>
internal static class DozenSeed
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static Seed Create()
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in Touchpoints())
        {
            log.Add(touchpoint);
        }

        // Two entries that turned out wrong: a dinner noted on the wrong evening, and a call that never took place.
        var misdated = At("2025-06-13 18:30", Channel.InPerson, Direction.Mutual, "bjorn");
        log.Add(misdated);
        log.Correct(misdated.Key, At("2025-06-12 18:30", Channel.InPerson, Direction.Mutual, "bjorn"), Utc("2025-06-15 08:00"));
        var imagined = At("2025-08-02 10:00", Channel.Voice, Direction.Outgoing, "elif");
        log.Add(imagined);
        log.Retract(imagined.Key, Utc("2025-08-03 10:00"));

        return new Seed(
            "dozen",
            "A dozen people",
            "Made up and worked by hand: each contact shows one state a tie can be in.",
            "Robin",
            DateTimeZoneProviders.Tzdb["Europe/London"],
            Utc("2026-03-02 09:00"),
            DozenContacts.All(),
            log,
            SeedCadences.Dozen())
        {
            Profile = SeedContributions.Dozen,
        };
    }

    internal static Instant Utc(string text) => Minutes.Parse(text).Value.InUtc().ToInstant();

    private static IEnumerable<Touchpoint> Touchpoints() =>
    [
        // Amara: old friend and client; seen about every ten days, most lately yesterday.
        At(
            "2025-01-11 19:00", Channel.InPerson, Direction.Mutual, "amara") with { Facet = Facet.Personal,
            Length = Duration.FromMinutes(180) },
        At(
            "2025-02-03 10:00", Channel.Video, Direction.Mutual, "amara") with { Facet = Facet.Professional, Gesture = Gesture.Advice,
            Length = Duration.FromMinutes(45) },
        At("2025-03-08 11:30", Channel.InPerson, Direction.Outgoing, "amara") with { Facet = Facet.Personal, Gesture = Gesture.Invite },
        At(
            "2025-04-20 14:00", Channel.Voice, Direction.Incoming, "amara") with { Facet = Facet.Personal, Gesture = Gesture.CheckIn,
            Length = Duration.FromMinutes(25) },
        At(
            "2025-05-27 09:15", Channel.Email, Direction.Outgoing, "amara") with { Facet = Facet.Professional, Gesture = Gesture.FollowUp,
            Outcome = Outcome.Answered },
        At(
            "2025-07-05 17:00", Channel.InPerson, Direction.Mutual, "amara", "kavya") with { Facet = Facet.Personal,
            Note = "Picnic on the heath." },
        At("2025-08-16 12:00", Channel.InPerson, Direction.Incoming, "amara") with { Facet = Facet.Personal, Gesture = Gesture.Invite },
        At("2025-10-02 15:30", Channel.Video, Direction.Mutual, "amara") with { Facet = Facet.Professional },
        At("2025-11-14 18:45", Channel.InPerson, Direction.Mutual, "amara") with { Facet = Facet.Personal, Gesture = Gesture.Gift },
        At(
            "2025-12-06 13:00", Channel.InPerson, Direction.Mutual, "amara", "jorge") with { Facet = Facet.Professional,
            Gesture = Gesture.Introduction },
        At(
            "2025-12-28 20:10", Channel.Voice, Direction.Outgoing, "amara") with { Facet = Facet.Personal,
            Length = Duration.FromMinutes(40) },
        At("2026-01-09 19:30", Channel.InPerson, Direction.Mutual, "amara") with { Facet = Facet.Personal },
        At("2026-01-21 08:05", Channel.Message, Direction.Incoming, "amara") with { Facet = Facet.Personal, Gesture = Gesture.Share },
        At("2026-01-21 08:40", Channel.Message, Direction.Outgoing, "amara") with { Facet = Facet.Personal },
        At("2026-02-07 12:30", Channel.InPerson, Direction.Mutual, "amara") with { Facet = Facet.Personal },
        At("2026-02-17 16:00", Channel.Video, Direction.Incoming, "amara") with { Facet = Facet.Professional, Gesture = Gesture.Thank },
        At(
            "2026-03-01 11:00", Channel.InPerson, Direction.Mutual, "amara") with { Facet = Facet.Personal,
            Length = Duration.FromMinutes(150) },

        // Björn: dinner every month until October, and nothing since but one message.
        At("2025-01-16 18:30", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-02-13 18:30", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-03-13 18:30", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-04-17 18:00", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-05-15 18:00", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-07-17 18:00", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-08-14 18:00", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-09-11 18:00", Channel.InPerson, Direction.Mutual, "bjorn"),
        At("2025-10-09 18:00", Channel.InPerson, Direction.Mutual, "bjorn") with { Gesture = Gesture.Apology },
        At("2025-12-24 10:00", Channel.Message, Direction.Incoming, "bjorn") with { Gesture = Gesture.CheckIn },

        // Chiara: Robin writes and calls, she seldom answers.
        At("2025-03-02 10:00", Channel.Email, Direction.Outgoing, "chiara") with { Gesture = Gesture.Share },
        At("2025-04-29 17:20", Channel.Message, Direction.Outgoing, "chiara") with { Gesture = Gesture.CheckIn },
        At(
            "2025-06-21 09:00", Channel.Message, Direction.Outgoing, "chiara") with { Gesture = Gesture.Congratulate,
            Outcome = Outcome.Answered },
        At("2025-06-21 21:40", Channel.Message, Direction.Incoming, "chiara") with { Gesture = Gesture.Thank },
        At("2025-08-30 19:00", Channel.Voice, Direction.Outgoing, "chiara") with { Outcome = Outcome.Attempted },
        At("2025-08-31 19:00", Channel.Voice, Direction.Outgoing, "chiara"),
        At("2025-10-18 12:00", Channel.Email, Direction.Outgoing, "chiara") with { Gesture = Gesture.Encouragement },
        At("2025-12-12 08:30", Channel.Email, Direction.Outgoing, "chiara") with { Gesture = Gesture.Invite },
        At("2025-11-09 12:00", Channel.Message, Direction.Outgoing, "chiara"),
        At("2025-12-31 22:50", Channel.Message, Direction.Outgoing, "chiara"),
        At("2026-01-14 08:30", Channel.Message, Direction.Outgoing, "chiara") with { Gesture = Gesture.CheckIn },
        At("2026-01-27 18:15", Channel.Voice, Direction.Outgoing, "chiara") with { Outcome = Outcome.Attempted },
        At("2026-01-30 08:30", Channel.Email, Direction.Outgoing, "chiara"),
        At("2026-02-11 08:30", Channel.Message, Direction.Outgoing, "chiara") with { Gesture = Gesture.Share },
        At("2026-02-20 08:30", Channel.Message, Direction.Outgoing, "chiara"),

        // Davit: the other way about.
        At("2025-02-22 13:00", Channel.Voice, Direction.Incoming, "davit"),
        At("2025-05-03 13:00", Channel.Voice, Direction.Incoming, "davit") with { Gesture = Gesture.CheckIn },
        At("2025-07-19 13:30", Channel.Voice, Direction.Incoming, "davit") with { Gesture = Gesture.Ask },
        At("2025-07-24 09:00", Channel.Email, Direction.Outgoing, "davit") with { Gesture = Gesture.Help },
        At("2025-09-27 12:15", Channel.Voice, Direction.Incoming, "davit") with { Gesture = Gesture.Thank },
        At("2025-11-22 13:00", Channel.Voice, Direction.Incoming, "davit"),
        At("2025-12-31 17:00", Channel.Message, Direction.Incoming, "davit"),
        At("2026-01-10 13:00", Channel.Voice, Direction.Incoming, "davit"),
        At("2026-01-24 13:00", Channel.Voice, Direction.Incoming, "davit") with { Gesture = Gesture.CheckIn },
        At("2026-02-07 13:05", Channel.Voice, Direction.Incoming, "davit"),
        At("2026-02-21 13:00", Channel.Voice, Direction.Incoming, "davit") with { Gesture = Gesture.Invite },

        // Elif: met once more after she moved away, and a card.
        At("2025-01-19 15:00", Channel.InPerson, Direction.Mutual, "elif"),
        At("2025-02-27 10:00", Channel.Letter, Direction.Incoming, "elif"),

        // Gethin: the number may have changed. Attempts are no contact.
        At("2025-09-06 11:00", Channel.Voice, Direction.Outgoing, "gethin") with { Outcome = Outcome.Attempted },
        At("2025-11-08 11:00", Channel.Voice, Direction.Outgoing, "gethin") with { Outcome = Outcome.Attempted },

        // Hana: chat and reactions, never a call. The message of 10 April is of the 11th in London: summer time.
        At("2025-04-10 23:30", Channel.Message, Direction.Incoming, "hana"),
        At("2025-04-11 06:30", Channel.Message, Direction.Outgoing, "hana"),
        At("2025-06-02 12:00", Channel.Social, Direction.Outgoing, "hana"),
        At("2025-08-19 12:00", Channel.Message, Direction.Outgoing, "hana") with { Gesture = Gesture.Share },
        At("2025-08-19 12:10", Channel.Message, Direction.Incoming, "hana"),
        At("2025-10-30 12:00", Channel.Social, Direction.Incoming, "hana"),
        At("2025-12-15 09:00", Channel.Message, Direction.Incoming, "hana"),
        At("2026-01-05 09:00", Channel.Message, Direction.Outgoing, "hana"),
        At("2026-01-26 09:00", Channel.Message, Direction.Incoming, "hana"),
        At("2026-02-09 21:00", Channel.Message, Direction.Outgoing, "hana"),
        At("2026-02-16 21:00", Channel.Message, Direction.Incoming, "hana"),
        At("2026-02-23 21:00", Channel.Message, Direction.Outgoing, "hana"),
        At("2026-02-27 07:45", Channel.Social, Direction.Incoming, "hana"),

        // Inês: letters, to and fro, and a gift for a birthday that comes every four years.
        At("2025-02-28 12:00", Channel.Letter, Direction.Outgoing, "ines") with { Gesture = Gesture.Congratulate },
        At("2025-04-22 12:00", Channel.Letter, Direction.Incoming, "ines"),
        At("2025-06-30 12:00", Channel.Letter, Direction.Outgoing, "ines"),
        At("2025-09-15 12:00", Channel.Letter, Direction.Incoming, "ines"),
        At("2025-12-08 12:00", Channel.Letter, Direction.Outgoing, "ines"),
        At(
            "2026-02-26 12:00", Channel.Letter, Direction.Outgoing, "ines") with { Gesture = Gesture.Gift,
            Source = new SourceKey("letter-book", "2026/7") },

        // Jorge: met through Amara in December; since then video calls and mail about one project.
        At(
            "2025-12-08 09:00", Channel.Email, Direction.Outgoing, "jorge") with { Gesture = Gesture.FollowUp, Outcome = Outcome.Answered,
            Source = new SourceKey("mailbox", "m-1041") },
        At("2025-12-08 15:30", Channel.Email, Direction.Incoming, "jorge") with { Source = new SourceKey("mailbox", "m-1042") },
        At("2026-01-13 10:00", Channel.Video, Direction.Mutual, "jorge") with { Length = Duration.FromMinutes(50), Id = "kick-off" },
        At(
            "2026-01-15 16:45", Channel.Email, Direction.Incoming, "jorge") with { Gesture = Gesture.Ask,
            Source = new SourceKey("mailbox", "m-1077") },
        At(
            "2026-01-16 09:10", Channel.Email, Direction.Outgoing, "jorge") with { Gesture = Gesture.Promise,
            Source = new SourceKey("mailbox", "m-1079") },
        At("2026-02-03 10:00", Channel.Video, Direction.Mutual, "jorge") with { Length = Duration.FromMinutes(35) },
        At("2026-02-24 10:00", Channel.Video, Direction.Mutual, "jorge") with { Length = Duration.FromMinutes(30) },

        // Kavya: a sister; calls most Sundays lately, the feast days, and the picnic above.
        At("2025-01-26 18:00", Channel.Voice, Direction.Mutual, "kavya") with { Facet = Facet.Family },
        At("2025-03-30 17:00", Channel.Voice, Direction.Outgoing, "kavya") with { Facet = Facet.Family },
        At("2025-05-11 17:00", Channel.Voice, Direction.Incoming, "kavya") with { Facet = Facet.Family },
        At("2025-09-14 17:00", Channel.Voice, Direction.Outgoing, "kavya") with { Facet = Facet.Family },
        At("2025-10-20 18:00", Channel.InPerson, Direction.Mutual, "kavya") with { Facet = Facet.Family, OthersPresent = 8 },
        At("2025-11-16 17:00", Channel.Voice, Direction.Incoming, "kavya-old-number") with { Facet = Facet.Family },
        At("2025-12-25 13:00", Channel.InPerson, Direction.Mutual, "kavya") with { Facet = Facet.Family, OthersPresent = 5 },
        At("2026-01-18 18:00", Channel.Voice, Direction.Incoming, "kavya") with { Facet = Facet.Family },
        At("2026-02-01 18:00", Channel.Voice, Direction.Outgoing, "kavya") with { Facet = Facet.Family },
        At("2026-02-08 18:00", Channel.Voice, Direction.Incoming, "kavya") with { Facet = Facet.Family },
        At("2026-02-22 18:00", Channel.Voice, Direction.Outgoing, "kavya") with { Facet = Facet.Family },

        // Liam: the choir, so always among others; the concert in May is still to come.
        At("2025-01-29 19:00", Channel.GroupEvent, Direction.Mutual, "liam") with { Facet = Facet.Community, OthersPresent = 24 },
        At("2025-03-26 19:00", Channel.GroupEvent, Direction.Mutual, "liam") with { Facet = Facet.Community, OthersPresent = 24 },
        At("2025-06-25 18:00", Channel.GroupEvent, Direction.Mutual, "liam", "hana") with { Facet = Facet.Community, OthersPresent = 60 },
        At("2025-10-29 19:00", Channel.GroupEvent, Direction.Mutual, "liam") with { Facet = Facet.Community, OthersPresent = 24 },
        At("2025-12-17 19:00", Channel.GroupEvent, Direction.Unknown, "liam") with { Facet = Facet.Community, OthersPresent = 99 },
        At("2026-02-25 19:00", Channel.GroupEvent, Direction.Mutual, "liam") with { Facet = Facet.Community, OthersPresent = 24 },
        At("2026-05-16 18:30", Channel.GroupEvent, Direction.Mutual, "liam") with { Facet = Facet.Community, OthersPresent = 24 },
    ];

    private static Touchpoint At(string utc, Channel channel, Direction direction, params string[] contacts) =>
        new(contacts.Select(ContactId.FromValue), Utc(utc), channel, direction);
}
