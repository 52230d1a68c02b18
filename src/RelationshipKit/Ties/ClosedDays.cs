using System.Collections.Immutable;

namespace RelationshipKit.Ties;

/// <summary>The cells of all days of a tie but its last, in chunks: a state with a day more shares all of them but the last.</summary>
internal sealed class ClosedDays
{
    // Adding a cell copies half of them on average, and a reference to each chunk.
    private const int ChunkSize = 64;

    private readonly ImmutableArray<ImmutableArray<TieCell>> chunks;

    private ClosedDays(ImmutableArray<ImmutableArray<TieCell>> chunks)
    {
        this.chunks = chunks;
        Count = ((chunks.Length - 1) * ChunkSize) + chunks[^1].Length;
    }

    private ClosedDays() => chunks = [];

    public static ClosedDays None { get; } = new();

    /// <summary>Gets the number of cells.</summary>
    public int Count { get; }

    /// <summary>Returns whether a day is one of these, or lies before one of them.</summary>
    public bool Reach(int day) => Count > 0 && day <= chunks[^1][^1].Day;

    /// <summary>Returns these cells and later ones.</summary>
    public ClosedDays With(ReadOnlySpan<TieCell> later)
    {
        if (later.IsEmpty)
        {
            return this;
        }

        var all = ImmutableArray.CreateBuilder<ImmutableArray<TieCell>>(((Count + later.Length - 1) / ChunkSize) + 1);
        all.AddRange(chunks);
        if (Count % ChunkSize is var filled and > 0)
        {
            var more = Math.Min(ChunkSize - filled, later.Length);
            all[^1] = [.. all[^1].AsSpan(), .. later[..more]];
            later = later[more..];
        }

        for (; !later.IsEmpty; later = later[Math.Min(ChunkSize, later.Length)..])
        {
            all.Add([.. later[..Math.Min(ChunkSize, later.Length)]]);
        }

        return new ClosedDays(all.DrainToImmutable());
    }

    public void CopyTo(Span<TieCell> cells)
    {
        foreach (var chunk in chunks)
        {
            chunk.AsSpan().CopyTo(cells);
            cells = cells[chunk.Length..];
        }
    }
}
