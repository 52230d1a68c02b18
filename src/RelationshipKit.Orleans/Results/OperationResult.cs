using System.Globalization;

namespace RelationshipKit.Orleans;

/// <summary>The result of an operation.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.OperationResult")]
public sealed class OperationResult
{
    /// <summary>Gets the revision of the book afterwards. What a later call answers comes from this revision or a later one.</summary>
    [Id(0)]
    public long Revision { get; init; }

    /// <summary>
    /// Gets how many changes this call saved: 0 if everything was refused, nothing was to change, or the operation had been saved before.
    /// </summary>
    [Id(1)]
    public int Changes { get; init; }

    /// <summary>Gets whether the operation id had been saved before, so that this call had no effect.</summary>
    [Id(2)]
    public bool WasSavedBefore { get; init; }

    /// <summary>Gets what was not done, with the reason for each; none if the operation had been saved before.</summary>
    [Id(3)]
    public IReadOnlyList<RefusalResult> Refused { get; init; } = [];

    /// <summary>Returns how many changes and refusals there are.</summary>
    /// <returns>A text such as "revision 3: 1 changes, 0 refused".</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"revision {Revision}: {(WasSavedBefore ? "saved before" : $"{Changes} changes, {Refused.Count} refused")}");
}
