using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Weeks;

[Properties(Arbitrary = [typeof(PlanCaseArbitraries)], MaxTest = 150, Replay = "(6364136223846793005,1442695040888963407)")]
public class WeeklyPlannerProperties
{
    [Property]
    public void A_plan_never_exceeds_a_budget(PlanCase week)
    {
        var (plan, settings) = (week.Plan, week.Settings);

        Assert.InRange(plan.PlannedMinutes, 0, settings.MinutesPerWeek);

        // Dates pass every cap but the minutes of the week.
        var counted = plan.Items.Where(item => item.Reason.Code != PlanReasonCode.Occasion).ToArray();
        Assert.All(
            counted.GroupBy(item => item.Day),
            day => Assert.True(day.Sum(item => item.Minutes) <= settings.MinutesPerDay && day.Count() <= settings.MostPerDay));
        Assert.All(plan.Items, item => Assert.Equal(settings.ChannelMinutes[item.Channel.Name], item.Minutes));
        var people = counted.Select(item => item.Contact).Distinct().ToArray();
        Assert.All(
            people.Where(contact => contact.Circle is not null).GroupBy(contact => contact.Circle),
            circle => Assert.InRange(circle.Count(), 1, settings.MostPerCircle));
        Assert.All(
            people.SelectMany(contact => contact.Facets).GroupBy(facet => facet),
            facet => Assert.InRange(facet.Count(), 1, settings.MostPerFacet));
        Assert.InRange(
            plan.Items.Where(item => item.Reason.Code == PlanReasonCode.Revive).Select(item => item.Contact.Id).Distinct().Count(), 0,
            settings.DormantPlaces);
        Assert.InRange(people.Length, 0, plan.Pace?.MostSteps ?? int.MaxValue);
    }

    [Property]
    public void No_touch_falls_on_a_day_that_is_over_quiet_suspended_or_not_wished_for(PlanCase week)
    {
        var today = week.AsOf.InZone(PlanCase.Zone).Date;
        Assert.All(week.Plan.Items, item =>
        {
            var wishes = week.Cadences.WishesOf(item.Contact);
            Assert.InRange(item.Day, LocalDate.Max(today, PlanCase.Monday), PlanCase.Monday.PlusDays(6));
            Assert.Contains(item.Day.DayOfWeek, week.Settings.WorkingDays);
            Assert.DoesNotContain(item.Day.DayOfWeek, week.Cadences.QuietDays);
            Assert.DoesNotContain(item.Day.DayOfWeek, wishes.NotOn);
            Assert.False(wishes.NoContact);
            Assert.DoesNotContain(week.Cadences.Suspensions, suspension => suspension.IsAbout(item.Contact) && suspension.Holds(item.Day));
        });
    }

    [Property]
    public void No_touch_comes_before_it_is_wanted_or_sooner_than_wished(PlanCase week)
    {
        var book = week.Book;
        foreach (var own in week.Plan.Items.GroupBy(item => item.Contact.Id))
        {
            var days = own.Select(item => item.Day).Order().ToArray();
            var resolution = book.CadenceOf(own.Key, week.AsOf);
            Assert.True(own.First().Reason.Code == PlanReasonCode.Occasion
                ? resolution.Dates.Any(date => days[0] >= date.Window.Ideal && days[0] <= date.Window.Latest)
                : days[0] >= resolution.Window!.Value.Ideal
                    || resolution.Window.Value.StateOn(resolution.Reference!.Value, days[0]) == CadenceState.Comfortable);
            if (week.Cadences.WishesOf(own.First().Contact).AtMostEvery is { } apart)
            {
                var before = book.Touchpoints.Of(own.Key)
                    .LastOrDefault(touch => touch.At <= week.AsOf && touch.Direction != Direction.Incoming);
                Assert.All(days.Skip(1).Zip(days), pair => Assert.True(pair.First >= pair.Second + apart));
                Assert.True(before is null || days[0] >= before.At.InZone(PlanCase.Zone).Date + apart);
            }
        }
    }

