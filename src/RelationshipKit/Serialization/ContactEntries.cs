using System.Collections.Immutable;
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
        Addresses = All(contact.Addresses, address => new ContactsDocument.AddressEntry
        {
            Kind = JsonWords.Of(address.Kind),
            Value = address.Value,
            Label = address.Label,
        }),
        Facets = All(contact.Facets, facet => facet.Name),
        Circle = contact.Circle is { } circle
            ? new ContactsDocument.CircleEntry { Name = circle.Name, AdvisedCapacity = circle.AdvisedCapacity }
            : null,
        Origin = contact.Origin is { } origin
            ? new ContactsDocument.OriginEntry
            {
                How = origin.How,
                When = origin.When == PartialDate.Unknown ? null : origin.When.ToString(),
                IntroducedBy = origin.IntroducedBy?.Value,
                Place = origin.Place,
            }
            : null,
        Occasions = All(contact.Occasions, occasion => new ContactsDocument.OccasionEntry
        {
            Kind = JsonWords.Of(occasion.Kind),
            Date = occasion.Date.ToString(),
            Title = occasion.Title,
            LeapDayRule = JsonWords.OfUnlessDefault(occasion.LeapDayRule),
        }),
        Details = All(contact.Details, detail => new ContactsDocument.DetailEntry
        {
            Text = detail.Text,
            LearnedOn = LocalDatePattern.Iso.Format(detail.LearnedOn),
            Source = detail.Source,
            Sensitivity = JsonWords.OfUnlessDefault(detail.Sensitivity),
            HalfLifeDays = detail.HalfLifeDays,
        }),
        Offers = All(contact.Offers, Write),
        Needs = All(contact.Needs, Write),
        Relations = All(contact.Relations, relation => new ContactsDocument.RelationEntry
        {
            Kind = relation.Kind.Name,
            Inverse = relation.Kind.InverseName,
            Other = relation.Other.Value,
        }),
        Tags = All(contact.Tags, tag => tag),
        Aliases = All(contact.Aliases, alias => alias.Value),
    };

    public static Contact Read(ContactsDocument.ContactEntry entry, string path)
    {
        var id = Made(() => ContactId.FromValue(entry.Id), $"{path}.id");
        var contact = Made(() => new Contact(id, entry.Name), $"{path}.name");

        // One part after another, so that what a part's own rule refuses is reported with the part's path.
        contact = Made(() => contact with { Addresses = All(entry.Addresses, $"{path}.addresses", ReadAddress) }, $"{path}.addresses");
        contact = Made(() => contact with { Facets = All(entry.Facets, $"{path}.facets", (name, _) => Facet.FromName(name)) }, $"{path}.facets");
        contact = Made(() => contact with { Circle = entry.Circle is { } circle ? Circle.Create(circle.Name, circle.AdvisedCapacity) : null }, $"{path}.circle");
        contact = Made(() => contact with { Origin = entry.Origin is { } origin ? ReadOrigin(origin, $"{path}.origin") : null }, $"{path}.origin");
        contact = Made(() => contact with { Occasions = All(entry.Occasions, $"{path}.occasions", ReadOccasion) }, $"{path}.occasions");
        contact = Made(() => contact with { Details = All(entry.Details, $"{path}.details", ReadDetail) }, $"{path}.details");
        contact = Made(() => contact with { Offers = All(entry.Offers, $"{path}.offers", ReadContribution) }, $"{path}.offers");
        contact = Made(() => contact with { Needs = All(entry.Needs, $"{path}.needs", ReadContribution) }, $"{path}.needs");
        contact = Made(() => contact with { Relations = All(entry.Relations, $"{path}.relations", ReadRelation) }, $"{path}.relations");
        contact = Made(() => contact with { Tags = All(entry.Tags, $"{path}.tags", (tag, _) => tag) }, $"{path}.tags");
        return Made(() => contact with { Aliases = All(entry.Aliases, $"{path}.aliases", (alias, _) => ContactId.FromValue(alias)) }, $"{path}.aliases");
    }

    internal static ContactsDocument.ContributionEntry Write(Contribution contribution) => new()
    {
        Kind = JsonWords.Of(contribution.Kind),
        Topic = contribution.Topic,
    };

    private static Address ReadAddress(ContactsDocument.AddressEntry entry, string path) =>
        JsonWords.Read<AddressKind>(entry.Kind, $"{path}.kind") switch
        {
            AddressKind.Email => Address.Email(entry.Value, entry.Label),
            AddressKind.Phone => Address.Phone(entry.Value, entry.Label),
            _ => Address.Handle(entry.Value, entry.Label),
        };

    private static Origin ReadOrigin(ContactsDocument.OriginEntry entry, string path) => new()
    {
        How = entry.How,
        When = entry.When is { } when ? ReadPartialDate(when, $"{path}.when") : PartialDate.Unknown,
        IntroducedBy = entry.IntroducedBy is { } introducedBy ? ContactId.FromValue(introducedBy) : null,
        Place = entry.Place,
    };

    private static Occasion ReadOccasion(ContactsDocument.OccasionEntry entry, string path) =>
        new(JsonWords.Read<OccasionKind>(entry.Kind, $"{path}.kind"), ReadPartialDate(entry.Date, $"{path}.date"))
        {
            Title = entry.Title,
            LeapDayRule = entry.LeapDayRule is { } rule ? JsonWords.Read<LeapDayRule>(rule, $"{path}.leapDayRule") : default,
        };

    private static RememberedDetail ReadDetail(ContactsDocument.DetailEntry entry, string path)
    {
        var learnedOn = LocalDatePattern.Iso.Parse(entry.LearnedOn);
        return learnedOn.Success
            ? new RememberedDetail(entry.Text, learnedOn.Value)
            {
                Source = entry.Source,
                Sensitivity = entry.Sensitivity is { } sensitivity ? JsonWords.Read<Sensitivity>(sensitivity, $"{path}.sensitivity") : default,
                HalfLifeDays = entry.HalfLifeDays,
            }
            : throw JsonDocumentHead.Error("The text is no date; it must be a real one written like 2024-05-17.", $"{path}.learnedOn");
    }

    internal static Contribution ReadContribution(ContactsDocument.ContributionEntry entry, string path) =>
        new(JsonWords.Read<ContributionKind>(entry.Kind, $"{path}.kind"), entry.Topic);

    private static Relation ReadRelation(ContactsDocument.RelationEntry entry, string path) =>
        new(
            Made(() => RelationKind.FromNames(entry.Kind, entry.Inverse), $"{path}.kind"),
            Made(() => ContactId.FromValue(entry.Other), $"{path}.other"));

    private static PartialDate ReadPartialDate(string text, string path) => Made(() => PartialDate.Parse(text), path);

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
