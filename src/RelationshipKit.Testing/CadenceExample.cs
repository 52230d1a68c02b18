using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Testing;

/// <summary>A contact, what happened with them, and an instant: what a law asks a cadence policy about.</summary>
/// <remarks>
/// <para>
/// Its text holds all of it, as a book in JSON, and is read back by <see cref="Parse"/>: so one line makes a test of the example that a
/// broken law names.
/// </para>
/// <para>Examples are equal when their texts are. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed partial record CadenceExample
{
    private static readonly ConcurrentDictionary<DateTimeZone, RelationshipScorer> Scorers = new();
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Initializes a new instance of the <see cref="CadenceExample"/> class.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="touchpoints">The touchpoints, in any order; those of others are left out.</param>
    /// <param name="asOf">The instant of the question, from 0001-01-02 to 9999-12-30; what comes after it has not happened yet.</param>
    /// <param name="zone">The owner's zone, from the tz database.</param>
    /// <exception cref="ArgumentNullException">An argument, or one of the touchpoints, is <see langword="null"/>.</exception>
    public CadenceExample(Contact contact, IEnumerable<Touchpoint> touchpoints, Instant asOf, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(zone);
        Contact = contact;
        Touchpoints = [.. LogOf(touchpoints).Of(contact)];
        AsOf = asOf;
        Zone = zone;
    }

    /// <summary>Gets the contact.</summary>
    public Contact Contact { get; init; }

    /// <summary>Gets the touchpoints with the contact, in order of time; also those after <see cref="AsOf"/>.</summary>
    public ImmutableArray<Touchpoint> Touchpoints { get; }

    /// <summary>Gets the instant of the question.</summary>
    public Instant AsOf { get; init; }

    /// <summary>Gets the owner's zone.</summary>
    public DateTimeZone Zone { get; init; }

    /// <summary>Gets the facet asked about; <see langword="null"/> for the whole person.</summary>
    public Facet? Facet { get; init; }

    /// <summary>Gets the day that counts if neither a touch nor a first meeting is known. The default is 2026-01-15.</summary>
    public LocalDate Since { get; init; } = new(2026, 1, 15);

    /// <summary>Gets the day from which the clock was started again; <see langword="null"/> if it was not.</summary>
    public LocalDate? FreshStart { get; init; }

    /// <summary>Gets what happened up to the instant, as a plan is told it.</summary>
    public CadenceHistory History => HistoryAt(AsOf);

    /// <summary>Reads an example back from its text.</summary>
    /// <param name="text">The text, as <see cref="ToString"/> writes it.</param>
    /// <returns>The example.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is that of no example.</exception>
    public static CadenceExample Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        if (!match.Success || !InstantPattern.ExtendedIso.Parse(match.Groups["asOf"].Value).TryGetValue(default, out var asOf))
        {
            throw new FormatException(
                "The text is not an example; one looks like: as of 2026-03-02T09:00:00Z: {\"format\":\"relationshipkit/book\", ... }.");
        }

        RelationshipBook book;
        try
        {
            using var json = new MemoryStream(Encoding.UTF8.GetBytes(match.Groups["book"].Value));
            book = RelationshipBook.Load(json);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The text is not an example: {problem.Message}", problem);
        }

        var contact = book.Contacts.FirstOrDefault() ?? throw new FormatException("The text is not an example: its book has no contact.");
        return new CadenceExample(contact, book.Touchpoints, asOf, book.Zone)
        {
            Facet = match.Groups["facet"] is { Success: true } facet
                ? Facet.FromName(JsonNode.Parse(facet.Value)!.GetValue<string>())
                : null,
            Since = book.Cadences.Since ?? throw new FormatException("The text is not an example: its book does not say since when."),
            FreshStart = book.Cadences.FreshStarts.TryGetValue(contact.Id, out var day) ? day : null,
        };
    }

    /// <summary>Returns what happened up to another instant, as a plan is told it.</summary>
    /// <param name="asOf">The instant, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The history, with the rhythm as it is scored by default.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside its range.</exception>
    public CadenceHistory HistoryAt(Instant asOf)
    {
        ImmutableArray<Touchpoint> own = Facet is null ? Touchpoints : [.. Touchpoints.Where(touchpoint => Facet.Equals(touchpoint.Facet))];
        return new CadenceHistory(Contact, own, asOf, Zone)
        {
            Facet = Facet,
            Rhythm = ScorerIn(Zone).ScoreAt(own.Where(touchpoint => touchpoint.At <= asOf), asOf).Rhythm,
        };
    }

    /// <summary>Returns the context that a plan hands to its policy at the instant.</summary>
    /// <param name="policies">The policies that have a name; none if <see langword="null"/>.</param>
    /// <returns>The context.</returns>
    public CadenceContext ToContext(CadencePolicies? policies = null)
    {
        var listener = new Listener();
        var plan = Plan with { Policy = listener, Policies = policies ?? CadencePolicies.Empty };
        plan.Resolve(History);
        return listener.Heard!;
    }

    /// <summary>Returns the example with one more touchpoint.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns>The example; one of other people, or one it holds, changes nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    public CadenceExample With(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return WithTouchpoints([.. Touchpoints, touchpoint]);
    }

    /// <summary>Determines whether two examples have the same text.</summary>
    /// <param name="other">The example to compare with.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(CadenceExample? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the whole example on one line.</summary>
    /// <returns>The text; <see cref="Parse"/> reads it back.</returns>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        RelationshipBookFactory.Default.Open(Zone, [Contact], LogOf(Touchpoints), Plan).Save(stream);
        var book = JsonNode.Parse(stream.ToArray())!.ToJsonString(OneLine);
        var facet = Facet is null ? string.Empty : $", asked as {JsonValue.Create(Facet.Name).ToJsonString(OneLine)}";
        return string.Create(CultureInfo.InvariantCulture, $"as of {InstantPattern.ExtendedIso.Format(AsOf)}{facet}: {book}");
    }

    internal CadenceExample WithTouchpoints(IEnumerable<Touchpoint> touchpoints) =>
        new(Contact, touchpoints, AsOf, Zone) { Facet = Facet, Since = Since, FreshStart = FreshStart };

    private CadenceRules Plan
    {
        get
        {
            var plan = new CadenceRules { Since = Since };
            return FreshStart is { } day ? plan.WithFreshStart(Contact.Id, day) : plan;
        }
    }

    private static RelationshipScorer ScorerIn(DateTimeZone zone) =>
        Scorers.GetOrAdd(zone, static zone => new(FoldSettings.Default, ScoreSettings.Default, zone));

    private static TouchpointLog LogOf(IEnumerable<Touchpoint> touchpoints)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return log;
    }

    [GeneratedRegex(
        """^as of (?<asOf>\S+?)(, asked as (?<facet>"(\\.|[^"\\])*"))?: (?<book>\{.*\})$""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Form();

    // Takes down what a policy is told, and asks for nothing.
    private sealed class Listener : ICadencePolicy
    {
        public CadenceContext? Heard { get; private set; }

        public CadenceWindow? NextDue(CadenceContext context)
        {
            Heard = context;
            return null;
        }
    }
}
