using NodaTime;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Validation.Lives;

/// <summary>Goes through those who are due in some order and touches each by some channel, as long as the week has room.</summary>
internal sealed class SimpleRule(string name, bool isByMessage, Func<LifeWeek, Contact, double> orderOf) : ILifeRule
{
    public static IEnumerable<ILifeRule> All =>
    [
        new SimpleRule("text", true, MostOverdue),
        new SimpleRule("usual", false, MostOverdue),
        new SimpleRule("strongest", false, static (week, contact) => -week.Book.ScoreOf(contact.Id, week.AsOf).ExpectedContacts),
        new SimpleRule("random", false, static (week, contact) => week.Draw.PlaceOf(contact.Id, week.Number)),
    ];

    public string Name => name;

    public IEnumerable<LifeTouch> TouchesOf(LifeWeek week)
    {
        var minutes = 0;
        var minutesOf = week.WorkingDays.ToDictionary(day => day, _ => 0);
        var touchesOf = week.WorkingDays.ToDictionary(day => day, _ => 0);
        foreach (var contact in week.Book.Contacts.Where(contact => IdealOf(week, contact) is not null)
            .OrderBy(contact => orderOf(week, contact))
            .ThenBy(contact => contact.Id))
        {
            var channel = isByMessage ? Channel.Message : UsualOf(week, contact);
            var cost = PlanSettings.Default.ChannelMinutes[channel.Name];
            var fitting = week.OpenDaysOf(contact, IdealOf(week, contact)!.Value)
                .Where(
                    day =>
                        minutes + cost <= week.Minutes && minutesOf[day] + cost <= week.MinutesPerDay && touchesOf[day] < week.MostPerDay)
                .Cast<LocalDate?>();
            if (fitting.FirstOrDefault() is { } day)
            {
                minutes += cost;
                minutesOf[day] += cost;
                touchesOf[day]++;
                yield return new LifeTouch(contact.Id, day, channel, cost);
            }
        }
    }

    private static LocalDate? IdealOf(LifeWeek week, Contact contact) =>
        week.Resolutions[contact.Id] is { IsResting: false, Window: { } window } && window.Ideal <= week.Sunday ? window.Ideal : null;

    private static double MostOverdue(LifeWeek week, Contact contact) => Period.DaysBetween(week.Monday, IdealOf(week, contact)!.Value);

    private static Channel UsualOf(LifeWeek week, Contact contact) =>
        week.Book.Touchpoints.Of(contact)
            .Where(touch => touch.At <= week.AsOf && touch.IsContact && PlanSettings.Default.ChannelMinutes.ContainsKey(touch.Channel.Name))
            .CountBy(touch => touch.Channel)
            .OrderByDescending(row => row.Value).ThenBy(row => row.Key.Name, StringComparer.Ordinal)
            .Select(row => row.Key)
            .FirstOrDefault(Channel.Message);
}
