using System.Diagnostics.Metrics;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>The metrics of a store. No measurement has a tag, so none can name anybody.</summary>
internal sealed class StoreMetrics
{
    /// <summary>Gets the name of the meter.</summary>
    public const string MeterName = "RelationshipKit.Store";

    // From so many touchpoints on an update is an import.
    private const int ImportFrom = 100;

    private readonly Counter<long> updates;
    private readonly Counter<long> conflicts;
    private readonly Counter<long> imports;
    private readonly Counter<long> hits;
    private readonly Counter<long> misses;

    public StoreMetrics(IMeterFactory? meters)
    {
        // Without a factory, such as in a console, the meter lives as long as the program: listeners find it by its name.
        var meter = meters?.Create(MeterName) ?? Shared;
        updates = meter.CreateCounter<long>("relationshipkit.store.updates", "{update}", "Updates written, new books included.");
        conflicts = meter.CreateCounter<long>(
            "relationshipkit.store.conflicts", "{update}", "Updates not written, as somebody else had been faster.");
        imports = meter.CreateCounter<long>(
            "relationshipkit.store.imports", "{update}", "Updates written that had at least 100 touchpoints.");
        hits = meter.CreateCounter<long>(
            "relationshipkit.store.cache.hits", "{book}", "Books asked for that were in memory and up to date.");
        misses = meter.CreateCounter<long>(
            "relationshipkit.store.cache.misses", "{book}", "Books asked for of which something had to be read.");
    }

    private static Meter Shared { get; } = new(MeterName);

    public void Wrote(int touchpoints)
    {
        updates.Add(1);
        if (touchpoints >= ImportFrom)
        {
            imports.Add(1);
        }
    }

    public void Lost() => conflicts.Add(1);

    public void Looked(bool isHit) => (isHit ? hits : misses).Add(1);
}
