using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Contacts;

namespace RelationshipKit.Serialization;

/// <summary>Turns contacts into entries of a <see cref="ContactsDocument"/> and back.</summary>
internal static class ContactEntries
{
    public static ContactsDocument.ContactEntry Write(Contact contact) => new()
    {
        Id = contact.Id.Value,
        Name = contact.Name,
        Addresses = All(contact.Addresses, Write),
        Facets = All(contact.Facets, facet => facet.Name),
        Circle = contact.Circle is { } circle
            ? new ContactsDocument.CircleEntry { Name = circle.Name, AdvisedCapacity = circle.AdvisedCapacity }
            : null,
        Origin = contact.Origin is { } origin ? Write(origin) : null,
        Occasions = All(contact.Occasions, Write),
        Details = All(contact.Details, Write),
        Offers = All(contact.Offers, Write),
        Needs = All(contact.Needs, Write),
        Relations = All(contact.Relations, Write),
        Tags = All(contact.Tags, tag => tag),
        Aliases = All(contact.Aliases, alias => alias.Value),
        State = JsonWords.OfUnlessDefault(contact.State),
        AddedOn = contact.AddedOn is { } added ? LocalDatePattern.Iso.Format(added) : null,
        StructuredName = contact.StructuredName is { } name ? Write(name) : null,
        Organization = contact.Organization,
        JobTitle = contact.JobTitle,
        Notes = contact.Notes,
        Language = contact.Language,
        Zone = contact.ZoneId,
        Promises = All(contact.Promises, Write),
        UserData = contact.UserData.IsEmpty ? null
            : contact.UserData.ToDictionary(
                item => item.Key, item => (ContactsDocument.UserValueEntry?)Write(item.Value), StringComparer.Ordinal),
        UnknownProperties = All(contact.UnknownProperties, property => property),
    };

    internal static ContactsDocument.AddressEntry Write(Address address) => new()
    {
        Kind = JsonWords.Of(address.Kind),
        Value = address.Value,
        Label = address.Label,
    };

    internal static ContactsDocument.OriginEntry Write(Origin origin) => new()
    {
        How = origin.How,
        When = origin.When == PartialDate.Unknown ? null : origin.When.ToString(),
        IntroducedBy = origin.IntroducedBy?.Value,
        Place = origin.Place,
    };

    internal static ContactsDocument.OccasionEntry Write(Occasion occasion) => new()
    {
        Kind = occasion.Kind.Name,
        Date = occasion.Date.ToString(),
        Title = occasion.Title,
        LeapDayRule = JsonWords.OfUnlessDefault(occasion.LeapDayRule),
    };

    internal static ContactsDocument.DetailEntry Write(RememberedDetail detail) => new()
    {
        Text = detail.Text,
        LearnedOn = LocalDatePattern.Iso.Format(detail.LearnedOn),
        Source = detail.Source,
        Sensitivity = JsonWords.OfUnlessDefault(detail.Sensitivity),
        HalfLifeDays = detail.HalfLifeDays,
    };

    internal static ContactsDocument.RelationEntry Write(Relation relation) => new()
    {
        Kind = relation.Kind.Name,
        Inverse = relation.Kind.InverseName,
        Other = relation.Other.Value,
    };

    internal static ContactsDocument.StructuredNameEntry Write(StructuredName name) => new()
    {
        Given = name.Given,
        Family = name.Family,
        Additional = name.Additional,
        Prefix = name.Prefix,
        Suffix = name.Suffix,
    };

    internal static ContactsDocument.PromiseEntry Write(Promise promise) => new()
    {
        Text = promise.Text,
        On = LocalDatePattern.Iso.Format(promise.On),
        IsKept = promise.IsKept ? true : null,
    };

    internal static ContactsDocument.UserValueEntry Write(UserValue value) =>
        new() { Text = value.Text, Number = value.Number, Date = value.DateText };

