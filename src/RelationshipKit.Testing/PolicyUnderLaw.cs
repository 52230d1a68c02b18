using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Testing;

/// <summary>A policy, and what finds it breaking each of the laws.</summary>
internal sealed class PolicyUnderLaw(ICadencePolicy policy, CadencePolicyLawSettings settings)
{
    public const string Answers = "it answers without throwing";
    public const string Speaks = "it says in words what it asks for";
    public const string ComesAfter = "its date comes after the one it counts from";
    public const string IsPure = "it says the same when it is asked again";
    public const string IsPureOnThreads = "it says the same on every thread";
    public const string MindsNoClock = "what is due depends on what happened, and not on who looks when";
    public const string MovesOn = "a touch more never makes it due sooner";
    public const string AnswersAtTheEnds = "it answers at both ends of the calendar";

    private const int Threads = 4;

    private static readonly int[] DaysToFade = [3, 30, 300];

    private static readonly Instant Last = Instant.FromUtc(9999, 12, 30, 23, 59);

    private static readonly (Channel Channel, Direction Direction, Outcome Outcome)[] Touches =
    [
        (Channel.InPerson, Direction.Mutual, Outcome.Delivered),
        (Channel.Message, Direction.Outgoing, Outcome.Delivered),
        (Channel.Message, Direction.Incoming, Outcome.Delivered),
        (Channel.Voice, Direction.Outgoing, Outcome.Attempted),
    ];

    /// <summary>Gets what the policy is called: its words, or its type if it has none.</summary>
    public string Name => policy.ToString() is { Length: > 0 } words ? words : policy.GetType().Name;

    public Law<CadenceExample> AtTheEnds => new(AnswersAtTheEnds, FindDateNotAfter);

    /// <summary>Returns the laws in the order in which they are checked: what others rest on comes first.</summary>
    public ImmutableArray<Law<CadenceExample>> Laws(CadenceExample[] all)
    {
        // Only for a policy that has kept the laws before.
        var followsScore = new Lazy<bool>(() => FollowsScore(all));
        return
        [
            new(Answers, Answer),
            new(Speaks, FindNoWords),
            new(ComesAfter, FindDateNotAfter),
            new(IsPure, FindChangeOfMind),
            new(IsPureOnThreads, example => ReferenceEquals(example, all[0]) ? FindChangeOfMindOnThreads(all) : null),
            .. settings.MayDependOnToday ? (Law<CadenceExample>[])[] : [new(MindsNoClock, FindAnswerOfTheDay)],
            .. settings.MayAskSooner
                ? (Law<CadenceExample>[])[]
                : [new(MovesOn, example => followsScore.Value ? null : FindSooner(example))],
        ];
    }

    public CadenceWindow? Ask(CadenceExample example) => policy.NextDue(example.ToContext(settings.Policies));

    // The law itself finds exceptions.
    private string? Answer(CadenceExample example)
    {
        Ask(example);
        return null;
    }

    private string? FindNoWords(CadenceExample example)
    {
        var words = policy.ToString();
        Ask(example);
        var type = policy.GetType();
        return string.IsNullOrWhiteSpace(words) ? "ToString returned nothing"
            : words == type.ToString() || words == type.Name || words.StartsWith(type.Name + " {", StringComparison.Ordinal)
                ? $"ToString returned \"{words}\", which tells of the type and not of the policy"
            : words != words.Trim() || words.Any(char.IsControl) ? "ToString returned white space at its ends, or more than a line"
            : policy.ToString() != words ? $"ToString returned \"{words}\" and then \"{policy}\""
            : null;
    }

    private string? FindDateNotAfter(CadenceExample example)
    {
        var context = example.ToContext(settings.Policies);
        var from = settings.MayCountFromEarlier ? context.Start : context.Reference;
        // A date belongs to its day, whatever it is counted from.
        return policy.NextDue(context) is { IsDate: false } window
            && window.Ideal <= from ? $"it asked for {Text(window.Ideal)}, counted from {Text(from)}" : null;
    }

    private string? FindChangeOfMind(CadenceExample example)
    {
        var context = example.ToContext(settings.Policies);
        var first = policy.NextDue(context);
        Ask(example.WithTouchpoints([]));
        Ask(example with { AsOf = Instant.Min(example.AsOf + Duration.FromDays(1), Last) });
        var again = policy.NextDue(context);
        return first != again ? $"it asked for {Text(first)} and then for {Text(again)}"
            : Ask(example) is var anew && first != anew ? $"it asked for {Text(first)} and, told the same again, for {Text(anew)}"
            : null;
    }