    [Property]
    public void No_cap_on_attempts_is_passed(PlanCase week, bool isOne)
    {
        // A birthday on Thursday asks for a second touch after the weekly one, and there is time for it.
        var most = isOne ? 1 : 2;
        var capped = week with
        {
            Contacts =
                [.. week.Contacts.Select(
                    contact => contact with { Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 5))] })],
            Cadences = week.Cadences with
            {
                Policy = Cadence.BackOff(
                    isOne ? Cadence.Soonest(Cadence.Every(Period.FromWeeks(1)), Cadence.Occasions(0)) : week.Cadences.Policy!, 1, most)
            },
            Settings = isOne ? PlanSettings.Default with { MinutesPerWeek = 600, MinutesPerDay = 300, MostPerDay = 9 } : week.Settings,
        };
        var log = capped.Book.Touchpoints;
        foreach (var own in capped.Plan.Items.GroupBy(item => item.Contact.Id))
        {
            var unanswered = log.Of(own.Key).Where(touch => touch.At <= week.AsOf).Reverse()
                .TakeWhile(touch => touch.Outcome != Outcome.Answered
                    && !(touch.IsContact
                        && (touch.Direction is Direction.Incoming or Direction.Mutual
                            || TouchpointFilter.Rich.Channels.Contains(touch.Channel))))
                .Where(touch => touch.Direction == Direction.Outgoing)
                .Select(touch => touch.At.InZone(PlanCase.Zone).Date)
                .Distinct()
                .Count();

            // In a planned call or meeting both are heard, so it is no attempt.
            var attempts = own.Count(item => !TouchpointFilter.Rich.Channels.Contains(item.Channel));
            Assert.InRange(unanswered + attempts, 0, most);
        }
    }

    [Property]
    public void Everybody_is_in_the_plan_or_left_out_for_a_reason(PlanCase week)
    {
        var plan = week.Plan;
        Assert.Equal(
            week.Contacts.Select(contact => contact.Id.Value).Order(StringComparer.Ordinal),
            plan.Items.Select(item => item.Contact.Id).Distinct().Concat(
                plan.LeftOut.Select(left => left.Contact.Id)).Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.All(plan.Items.GroupBy(item => item.Contact.Id).Where(own => own.Count() > 1), own =>
        {
            Assert.Equal(2, own.Count());
            Assert.Equal(PlanReasonCode.Occasion, own.Last().Reason.Code);
        });
        Assert.All(
            plan.Items.Select(item => item.Reason).Concat(plan.LeftOut.Select(left => left.Because)),
            reason => Assert.NotEqual(reason.Code.ToString(), reason.ToString()));
    }

    [Property]
    public void More_minutes_never_lower_what_a_plan_gains(PlanCase week, byte moreAWeek, byte moreADay)
    {
        var more = week with
        {
            Settings = week.Settings with
            {
                MinutesPerWeek = week.Settings.MinutesPerWeek + (moreAWeek % 40),
                MinutesPerDay = week.Settings.MinutesPerDay + (moreADay % 40)
            },
        };

        Assert.True(more.Plan.Gain >= week.Plan.Gain - 1e-9);
    }

    [Property]
    public void The_order_of_contacts_and_touchpoints_changes_no_plan(PlanCase week, int seed)
    {
        var (contacts, touchpoints) = (week.Contacts.ToArray(), week.Touchpoints.ToArray());
        var random = new Random(seed);
        random.Shuffle(contacts);
        random.Shuffle(touchpoints);

        // Straight to the planner: a book would put them in order.
        var plan = new WeeklyPlanner(week.Settings)
            .Plan(
                contacts, (week with { Touchpoints = [.. touchpoints] }).Book.Touchpoints, week.Book.Scorer, week.Cadences,
                PlanCase.Monday, week.AsOf);

        Assert.Equal(Lines(week.Plan), Lines(plan));
    }

    [Property]
    public void A_book_that_knows_its_states_plans_as_a_log_that_does_not(PlanCase week, byte days)
    {
        var (book, log) = (week.Book, new TouchpointLog());
        foreach (var touchpoint in week.Touchpoints)
        {
            log.Add(touchpoint);
        }

        foreach (var contact in book.Contacts)
        {
            book.ScoreOf(contact.Id, week.AsOf - Duration.FromDays(days % 32));
        }

        Assert.Equal(
            Lines(new WeeklyPlanner(week.Settings).Plan(week.Contacts, log, book.Scorer, week.Cadences, PlanCase.Monday, week.AsOf)),
            Lines(book.PlanWeek(week.AsOf, PlanCase.Monday, week.Settings)));
    }

    [Property]
    public void The_likelier_contact_comes_anyway_the_less_planning_gains(PlanCase week, byte level)
    {
        // Each contact alone, so that the best choice is found.
        var (sooner, book) = (1 + (level / 16.0), week.Book);
        foreach (var contact in week.Contacts)
        {
            var (less, more, most) = (GainAt(contact, sooner), GainAt(contact, 1), GainAt(contact, 1 / sooner));

            Assert.True(less <= more && more <= most, $"{less} {more} {most}");
        }

        double GainAt(Contact contact, double level)
        {
            var scorer = new RelationshipScorer(
                FoldSettings.Default, ScoreSettings.Default with { Hazard = RhythmHazard.Default.AtLevel(level) }, PlanCase.Zone);
            return new WeeklyPlanner(week.Settings)
                .Plan([contact], book.Touchpoints, scorer, week.Cadences, PlanCase.Monday, week.AsOf).Gain;
        }
    }

    [Property]
    public void What_a_touch_gains_in_strength_is_what_if_against_leaving_it(PlanCase week, byte days, byte channelNumber)
    {
        foreach (var contact in week.Contacts)
        {
            var scorer = week.Book.Scorer.For(contact);

            // On the day of the last touchpoint, too: a second touch of a day gains less than one on a day of its own.
            var own = week.Book.Touchpoints.Of(contact).Where(touchpoint => touchpoint.At <= week.AsOf)
                .Append(new Touchpoint(contact.Id, week.AsOf, Channel.Stock[days % Channel.Stock.Count], Direction.Incoming)).ToArray();
            var touch = new Touchpoint(
                contact.Id, week.AsOf + Duration.FromDays(days % 4), Channel.Stock[channelNumber % Channel.Stock.Count],
                Direction.Outgoing);
            var later = touch.At + Duration.FromDays(7);

            Assert.Equal(
                scorer.WhatIf(own, touch, later).Strength.Value - scorer.ScoreAt(own, later).Strength.Value,
                scorer.GainOf(scorer.StateOf(own, week.AsOf), touch, later),
                1e-12);
        }
    }

    private static IEnumerable<string> Lines(WeekPlan plan) =>
    [
        .. plan.Items.Select(item => $"{item.Contact.Id} {item} {item.Gesture} {item.Gain:R}"),
        .. plan.LeftOut.Select(left => $"{left.Contact.Id} {left}"),
        $"{plan.Gain:R} {plan.UpperBound:R}",
    ];
}
