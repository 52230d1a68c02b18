using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.SeedGenerator;

/// <summary>
/// How often each owner wants to be in touch with whom: between them the plans use every kind of policy, suspension and wish.
/// </summary>
internal static class SeedCadences
{
    private static readonly IsoDayOfWeek[] Weekend = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>
    /// Robin answers letters, thinks of birthdays, calls a sister on Sundays, and lets attempts that stay unanswered rest.
    /// </summary>
    public static CadenceRules Dozen() => new CadenceRules
    {
        Policy = Cadence.Soonest(
            Cadence.ReplyOwed(5),
            Cadence.Occasions(leadDays: 7),
            Cadence.BackOff(
                Cadence.First(
                    Cadence.For(ContactSelector.One(Id("kavya")), Cadence.Weekly(IsoDayOfWeek.Sunday)),
                    Cadence.For(ContactSelector.As(Facet.Professional), Cadence.NotOn(Cadence.Every(Period.FromWeeks(6)), Weekend)),
                    Cadence.For(
                        ContactSelector.One(Id("amara")),
                        Cadence.Soonest(
                            Cadence.Every(Period.FromWeeks(2)),
                            Cadence.Counting(Cadence.Every(Period.FromMonths(2)), TouchpointFilter.By(Channel.InPerson)))),
                    Cadence.For(
                        ContactSelector.Tagged("choir"),
                        Cadence.Between(
                            Cadence.Counting(Cadence.Every(Period.FromMonths(1)), TouchpointFilter.Rich), new AnnualDate(9, 1),
                            new AnnualDate(6, 30))),
                    Cadence.ByCircle()),
                factor: 1.5,
                mostUnanswered: 5)),
        QuietDays = [IsoDayOfWeek.Saturday],
        Since = new LocalDate(2025, 9, 1),
    }
        .With(Suspension.Snooze(Id("bjorn"), new LocalDate(2026, 2, 26), new LocalDate(2026, 3, 14)))
        .With(Suspension.Pause(Id("davit"), new LocalDate(2026, 2, 16), new LocalDate(2026, 3, 9)))
        .With(Suspension.OutOfOffice(null, new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 8)))
        .WithWishes(Id("ines"), new ContactWishes { AtMostEvery = Period.FromMonths(2), NotOn = [.. Weekend] })
        .WithWishes(Id("amara"), new ContactWishes { NotAbout = [Facet.Professional] })
        .WithFreshStart(Id("elif"), new LocalDate(2026, 1, 5));

    /// <summary>
    /// Jordan follows the rhythm of each working tie, spread over the days, climbs a ladder with those met lately, and rests on weekends.
    /// </summary>
    public static CadenceRules Professional() => new CadenceRules
    {
        Policy = Cadence.Soonest(
            Cadence.For(ContactSelector.In(Circle.Inner), Cadence.ReplyOwed(2)),
            Cadence.First(
                Cadence.For(
                    ContactSelector.Tagged("met-lately"),
                    Cadence.Ladder(Cadence.Every(Period.FromMonths(4)), Period.FromDays(2), Period.FromWeeks(2), Period.FromWeeks(6))),
                Cadence.For(
                    ContactSelector.As(Facet.Family),
                    Cadence.Soonest(
                        Cadence.Every(Period.FromWeeks(2), toleranceDays: 3),
                        Cadence.Fixed(new LocalDate(2024, 1, 31), Period.FromMonths(1)))),
                Cadence.For(
                    ContactSelector.As(Facet.Community),
                    Cadence.Between(Cadence.Every(Period.FromMonths(2)), new AnnualDate(9, 1), new AnnualDate(6, 30))),
                Cadence.For(
                    ContactSelector.As(Facet.Professional),
                    Cadence.Jitter(
                        Cadence.BackOff(
                            Cadence.AtMost(Cadence.AtLeast(Cadence.FromRhythm(14, 180), Period.FromWeeks(3)), Period.FromMonths(5))),
                        7)),
                Cadence.ByCircle())),
        QuietDays = [.. Weekend],
    }
        .With(Suspension.OutOfOffice(null, new LocalDate(2026, 2, 16), new LocalDate(2026, 2, 21)))
        .With(Suspension.Snooze(Id("p002"), new LocalDate(2026, 1, 30), new LocalDate(2026, 2, 5)))
        .With(Suspension.Pause(Id("p003"), new LocalDate(2026, 1, 24)))
        .WithWishes(Id("p013"), new ContactWishes { AtMostEvery = Period.FromMonths(3) })
        .WithWishes(Id("p006"), new ContactWishes { NotOn = [IsoDayOfWeek.Monday] })
        .WithWishes(Id("p030"), new ContactWishes { NoContact = true });

    /// <summary>
    /// Noa wants little: the circles, two months at least between touches with all but family, and none of it in the southern summer.
    /// </summary>
    public static CadenceRules Quiet() => new CadenceRules
    {
        Policy = Cadence.Latest(
            Cadence.ByCircle(),
            Cadence.Unless(
                Cadence.Between(Cadence.Every(Period.FromMonths(2)), new AnnualDate(3, 1), new AnnualDate(12, 20)),
                ContactSelector.As(Facet.Family))),
        QuietDays = [IsoDayOfWeek.Sunday],
    }
        .With(Suspension.Pause(null, new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 1)))
        .WithWishes(Id("q08"), new ContactWishes { AtMostEvery = Period.FromMonths(3) })
        .WithFreshStart(Id("q20"), new LocalDate(2026, 2, 1));

    private static ContactId Id(string id) => ContactId.FromValue(id);
}
