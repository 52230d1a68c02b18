using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Interchange;

namespace RelationshipKit.Validation.Lives;

/// <summary>Where lives begin: a network and the Monday from which it is lived.</summary>
internal sealed class LifeStart
{
    private readonly ImmutableArray<Contact> contacts;
    private readonly IEnumerable<Touchpoint> touchpoints;
    private readonly CadenceRules rules;
    private readonly DateTimeZone zone;

    private LifeStart(
        string name, DateTimeZone zone, ImmutableArray<Contact> contacts, IEnumerable<Touchpoint> touchpoints, CadenceRules rules,
        Instant asOf)
    {
        Name = name;
        this.zone = zone;
        this.contacts = contacts;
        this.touchpoints = [.. touchpoints.Where(touch => touch.At <= asOf)];
        this.rules = rules with
        {
            Policy = Joined(rules.Policy ?? Cadence.Never),
            Overrides = rules.Overrides.ToImmutableSortedDictionary(row => row.Key, row => Joined(row.Value)),
        };
        var today = asOf.InZone(zone).Date;
        Monday = today.DayOfWeek == IsoDayOfWeek.Monday ? today : today.Next(IsoDayOfWeek.Monday);
    }

    public string Name { get; }

    public LocalDate Monday { get; }

    /// <summary>Reads a saved network.</summary>
    public static LifeStart Read(string path)
    {
        try
        {
            var network = NetworkFolder.Load(path);
            var asOf = network.AsOf ?? network.LastInstant
                ?? throw new BadInputException($"--input: {path} holds no instant to look from.");
            return new LifeStart(
                Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), network.Zone, network.Contacts, network.Log,
                network.Cadences ?? CadenceRules.Empty, asOf);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InterchangeException)
        {
            throw new BadInputException($"--input: {path} cannot be read as a network. {e.Message}", e);
        }
    }

    /// <summary>Makes the book of a coordinator: 150 mentees of one facet, written to once a month for a year, who answer.</summary>
    /// <param name="isSpread">Whether the last touches lie all over the last month, and not on one day.</param>
    public static LifeStart Coordinator(bool isSpread)
    {
        const int Mentees = 150;
        var asOf = Instant.FromUtc(2026, 2, 2, 6, 0);
        var mentoring = Facet.FromName("mentoring");
        var contacts = Enumerable.Range(1, Mentees)
            .Select(
                i => new Contact(
                    ContactId.FromValue(FormattableString.Invariant($"m{i:000}")),
                    FormattableString.Invariant($"Mentee {i}")) { Facets = [mentoring], Circle = Circle.Active })
            .ToImmutableArray();
        var touches = contacts.SelectMany((contact, i) => Enumerable.Range(0, 12).SelectMany(month =>
        {
            var at = asOf - Duration.FromDays((isSpread ? 1 + (i * 30 / Mentees) : 28) + (30 * month)) + Duration.FromHours(6);
            return (Touchpoint[])[new(contact.Id, at, Channel.Message, Direction.Outgoing), new(
                contact.Id, at + Duration.FromHours(3), Channel.Message, Direction.Incoming)];
        }));
        return new LifeStart(
            isSpread ? "coordinator" : "coordinator-at-once", DateTimeZone.Utc, contacts, touches,
            new CadenceRules { Policy = Cadence.Every(Period.FromMonths(1)) }, asOf);
    }

    /// <summary>Returns the book of a draw, in which everybody has a birthday.</summary>
    public RelationshipBook BookOf(LifeDraw draw) =>
        RelationshipBookFactory.Default.Open(zone, contacts.Select(contact => WithBirthday(contact, draw)), touchpoints, rules);

    private static Contact WithBirthday(Contact contact, LifeDraw draw)
    {
        if (contact.Occasions.Any(
            occasion => occasion.Kind == OccasionKind.Birthday && occasion.NextAfter(new LocalDate(2000, 1, 1)) is not null))
        {
            return contact;
        }

        var day = new LocalDate(2025, 1, 1).PlusDays(draw.BirthdayOf(contact.Id) - 1);
        return contact with
        {
            Occasions = contact.Occasions.Add(new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(day.Month, day.Day)))
        };
    }

    private static ICadencePolicy Joined(ICadencePolicy policy) => Cadence.Soonest(Cadence.Occasions(0, LifeCount.GraceDays), policy);
}
