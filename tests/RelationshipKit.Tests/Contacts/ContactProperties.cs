using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Contacts;

[Properties(Arbitrary = [typeof(ContactArbitraries)], MaxTest = 500)]
public class ContactProperties
{
    [Property]
    public bool Partial_dates_read_back_as_they_were_written(PartialDate date) => PartialDate.Parse(date.ToString()) == date;

    [Property]
    public bool Partial_dates_are_equal_exactly_when_their_texts_are(PartialDate one, PartialDate other) =>
        (one == other) == (one.ToString() == other.ToString());

    [Property]
    public bool The_next_day_comes_strictly_after_the_reference(PartialDate date, LocalDate reference) =>
        Enum.GetValues<LeapDayRule>().All(rule => !(date.NextAfter(reference, rule) <= reference));

    [Property]
    public bool No_day_between_the_reference_and_the_next_is_one(PartialDate date, LocalDate reference) =>
        Enum.GetValues<LeapDayRule>().All(rule =>
            date.NextAfter(reference, rule) is not { } next
            || next.PlusDays(-1) < reference
            || date.NextAfter(next.PlusDays(-1), rule) == next);

    [Property]
    public bool The_next_day_of_any_but_a_leap_day_has_its_month_and_day(PartialDate date, LocalDate reference, LeapDayRule rule) =>
        date == PartialDate.Unknown
        || date is { Month: 2, Day: 29 }
        || !Enum.IsDefined(rule)
        || date.NextAfter(reference, rule) is not { } next
        || ((next.Month, next.Day) == (date.Month, date.Day) && !(next.Year < date.Year));

    [Property]
    public bool A_yearly_occasion_comes_within_eight_years(Occasion occasion, LocalDate reference) =>
        occasion.Kind == OccasionKind.Achievement
        || occasion.Date.Day is null
        || reference.Year > 9990
        || reference.Year < (occasion.Date.Year ?? 0)
        || (occasion.NextAfter(reference) is { } next && Period.DaysBetween(reference, next) <= (8 * 366));

    [Property]
    public bool An_achievement_comes_once(Occasion occasion, LocalDate reference) =>
        occasion.Kind != OccasionKind.Achievement
        || occasion.NextAfter(reference) is not { } day
        || (PartialDate.FromDate(day) == occasion.Date && occasion.NextAfter(day) is null);

    [Property]
    public bool A_detail_never_grows_fresher(RememberedDetail detail, LocalDate one, LocalDate other)
    {
        var (early, late) = one <= other ? (one, other) : (other, one);
        return detail.FreshnessOn(late) <= detail.FreshnessOn(early) && detail.FreshnessOn(late) >= 0 && detail.FreshnessOn(early) <= 1;
    }

    [Property]
    public bool A_detail_is_worth_asking_again_exactly_when_half_of_it_is_gone(RememberedDetail detail, LocalDate date) =>
        detail.IsWorthAskingAgainOn(date) == (detail.FreshnessOn(date) <= 0.5);

    [Property]
    public bool The_inverse_of_the_inverse_is_the_kind_itself(RelationKind kind) =>
        kind.Inverse.Inverse == kind && (kind.Inverse == kind) == (kind.Name == kind.InverseName);

    [Property]
    public bool An_offer_meets_the_need_that_equals_it(Contribution one, Contribution other) =>
        one.Meets(one) && (one != other || (one.Meets(other) && one.GetHashCode() == other.GetHashCode()));
}
