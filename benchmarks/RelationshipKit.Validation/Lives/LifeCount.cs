using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Validation.Lives;

/// <summary>Counts what a life was worth while it is lived.</summary>
internal sealed class LifeCount
{
    public const int GraceDays = 3;

    // A cadence of the book's own may ask for a date earlier; then a touch meant for it keeps it.
    private const int LongestLead = 7;

    private readonly Dictionary<ContactId, double> weights;
    private readonly List<(double Weighted, double Strength)> ends = [];
    private readonly List<DueDate> dates;
    private readonly HashSet<ContactId> people = [];
    private readonly Dictionary<ContactId, LocalDate> innerDue = [];
    private readonly HashSet<ContactId> innerReached = [];
    private int emptyWeeks;
    private int served;
    private int missed;

    public LifeCount(RelationshipBook book, LocalDate start, int weeks)
    {
        weights = book.Contacts.ToDictionary(contact => contact.Id, contact => WeightOf(contact.Circle));
        var end = start.PlusWeeks(weeks);
        dates =
            [.. book.Contacts.SelectMany(contact => DatesOf(contact, start, end))
                .Where(
                    date => Enumerable.Range(0, GraceDays + 1)
                        .Select(date.Day.PlusDays)
                        .Any(day => day >= start && day < end && IsOpen(book, date.Contact, day)))];
    }

    public void Add(LifeWeek week, LifeTouch[] touches)
    {
        var byContact = touches.ToDictionary(touch => touch.Contact);
        people.UnionWith(byContact.Keys);
        foreach (var contact in week.Book.Contacts)
        {
            var touch = byContact.GetValueOrDefault(contact.Id);
            CountWindow(week, contact, week.Resolutions[contact.Id], touch);
            if (touch is not null && innerDue.ContainsKey(contact.Id))
            {
                innerReached.Add(contact.Id);
            }
        }

        foreach (var date in dates)
        {
            // A wish to be reached at most so often may close days that were open before.
            date.WasOpen |= week.OpenDaysOf(date.Contact, date.Day).Any(day => day <= date.Day.PlusDays(GraceDays));
            date.IsKept |= byContact.TryGetValue(date.Contact.Id, out var touch) && touch.Day <= date.Day.PlusDays(GraceDays)
                && (touch.Day >= date.Day
                    || (touch.Gesture is Gesture.Congratulate or Gesture.Gift && touch.Day >= date.Day.PlusDays(-LongestLead)));
        }

        emptyWeeks += touches.Length == 0 && week.Book.Contacts.Any(contact => MayBeTouched(week, contact)) ? 1 : 0;
    }

    public void AddEnd(RelationshipBook book, Instant end)
    {
        var strengths = book.Contacts.Select(contact => (contact.Id, book.ScoreOf(contact.Id, end).Strength.Value)).ToArray();
        ends.Add((strengths.Sum(row => weights[row.Id] * row.Value), strengths.Sum(row => row.Value)));
    }

    public LifeResult ToResult() => new(
        ends.Average(end => end.Weighted),
        ends.Average(end => end.Strength),
        ends[^1].Weighted,
        ends[^1].Strength,
        people.Count,
        innerReached.Count,
        innerDue.Count,
        dates.Count(date => date.IsKept || date.WasOpen),
        dates.Count(date => date.IsKept),
        emptyWeeks,
        served + missed,
        served);

    private static double WeightOf(Circle? circle) => circle?.Name switch { "inner" => 4, "close" => 3, "affinity" => 2, _ => 1 };

    private static bool MayBeTouched(LifeWeek week, Contact contact) =>
        week.Resolutions[contact.Id].State is CadenceState.Comfortable or CadenceState.Ripe or CadenceState.Lapsed or CadenceState.Dormant
        && week.OpenDaysOf(contact, week.Monday).Any();

    private static bool IsOpen(RelationshipBook book, Contact contact, LocalDate day) =>
        contact.State == ContactState.Active && PlanSettings.Default.WorkingDays.Contains(day.DayOfWeek)
            && book.Cadences.Bars(contact, day) is null;

    private static IEnumerable<DueDate> DatesOf(Contact contact, LocalDate start, LocalDate end)
    {
        foreach (var occasion in contact.Occasions.Where(occasion => occasion.Kind == OccasionKind.Birthday))
        {
            for (var day = occasion.NextAfter(start.PlusDays(-1)); day < end; day = occasion.NextAfter(day.Value))
            {
                yield return new DueDate(contact, day.Value);
            }
        }
    }

    private void CountWindow(LifeWeek week, Contact contact, CadenceResolution resolution, LifeTouch? touch)
    {
        if (resolution is not { IsResting: false, Window: { } window })
        {
            return;
        }

        if (contact.Circle is { Name: "inner" or "close" } && week.OpenDaysOf(contact, window.Ideal).Any())
        {
            innerDue.TryAdd(contact.Id, week.Monday);
        }

        if (touch is not null && touch.Day >= window.Ideal && touch.Day <= window.Latest)
        {
            served++;
        }
        else if (window.Latest >= week.Monday && window.Latest <= week.Sunday && touch is null && week.OpenDaysOf(contact, window.Ideal)
            .Any(day => day <= window.Latest))
        {
            missed++;
        }
    }

    private sealed class DueDate(Contact contact, LocalDate day)
    {
        public Contact Contact => contact;

        public LocalDate Day => day;

        public bool WasOpen { get; set; }

        public bool IsKept { get; set; }
    }
}
