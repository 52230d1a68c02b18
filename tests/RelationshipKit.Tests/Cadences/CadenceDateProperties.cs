using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Testing;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Cadences;

[Properties(Arbitrary = [typeof(CadenceArbitraries)], Replay = "(6364136223846793005,1442695040888963407)", MaxTest = 500)]
public class CadenceDateProperties
{
    [Property]
    public void A_date_never_moves_past_its_grace(CadenceRules plan, CadenceExample example, byte lead, byte grace)
    {
        var resolution = Of(plan, example, lead, grace);

        Assert.All(resolution.Dates, date =>
        {
            Assert.InRange(date.Day, LocalDate.Max(date.Window.Ideal, resolution.Today), date.Window.Latest);
            Assert.InRange(date.On, date.Window.Ideal, date.Window.Latest);
            Assert.DoesNotContain(date.Day.DayOfWeek, plan.QuietDays);
            Assert.DoesNotContain(date.Day.DayOfWeek, plan.WishesOf(example.Contact).NotOn);
        });
        Assert.True(
            resolution.Dates.IsEmpty || (!plan.WishesOf(example.Contact).NoContact && example.Contact.State == ContactState.Active));
    }

    [Property]
    public void A_kept_date_is_not_asked_for_again(CadenceRules plan, CadenceExample example, byte lead, byte grace)
    {
        foreach (var date in Of(plan, example, lead, grace).Dates)
        {
            var touch = new Touchpoint(
                example.Contact.Id, (date.Day + new LocalTime(13, 0)).InZoneLeniently(example.Zone).ToInstant(), Channel.Message,
                Direction.Outgoing) { Gesture = Gesture.Congratulate, Facet = example.Facet };
            if (touch.At < example.AsOf)
            {
                continue;
            }

            var after = Of(plan, example.With(touch) with { AsOf = touch.At }, lead, grace);
            Assert.DoesNotContain(after.Dates, other => other.On == date.On && other.Occasion == date.Occasion);
        }
    }

    private static CadenceResolution Of(CadenceRules plan, CadenceExample example, byte lead, byte grace) =>
        (plan with
        {
            Policy = Cadence.Soonest(Cadence.Every(Period.FromWeeks(2)), Cadence.Occasions(lead % 30, grace % 30)),
            Overrides = plan.Overrides.Clear()
        })
            .Resolve(example.History);
}