    public static Contact Read(ContactsDocument.ContactEntry entry, string path)
    {
        var id = Made(() => ContactId.FromValue(entry.Id), $"{path}.id");
        var contact = Made(() => new Contact(id, entry.Name), $"{path}.name");

        // One part after another, so that what a part's own rule refuses is reported with the part's path.
        contact = Made(() => contact with { Addresses = All(entry.Addresses, $"{path}.addresses", ReadAddress) }, $"{path}.addresses");
        contact = Made(
            () => contact with { Facets = All(entry.Facets, $"{path}.facets", (name, _) => Facet.FromName(name)) }, $"{path}.facets");
        contact = Made(
            () => contact with { Circle = entry.Circle is { } circle ? Circle.Create(circle.Name, circle.AdvisedCapacity) : null },
            $"{path}.circle");
        contact = Made(
            () => contact with { Origin = entry.Origin is { } origin ? ReadOrigin(origin, $"{path}.origin") : null }, $"{path}.origin");
        contact = Made(() => contact with { Occasions = All(entry.Occasions, $"{path}.occasions", ReadOccasion) }, $"{path}.occasions");
        contact = Made(() => contact with { Details = All(entry.Details, $"{path}.details", ReadDetail) }, $"{path}.details");
        contact = Made(() => contact with { Offers = All(entry.Offers, $"{path}.offers", ReadContribution) }, $"{path}.offers");
        contact = Made(() => contact with { Needs = All(entry.Needs, $"{path}.needs", ReadContribution) }, $"{path}.needs");
        contact = Made(() => contact with { Relations = All(entry.Relations, $"{path}.relations", ReadRelation) }, $"{path}.relations");
        contact = Made(() => contact with { Tags = All(entry.Tags, $"{path}.tags", (tag, _) => tag) }, $"{path}.tags");
        contact = Made(
            () => contact with { Aliases = All(entry.Aliases, $"{path}.aliases", (alias, _) => ContactId.FromValue(alias)) },
            $"{path}.aliases");
        contact = Made(
            () => contact with { State = entry.State is { } state ? JsonWords.Read<ContactState>(state, $"{path}.state") : default },
            $"{path}.state");
        contact = Made(
            () => contact with { AddedOn = entry.AddedOn is { } added ? ReadDate(added, $"{path}.addedOn") : null }, $"{path}.addedOn");
        contact = Made(
            () => contact with { StructuredName = entry.StructuredName is { } name ? ReadName(name, $"{path}.structuredName") : null },
            $"{path}.structuredName");
        contact = Made(() => contact with { Organization = entry.Organization }, $"{path}.organization");
        contact = Made(() => contact with { JobTitle = entry.JobTitle }, $"{path}.jobTitle");
        contact = Made(() => contact with { Notes = entry.Notes }, $"{path}.notes");
        contact = Made(() => contact with { Language = entry.Language }, $"{path}.language");
        contact = Made(() => contact with { ZoneId = entry.Zone }, $"{path}.zone");
        contact = Made(() => contact with { Promises = All(entry.Promises, $"{path}.promises", ReadPromise) }, $"{path}.promises");
        contact = Made(
            () => contact with
            {
                UserData = (entry.UserData ?? []).ToImmutableSortedDictionary(
                    item =>
                        item.Key,
                        item => ReadValue(
                                item.Value ?? throw JsonDocumentHead.Error("The value is null.", $"{path}.userData"), $"{path}.userData"),
                            StringComparer.Ordinal),
            },
            $"{path}.userData");
        return Made(
            () => contact with { UnknownProperties = All(entry.UnknownProperties, $"{path}.unknownProperties", (property, _) => property) },
            $"{path}.unknownProperties");
    }

    internal static StructuredName ReadName(ContactsDocument.StructuredNameEntry entry, string path) => Made(
        () => new StructuredName
        {
            Given = entry.Given,
            Family = entry.Family,
            Additional = entry.Additional,
            Prefix = entry.Prefix,
            Suffix = entry.Suffix
        },
        path);

    internal static Promise ReadPromise(ContactsDocument.PromiseEntry entry, string path) =>
        Made(() => new Promise(entry.Text, ReadDate(entry.On, $"{path}.on")) { IsKept = entry.IsKept ?? false }, path);

    internal static UserValue ReadValue(ContactsDocument.UserValueEntry entry, string path)
    {
        var given = (entry.Text is null ? 0 : 1) + (entry.Number is null ? 0 : 1) + (entry.Date is null ? 0 : 1);
        return given != 1 ? throw JsonDocumentHead.Error("A value has one of text, number and date.", path)
            : entry.Number is { } number ? Made(() => UserValue.FromNumber(number), path)
            : entry.Date is { } date ? Made(() => UserValue.FromDate(ReadDate(date, path)), path)
            : Made(() => UserValue.FromText(entry.Text!), path);
    }

