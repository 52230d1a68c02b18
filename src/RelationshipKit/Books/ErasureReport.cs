using System.Globalization;

namespace RelationshipKit;

/// <summary>What erasing a person removed from a book. It names nobody.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class ErasureReport
{
    internal ErasureReport()
    {
    }

    /// <summary>Gets how many touchpoints are gone, as nobody else took part.</summary>
    public int Touchpoints { get; internal set; }

    /// <summary>Gets how many touchpoints with others stay without the person.</summary>
    public int SharedTouchpoints { get; internal set; }

    /// <summary>Gets how many past versions of touchpoints are gone.</summary>
    public int PastVersions { get; internal set; }

    /// <summary>Gets how many aliases are gone.</summary>
    public int Aliases { get; internal set; }

    /// <summary>Gets how many relations and introducers of other contacts named the person.</summary>
    public int Relations { get; internal set; }

    /// <summary>Gets how many introductions named the person.</summary>
    public int Introductions { get; internal set; }

    /// <summary>Gets how many overrides, suspensions, wishes, fresh starts and selectors of cadences named the person.</summary>
    public int CadenceEntries { get; internal set; }

    /// <summary>Gets how many favours, accepted plan items and answers to suggestions named the person.</summary>
    public int PlanEntries { get; internal set; }

    /// <summary>Gets how many notes of others named an id of the person; the id is gone from them.</summary>
    public int Notes { get; internal set; }

    /// <summary>Gets how many steps of the journal named the person; they cannot be undone any more.</summary>
    public int JournalSteps { get; internal set; }

    /// <summary>Returns the counts, for the owner to read.</summary>
    /// <returns>A text such as "12 touchpoints removed, 3 kept without the person, 2 relations, 1 cadence entry".</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Touchpoints} touchpoints removed, {SharedTouchpoints} kept without the person, {PastVersions} past versions, {Relations} "
            + $"relations, {Introductions} introductions, {CadenceEntries} cadence entries, {PlanEntries} plan entries, {Notes} "
            + $"notes, {JournalSteps} journal steps");
}
