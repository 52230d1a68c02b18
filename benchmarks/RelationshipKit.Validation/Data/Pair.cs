namespace RelationshipKit.Validation.Data;

/// <summary>Two people and every contact between them, in either direction, in the order of time.</summary>
/// <param name="First">The number of the one person.</param>
/// <param name="Second">The number of the other person; more than <paramref name="First"/>.</param>
/// <param name="Contacts">Their contacts, earliest first; at least one.</param>
internal sealed record Pair(int First, int Second, Contact[] Contacts)
{
    private const long SecondsPerDay = 86_400;

    /// <summary>Adds the contact-days up to an instant, that instant included and nothing later looked at.</summary>
    /// <param name="cutSeconds">The instant, in seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="days">Is cleared, and then holds the contact-days, earliest first.</param>
    public void ContactDaysUpTo(long cutSeconds, List<ContactDay> days)
    {
        days.Clear();
        foreach (var contact in Contacts)
        {
            if (contact.Seconds > cutSeconds)
            {
                return;
            }

            var day = (int)Math.Floor((double)contact.Seconds / SecondsPerDay);
            if (days.Count > 0 && days[^1].Day == day)
            {
                var sofar = days[^1];
                days[^1] = sofar with
                {
                    LastSeconds = contact.Seconds,
                    FromFirst = sofar.FromFirst || contact.FromFirst,
                    FromSecond = sofar.FromSecond || !contact.FromFirst,
                };
            }
            else
            {
                days.Add(new ContactDay(day, contact.Seconds, contact.Seconds, contact.FromFirst, !contact.FromFirst));
            }
        }
    }
}
