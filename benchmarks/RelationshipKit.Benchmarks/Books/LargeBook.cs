using System.Globalization;
using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;

namespace RelationshipKit.Benchmarks.Books;

/// <summary>Books of ten years, the same in every run: 240 touchpoints a contact on average, and a heavy tail.</summary>
internal static class LargeBook
{
    /// <summary>The contacts of the full size, and the touchpoints of the busiest of them.</summary>
    public const int Contacts = 2_000;
    public const int Busiest = 2_258;

    private const int TouchpointsEach = 240;
    private const int Minutes = 10 * 365 * 1_440;

    private static readonly Circle[] Circles = [Circle.Inner, Circle.Close, Circle.Affinity, Circle.Active];
    private static readonly Channel[] Channels = [Channel.Message, Channel.Email, Channel.Voice, Channel.InPerson];

    public static readonly ICadencePolicy Policy =
        Cadence.Soonest(
            Cadence.ReplyOwed(5), Cadence.BackOff(Cadence.First(Cadence.ByCircle(), Cadence.FromRhythm()), 1.5, 5), Cadence.Occasions(7));

    public static RelationshipBook Of(int contacts) => RelationshipBookFactory.Default.Open(
        DateTimeZoneProviders.Tzdb["Europe/London"], People(contacts), Touchpoints(contacts), new CadenceRules { Policy = Policy });

    public static Contact[] People(int contacts) =>
    [
        .. Enumerable.Range(0, contacts).Select(i => new Contact(IdOf(i), $"Contact {i}")
        {
            Circle = Circles[i % Circles.Length],
            Addresses = [Address.Email($"c{i}@example.org")],
        }),
    ];

    public static List<Touchpoint> Touchpoints(int contacts)
    {
        var random = new Random(20260302);
        var touchpoints = new List<Touchpoint>(contacts * TouchpointsEach);
        var counts = HeavyTail.Counts(contacts * TouchpointsEach, contacts, Busiest);
        for (var i = 0; i < contacts; i++)
        {
            for (var touch = 0; touch < counts[i]; touch++)
            {
                var at = History.Now - Duration.FromSeconds((60L * random.Next(1_440, Minutes)) + random.Next(60));
                touchpoints.Add(new Touchpoint(IdOf(i), at, Channels[random.Next(i % 3 == 0 ? 2 : 4)], (Direction)random.Next(1, 4)));
            }
        }

        return touchpoints;
    }

    public static ContactId IdOf(int contact) => ContactId.FromValue(string.Create(CultureInfo.InvariantCulture, $"c{contact:00000}"));
}
