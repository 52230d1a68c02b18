using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Testing.Generators;

/// <summary>
/// Generators of contacts and of what is known of them, with edge cases on purpose: leap days, ends of the calendar, letters beyond the
/// basic plane, empty lists.
/// </summary>
/// <remarks>
/// Ids are few, so that the same ids often meet. For use with <c>[Properties(Arbitrary = [typeof(ContactArbitraries)])]</c>, or with
/// another test framework.
/// </remarks>
public static class ContactArbitraries
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("a", "ada", "Ada Lovelace", "Zoë", "王小明", "👩‍🚀", "\"<&'\\/>\"", "a\u2028x", "a\u00a0b"),
        Gen.Choose(1, 256).Select(length => new string('x', length)));

    // Few, so that the same ids often meet.
    private static readonly Gen<ContactId> Ids = Gen.Elements("ada", "bob", "eve", "Ada", "王").Select(ContactId.FromValue);

    private static readonly Gen<LocalDate> Days = Gen.OneOf(
        Gen.Elements(
            new LocalDate(1, 1, 1), new LocalDate(2000, 2, 29), new LocalDate(2023, 2, 28), new LocalDate(2023, 3, 1),
            new LocalDate(9999, 12, 30), new LocalDate(9999, 12, 31)),
        Gen.Choose(-719_162, 2_932_896).Select(days => new LocalDate(1970, 1, 1).PlusDays(days)));

    private static readonly Gen<PartialDate> KnownDates = Gen.OneOf(
        Gen.Choose(1, 9999).Select(PartialDate.FromYear),
        Gen.Choose(1, 9999).SelectMany(year => Gen.Choose(1, 12).Select(month => PartialDate.FromYearMonth(year, month))),
        Gen.Constant(PartialDate.FromMonthDay(2, 29)),
        Gen.Choose(0, 365)
            .Select(day => new LocalDate(2000, 1, 1).PlusDays(day))
            .Select(date => PartialDate.FromMonthDay(date.Month, date.Day)),
        Days.Select(PartialDate.FromDate));

    /// <summary>Returns the generator of dates from 0001-01-01 to 9999-12-31, the ends and leap days more often.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<LocalDate> LocalDates() => Days.ToArbitrary();

    /// <summary>Returns the generator of partial dates: unknown, a year, a month, a day of every year, a full date.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<PartialDate> PartialDates() =>
        Gen.Frequency((1, Gen.Constant(PartialDate.Unknown)), (9, KnownDates)).ToArbitrary();

    /// <summary>Returns the generator of ids, out of five.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<ContactId> ContactIds() => Ids.ToArbitrary();

    /// <summary>Returns the generator of offers and needs.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Contribution> Contributions() =>
        (from kind in Gen.Elements(Enum.GetValues<ContributionKind>())
         from topic in Gen.OneOf(Gen.Elements("sailing", "Sailing", "SAILING"), Texts)
         select new Contribution(kind, topic)).ToArbitrary();

    /// <summary>Returns the generator of occasions of all kinds, with every leap-day rule.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Occasion> Occasions() =>
        (from kind in Gen.Elements(
            OccasionKind.Birthday, OccasionKind.Anniversary, OccasionKind.Achievement, OccasionKind.FromName("Name day"))
         from date in KnownDates
         from title in OrNull(Texts)
         from rule in Gen.Elements(Enum.GetValues<LeapDayRule>())
         select new Occasion(kind, date) { Title = title, LeapDayRule = rule }).ToArbitrary();

    /// <summary>Returns the generator of remembered details.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<RememberedDetail> RememberedDetails() =>
        (from text in Texts
         from learnedOn in Days
         from source in OrNull(Texts)
         from sensitivity in Gen.Elements(Enum.GetValues<Sensitivity>())
         from halfLifeDays in Gen.OneOf(
             Gen.Constant<int?>(null), Gen.Elements<int?>(1, 36_500), Gen.Choose(1, 36_500).Select(days => (int?)days))
         select new RememberedDetail(text, learnedOn)
         {
             Source = source,
             Sensitivity = sensitivity,
             HalfLifeDays = halfLifeDays
         }).ToArbitrary();

    /// <summary>Returns the generator of kinds of relations, symmetric and not.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<RelationKind> RelationKinds() =>
        Gen.OneOf(
            Gen.Elements(RelationKind.Parent, RelationKind.Report, RelationKind.Friend, RelationKind.Introduced),
            Texts.Select(RelationKind.CreateSymmetric),
            Texts.Select(name => RelationKind.FromNames(name, "rest"))).ToArbitrary();

    /// <summary>Returns the generator of contacts with anything or nothing known of them. They shrink to a name.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Contact> Contacts() =>
        Arb.From(Gen.Frequency((1, Ids.Select(id => new Contact(id, "a"))), (9, Known())), Plainer);

    // Everything away, else one part less at a time.
    internal static IEnumerable<Contact> Plainer(Contact contact) =>
        new[]
        {
            new Contact(contact.Id, "a"),
            contact with { Addresses = [] },
            contact with { Facets = [] },
            contact with { Circle = null },
            contact with { Origin = null },
            contact with { Occasions = [] },
            contact with { Details = [] },
            contact with { Offers = [] },
            contact with { Needs = [] },
            contact with { Relations = [] },
            contact with { Tags = [] },
            contact with { Aliases = [] },
            contact with { State = ContactState.Active, AddedOn = null, Language = null, ZoneId = null, Notes = null },
            contact with { StructuredName = null, Organization = null, JobTitle = null },
            contact with { Promises = [] },
            contact with { UserData = contact.UserData.Clear(), UnknownProperties = [] },
            contact with { Name = "a" },
        }.Where(plainer => plainer != contact);

    private static Gen<Contact> Known() =>
        from id in Ids
        from name in Texts
        from addresses in Several(Addresses())
        from facets in Several(Gen.OneOf(Gen.Elements(Facet.Family, Facet.Professional), Texts.Select(Facet.FromName)))
        from circle in OrNull(
            Gen.OneOf(
                Gen.Elements(Circle.Inner, Circle.Active), Gen.Choose(1, 1_000_000).Select(capacity => Circle.Create("own", capacity))))
        from origin in OrNull(Origins(id))
        from occasions in Several(Occasions().Generator)
        from details in Several(RememberedDetails().Generator)
        from offers in Several(Contributions().Generator)
        from needs in Several(Contributions().Generator)
        from relations in Several(RelationKinds().Generator.SelectMany(kind => Others(id).Select(other => new Relation(kind, other))))
        from tags in Several(Texts)
        from aliases in Several(Others(id))
        from state in Gen.Elements(Enum.GetValues<ContactState>())
        from addedOn in Gen.OneOf(Gen.Constant<LocalDate?>(null), Days.Select(day => (LocalDate?)day))
        from words in OrNull(Texts)
        from promises in Several(Promises())
        from userData in Several(UserData())
        from unknown in Several(Texts)
        select new Contact(id, name)
        {
            Addresses = addresses,
            Facets = facets,
            Circle = circle,
            Origin = origin,
            Occasions = occasions,
            Details = details,
            Offers = offers,
            Needs = needs,
            Relations = relations,
            Tags = tags,
            Aliases = aliases,
            State = state,
            AddedOn = addedOn,
            StructuredName = words is null ? null : new StructuredName { Given = words, Suffix = words },
            Organization = words,
            JobTitle = words,
            Notes = words,
            Language = words is null ? null : "pt-BR",
            ZoneId = words is null ? null : "Pacific/Apia",
            Promises = promises,
            UserData = userData.DistinctBy(pair => pair.Key)
                .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            UnknownProperties = unknown,
        };

    private static Gen<Promise> Promises() =>
        from text in Texts
        from day in Days
        from kept in Gen.Elements(true, false)
        select new Promise(text, day) { IsKept = kept };

    private static Gen<KeyValuePair<string, UserValue>> UserData() =>
        from name in Texts
        from value in Gen.OneOf(
            Texts.Select(text => UserValue.FromText(text)),
            Gen.Elements(0.0, -0.5, double.MaxValue, double.Epsilon).Select(number => UserValue.FromNumber(number)),
            Days.Select(day => UserValue.FromDate(day)))
        select KeyValuePair.Create(name, value);

    private static Gen<Address> Addresses() =>
        OrNull(Texts).SelectMany(label => Gen.OneOf(
            Gen.Elements("a@b", "zoë@example.org").Select(value => Address.Email(value, label)),
            Gen.Choose(10, int.MaxValue).Select(number => Address.Phone($"+{number}", label)),
            Texts.Select(value => Address.Handle(value, label))));

    private static Gen<Origin> Origins(ContactId id) =>
        from how in OrNull(Texts)
        from met in PartialDates().Generator
        from introducer in Gen.OneOf(Gen.Constant<ContactId?>(null), Others(id).Select(other => (ContactId?)other))
        from place in OrNull(Texts)
        select new Origin { How = how, When = met, IntroducedBy = introducer, Place = place };

    private static Gen<ContactId> Others(ContactId id) => Ids.Where(other => other != id);

    private static Gen<T?> OrNull<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));

    private static Gen<ImmutableArray<T>> Several<T>(Gen<T> gen) =>
        Gen.Choose(0, 3).SelectMany(count => gen.ListOf(count)).Select(items => items.Distinct().ToImmutableArray());
}