    private static LocalDate ReadDate(string text, string path)
    {
        var date = LocalDatePattern.Iso.Parse(text);
        return date.Success
            ? date.Value
            : throw JsonDocumentHead.Error("The text is not a date; it must be a real one written like 2024-05-17.", path);
    }

    internal static ContactsDocument.ContributionEntry Write(Contribution contribution) => new()
    {
        Kind = JsonWords.Of(contribution.Kind),
        Topic = contribution.Topic,
    };

    internal static Address ReadAddress(ContactsDocument.AddressEntry entry, string path) =>
        JsonWords.Read<AddressKind>(entry.Kind, $"{path}.kind") switch
        {
            AddressKind.Email => Address.Email(entry.Value, entry.Label),
            AddressKind.Phone => Address.Phone(entry.Value, entry.Label),
            _ => Address.Handle(entry.Value, entry.Label),
        };

    internal static Origin ReadOrigin(ContactsDocument.OriginEntry entry, string path) => new()
    {
        How = entry.How,
        When = entry.When is { } when ? ReadPartialDate(when, $"{path}.when") : PartialDate.Unknown,
        IntroducedBy = entry.IntroducedBy is { } introducedBy ? ContactId.FromValue(introducedBy) : null,
        Place = entry.Place,
    };

    internal static Occasion ReadOccasion(ContactsDocument.OccasionEntry entry, string path) =>
        new(Made(() => OccasionKind.FromName(entry.Kind), $"{path}.kind"), ReadPartialDate(entry.Date, $"{path}.date"))
        {
            Title = entry.Title,
            LeapDayRule = entry.LeapDayRule is { } rule ? JsonWords.Read<LeapDayRule>(rule, $"{path}.leapDayRule") : default,
        };

    internal static RememberedDetail ReadDetail(ContactsDocument.DetailEntry entry, string path)
    {
        var learnedOn = LocalDatePattern.Iso.Parse(entry.LearnedOn);
        return learnedOn.Success
            ? new RememberedDetail(entry.Text, learnedOn.Value)
            {
                Source = entry.Source,
                Sensitivity = entry.Sensitivity is { } sensitivity
                    ? JsonWords.Read<Sensitivity>(sensitivity, $"{path}.sensitivity")
                    : default,
                HalfLifeDays = entry.HalfLifeDays,
            }
            : throw JsonDocumentHead.Error("The text is not a date; it must be a real one written like 2024-05-17.", $"{path}.learnedOn");
    }

    internal static Contribution ReadContribution(ContactsDocument.ContributionEntry entry, string path) =>
        new(JsonWords.Read<ContributionKind>(entry.Kind, $"{path}.kind"), entry.Topic);

    internal static Relation ReadRelation(ContactsDocument.RelationEntry entry, string path) =>
        new(
            Made(() => RelationKind.FromNames(entry.Kind, entry.Inverse), $"{path}.kind"),
            Made(() => ContactId.FromValue(entry.Other), $"{path}.other"));

    private static PartialDate ReadPartialDate(string text, string path) =>
        Made(() => PartialDate.Parse(text, CultureInfo.InvariantCulture), path);

    internal static List<TOut>? All<TIn, TOut>(ImmutableArray<TIn> items, Func<TIn, TOut> write) =>
        items.IsEmpty ? null : [.. items.Select(write)];

    internal static ImmutableArray<TOut> All<TIn, TOut>(IReadOnlyList<TIn?>? entries, string path, Func<TIn, string, TOut> read)
        where TIn : class =>
        entries is null
            ? []
            : [.. entries.Select((entry, i) => Made(
                () => read(entry ?? throw JsonDocumentHead.Error("The item is null.", $"{path}[{i}]"), $"{path}[{i}]"),
                $"{path}[{i}]"))];

    // What the domain refuses, the document is wrong about, at this path.
    internal static T Made<T>(Func<T> make, string path)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw JsonDocumentHead.Error(exception.Message, path, exception);
        }
    }
}
