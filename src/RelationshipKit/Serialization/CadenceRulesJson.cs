using System.Text.Json;
using RelationshipKit.Cadences;

namespace RelationshipKit.Serialization;

/// <summary>A cadence plan, or a single policy, as versioned JSON, saved and loaded without loss.</summary>
/// <remarks>
/// <code>
/// { "format": "relationshipkit/cadences", "version": 1,
///   "policy": { "kind": "soonest", "policies": [ { "kind": "every", "period": "P3W" }, { "kind": "named", "name": "alumni" } ] },
///   "suspensions": [ { "contact": "ada", "from": "2026-03-02", "until": "2026-03-09", "effect": "postpones" } ] }
/// </code>
/// <para>
/// The stock kinds are a closed set; an unknown one is named in the error. A policy of the host's own is stored by its name. Loading does
/// not check whether the name is registered: the plan keeps it, and asking the plan says which name is missing, so nothing is lost to a
/// forgotten registration.
/// </para>
/// <para>
/// Loading is strict. It refuses an unknown format, version, kind or member, a member that the kind does not have, or one given twice. The
/// exception says what is wrong and where. No reflection is used, so both work in trimmed and ahead-of-time compiled programs. The methods
/// keep nothing and are safe to call from several threads.
/// </para>
/// </remarks>
public static class CadenceRulesJson
{
    private const string Format = "relationshipkit/cadences";

    private const int Version = 1;

