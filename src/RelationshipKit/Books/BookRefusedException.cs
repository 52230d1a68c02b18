using System.Collections.Immutable;

namespace RelationshipKit;

/// <summary>A book refused something, and the caller asked for an exception with <see cref="BookUpdate.OrThrow"/>.</summary>
public sealed class BookRefusedException : Exception
{
    internal BookRefusedException(ImmutableArray<BookRefusal> refusals)
        : base(
            refusals.Length == 1
                ? refusals[0].Message
                : FormattableString.Invariant($"{refusals.Length} things were refused; the first: {refusals[0].Message}")) =>
        Refusals = refusals;

    /// <summary>Gets what was refused.</summary>
    public ImmutableArray<BookRefusal> Refusals { get; }
}
