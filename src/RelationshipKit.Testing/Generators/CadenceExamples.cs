using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RelationshipKit.Testing.Generators;

/// <summary>Examples to ask policies about, and what makes them plainer.</summary>
internal static class CadenceExamples
{
    private static readonly LocalDate Base = new(2026, 1, 15);
    private static readonly LocalDate FirstDate = new(1, 1, 2);
    private static readonly LocalDate LastDate = new(9999, 12, 30);
    private static readonly Instant First = FirstDate.AtMidnight().InUtc().ToInstant();
    private static readonly Instant Last = LastDate.At(new LocalTime(23, 59)).InUtc().ToInstant();

    private static readonly Gen<DateTimeZone> Zones = Gen.Frequency(
        (3, Gen.Constant("Europe/London")),
        (2, Gen.Elements("UTC", "Pacific/Apia", "America/Havana", "Asia/Kolkata"))).Select(id => DateTimeZoneProviders.Tzdb[id]);

    // The last is before the day that Samoa skipped.
    private static readonly Gen<LocalDate> Bases = Gen.Frequency(
        (6, Gen.Constant(Base)),
        (1, Gen.Elements(new LocalDate(2024, 2, 28), new LocalDate(2025, 12, 30), new LocalDate(2023, 1, 30), new LocalDate(2011, 12, 27))),
        (1, Gen.Choose(400, 3_615_000).Select(FirstDate.PlusDays)));

    private static readonly Gen<LocalDate> Ends = Gen.OneOf(
        Gen.Choose(0, 5).Select(FirstDate.PlusDays),
        Gen.Choose(0, 800).Select(days => LastDate.PlusDays(-days)));

    // No policy is asked about the archived and the dead; when somebody was added is the business of those examples that say so.
    private static readonly Gen<Contact> Active =
        ContactArbitraries.Contacts().Generator.Select(contact => contact with { State = ContactState.Active, AddedOn = null });

    /// <summary>Examples about some contacts, and about others unlike them.</summary>
    public static Gen<CadenceExample> Any(IReadOnlyList<Contact> contacts) => About(
        Gen.Frequency((2, Gen.Elements(contacts.AsEnumerable())), (1, Active.Select(WithNearDates))), Bases);

    /// <summary>Examples about some contacts only.</summary>
    public static Gen<CadenceExample> Only(IReadOnlyList<Contact> contacts) => About(Gen.Elements(contacts.AsEnumerable()), Bases);

    /// <summary>Examples at both ends of the calendar.</summary>
    public static Gen<CadenceExample> AtTheEnds(IReadOnlyList<Contact> contacts) => About(
        contacts.Count == 0 ? Active : Gen.Elements(contacts.AsEnumerable()), Ends);

    public static Gen<Touchpoint> Touch(ContactId contact, LocalDate start) =>
        from day in Gen.Frequency((3, Gen.Choose(0, 30)), (1, Gen.Choose(0, 900)))
        from hour in Gen.Choose(0, 23)
        from channel in Gen.Elements(Channel.Message, Channel.InPerson)
        from direction in Gen.Elements(Enum.GetValues<Direction>())
        from outcome in Gen.Frequency((4, Gen.Constant(Outcome.Delivered)), (1, Gen.Elements(Enum.GetValues<Outcome>())))
        from facet in Gen.Frequency((4, Gen.Constant<Facet?>(null)), (1, Gen.Constant<Facet?>(Facet.Professional)))
        select new Touchpoint(contact, At(start, day, hour), channel, direction) { Outcome = outcome, Facet = facet };