    /// <summary>Writes a plan to a stream, which is left open.</summary>
    /// <param name="stream">A stream that can be written.</param>
    /// <param name="plan">The plan. Its named policies are written by name; registering them again is up to the host.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A policy of the host's own is part of the plan and has no name.</exception>
    public static void Save(Stream stream, CadenceRules plan)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(plan);
        JsonSerializer.Serialize(stream, Write(plan), DocumentsJsonContext.Default.CadencesDocument);
    }

    /// <summary>Reads a plan from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <param name="policies">The policies that have a name; none if <see langword="null"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not JSON or breaks a rule above; message and path say which rule and where.
    /// </exception>
    public static CadenceRules Load(Stream stream, CadencePolicies? policies = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var document = JsonSerializer.Deserialize(
            JsonDocumentHead.Read(stream, Format, Version).Span, DocumentsJsonContext.Default.CadencesDocument)!;
        return Read(document, policies ?? CadencePolicies.Empty);
    }

    /// <summary>Writes a policy as JSON on one line or several.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="policies">The policies that have a name: one of these is written by it.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The policy, or a part of it, is the host's own and has no name.</exception>
    public static string Write(ICadencePolicy policy, CadencePolicies? policies = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return JsonSerializer.Serialize(
            CadencePolicyEntries.Write(policy, policies ?? CadencePolicies.Empty), DocumentsJsonContext.Default.PolicyEntry);
    }

    /// <summary>Reads a policy from JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="policies">The kinds of a host's own; none if null.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The text is not JSON or breaks a rule above; message and path say which rule and where.</exception>
    public static ICadencePolicy ReadPolicy(string json, CadencePolicies? policies = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var entry = JsonSerializer.Deserialize(json, DocumentsJsonContext.Default.PolicyEntry)
            ?? throw JsonDocumentHead.Error("The policy is null.", "$");
        return CadencePolicyEntries.Read(entry, "$", policies ?? CadencePolicies.Empty);
    }

    internal static CadencesDocument Write(CadenceRules plan) => new()
    {
        Format = Format,
        Version = Version,
        Policy = plan.Policy is { } policy ? CadencePolicyEntries.Write(policy, plan.Policies) : null,
        Suspensions = plan.Suspensions.IsEmpty ? null : [.. plan.Suspensions.Select(Write)],
        QuietDays = CadenceTexts.OfUnlessNone(plan.QuietDays),
        Wishes = plan.Wishes.IsEmpty ? null : [.. plan.Wishes.Select(row => Write(row.Value, row.Key.Value))],
        FreshStarts = plan.FreshStarts.IsEmpty
            ? null
            : [.. plan.FreshStarts.Select(
                row => new CadencesDocument.FreshStartEntry { Contact = row.Key.Value, Date = CadenceTexts.Of(row.Value) })],
        Since = plan.Since is { } since ? CadenceTexts.Of(since) : null,
        DormantAfterDays = plan.DormantAfterDays == CadenceRules.UsualDormantAfterDays ? null : plan.DormantAfterDays,
        Overrides = plan.Overrides.IsEmpty
            ? null
            : [.. plan.Overrides.Select(
                row =>
                    new CadencesDocument.OverrideEntry
                    {
                        Contact = row.Key.Value,
                        Policy = CadencePolicyEntries.Write(row.Value, plan.Policies)
                    })],
    };

    internal static CadencesDocument.SuspensionEntry Write(Suspension suspension) => new()
    {
        Contact = suspension.Contact?.Value,
        From = CadenceTexts.Of(suspension.From),
        Until = suspension.Until is { } until ? CadenceTexts.Of(until) : null,
        Effect = JsonWords.Of(suspension.Effect),
        KeepsDates = suspension.KeepsDates ? true : null,
    };

    internal static CadencesDocument.WishesEntry Write(ContactWishes wishes, string? contact = null) => new()
    {
        Contact = contact,
        AtMostEvery = wishes.AtMostEvery is { } period ? CadenceTexts.Of(period) : null,
        NotOn = CadenceTexts.OfUnlessNone(wishes.NotOn),
        NotAbout = wishes.NotAbout.IsEmpty ? null : [.. wishes.NotAbout.Select(facet => facet.Name)],
        NeverBy = wishes.NeverBy.IsEmpty ? null : [.. wishes.NeverBy.Select(channel => channel.Name)],
        NoContact = wishes.NoContact ? true : null,
    };

    internal static CadenceRules Read(CadencesDocument document, CadencePolicies policies)
    {
        JsonDocumentHead.Check(document.Format, Format, document.Version, Version);
        var plan = new CadenceRules
        {
            Policy = document.Policy is { } own ? CadencePolicyEntries.Read(own, "$.policy", policies) : null,
            Policies = policies,
            Suspensions = [.. Each(document.Suspensions, "$.suspensions", Read)],
            Since = document.Since is { } since ? Made(() => CadenceTexts.ReadDate(since, "$.since"), "$.since") : null,
        };
        plan = Made(
            () => plan with { DormantAfterDays = document.DormantAfterDays ?? CadenceRules.UsualDormantAfterDays }, "$.dormantAfterDays");
        plan = Made(() => plan with { QuietDays = [.. CadenceTexts.ReadDays(document.QuietDays, "$.quietDays")] }, "$.quietDays");
        var wishes = Each(document.Wishes, "$.wishes", (entry, path) => (ContactId.FromValue(entry.Contact!), Read(entry, path)));
        foreach (var (path, (contact, wish)) in Numbered(wishes, "$.wishes"))
        {
            plan = plan.Wishes.ContainsKey(contact) ? throw Twice(path) : plan.WithWishes(contact, wish);
        }

        var starts = Each(
            document.FreshStarts, "$.freshStarts",
            (entry, path) => (ContactId.FromValue(entry.Contact), CadenceTexts.ReadDate(entry.Date, $"{path}.date")));
        foreach (var (path, (contact, date)) in Numbered(starts, "$.freshStarts"))
        {
            plan = plan.FreshStarts.ContainsKey(contact) ? throw Twice(path) : Made(() => plan.WithFreshStart(contact, date), path);
        }

        var overrides = Each(
            document.Overrides, "$.overrides",
            (entry, path) => (ContactId.FromValue(entry.Contact), CadencePolicyEntries.Read(entry.Policy, $"{path}.policy", policies)));
        foreach (var (path, (contact, policy)) in Numbered(overrides, "$.overrides"))
        {
            plan = plan.Overrides.ContainsKey(contact) ? throw Twice(path) : plan.WithOverride(contact, policy);
        }

        return plan;
    }

    internal static Suspension Read(CadencesDocument.SuspensionEntry entry, string path) => Suspension.Create(
        entry.Contact is { } contact ? ContactId.FromValue(contact) : null,
        CadenceTexts.ReadDate(entry.From, $"{path}.from"),
        entry.Until is { } until ? CadenceTexts.ReadDate(until, $"{path}.until") : null,
        JsonWords.Read<SuspensionEffect>(entry.Effect, $"{path}.effect")) with { KeepsDates = entry.KeepsDates ?? false };

    internal static ContactWishes Read(CadencesDocument.WishesEntry entry, string path) => new()
    {
        AtMostEvery = entry.AtMostEvery is { } period ? CadenceTexts.ReadPeriod(period, $"{path}.atMostEvery") : null,
        NotOn = [.. CadenceTexts.ReadDays(entry.NotOn, $"{path}.notOn")],
        NotAbout = [.. (entry.NotAbout ?? []).Select(name => Facet.FromName(name!))],
        NeverBy = [.. (entry.NeverBy ?? []).Select(name => Channel.FromName(name!))],
        NoContact = entry.NoContact ?? false,
    };

    private static TResult[] Each<TEntry, TResult>(IReadOnlyList<TEntry?>? entries, string path, Func<TEntry, string, TResult> read)
        where TEntry : class =>
        [.. (entries ?? []).Select(
            (entry, i) => Made(
                () => read(entry ?? throw JsonDocumentHead.Error("The entry is null.", $"{path}[{i}]"), $"{path}[{i}]"), $"{path}[{i}]"))];

    private static IEnumerable<(string Path, T Item)> Numbered<T>(IEnumerable<T> items, string path) =>
        items.Select((item, i) => ($"{path}[{i}]", item));

    private static JsonException Twice(string path) =>
        JsonDocumentHead.Error("The contact is that of an entry before it; each must have one.", path);

    private static T Made<T>(Func<T> make, string path)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            throw JsonDocumentHead.Error("The entry breaks a rule: " + problem.Message, path, problem);
        }
    }
}
