namespace RelationshipKit.Bulk.Tables;

/// <summary>Goes through all ties of a table in blocks, with their sums as of an instant.</summary>
internal static class TableScan
{
    /// <summary>Reads all ties.</summary>
    /// <param name="fold">The fold of the table.</param>
    /// <param name="chunks">The chunks of the table.</param>
    /// <param name="ties">How many ties there are.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="wanted">Says which sums are needed.</param>
    /// <param name="options">Threads, cancellation and progress.</param>
    /// <param name="newScratch">Makes what a thread needs of its own.</param>
    /// <param name="take">Takes what was read, with the scratch, of so many ties from the first.</param>
    public static void Each<TScratch>(
        TableFold fold,
        TieChunk?[] chunks,
        int ties,
        long asOf,
        ScoreFinish wanted,
        BulkOptions options,
        Func<TScratch> newScratch,
        Action<TableReader, TScratch, int, int> take) =>
        BlockRun.Each(ties, TieChunk.MaxTies, options, () => (Reader: new TableReader(fold, asOf), Own: newScratch()), (own, first, end) =>
        {
            var chunk = chunks[first >> TieChunk.TieBits];
            own.Reader.Open(chunk);
            for (var tie = first; tie < end; tie += TieSums.Capacity)
            {
                var count = Math.Min(TieSums.Capacity, end - tie);
                own.Reader.Read(chunk, tie - first, count, wanted);
                take(own.Reader, own.Own, count, tie);
            }
        });
}
