using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Cadences;
using RelationshipKit.Time;

namespace RelationshipKit;

/// <content>Saying how often to be in touch.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Sets how often to be in touch with everybody.</summary>
    /// <param name="policy">The policy, or null for the host's.</param>
    /// <returns>The update.</returns>
    public BookUpdate WithCadence(ICadencePolicy? policy)
    {
        var edits = new BookEdits(this);
        edits.Set(BookSlots.Cadence, "", policy is null ? default(Held<PolicyValue>) : new PolicyValue(policy));
        return edits.ToUpdate();
    }

    /// <summary>Sets all cadences at once: policy, overrides, suspensions, quiet days, wishes, fresh starts.</summary>
    /// <param name="cadences">The cadences. The host's named policies stay.</param>
    /// <returns>The update. It refuses what is about contacts that the book does not have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cadences"/> is <see langword="null"/>.</exception>
    public BookUpdate WithCadences(CadenceRules cadences)
    {
        ArgumentNullException.ThrowIfNull(cadences);
        var edits = new BookEdits(this);
        var named = cadences.Overrides.Keys.Concat(cadences.Wishes.Keys).Concat(cadences.FreshStarts.Keys)
            .Concat(cadences.Suspensions.Select(suspension => suspension.Contact).OfType<ContactId>());
        var unknown = named.Where(id => State.Find(id) is null).Distinct().Order().ToImmutableArray();
        if (!unknown.IsEmpty)
        {
            edits.Refuse(
                BookRefusalReason.UnknownContact, $"The book does not have {unknown.Length} of the contacts that the cadences name.", 0,
                unknown);
            return edits.ToRefusal();
        }

        edits.Set(BookSlots.Cadence, "", cadences.Policy is { } policy ? new PolicyValue(policy) : default(Held<PolicyValue>));
        edits.Set(BookSlots.QuietDays, "", cadences.QuietDays.IsEmpty ? default(Held<DaysValue>) : new DaysValue(cadences.QuietDays));
        edits.Set(
            BookSlots.DormantAfter, "",
            cadences.DormantAfterDays == CadenceRules.UsualDormantAfterDays
                ? default(Held<DaysCount>)
                : new DaysCount(cadences.DormantAfterDays));
        edits.Set(BookSlots.Since, "", cadences.Since is { } since ? new DateValue(since) : default(Held<DateValue>));
        SetAll(BookSlots.Overrides, Cadences.Overrides.Keys, cadences.Overrides, policy => new PolicyValue(policy));
        SetAll(BookSlots.Wishes, Cadences.Wishes.Keys, cadences.Wishes, wishes => wishes);
        SetAll(BookSlots.FreshStarts, Cadences.FreshStarts.Keys, cadences.FreshStarts, date => new DateValue(date));
        var suspensions = cadences.Suspensions.Select(
            suspension => suspension.Contact is { } contact ? suspension.Of(IdOf(contact)) : suspension)
            .ToLookup(suspension => suspension.Contact ?? ContactId.None);
        foreach (var id in Cadences.Suspensions.Select(suspension => suspension.Contact ?? ContactId.None)
            .Union(suspensions.Select(group => group.Key))
            .Order())
        {
            SetSuspensions(edits, id, [.. suspensions[id]]);
        }

        return edits.ToUpdate();

        ContactId IdOf(ContactId id) => State.Find(id)!.Id;

        // Data under the contact's own id wins over data under an alias.
        void SetAll<TIn, TOut>(
            BookSlot<ContactId, TOut> slot, IEnumerable<ContactId> before, ImmutableSortedDictionary<ContactId, TIn> after,
            Func<TIn, TOut> value)
            where TOut : notnull
        {
            var given = after.GroupBy(row => IdOf(row.Key))
                .ToDictionary(rows => rows.Key, rows => after.TryGetValue(rows.Key, out var own) ? own : rows.First().Value);
            foreach (var id in before.Union(given.Keys).Order())
            {
                edits.Set(slot, id, given.TryGetValue(id, out var policy) ? value(policy) : default(Held<TOut>));
            }
        }
    }

    /// <summary>Sets how often to be in touch with one contact, in place of what holds for everybody.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="policy">The policy; it takes the place of any override before it.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    public BookUpdate WithOverride(ContactId id, ICadencePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return About(id, (edits, contact) => edits.Set(BookSlots.Overrides, contact.Id, new PolicyValue(policy)));
    }

    /// <summary>Lets what holds for everybody hold for a contact again.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The update. It refuses an unknown contact; without an override it changes nothing.</returns>
    public BookUpdate WithoutOverride(ContactId id) => About(id, (edits, contact) => edits.Clear(BookSlots.Overrides, contact.Id));

    /// <summary>Postpones whatever is due with a contact until a date.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="until">The first date on which the contact may be due again.</param>
    /// <param name="from">Since when the snooze holds; null for always.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentException"><paramref name="until"/> comes before <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is before 0001-01-01 or after 9999-12-31.</exception>
    public BookUpdate Snooze(ContactId id, LocalDate until, LocalDate? from = null)
    {
        CadenceDates.Check(until);
        return About(id, (edits, contact) => AddSuspension(edits, Suspension.Snooze(contact.Id, from ?? CadenceWindow.FirstDate, until)));
    }

    /// <summary>Stops the clock of a contact: the days of a pause do not count.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="from">The first day of the pause.</param>
    /// <param name="until">The first day after it; null for a pause without an end.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentException"><paramref name="until"/> comes before <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is before 0001-01-01 or after 9999-12-31.</exception>
    public BookUpdate Pause(ContactId id, LocalDate from, LocalDate? until = null) =>
        About(id, (edits, contact) => AddSuspension(edits, Suspension.Pause(contact.Id, from, until)));

    /// <summary>Suspends everybody, or the contact that the suspension names.</summary>
    /// <param name="suspension">A snooze, a pause or an absence.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suspension"/> is <see langword="null"/>.</exception>
    public BookUpdate Suspend(Suspension suspension)
    {
        ArgumentNullException.ThrowIfNull(suspension);
        if (suspension.Contact is { } id)
        {
            return About(id, (edits, contact) => AddSuspension(edits, suspension.Of(contact.Id)));
        }

        var edits = new BookEdits(this);
        AddSuspension(edits, suspension);
        return edits.ToUpdate();
    }

    /// <summary>Ends all snoozes, pauses and absences of a contact at once.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The update. It refuses an unknown contact; without suspensions it changes nothing.</returns>
    public BookUpdate Resume(ContactId id) => About(id, (edits, contact) => SetSuspensions(edits, contact.Id, []));

    /// <summary>Ends one suspension.</summary>
    /// <param name="suspension">The suspension, equal to the one to end.</param>
    /// <returns>The update. It refuses if there is no such suspension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suspension"/> is <see langword="null"/>.</exception>
    public BookUpdate WithoutSuspension(Suspension suspension)
    {
        ArgumentNullException.ThrowIfNull(suspension);
        var edits = new BookEdits(this);
        var named = suspension.Contact is { } contact && State.Find(contact) is { } found ? suspension.Of(found.Id) : suspension;
        var id = named.Contact ?? ContactId.None;
        var held = Cadences.SuspensionsOf(id);
        var at = held.LastIndexOf(named);
        if (at < 0)
        {
            edits.Refuse(BookRefusalReason.NothingThere, "The book has no such suspension.");
            return edits.ToRefusal();
        }

        SetSuspensions(edits, id, held.RemoveAt(at));
        return edits.ToUpdate();
    }

    /// <summary>Notes what a contact asked for: no contact, not too often, not on some days, not about some facets.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="wishes">The wishes, in place of those before; <see cref="ContactWishes.None"/> removes them.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wishes"/> is <see langword="null"/>.</exception>
    public BookUpdate WithWishes(ContactId id, ContactWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        return About(
            id, (edits, contact) =>
                edits.Set(BookSlots.Wishes, contact.Id, wishes == ContactWishes.None ? default(Held<ContactWishes>) : wishes));
    }

    /// <summary>Proposes a fresh start: whom to keep, of those who have lapsed or are dormant, and whose clocks start again.</summary>
    /// <param name="asOf">
    /// The instant asked about, from 0001-01-02 to 9999-12-30. New clocks count from its day in the owner's zone.
    /// </param>
    /// <param name="mostKept">How many to keep at most, from 0 to 1,000; the strongest ties are kept.</param>
    /// <returns>The proposal. Nothing is changed yet: <see cref="WithFreshStart(FreshStart)"/> does it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public FreshStart ProposeFreshStart(Instant asOf, int mostKept = 5)
    {
        using var question = Question.Asked();
        var now = SupportedTime.Floor(asOf);
        var standing = Contacts.Select(contact =>
            (Cadences.Resolve(
                HistoryOf(contact, now, null)), Scorer.For(contact).ScoreAt(StateOf(contact, now, null), now).ExpectedContacts));
        return FreshStart.Propose(standing, mostKept, now.InZone(Zone).Date);
    }

    /// <summary>Starts the clocks again of the contacts that a fresh start names.</summary>
    /// <param name="start">The fresh start.</param>
    /// <returns>The update. It refuses unknown contacts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is <see langword="null"/>.</exception>
    public BookUpdate WithFreshStart(FreshStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return WithCadences(start.ApplyTo(Cadences));
    }

    /// <summary>Lets the cadence of a contact count from a date, whatever was missed before it.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="date">The date, or null to count from the last touch again.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is before 0001-01-01 or after 9999-12-31.</exception>
    public BookUpdate WithFreshStart(ContactId id, LocalDate? date)
    {
        var value = date is { } day ? new DateValue(CadenceDates.Check(day, nameof(date))) : default(Held<DateValue>);
        return About(id, (edits, contact) => edits.Set(BookSlots.FreshStarts, contact.Id, value));
    }

    /// <summary>Sets the days of the week on which nobody is contacted.</summary>
    /// <param name="days">The days; none for no quiet days. At least one day of the week must be left.</param>
    /// <returns>The update.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day is not one from Monday to Sunday, or no day is left.</exception>
    public BookUpdate WithQuietDays(params IEnumerable<IsoDayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var chosen = days.ToImmutableArray();
        var value = chosen.IsEmpty ? default(Held<DaysValue>) : new DaysValue(WeekDays.SomeNotAll(chosen, nameof(days)).Days);
        var edits = new BookEdits(this);
        edits.Set(BookSlots.QuietDays, "", value);
        return edits.ToUpdate();
    }

    /// <summary>Moves the book to another time zone. Instants stay; days and states are read again.</summary>
    /// <param name="zone">The zone.</param>
    /// <returns>The update.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public BookUpdate WithZone(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var edits = new BookEdits(this);
        edits.Set(BookSlots.Zone, "", new ZoneValue(zone));
        return edits.ToUpdate();
    }

    private static void AddSuspension(BookEdits edits, Suspension suspension)
    {
        var id = suspension.Contact ?? ContactId.None;
        SetSuspensions(edits, id, edits.State.Cadences.SuspensionsOf(id).Add(suspension));
    }

    private static void SetSuspensions(BookEdits edits, ContactId id, ImmutableArray<Suspension> suspensions) =>
        edits.Set(BookSlots.Suspensions, id, suspensions.IsEmpty ? default(Held<SuspensionsValue>) : new SuspensionsValue(suspensions));

    private BookUpdate About(ContactId id, Action<BookEdits, Contact> operation)
    {
        var edits = new BookEdits(this);
        if (State.Find(id) is not { } contact)
        {
            edits.Refuse(BookRefusalReason.UnknownContact, "The book has no such contact.", 0, id);
            return edits.ToRefusal();
        }

        operation(edits, contact);
        return edits.ToUpdate();
    }
}
