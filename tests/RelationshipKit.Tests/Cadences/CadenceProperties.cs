using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Testing;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Cadences;

[Properties(Arbitrary = [typeof(CadenceArbitraries)], Replay = "(6364136223846793005,1442695040888963407)", MaxTest = 1000)]
public class CadenceProperties
{
    [Property]
    public void The_next_date_is_strictly_after_its_reference(CadenceRules plan, CadenceExample history)
    {
        var resolution = plan.Resolve(history.History);

        Assert.True(resolution.Window is null || resolution.Window.Value.Ideal > resolution.Reference);
        Assert.True(resolution.Window is null || resolution.Window.Value.Latest >= resolution.Window.Value.Ideal);
    }

    [Property]
    public void A_suspension_never_makes_anything_sooner(CadenceRules plan, Suspension suspension, CadenceExample history)
    {
        var before = plan.Resolve(history.History);
        var after = plan.With(suspension).Resolve(history.History);

        Assert.True(after.Window is null || after.Window.Value.Ideal >= before.Window!.Value.Ideal);
        Assert.True(after.Window is null || after.Window.Value.Latest >= before.Window!.Value.Latest);
        Assert.True(suspension.IsAbout(history.Contact) || after.Window == before.Window);
    }

    [Property]
    public void Pausing_and_resuming_at_once_changes_nothing(CadenceRules plan, CadenceExample history)
    {
        var today = history.History.Today;
        var paused = plan.With(Suspension.Pause(history.Contact.Id, today, today)).Resolve(history.History);
        var unpaused = plan.Resolve(history.History);

        Assert.Equal((unpaused.Window, unpaused.State, unpaused.IsResting), (paused.Window, paused.State, paused.IsResting));
        Assert.Equal(Told.By(unpaused.Adjustments), Told.By(paused.Adjustments));
    }

    [Property]
    public void Adding_a_touchpoint_never_makes_a_cadence_due_sooner(SteadyPolicy steady, CadenceExample history, Touchpoint extra)
    {
        history = history with { AsOf = history.AsOf + Duration.FromDays(60) };
        // A first touch may be before the day they met is known to be; from then on a touch only moves the date on.
        var start = history.History.FirstMet;
        if (start is null || extra.At.InZone(history.Zone).Date < start || extra.At > history.AsOf)
        {
            return;
        }

        var plan = new CadenceRules { Policy = steady.Policy };
        var own = new Touchpoint(history.Contact.Id, extra.At, extra.Channel, extra.Direction) { Outcome = extra.Outcome };
        var before = plan.Resolve(history.History).Window;
        var after = plan.Resolve(history.With(own).History).Window;

        Assert.True(after is null || before is null || after.Value.Ideal >= before.Value.Ideal, $"{before} became {after}");
    }

    [Property]
    public void What_is_due_depends_on_what_happened_and_not_on_who_looks_when(CadenceRules plan, CadenceExample history, ushort laterDays)
    {
        var end = Instant.Max(history.AsOf, history.Touchpoints.IsEmpty ? history.AsOf : history.Touchpoints[^1].At);
        var now = plan.Resolve(history.HistoryAt(end));
        var later = plan.Resolve(history.HistoryAt(end + Duration.FromDays(laterDays)));

        Assert.Equal(now.Reference, later.Reference);
        if (now.Window != later.Window)
        {
            // A follow-up that nobody made gave way to the steady cadence, and the contact is due all the same.
            Assert.True(now.Window!.Value.Ideal <= later.Today && later.Window!.Value.Ideal <= later.Today);
            return;
        }

        // A pause may have ended in between.
        Assert.True(later.State >= now.State || now.State == CadenceState.Resting);
    }

    [Property]
    public void Every_contact_is_in_exactly_one_state(CadenceRules plan, CadenceExample history)
    {
        var resolution = plan.Resolve(history.History);

        Assert.True(resolution.Window is not null || resolution.State is CadenceState.Unknown or CadenceState.Resting);
        Assert.Equal(resolution.Window is null, resolution.Policy is null);
        if (resolution.Window is { } window && resolution.State != CadenceState.Resting)
        {
            var today = resolution.Today;
            bool[] states =
            [
                today < window.Ideal && 2 * Days(resolution.Reference!.Value, today) <= Days(resolution.Reference.Value, window.Ideal),
                today < window.Ideal && 2 * Days(resolution.Reference!.Value, today) > Days(resolution.Reference.Value, window.Ideal),
                today >= window.Ideal && today <= window.Latest,
                today > window.Latest
                    && (Days(window.Latest, today) <= Days(resolution.Reference!.Value, window.Ideal)
                        || Days(resolution.Reference.Value, today) < plan.DormantAfterDays),
                today > window.Latest && Days(window.Latest, today) > Days(resolution.Reference!.Value, window.Ideal)
                    && Days(resolution.Reference.Value, today) >= plan.DormantAfterDays,
            ];
            Assert.Equal(Array.IndexOf(states, true) + 1, (int)resolution.State);
        }
    }

