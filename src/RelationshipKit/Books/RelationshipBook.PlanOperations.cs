using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit;

/// <content>Answering plans and suggestions.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Sets the owner's own offers and needs.</summary>
    /// <param name="owner">The profile, in place of the one before.</param>
    /// <returns>The update.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is <see langword="null"/>.</exception>
    public BookUpdate WithOwner(OwnerProfile owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var edits = new BookEdits(this);
        edits.Set(BookSlots.Owner, "", owner == OwnerProfile.Empty ? default(Held<OwnerProfile>) : owner);
        return edits.ToUpdate();
    }

    /// <summary>Sets the settings of the owner's weeks: minutes, working days, limits, gentleness.</summary>
    /// <param name="settings">The settings, in place of those before.</param>
    /// <returns>The update.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are not valid; the message names everything that is wrong.</exception>
    public BookUpdate WithPlanSettings(PlanSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.ThrowIfInvalid(nameof(settings));
        var edits = new BookEdits(this);
        edits.Set(BookSlots.Plan, "", settings == PlanSettings.Default ? default(Held<PlanSettings>) : settings);
        return edits.ToUpdate();
    }

    /// <summary>Says what the log is of, so that forecasts begin with rates of that kind. Scores and states stay as they are.</summary>
    /// <param name="kind">What the log is of; unknown for what the host says.</param>
    /// <returns>
    /// The update. A host's hazard that was fitted to a history (<see cref="RhythmHazard.Gaps"/> more than 0) holds whatever the kind.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the kinds.</exception>
    public BookUpdate WithLogKind(LogKind kind)
    {
        RhythmHazard.For(kind); // throws if it is not one
        var edits = new BookEdits(this);
        edits.Set(BookSlots.LogKind, "", kind == LogKind.Unknown ? default(Held<KindOfLog>) : new KindOfLog(kind));
        return edits.ToUpdate();
    }

    /// <summary>Lets plans leave a contact out until a date. The cadence goes on.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="until">The first date on which a plan may have the contact again; null for now.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is before 0001-01-01 or after 9999-12-31.</exception>
    public BookUpdate NotNow(ContactId id, LocalDate? until)
    {
        var value = until is { } date ? new DateValue(CadenceDates.Check(date, nameof(until))) : default(Held<DateValue>);
        return About(id, (edits, contact) => edits.Set(BookSlots.NotNow, contact.Id, value));
    }

    /// <summary>Keeps a week's plan as agreed to, so that the plans of the weeks around it count on its touches.</summary>
    /// <param name="plan">The plan, in place of one accepted for the same week.</param>
    /// <returns>The update. It refuses if the plan has contacts that the book does not have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public BookUpdate Accept(WeekPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var edits = new BookEdits(this);
        var unknown = plan.Items.Select(item => item.Contact.Id).Where(id => State.Find(id) is null).Distinct().ToImmutableArray();
        if (!unknown.IsEmpty)
        {
            edits.Refuse(
                BookRefusalReason.UnknownContact, $"The book does not have {unknown.Length} of the contacts of the plan.", 0, unknown);
            return edits.ToRefusal();
        }

        var touches = plan.Items
            .Select(item => new AcceptedTouch(item.Contact.Id, item.Day, item.Channel, item.Gesture))
            .OrderBy(touch => touch.Day).ThenBy(touch => touch.Contact);
        edits.Set(BookSlots.AcceptedWeeks, plan.Monday, new AcceptedWeek(plan.Monday, [.. touches]));
        return edits.ToUpdate();
    }

    /// <summary>Takes back that a week's plan was agreed to.</summary>
    /// <param name="monday">The first day of the week.</param>
    /// <returns>The update. It refuses if no plan of that week was accepted.</returns>
    public BookUpdate WithoutAcceptedWeek(LocalDate monday)
    {
        var edits = new BookEdits(this);
        if (!State.AcceptedWeeks.ContainsKey(monday))
        {
            edits.Refuse(BookRefusalReason.NothingThere, "No plan of that week was accepted.");
            return edits.ToRefusal();
        }

        edits.Clear(BookSlots.AcceptedWeeks, monday);
        return edits.ToUpdate();
    }

    /// <summary>Notes a favour that no touchpoint tells of.</summary>
    /// <param name="favour">The favour.</param>
    /// <returns>The update. It refuses an unknown contact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="favour"/> is <see langword="null"/>.</exception>
    public BookUpdate Note(Favour favour)
    {
        ArgumentNullException.ThrowIfNull(favour);
        return About(favour.Contact, (edits, contact) => edits.Set(
            BookSlots.Favours, contact.Id,
            new FavoursValue(
                edits.State.Favours.GetValueOrDefault(contact.Id, []).Add(new Favour(contact.Id, favour.Kind, favour.Side, favour.At)))));
    }

    /// <summary>Keeps an introduction, or the next step of one between the same two contacts for the same need.</summary>
    /// <param name="introduction">The introduction.</param>
    /// <returns>The update. It refuses unknown contacts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="introduction"/> is <see langword="null"/>.</exception>
    public BookUpdate Keep(Introduction introduction)
    {
        ArgumentNullException.ThrowIfNull(introduction);
        var edits = new BookEdits(this);
        ContactId?[] named = [introduction.Seeker, introduction.Helper, introduction.Connector];
        var unknown = named.OfType<ContactId>().Where(id => State.Find(id) is null).ToImmutableArray();
        if (!unknown.IsEmpty)
        {
            edits.Refuse(
                BookRefusalReason.UnknownContact, $"The book does not have {unknown.Length} of the contacts of the introduction.", 0,
                unknown);
            return edits.ToRefusal();
        }

        edits.Set(BookSlots.Introductions, introduction.Key, introduction);
        return edits.ToUpdate();
    }

    /// <summary>Finds introductions that could help two contacts, besides those that are kept.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="settings">Limits; null for the default.</param>
    /// <returns>Proposals, the most useful first.</returns>
    /// <remarks>
    /// <para>
    /// Two contacts know each other if one has a relation to the other, was introduced by the other, or took part with the other in a
    /// touchpoint of at most twelve people. A pair that was introduced or dropped before is not proposed again.
    /// </para>
    /// <para>
    /// Pairs that could help each other come first, then pairs with more needs met, then the order of ids. The owner is asked to connect
    /// until the limit is reached, then the contacts who know both, the least asked first. Nobody is asked past the limits; what is still
    /// open counts, and what had its last step within the time of the settings.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentException">The settings are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public ImmutableArray<Introduction> FindIntroductions(Instant asOf, IntroductionSettings? settings = null)
    {
        using var question = Question.Asked();
        return new IntroductionFinder(settings)
            .Find(Contacts.Select(WithoutUnwanted), contact => IsOpen(contact, asOf), Touchpoints, Introductions, asOf);
    }

    /// <summary>Weighs favours given and received: those of touchpoints and those noted.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="settings">How favours expire; null for the default.</param>
    /// <returns>The standing with each contact.</returns>
    /// <exception cref="ArgumentException">The settings are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public FavourLedger FavoursAt(Instant asOf, FavourSettings? settings = null)
    {
        using var question = Question.Asked();
        return FavourLedger.Of(Touchpoints, State.Favours.Values.SelectMany(favours => favours), asOf, settings);
    }
}
