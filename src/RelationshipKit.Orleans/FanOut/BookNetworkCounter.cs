using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Orleans;

/// <summary>Counts from the owner's own book alone: who met whom is told by touchpoints that name several.</summary>
internal sealed class BookNetworkCounter : INetworkCounter
{
    private const int Windows = 12;
    private const int RecentDays = 90;

    // One contact-day tells no rhythm.
    private const int LeastContactDays = 2;

    public void Count(string owner, RelationshipBook book, Instant asOf, Duration horizon, NetworkHistory history)
    {
        for (var window = 0; window <= Windows; window++)
        {
            var at = asOf - (horizon * window);
            var around = new Surroundings(book, at);
            foreach (var contact in book.Contacts)
            {
                var score = book.ScoreOf(contact.Id, at);
                if (score.ContactDays < LeastContactDays)
                {
                    continue;
                }

                var (silent, common, recent, either) = around.Of(contact.Id);
                bool? wasInTouch = window == 0 ? null : book.ScoreOf(contact.Id, at + horizon).LastTouch > at;
                history.Add(score.Forecast, horizon, silent, common, recent, either, wasInTouch);
            }
        }
    }

    /// <summary>
    /// When the owner was last in touch with each contact, and when each two contacts were met together, up to an instant.
    /// </summary>
    private sealed class Surroundings
    {
        private readonly Instant at;
        private readonly Dictionary<ContactId, Instant> own = [];
        private readonly Dictionary<ContactId, Dictionary<ContactId, Instant>> together = [];

        public Surroundings(RelationshipBook book, Instant at)
        {
            this.at = at;
            var counted = book.Touchpoints.Where(
                touchpoint => touchpoint.At <= at && touchpoint.Outcome != Outcome.Attempted && !touchpoint.IsAutomatic);
            foreach (var touchpoint in counted)
            {
                ContactId[] people = [.. touchpoint.Participants.Select(id => book.Find(id)?.Id ?? id).Distinct()];
                foreach (var one in people)
                {
                    Keep(own, one, touchpoint.At);
                    foreach (var other in people.Where(other => other != one))
                    {
                        if (!together.TryGetValue(one, out var met))
                        {
                            together.Add(one, met = []);
                        }

                        Keep(met, other, touchpoint.At);
                    }
                }
            }
        }

        public (double SilentElsewhereDays, int Common, int Recent, int Either) Of(ContactId contact)
        {
            var met = together.GetValueOrDefault(contact) ?? [];
            var recentFrom = at - Duration.FromDays(RecentDays);

            // Everybody who was met together with the contact was also met by the owner.
            var silent = (SilentDays(own.Where(row => row.Key != contact).Select(row => row.Value)) + SilentDays(met.Values)) / 2;
            var recent = met.Count(row => row.Value >= recentFrom && own[row.Key] >= recentFrom);
            return (silent, met.Count, recent, own.Count - (own.ContainsKey(contact) ? 1 : 0));
        }

        private double SilentDays(IEnumerable<Instant> touches) =>
            touches.DefaultIfEmpty(Instant.MinValue).Max() is var last && last == Instant.MinValue
            ? double.PositiveInfinity
            : (at - last).TotalDays;

        private static void Keep(Dictionary<ContactId, Instant> latest, ContactId id, Instant at)
        {
            if (!latest.TryGetValue(id, out var held) || held < at)
            {
                latest[id] = at;
            }
        }
    }
}
