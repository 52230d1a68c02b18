using NodaTime;

namespace RelationshipKit.Validation.Lives;

/// <summary>Some weeks of somebody's life under one rule.</summary>
internal sealed class Life
{
    private const double OwnShare = 0.3;
    private const int OwnDays = 180;
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime Morning = new(9, 0);
    private static readonly Duration AnswersAfter = Duration.FromHours(20);

    private readonly ILifeRule rule;
    private readonly LifeDraw draw;
    private readonly int minutes;
    private readonly LocalDate start;
    private readonly Dictionary<ContactId, (double PerDay, Channel Channel)> own;
    private readonly LifeCount count;
    private RelationshipBook book;

    public Life(RelationshipBook book, LocalDate start, int weeks, int minutes, ILifeRule rule, LifeDraw draw)
    {
        this.book = book;
        this.start = start;
        this.minutes = minutes;
        this.rule = rule;
        this.draw = draw;
        own = book.Contacts.ToDictionary(contact => contact.Id, OwnOf);
        count = new LifeCount(book, start, weeks);
        for (var week = 0; week < weeks; week++)
        {
            LiveWeek(new LifeWeek(this.book, start.PlusWeeks(week), week, minutes, draw));
        }

        Result = count.ToResult();
    }

    public LifeResult Result { get; }

    private void LiveWeek(LifeWeek week)
    {
        var happened = new List<Touchpoint>();
        for (var day = 0; day < 7; day++)
        {
            var date = week.Monday.PlusDays(day);
            happened.AddRange(own
                .Where(row => draw.Writes(row.Key, (7 * week.Number) + day, row.Value.PerDay))
                .Select(row => new Touchpoint(row.Key, At(date, Morning), row.Value.Channel, Direction.Incoming)));
        }

        var touches = rule.TouchesOf(week).ToArray();
        ThrowIfNotAllowed(week, touches);
        foreach (var touch in touches)
        {
            happened.AddRange(TouchpointsOf(week, touch, happened).ToArray());
        }

        count.Add(week, touches);
        book = book.Record(happened).OrThrow();
        count.AddEnd(book, At(week.Monday.PlusDays(7), LocalTime.Midnight));
    }

    private IEnumerable<Touchpoint> TouchpointsOf(LifeWeek week, LifeTouch touch, List<Touchpoint> happened)
    {
        var at = At(touch.Day, Noon);
        if (book.Scorer.Fold.Channels.Single(row => row.Channel == touch.Channel).Class == Ties.ChannelClass.Rich)
        {
            yield return new Touchpoint(touch.Contact, at, touch.Channel, Direction.Mutual) { Gesture = touch.Gesture };
            yield break;
        }

        var last = book.Touchpoints.Of(book.Find(touch.Contact)!).Concat(happened.Where(other => other.Participants[0] == touch.Contact))
            .Where(other => other.IsContact && other.At <= at).Select(other => (Instant?)other.End).Max();
        var silentDays = last is { } then ? (at - then).TotalDays : double.PositiveInfinity;
        yield return new Touchpoint(touch.Contact, at, touch.Channel, Direction.Outgoing) { Gesture = touch.Gesture };
        if (draw.IsAnswered(touch.Contact, week.Number, silentDays))
        {
            yield return new Touchpoint(touch.Contact, at + AnswersAfter, touch.Channel, Direction.Incoming);
        }
    }

    // A rule that breaks what holds for all would win unfairly.
    private static void ThrowIfNotAllowed(LifeWeek week, LifeTouch[] touches)
    {
        if (touches.Sum(touch => touch.Minutes) > week.Minutes)
        {
            throw new InvalidOperationException("A week is longer than it has minutes.");
        }

        foreach (var touch in touches)
        {
            if (!week.OpenDaysOf(week.Book.Find(touch.Contact)!, touch.Day).Contains(touch.Day))
            {
                throw new InvalidOperationException("A touch lies on a day on which the contact must not be touched.");
            }
        }
    }

    private (double PerDay, Channel Channel) OwnOf(Contact contact)
    {
        var since = At(start, LocalTime.Midnight) - Duration.FromDays(OwnDays);
        var theirs = book.Touchpoints.Of(contact)
            .Where(touch => touch.IsContact && touch.Direction == Direction.Incoming && touch.At >= since)
            .ToArray();
        var usual = theirs.Where(touch => !RelationshipKit.Touchpoints.Heard.IsBothAtOnce(touch.Channel)).CountBy(touch => touch.Channel)
            .OrderByDescending(row => row.Value).ThenBy(
                row => row.Key.Name, StringComparer.Ordinal).Select(row => row.Key).FirstOrDefault(Channel.Message);
        return (OwnShare * theirs.Length / OwnDays, usual);
    }

    private Instant At(LocalDate day, LocalTime time) => (day + time).InZoneLeniently(book.Zone).ToInstant();
}
