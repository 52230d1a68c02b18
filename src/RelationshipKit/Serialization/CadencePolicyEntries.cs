using System.Text.Json;
using NodaTime;
using RelationshipKit.Cadences;
using PolicyEntry = RelationshipKit.Serialization.CadencesDocument.PolicyEntry;
using QualifyingEntry = RelationshipKit.Serialization.CadencesDocument.QualifyingEntry;
using SelectorEntry = RelationshipKit.Serialization.CadencesDocument.SelectorEntry;

namespace RelationshipKit.Serialization;

/// <summary>Cadence policies as entries of a document, and back: a closed set of kinds, and a host's own by their names.</summary>
internal static class CadencePolicyEntries
{
    /// <summary>Writes a policy; one of the host's own is written by the name it is registered under.</summary>
    public static PolicyEntry Write(ICadencePolicy policy, CadencePolicies names) => policy switch
    {
        NeverCadence => new() { Kind = "never" },
        NamedCadence named => new() { Kind = "named", Name = named.Name },
        EveryCadence every => new() { Kind = "every", Period = CadenceTexts.Of(every.Period), ToleranceDays = every.ToleranceDays },
        WeeklyCadence weekly => new() { Kind = "weekly", Days = CadenceTexts.OfUnlessNone(weekly.Days.Days) },
        FixedCadence anchored =>
            new() { Kind = "fixed", Anchor = CadenceTexts.Of(anchored.Anchor), Period = CadenceTexts.Of(anchored.Period) },
        LadderCadence ladder =>
            new() { Kind = "ladder", Rungs = [.. ladder.Rungs.Select(CadenceTexts.Of)], Policy = Write(ladder.Steady, names) },
        RhythmCadence rhythm => new() { Kind = "rhythm", LeastDays = rhythm.LeastDays, MostDays = rhythm.MostDays },
        StrengthCadence fading =>
            new() { Kind = "strength", Level = fading.Level.Value, LeastDays = fading.LeastDays, MostDays = fading.MostDays },
        OccasionCadence occasions => new() { Kind = "occasions", LeadDays = occasions.LeadDays, GraceDays = occasions.GraceDays },
        ReplyOwedCadence reply => new() { Kind = "replyOwed", WithinDays = reply.WithinDays },
        ForCadence some =>
            new() { Kind = some.IsUnless ? "unless" : "for", Selector = Write(some.Selector), Policy = Write(some.Policy, names) },
        FirstCadence first => new() { Kind = "first", Policies = [.. first.Parts.Select(part => Write(part, names))] },
        SoonestCadence several =>
            new() { Kind = several.IsLatest ? "latest" : "soonest", Policies = [.. several.Parts.Select(part => Write(part, names))] },
        CountingCadence counting =>
            new() { Kind = "counting", Qualifying = Write(counting.TouchpointFilter), Policy = Write(counting.Policy, names) },
        BoundedCadence bounded =>
            new()
            {
                Kind = bounded.IsAtLeast ? "atLeast" : "atMost",
                Period = CadenceTexts.Of(bounded.Bound),
                Policy = Write(bounded.Policy, names),
            },
        SeasonCadence season =>
            new()
            {
                Kind = "between",
                From = CadenceTexts.Of(season.From),
                To = CadenceTexts.Of(season.To),
                Policy = Write(season.Policy, names),
            },
        JitterCadence jitter => new() { Kind = "jitter", MostDays = jitter.Days, Policy = Write(jitter.Policy, names) },
        QuietDaysCadence quiet =>
            new() { Kind = "notOn", Days = CadenceTexts.OfUnlessNone(quiet.Days.Days), Policy = Write(quiet.Policy, names) },
        BackOffCadence backOff =>
            new()
            {
                Kind = "backOff",
                Factor = backOff.Factor,
                MostUnanswered = backOff.MostUnanswered,
                Policy = Write(backOff.Policy, names),
            },
        _ => names.NameOf(policy) is { } name ? new() { Kind = "named", Name = name }
            : names.KindOf(policy) is { } kind ? new() { Kind = kind.Name, Own = kind.Write(policy) }
            : throw new ArgumentException(
                $"The policy \"{StockCadence.TextOf(policy)}\" is the host's own; to store it, register it under a name or its type "
                    + "as a kind.",
                nameof(policy)),
    };

