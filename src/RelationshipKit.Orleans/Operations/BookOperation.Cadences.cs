using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Serialization;

namespace RelationshipKit.Orleans;

/// <content>Cadences, plans and the owner.</content>
public static partial class BookOperation
{
    /// <summary>Sets how often to be in touch with everybody.</summary>
    /// <param name="policy">A stock policy or one registered under a name; null for the host's.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation WithCadence(ICadencePolicy? policy) =>
        new StockOperation("cadence", policy is null ? null : CadenceRulesJson.Write(policy));

    /// <summary>Sets how often to be in touch with one contact.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="policy">A stock policy or one registered under a name.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    public static IBookOperation WithOverride(ContactId id, ICadencePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new StockOperation("override", id.Value, CadenceRulesJson.Write(policy));
    }

    /// <summary>Removes the cadence of one contact, so that the one of the book holds.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation WithoutOverride(ContactId id) => new StockOperation("override", id.Value, null);

    /// <summary>Leaves a contact alone until a day; whatever is due comes then.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="until">The first day on which the contact may be due again.</param>
    /// <param name="from">The first day of the snooze; null for always.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation Snooze(ContactId id, LocalDate until, LocalDate? from = null) =>
        new StockOperation("snooze", id.Value, Text(until), Text(from));

    /// <summary>Adds a pause, a snooze or an absence.</summary>
    /// <param name="suspension">The suspension.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suspension"/> is <see langword="null"/>.</exception>
    public static IBookOperation Suspend(Suspension suspension)
    {
        ArgumentNullException.ThrowIfNull(suspension);
        return new StockOperation("suspend", StockOperation.Json(suspension));
    }

    /// <summary>Removes a pause, a snooze or an absence.</summary>
    /// <param name="suspension">The suspension.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suspension"/> is <see langword="null"/>.</exception>
    public static IBookOperation WithoutSuspension(Suspension suspension)
    {
        ArgumentNullException.ThrowIfNull(suspension);
        return new StockOperation("withoutSuspension", StockOperation.Json(suspension));
    }

    /// <summary>Removes all suspensions of a contact.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation Resume(ContactId id) => new StockOperation("resume", id.Value);

    /// <summary>Sets what a contact wishes for.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="wishes">The wishes.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wishes"/> is <see langword="null"/>.</exception>
    public static IBookOperation WithWishes(ContactId id, ContactWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        return new StockOperation("wishes", id.Value, StockOperation.Json(wishes));
    }

    /// <summary>Starts a contact's clock again.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="date">The day; null for none.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation WithFreshStart(ContactId id, LocalDate? date) => new StockOperation("freshStart", id.Value, Text(date));

    /// <summary>Sets the days of the week on which the owner reaches out to nobody.</summary>
    /// <param name="days">The days, not all seven.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is <see langword="null"/>.</exception>
    public static IBookOperation WithQuietDays(params IEnumerable<IsoDayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new StockOperation("quietDays", StockOperation.Json(days.Select(day => (int)day).ToArray()));
    }

    /// <summary>Sets the owner's time zone.</summary>
    /// <param name="zoneId">Its id in the tz database.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zoneId"/> is <see langword="null"/>.</exception>
    public static IBookOperation WithZone(string zoneId)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        return new StockOperation("zone", zoneId);
    }

    /// <summary>Sets the owner's own offers, needs and addresses.</summary>
    /// <param name="owner">The profile.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is <see langword="null"/>.</exception>
    public static IBookOperation WithOwner(OwnerProfile owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return new StockOperation("owner", StockOperation.Json(owner));
    }

    /// <summary>Sets the minutes and limits of the owner's weeks.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    public static IBookOperation WithPlanSettings(PlanSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new StockOperation("planSettings", StockOperation.Json(settings));
    }

    /// <summary>Says what the log is of, so that forecasts begin with rates of that kind.</summary>
    /// <param name="kind">What the log is of; unknown for what the host says.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the kinds.</exception>
    public static IBookOperation WithLogKind(LogKind kind)
    {
        RhythmHazard.For(kind); // throws if it is not one
        return new StockOperation("logKind", StockOperation.Json(kind));
    }

    /// <summary>Agrees to the plan of a week, which the grain makes again from the same book.</summary>
    /// <param name="asOf">The instant the plan was asked for.</param>
    /// <param name="monday">The first day of the week, a Monday.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation AcceptWeek(Instant asOf, LocalDate monday) => new StockOperation("accept", Text(asOf), Text(monday));

    /// <summary>Takes the agreement to a week back.</summary>
    /// <param name="monday">The first day of the week, a Monday.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation WithoutAcceptedWeek(LocalDate monday) => new StockOperation("withoutAcceptedWeek", Text(monday));

    /// <summary>Leaves a contact out of plans for a while.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="until">The first day on which plans may propose the contact again; null for immediately.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation NotNow(ContactId id, LocalDate? until) => new StockOperation("notNow", id.Value, Text(until));

    /// <summary>Notes a favour.</summary>
    /// <param name="favour">The favour.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="favour"/> is <see langword="null"/>.</exception>
    public static IBookOperation Note(Favour favour)
    {
        ArgumentNullException.ThrowIfNull(favour);
        return new StockOperation("favour", StockOperation.Json(favour));
    }

    /// <summary>Keeps an introduction, or how it went.</summary>
    /// <param name="introduction">The introduction.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="introduction"/> is <see langword="null"/>.</exception>
    public static IBookOperation Keep(Introduction introduction)
    {
        ArgumentNullException.ThrowIfNull(introduction);
        return new StockOperation("introduction", StockOperation.Json(introduction));
    }

    /// <summary>Sets the owner's own correction of a strength.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="correction">The correction; null for none.</param>
    /// <returns>The operation.</returns>
    public static IBookOperation WithTieCorrection(ContactId id, TieCorrection? correction) =>
        new StockOperation("tieCorrection", id.Value, StockOperation.Json(correction));
}
