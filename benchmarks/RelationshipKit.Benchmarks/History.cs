using System.Globalization;
using NodaTime;

namespace RelationshipKit.Benchmarks;

/// <summary>Made-up histories, the same in every run.</summary>
internal static class History
{
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly Channel[] Channels = [Channel.Message, Channel.Email, Channel.Voice, Channel.InPerson];

    /// <summary>Returns touchpoints on so many days, two on each, oldest first.</summary>
    public static Touchpoint[] OfDays(int contactDays)
    {
        var random = new Random(20260302);
        var contact = ContactId.FromValue("ada");
        var touchpoints = new List<Touchpoint>(2 * contactDays);
        for (var day = contactDays; day > 0; day--)
        {
            for (var hours = 9; hours > 0; hours -= 8)
            {
                var at = Now - Duration.FromDays(2 * day) + Duration.FromMinutes((60 * (9 - hours)) + random.Next(60));
                touchpoints.Add(new Touchpoint(contact, at, Channels[random.Next(Channels.Length)], (Direction)random.Next(1, 4)));
            }
        }

        return [.. touchpoints];
    }

    /// <summary>Returns touchpoints with so many contacts over two years, in no order.</summary>
    public static Touchpoint[] OfContacts(int contacts, int touchpoints)
    {
        var random = new Random(20260302);
        return
        [
            .. Enumerable.Range(0, touchpoints).Select(_ => new Touchpoint(
                ContactId.FromValue(string.Create(CultureInfo.InvariantCulture, $"c{random.Next(contacts)}")),
                Now - Duration.FromSeconds(random.Next(730 * 86_400)),
                Channels[random.Next(Channels.Length)],
                (Direction)random.Next(1, 4))),
        ];
    }
}
