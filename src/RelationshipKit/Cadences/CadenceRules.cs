using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>
/// How often an owner wants to be in touch with whom: the policy, what suspends it, what contacts wish for, and fresh starts.
/// </summary>
/// <remarks>
/// <para>
/// A window comes from the policy. Pauses stretch it. Then a date on a day that is snoozed, away, quiet or not wished for moves to the next
/// day that is none of these. Each step moves a window later or takes it away, never sooner.
/// </para>
/// <para>A plan is data: it gives the same answer each time. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record CadenceRules
{
    internal const int UsualDormantAfterDays = 60;

    private static readonly ImmutableSortedDictionary<ContactId, ContactWishes> NoWishes =
        ImmutableSortedDictionary<ContactId, ContactWishes>.Empty;
    private static readonly ImmutableSortedDictionary<ContactId, LocalDate> NoStarts =
        ImmutableSortedDictionary<ContactId, LocalDate>.Empty;

    /// <summary>Gets the plan that asks for nothing.</summary>
    public static CadenceRules Empty { get; } = new();

    /// <summary>Gets the policy for everybody, or null for the host's.</summary>
    /// <value>The default is null. Without a host, nothing is asked for.</value>
    public ICadencePolicy? Policy { get; init; }

    /// <summary>Gets the policies of single contacts, which hold in place of <see cref="Policy"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ImmutableSortedDictionary<ContactId, ICadencePolicy> Overrides
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Overrides));
    } = ImmutableSortedDictionary<ContactId, ICadencePolicy>.Empty;

    /// <summary>Gets the policy that holds where neither the plan nor an override has one.</summary>
    internal ICadencePolicy HostPolicy { get; init; } = Cadence.Never;

    /// <summary>Gets the policies that have a name.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public CadencePolicies Policies
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Policies));
    } = CadencePolicies.Empty;

    /// <summary>Gets the pauses, snoozes and absences.</summary>
    public ImmutableArray<Suspension> Suspensions
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets the days of the week on which the owner reaches out to nobody; not all seven.</summary>
    /// <exception cref="ArgumentException">They are all seven.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is not a day of the week.</exception>
    public ImmutableArray<IsoDayOfWeek> QuietDays
    {
        get;
        init => field = value.IsDefaultOrEmpty ? [] : WeekDays.SomeNotAll(value, nameof(QuietDays)).Days;
    } = [];

    /// <summary>Gets what contacts wish for, by id.</summary>
    public ImmutableSortedDictionary<ContactId, ContactWishes> Wishes { get; init; } = NoWishes;

    /// <summary>
    /// Gets the days from which clocks were started again, by contact: nothing before them counts, and no touch is pretended.
    /// </summary>
    public ImmutableSortedDictionary<ContactId, LocalDate> FreshStarts { get; init; } = NoStarts;

    /// <summary>Gets the days of silence before which nobody is dormant, whatever their cadence.</summary>
    /// <value>From 0 to 36525; the default is 60: a month missed of a weekly cadence is late, and nothing to revive.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside its range.</exception>
    public int DormantAfterDays
    {
        get;
        init
        {
            Numerics.Guard.InRange(value, 0, 36_525, nameof(DormantAfterDays));
            field = value;
        }
    } = UsualDormantAfterDays;

    /// <summary>
    /// Gets the day to count from for contacts without a known touch or first meeting; <see langword="null"/> leaves
    /// them Unknown.
    /// </summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 0001-01-01 to 9999-12-31.</exception>
    public LocalDate? Since
    {
        get;
        init => field = value is { } date ? CadenceDates.Check(date, nameof(Since)) : null;
    }

    /// <summary>Returns the plan with one suspension more.</summary>
    /// <param name="suspension">The suspension.</param>
    /// <returns>The new plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suspension"/> is <see langword="null"/>.</exception>
    public CadenceRules With(Suspension suspension)
    {
        ArgumentNullException.ThrowIfNull(suspension);
        return this with { Suspensions = Suspensions.Add(suspension) };
    }

    /// <summary>Returns the plan without a suspension; <c>plan.With(s).Without(s)</c> is the plan.</summary>
    /// <param name="suspension">The suspension; the last equal one is taken out.</param>
    /// <returns>The new plan; this one if it holds none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suspension"/> is <see langword="null"/>.</exception>
    internal CadenceRules Without(Suspension suspension)
    {
        ArgumentNullException.ThrowIfNull(suspension);
        var at = Suspensions.LastIndexOf(suspension);
        return at < 0 ? this : this with { Suspensions = Suspensions.RemoveAt(at) };
    }

    /// <summary>Returns the plan with a contact's wishes, instead of those it held.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="wishes">The wishes.</param>
    /// <returns>The new plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wishes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id names nobody.</exception>
    public CadenceRules WithWishes(ContactId contact, ContactWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        return this with { Wishes = Wishes.SetItem(Somebody(contact), wishes) };
    }

    /// <summary>Returns the plan with a contact's clock started again.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="date">The day to count from; later touches count as ever.</param>
    /// <returns>The new plan.</returns>
    /// <exception cref="ArgumentException">The id names nobody, or the date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 0001-01-01 to 9999-12-31.</exception>
    public CadenceRules WithFreshStart(ContactId contact, LocalDate date) =>
        this with { FreshStarts = FreshStarts.SetItem(Somebody(contact), CadenceDates.Check(date)) };

    /// <summary>Returns the wishes of a contact.</summary>
    /// <param name="contact">The contact; also found by an alias.</param>
    /// <returns>The wishes; <see cref="ContactWishes.None"/> if it has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public ContactWishes WishesOf(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Find(Wishes, contact, out var wishes) ? wishes : ContactWishes.None;
    }

    /// <summary>Returns the plan in which a policy holds for one contact, in place of any override before.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException"><paramref name="contact"/> names nobody.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    public CadenceRules WithOverride(ContactId contact, ICadencePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return this with { Overrides = Overrides.SetItem(Somebody(contact), policy) };
    }

    /// <summary>Returns the plan in which the policy for everybody holds for a contact again.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The plan; this one if there is no override.</returns>
    internal CadenceRules WithoutOverride(ContactId contact) => this with { Overrides = Overrides.Remove(contact) };

    /// <summary>Resolves the cadence of a contact.</summary>
    /// <param name="history">What happened with the contact, and what day it is.</param>
    /// <returns>The window, the policy and the reasons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The policy leads to a name that <see cref="Policies"/> does not have.</exception>
    public CadenceResolution Resolve(CadenceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new CadenceResolver(this, history).Resolve();
    }

    /// <inheritdoc/>
    /// <remarks>Plans are equal if all their parts are; named policies of the host and its own policy are not part of it.</remarks>
    public bool Equals(CadenceRules? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Equals(Policy, other.Policy)
            && Since == other.Since
            && DormantAfterDays == other.DormantAfterDays
            && QuietDays.AsSpan().SequenceEqual(other.QuietDays.AsSpan())
            && Suspensions.AsSpan().SequenceEqual(other.Suspensions.AsSpan(), EqualityComparer<Suspension>.Default)
            && Overrides.SequenceEqual(other.Overrides)
            && Wishes.SequenceEqual(other.Wishes)
            && FreshStarts.SequenceEqual(other.FreshStarts));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Policy, Since, QuietDays.Length, Suspensions.Length, Overrides.Count, Wishes.Count, FreshStarts.Count);

    /// <summary>Returns policy and counts, which are not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{PolicyOfAll}; {Suspensions.Length} suspensions, {Wishes.Count} contacts with wishes, {FreshStarts.Count} fresh starts");

    /// <summary>Gets the policy for everybody whom no override is for.</summary>
    internal ICadencePolicy PolicyOfAll => Policy ?? HostPolicy;

    /// <summary>Gets the policy that holds for a contact.</summary>
    internal ICadencePolicy PolicyFor(Contact contact) => Find(Overrides, contact, out var own) ? own : PolicyOfAll;

    /// <summary>
    /// Returns the suspensions of one contact, or of everybody for the id of nobody, in the order in which they were made.
    /// </summary>
    internal ImmutableArray<Suspension> SuspensionsOf(ContactId id) =>
        [.. Suspensions.Where(suspension => (suspension.Contact ?? ContactId.None) == id)];

    /// <summary>Returns the plan with other suspensions of one contact, or of everybody for the id of nobody.</summary>
    internal CadenceRules WithSuspensionsOf(ContactId id, ImmutableArray<Suspension> suspensions) => this with
    {
        // Sorted by contact, so that the same suspensions are the same plan whatever came first.
        Suspensions =
            [.. Suspensions.Where(suspension => (suspension.Contact ?? ContactId.None) != id)
                .Concat(suspensions)
                .OrderBy(suspension => suspension.Contact ?? ContactId.None)],
    };

    /// <summary>
    /// Returns what keeps a touch with a contact off a day, by the same rules by which windows move; <see langword="null"/> if nothing
    /// does.
    /// </summary>
    internal CadenceAdjustmentKind? Bars(Contact contact, LocalDate date, bool isForDate = false)
    {
        foreach (var suspension in Suspensions)
        {
            if (isForDate && suspension.KeepsDates)
            {
                continue;
            }

            var isBarred = suspension.Effect == SuspensionEffect.Postpones
                ? suspension.Until is not { } end || (end > suspension.From && date < end)
                : suspension.Holds(date);
            if (isBarred && suspension.IsAbout(contact))
            {
                return suspension.Effect switch
                {
                    SuspensionEffect.StopsClock => CadenceAdjustmentKind.Paused,
                    SuspensionEffect.Shifts => CadenceAdjustmentKind.Away,
                    _ => CadenceAdjustmentKind.Snoozed,
                };
            }
        }

        var wishes = WishesOf(contact);
        return QuietDays.Contains(date.DayOfWeek) ? CadenceAdjustmentKind.QuietDay
            : wishes.NoContact || wishes.NotOn.Contains(date.DayOfWeek) ? CadenceAdjustmentKind.Wish
            : null;
    }

    internal static bool Find<T>(
        ImmutableSortedDictionary<ContactId, T> byContact, Contact contact,
        [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T found)
    {
        if (byContact.TryGetValue(contact.Id, out found))
        {
            return true;
        }

        foreach (var alias in contact.Aliases)
        {
            if (byContact.TryGetValue(alias, out found))
            {
                return true;
            }
        }

        return false;
    }

    private static ContactId Somebody(ContactId contact) =>
        contact == ContactId.None ? throw new ArgumentException("The id names nobody; it must name a contact.", nameof(contact)) : contact;
}