    public static ICadencePolicy Read(PolicyEntry entry, string path, CadencePolicies names)
    {
        ICadencePolicy policy;
        try
        {
            policy = Make(entry, path, names);
        }
        catch (ArgumentException problem)
        {
            throw JsonDocumentHead.Error($"The policy of kind \"{entry.Kind}\" breaks a rule: {problem.Message}", path, problem);
        }

        // A member that a kind does not have would be a setting that changes nothing.
        var written = Members(Write(policy, names));
        return Members(entry).FirstOrDefault(member => !written.Contains(member)) is { } unknown
            ? throw JsonDocumentHead.Error($"The kind \"{entry.Kind}\" has no member \"{unknown}\".", $"{path}.{unknown}")
            : policy;
    }

    /// <summary>
    /// Returns an entry that names none of some contacts: a policy for one of them asks for nothing, and a policy for all but one is for
    /// all.
    /// </summary>
    public static PolicyEntry WithoutContacts(PolicyEntry entry, Predicate<ContactId> isGone)
    {
        if (entry.Selector?.Contact is { } contact && isGone(ContactId.FromValue(contact)))
        {
            return entry.Kind == "unless" ? WithoutContacts(entry.Policy!, isGone) : new() { Kind = "never" };
        }

        return entry with
        {
            Policy = entry.Policy is { } policy ? WithoutContacts(policy, isGone) : null,
            Policies = entry.Policies is { } policies ? [.. policies.Select(part => (PolicyEntry?)WithoutContacts(part!, isGone))] : null,
        };
    }

    private static ICadencePolicy Make(PolicyEntry entry, string path, CadencePolicies names) => entry.Kind switch
    {
        "never" => Cadence.Never,
        "named" => Cadence.Named(Given(entry.Name, "name", path)),
        "every" => Cadence.Every(PeriodOf(entry, path), entry.ToleranceDays),
        "weekly" => Cadence.Weekly(CadenceTexts.ReadDays(entry.Days, $"{path}.days")),
        "fixed" => Cadence.Fixed(CadenceTexts.ReadDate(Given(entry.Anchor, "anchor", path), $"{path}.anchor"), PeriodOf(entry, path)),
        "ladder" =>
            Cadence.Ladder(
                PolicyOf(entry, path, names),
                [.. Given(entry.Rungs, "rungs", path)
                    .Select((rung, i) => CadenceTexts.ReadPeriod(Given(rung, "rungs", path), $"{path}.rungs[{i}]"))]),
        "rhythm" => Cadence.FromRhythm(Given(entry.LeastDays, "leastDays", path), Given(entry.MostDays, "mostDays", path)),
        "strength" =>
            Cadence.WhenStrengthFallsTo(
                Strength.FromValue(Given(entry.Level, "level", path)), Given(entry.LeastDays, "leastDays", path),
                Given(entry.MostDays, "mostDays", path)),
        "occasions" => Cadence.Occasions(Given(entry.LeadDays, "leadDays", path), Given(entry.GraceDays, "graceDays", path)),
        "replyOwed" => Cadence.ReplyOwed(Given(entry.WithinDays, "withinDays", path)),
        "for" => Cadence.For(Read(Given(entry.Selector, "selector", path), $"{path}.selector"), PolicyOf(entry, path, names)),
        "unless" => Cadence.Unless(PolicyOf(entry, path, names), Read(Given(entry.Selector, "selector", path), $"{path}.selector")),
        "first" => Cadence.First(PoliciesOf(entry, path, names)),
        "soonest" => Cadence.Soonest(PoliciesOf(entry, path, names)),
        "latest" => Cadence.Latest(PoliciesOf(entry, path, names)),
        "counting" =>
            Cadence.Counting(PolicyOf(entry, path, names), Read(Given(entry.Qualifying, "qualifying", path), $"{path}.qualifying")),
        "atLeast" => Cadence.AtLeast(PolicyOf(entry, path, names), PeriodOf(entry, path)),
        "atMost" => Cadence.AtMost(PolicyOf(entry, path, names), PeriodOf(entry, path)),
        "between" => Cadence.Between(
            PolicyOf(entry, path, names),
            CadenceTexts.ReadAnnualDate(Given(entry.From, "from", path), $"{path}.from"),
            CadenceTexts.ReadAnnualDate(Given(entry.To, "to", path), $"{path}.to")),
        "jitter" => Cadence.Jitter(PolicyOf(entry, path, names), Given(entry.MostDays, "mostDays", path)),
        "notOn" => Cadence.NotOn(PolicyOf(entry, path, names), CadenceTexts.ReadDays(entry.Days, $"{path}.days")),
        "backOff" =>
            Cadence.BackOff(
                PolicyOf(entry, path, names), Given(entry.Factor, "factor", path), Given(entry.MostUnanswered, "mostUnanswered", path)),
        _ => names.KindOf(entry.Kind) is { } own ? own.Read(Given(entry.Own, "own", path), $"{path}.own")
            : throw JsonDocumentHead.Error(
                $"The kind \"{entry.Kind}\" is unknown; it must be one of {string.Join(", ", StockKinds.All.Concat(names.Kinds))}.",
                $"{path}.kind"),
    };

