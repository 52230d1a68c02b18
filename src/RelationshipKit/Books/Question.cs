using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using RelationshipKit.Cadences;

namespace RelationshipKit.Books;

/// <summary>
/// A question to a book while it is answered: measured and traced for those who listen, and free of cost for everybody else.
/// </summary>
/// <remarks>
/// The meter and the activity source are named "RelationshipKit". They tell the name of the question and kinds of findings, never whom it
/// is about. The clock read here is that of the measurement alone; no answer depends on it. Questions asked within a question are part of
/// it.
/// </remarks>
internal readonly struct Question : IDisposable
{
    public const string SourceName = "RelationshipKit";

    private const string NameTag = "relationshipkit.question";
    private const string KindTag = "relationshipkit.finding";

    private static readonly Meter Meter = new(SourceName);
    private static readonly ActivitySource Activities = new(SourceName);

    // From a microsecond to ten seconds.
    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "relationshipkit.question.duration",
        "s",
        "How long questions to books take.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1, 3, 10]
        });

    private static readonly Counter<long> Findings =
        Meter.CreateCounter<long>("relationshipkit.findings", "{finding}", "What reviews and due lists found wrong with cadences.");

    [ThreadStatic]
    private static bool isWithin;

    private readonly string? name;
    private readonly long start;
    private readonly Activity? activity;

    private Question(string name)
    {
        (this.name, start) = (name, Stopwatch.GetTimestamp());
        activity = Activities.StartActivity(name);
        isWithin = true;
    }

    /// <summary>Begins a question; its end is that of the scope.</summary>
    /// <param name="name">The name of the method that is asked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Question Asked([CallerMemberName] string name = "") =>
        (Durations.Enabled || Findings.Enabled || Activities.HasListeners()) && !isWithin ? new Question(name) : default;

    /// <summary>Counts what was found wrong on the way.</summary>
    /// <param name="kind">The kind of finding.</param>
    /// <param name="count">How many there are.</param>
    public void Found(CadenceFindingKind kind, int count)
    {
        if (name is not null && count > 0)
        {
            Findings.Add(
                count, new KeyValuePair<string, object?>(NameTag, name), new KeyValuePair<string, object?>(KindTag, kind.ToString()));
        }
    }

    public void Dispose()
    {
        if (name is null)
        {
            return;
        }

        isWithin = false;
        activity?.Dispose();
        Durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>(NameTag, name));
    }
}