    // All examples at once, from several threads, each in an order of its own.
    private string? FindChangeOfMindOnThreads(CadenceExample[] all)
    {
        var contexts = Array.ConvertAll(all, example => example.ToContext(settings.Policies));
        var expected = Array.ConvertAll(contexts, policy.NextDue);
        var breaches = new string?[Threads];
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < contexts.Length && breaches[number] is null; i++)
            {
                var at = (i + (number * contexts.Length / Threads)) % contexts.Length;
                breaches[number] = FindOtherThan(expected[at], contexts[at]);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return Array.Find(breaches, breach => breach is not null);
    }

    private string? FindOtherThan(CadenceWindow? expected, CadenceContext context)
    {
        try
        {
            return policy.NextDue(context) is var heard
                && heard != expected ? $"{context}, it asked for {Text(expected)} and, among other threads, for {Text(heard)}" : null;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return $"{context}, it threw {thrown.GetType().Name} among other threads";
        }
    }

    private string? FindAnswerOfTheDay(CadenceExample example)
    {
        var end = example.Touchpoints.IsEmpty ? example.AsOf : Instant.Max(example.AsOf, example.Touchpoints[^1].At);
        var now = Ask(example with { AsOf = end });
        foreach (var days in new[] { 1, 7, 40, 400 })
        {
            if (end + Duration.FromDays(days) is var later && later <= Last && Ask(example with { AsOf = later }) is var then && then != now
                && !GaveWay(example, now, then, later)
                && !Faded(example, end, now, later))
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"it asked for {Text(now)} and, {days} days later and nothing new, for {Text(then)}");
            }
        }

        return null;
    }

    // A policy may follow the score, and the score fades although nothing happens. With the earlier score it must give the earlier answer.
    // Without touches the score stays 0. A policy whose answer changes then reads the clock.
    private bool Faded(CadenceExample example, Instant end, CadenceWindow? now, Instant later) =>
        !example.Touchpoints.IsEmpty && now == policy.NextDue(ScoredAt(example with { AsOf = later }, end));

    // Whether its answer changes with the score alone. One more touch may then make it due sooner, because there is more to fade.
    private bool FollowsScore(CadenceExample[] all) => all.Where(example => !example.Touchpoints.IsEmpty).Any(example =>
    {
        var first = policy.NextDue(ScoredAt(example, example.AsOf));
        return DaysToFade.Any(
            days =>
                example.AsOf + Duration.FromDays(days) is var later && later <= Last && policy.NextDue(ScoredAt(example, later)) != first);
    });

    private CadenceContext ScoredAt(CadenceExample example, Instant at)
    {
        var context = example.ToContext(settings.Policies);
        return new CadenceContext(context.Contact, context.Reference, context.Today)
        {
            Facet = context.Facet,
            Start = context.Start,
            Zone = context.Zone,
            Touchpoints = context.Touchpoints,
            Rhythm = context.Rhythm,
            AsOf = at,
            Policies = context.Policies,
            Wishes = context.Wishes,
        };
    }

    // A date that is over, and a follow-up that nobody made, give way to what comes next. What moves with the day it is asked on does not.
    private bool GaveWay(CadenceExample example, CadenceWindow? now, CadenceWindow? then, Instant later)
    {
        var date = later.InZone(example.Zone).Date;
        return now is { IsDate: true }
            || then is { IsDate: true }
            || (now is { } before
                && then is { } after
                && before.Latest < date
                && (after.Ideal < date
                    || (after.Ideal == date && later
                        + Duration.FromDays(1) <= Last && Ask(example with { AsOf = later + Duration.FromDays(1) }) == then)));
    }

    // Touches of now, and of halfway from the start until now: late ones are touches, too. What is due already cannot become due sooner.
    private string? FindSooner(CadenceExample example)
    {
        if (Ask(example) is not { IsDate: false } before)
        {
            return null;
        }

        var context = example.ToContext(settings.Policies);
        var start = context.Start.AtMidnight().InUtc().ToInstant();
        foreach (var at in new[] { example.AsOf, start + ((example.AsOf - start) / 2) })
        {
            if (at > example.AsOf || at.InZone(example.Zone).Date < context.Start)
            {
                continue;
            }

            foreach (var (channel, direction, outcome) in Touches)
            {
                var extra = new Touchpoint(example.Contact.Id, at, channel, direction) { Outcome = outcome, Facet = example.Facet };
                if (Ask(example.With(extra)) is { IsDate: false } after && after.Ideal < before.Ideal && before.Ideal > context.Today)
                {
                    return $"it asked for {Text(before)} and, after {channel.Name} ({direction}, {outcome}) on "
                        + $"{InstantPattern.General.Format(at)}, for {Text(after)}";
                }
            }
        }

        return null;
    }

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Text(CadenceWindow? window) => window?.ToString() ?? "nothing";
}