    public static IEnumerable<CadenceExample> Plainer(CadenceExample example)
    {
        foreach (var fewer in Fewer(example.Touchpoints))
        {
            yield return example.WithTouchpoints(fewer);
        }

        foreach (var contact in ContactArbitraries.Plainer(example.Contact))
        {
            yield return new CadenceExample(
                contact, example.Touchpoints, example.AsOf, example.Zone) { Facet = example.Facet, Since = example.Since,
                FreshStart = example.FreshStart };
        }

        if (example.Facet is not null)
        {
            yield return example with { Facet = null };
        }

        if (example.FreshStart is not null)
        {
            yield return example with { FreshStart = null };
        }

        if (example.Zone != DateTimeZone.Utc)
        {
            yield return example with { Zone = DateTimeZone.Utc };
        }

        if (example.Since != Base)
        {
            yield return example with { Since = Base };
        }

        for (var i = 0; i < example.Touchpoints.Length; i++)
        {
            foreach (var touchpoint in Plainer(example.Touchpoints[i]))
            {
                yield return example.WithTouchpoints(example.Touchpoints.SetItem(i, touchpoint));
            }
        }

        // The same days some years nearer, then the last thing that happened.
        var near = At(Base, 0, 9);
        if (example.AsOf != near)
        {
            var moved = near - example.AsOf;
            yield return new CadenceExample(
                example.Contact, example.Touchpoints.Select(touchpoint => touchpoint with { At = Clamp(touchpoint.At + moved) }), near,
                example.Zone)
            {
                Facet = example.Facet,
                Since = example.Since,
                FreshStart = example.FreshStart,
            };
        }
    }

    private static Gen<CadenceExample> About(Gen<Contact> contacts, Gen<LocalDate> bases) =>
        from contact in contacts
        from zone in Zones
        from start in bases
        from touchpoints in Touch(contact.Id, start).ListOf()
        from day in Gen.Frequency((3, Gen.Choose(0, 50)), (1, Gen.Choose(0, 900)))
        from hour in Gen.Choose(0, 23)
        from since in Gen.Choose(-30, 30)
        from anew in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 60).Select(days => (int?)days)))
        from facet in Gen.Frequency((5, Gen.Constant<Facet?>(null)), (1, Gen.Constant<Facet?>(Facet.Professional)))
        select new CadenceExample(contact, touchpoints, At(start, day, hour), zone)
        {
            Facet = facet,
            Since = DayOf(start, since),
            FreshStart = anew is { } days ? DayOf(start, days) : null,
        };

    // Policies written for people who live are not asked about the year 9999 unless somebody wants it.
    private static Contact WithNearDates(Contact contact) => contact with
    {
        Origin = contact.Origin is { } origin && !IsNear(origin.When) ? origin with { When = PartialDate.Unknown } : contact.Origin,
        Occasions = [.. contact.Occasions.Where(occasion => IsNear(occasion.Date))],
    };

    private static bool IsNear(PartialDate date) => date.Year is null or (>= 1900 and <= 2100);

    private static IEnumerable<ImmutableArray<Touchpoint>> Fewer(ImmutableArray<Touchpoint> touchpoints)
    {
        if (touchpoints.Length > 1)
        {
            yield return [];
            yield return touchpoints[..(touchpoints.Length / 2)];
            yield return touchpoints[(touchpoints.Length / 2)..];
        }

        for (var i = 0; i < touchpoints.Length; i++)
        {
            yield return touchpoints.RemoveAt(i);
        }
    }

    private static IEnumerable<Touchpoint> Plainer(Touchpoint touchpoint) =>
        new[]
        {
            touchpoint with { Facet = null },
            touchpoint with { Outcome = Outcome.Delivered },
            touchpoint with { Channel = Channel.Message },
            touchpoint with { Direction = Direction.Mutual },
            touchpoint with { At = Clamp(touchpoint.At.InUtc().Date.At(new LocalTime(9, 0)).InUtc().ToInstant()) },
        }.Where(plainer => plainer != touchpoint);

    private static Instant At(LocalDate start, int day, int hour) =>
        Clamp(DayOf(start, day).AtMidnight().InUtc().ToInstant() + Duration.FromHours(hour));

    private static Instant Clamp(Instant instant) => Instant.Max(First, Instant.Min(instant, Last));

    private static LocalDate DayOf(LocalDate start, int days) =>
        FirstDate.PlusDays(Math.Clamp(Period.DaysBetween(FirstDate, start) + days, 0, Period.DaysBetween(FirstDate, LastDate)));
}