    [Property]
    public void Combinators_of_several_are_associative_and_commutative(
        ICadencePolicy one, ICadencePolicy two, ICadencePolicy three, CadenceExample history)
    {
        CadenceWindow? Window(ICadencePolicy policy) => new CadenceRules { Policy = policy }.Resolve(history.History).Window;

        Assert.Equal(Window(Cadence.Soonest(Cadence.Soonest(one, two), three)), Window(Cadence.Soonest(one, Cadence.Soonest(two, three))));
        Assert.Equal(Window(Cadence.Soonest(one, two, three)), Window(Cadence.Soonest(three, two, one)));
        Assert.Equal(Window(Cadence.Latest(Cadence.Latest(one, two), three)), Window(Cadence.Latest(one, Cadence.Latest(two, three))));
        Assert.Equal(Window(Cadence.Latest(one, two, three)), Window(Cadence.Latest(two, three, one)));
        Assert.Equal(Window(Cadence.First(Cadence.First(one, two), three)), Window(Cadence.First(one, Cadence.First(two, three))));
    }

    [Property]
    public void Never_is_the_identity(ICadencePolicy policy, CadenceExample history)
    {
        CadenceWindow? Window(ICadencePolicy of) => new CadenceRules { Policy = of }.Resolve(history.History).Window;
        var alone = Window(policy);

        Assert.Equal(alone, Window(Cadence.Soonest(policy, Cadence.Never)));
        Assert.Equal(alone, Window(Cadence.Soonest(Cadence.Never, policy)));
        Assert.Equal(alone, Window(Cadence.First(Cadence.Never, policy)));
    }

    [Property]
    public void A_wish_beats_every_reminder(CadenceRules plan, CadenceExample history)
    {
        var resolution = plan.Resolve(history.History);
        var wishes = plan.WishesOf(history.Contact);

        Assert.True(resolution.Window is null || !wishes.NoContact);
        Assert.True(resolution.Window is null || !wishes.NotOn.Contains(resolution.Window.Value.Ideal.DayOfWeek));
        Assert.True(resolution.Window is null || !plan.QuietDays.Contains(resolution.Window.Value.Ideal.DayOfWeek));
        var reached = history.History.Touchpoints.LastOrDefault(touchpoint => touchpoint.Direction != Direction.Incoming);
        if (resolution.Window is { } window && wishes.AtMostEvery is { } apart && reached is not null)
        {
            Assert.True(window.Ideal >= reached.At.InZone(history.Zone).Date + apart);
        }
    }

    [Property]
    public void A_jitter_stays_within_its_days_and_in_order(ICadencePolicy policy, CadenceExample history, byte days)
    {
        var most = (days % 30) + 1;
        CadenceWindow? Window(ICadencePolicy of) => new CadenceRules { Policy = of }.Resolve(history.History).Window;
        if (Window(policy) is { } plain && Window(Cadence.Jitter(policy, most)) is { } moved)
        {
            Assert.InRange(Days(plain.Ideal, moved.Ideal), 0, most);
            Assert.Equal(moved, Window(Cadence.Jitter(policy, most)));
        }
    }

    [Property]
    public void An_attempt_never_restarts_a_cadence(SteadyPolicy steady, CadenceExample history, Touchpoint extra)
    {
        var plan = new CadenceRules { Policy = steady.Policy };
        var attempt = new Touchpoint(history.Contact.Id, extra.At, extra.Channel, extra.Direction) { Outcome = Outcome.Attempted };

        Assert.Equal(plan.Resolve(history.History).Window, plan.Resolve(history.With(attempt).History).Window);
    }

    [Property]
    public void Only_what_they_write_makes_an_answer_due_sooner(SteadyPolicy steady, CadenceExample history, Touchpoint extra)
    {
        history = history with { AsOf = history.AsOf + Duration.FromDays(60) };
        var start = history.History.FirstMet;
        if (start is null || extra.At.InZone(history.Zone).Date < start || extra.At > history.AsOf || extra.Direction == Direction.Incoming)
        {
            return;
        }

        var plan = new CadenceRules { Policy = Cadence.Soonest(steady.Policy, Cadence.ReplyOwed()) };
        var own = new Touchpoint(history.Contact.Id, extra.At, extra.Channel, extra.Direction) { Outcome = extra.Outcome };
        var before = plan.Resolve(history.History).Window;
        var after = plan.Resolve(history.With(own).History).Window;

        Assert.True(after is null || before is null || after.Value.Ideal >= before.Value.Ideal, $"{before} became {after}");
    }

    [Property]
    public void What_happens_later_does_not_count(CadenceRules plan, CadenceExample history)
    {
        var past = new CadenceExample(
            history.Contact, history.Touchpoints.Where(touchpoint => touchpoint.At <= history.AsOf), history.AsOf,
            history.Zone) { Facet = history.Facet };
        var (known, foreseen) = (plan.Resolve(past.History), plan.Resolve(history.History));

        Assert.Equal((known.Window, known.Reference, known.State), (foreseen.Window, foreseen.Reference, foreseen.State));
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
