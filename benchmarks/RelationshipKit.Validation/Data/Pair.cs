namespace RelationshipKit.Validation.Data;

/// <summary>Two people and every contact between them, in either direction, in the order of time.</summary>
/// <param name="First">The number of the one person.</param>
/// <param name="Second">The number of the other person; more than <paramref name="First"/>.</param>
/// <param name="Contacts">Their contacts, earliest first; at least one.</param>
internal sealed record Pair(int First, int Second, LoggedContact[] Contacts)
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

    /// <summary>Determines whether there was contact after one instant and up to another, that other included.</summary>
    /// <param name="afterSeconds">The one instant, in seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="upToSeconds">The other one.</param>
    public bool HasContactBetween(long afterSeconds, long upToSeconds)
    {
        var next = CountUpTo(afterSeconds);
        return next < Contacts.Length && Contacts[next].Seconds <= upToSeconds;
    }

    /// <summary>Returns the pair as it was known at an instant: nothing later is left in it.</summary>
    /// <param name="cutSeconds">The instant, in seconds since 1970-01-01T00:00:00Z; contacts of that very second are known.</param>
    /// <returns>The pair, or <see langword="null"/> if the two had not been in touch.</returns>
    public Pair? KnownAt(long cutSeconds) => CountUpTo(cutSeconds) is > 0 and var known ? this with { Contacts = Contacts[..known] } : null;

    private int CountUpTo(long seconds)
    {
        var (low, high) = (0, Contacts.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Contacts[middle].Seconds <= seconds ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
