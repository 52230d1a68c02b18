using System.Runtime.ExceptionServices;

namespace RelationshipKit.Bulk;

/// <summary>Work on ties in blocks, by as many threads as the options say; each block is the same whatever their number.</summary>
internal static class BlockRun
{
    private const int Reports = 100;

    /// <summary>Works through all ties.</summary>
    /// <param name="ties">How many ties there are.</param>
    /// <param name="tiesPerBlock">How many ties a block has; the last may have fewer.</param>
    /// <param name="options">Threads, cancellation and progress.</param>
    /// <param name="newScratch">Makes what one thread needs of its own.</param>
    /// <param name="work">
    /// Works on the ties from the first number up to, but not including, the second. Blocks must not depend on each other.
    /// </param>
    /// <remarks>If blocks throw, the exception of the first of them in order comes out, whatever the number of threads.</remarks>
    public static void Each<TScratch>(
        int ties, int tiesPerBlock, BulkOptions options, Func<TScratch> newScratch, Action<TScratch, int, int> work)
    {
        var blocks = (int)(((long)ties + tiesPerBlock - 1) / tiesPerBlock);
        var degree = Math.Min(options.MaxDegreeOfParallelism, blocks);
        var progress = new Count(ties, options.Progress);
        var next = -1;
        var failedBlock = int.MaxValue;
        Exception? failure = null;
        var gate = new Lock();

        if (degree <= 1)
        {
            Work();
        }
        else
        {
            Parallel.For(0, degree, new ParallelOptions { MaxDegreeOfParallelism = degree }, _ => Work());
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        void Work()
        {
            var scratch = newScratch();
            int block;

            // Blocks are taken in order: when one fails, all before it have been taken and will be done.
            while (Volatile.Read(ref failedBlock) == int.MaxValue && (block = Interlocked.Increment(ref next)) < blocks)
            {
                var first = block * tiesPerBlock;
                var end = (int)Math.Min(ties, (long)first + tiesPerBlock);
                try
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    work(scratch, first, end);
                    progress.Add(end - first);
                }
                catch (Exception exception)
                {
                    lock (gate)
                    {
                        if (block < failedBlock)
                        {
                            failure = exception;
                            Volatile.Write(ref failedBlock, block);
                        }
                    }
                }
            }
        }
    }

    private sealed class Count(int ties, IProgress<int>? progress)
    {
        private readonly Lock gate = new();
        private long done;

        public void Add(int more)
        {
            if (progress is null)
            {
                return;
            }

            lock (gate)
            {
                var before = done * Reports / ties;
                done += more;
                if (done * Reports / ties > before)
                {
                    progress.Report((int)done);
                }
            }
        }
    }
}