    internal static SelectorEntry Write(ContactSelector selector) => new()
    {
        Contact = selector.Contact?.Value,
        Circle = selector.Circle?.Name,
        AdvisedCapacity = selector.Circle?.AdvisedCapacity,
        Facet = selector.Facet?.Name,
        Tag = selector.TagName,
    };

    internal static ContactSelector Read(SelectorEntry entry, string path)
    {
        var count = new[] { entry.Contact, entry.Circle, entry.Facet, entry.Tag }.Count(member => member is not null);
        if (count != 1 || (entry.Circle is null) != (entry.AdvisedCapacity is null))
        {
            throw JsonDocumentHead.Error("A selector has one of contact, circle with advisedCapacity, facet and tag.", path);
        }

        return entry.Contact is { } contact ? ContactSelector.One(ContactId.FromValue(contact))
            : entry.Circle is { } circle ? ContactSelector.In(Circle.Create(circle, entry.AdvisedCapacity!.Value))
            : entry.Facet is { } facet ? ContactSelector.As(Facet.FromName(facet))
            : ContactSelector.Tagged(entry.Tag!);
    }

    internal static QualifyingEntry Write(TouchpointFilter qualifying) => new()
    {
        Channels = qualifying.Channels.IsEmpty ? null : [.. qualifying.Channels.Select(channel => channel.Name)],
        Directions = qualifying.Directions.IsEmpty ? null : [.. qualifying.Directions.Select(JsonWords.Of)],
        Gestures = qualifying.Gestures.IsEmpty ? null : [.. qualifying.Gestures.Select(JsonWords.Of)],
        Facet = qualifying.Facet?.Name,
        MustBeAnswered = qualifying.MustBeAnswered ? true : null,
        MostPeople = qualifying.MostPeople == TouchpointFilter.UsualMostPeople ? null : qualifying.MostPeople,
    };

    internal static TouchpointFilter Read(QualifyingEntry entry, string path) => new()
    {
        Channels = [.. (entry.Channels ?? []).Select(name => Channel.FromName(Given(name, "channels", path)))],
        Directions =
            [.. (entry.Directions ?? []).Select((word, i) => JsonWords.Read<Direction>(word ?? string.Empty, $"{path}.directions[{i}]"))],
        Gestures = [.. (entry.Gestures ?? []).Select((word, i) => JsonWords.Read<Gesture>(word ?? string.Empty, $"{path}.gestures[{i}]"))],
        Facet = entry.Facet is { } facet ? Facet.FromName(facet) : null,
        MustBeAnswered = entry.MustBeAnswered ?? false,
        MostPeople = entry.MostPeople ?? TouchpointFilter.UsualMostPeople,
    };

    private static Period PeriodOf(PolicyEntry entry, string path) =>
        CadenceTexts.ReadPeriod(Given(entry.Period, "period", path), $"{path}.period");

    private static ICadencePolicy PolicyOf(PolicyEntry entry, string path, CadencePolicies names) =>
        Read(Given(entry.Policy, "policy", path), $"{path}.policy", names);

    private static ICadencePolicy[] PoliciesOf(PolicyEntry entry, string path, CadencePolicies names) =>
        [.. Given(entry.Policies, "policies", path)
            .Select((part, i) => Read(Given(part, "policies", path), $"{path}.policies[{i}]", names))];

    private static T Given<T>(T? member, string name, string path)
        where T : class => member ?? throw JsonDocumentHead.Error($"The member \"{name}\" is missing.", path);

    private static T Given<T>(T? member, string name, string path)
        where T : struct => member ?? throw JsonDocumentHead.Error($"The member \"{name}\" is missing.", path);

    private static string[] Members(PolicyEntry entry) =>
        [.. JsonSerializer.SerializeToElement(entry, DocumentsJsonContext.Default.PolicyEntry)
            .EnumerateObject()
            .Select(member => member.Name)];
}
