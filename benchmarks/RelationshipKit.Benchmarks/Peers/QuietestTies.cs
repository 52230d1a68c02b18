using System.Runtime.CompilerServices;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The ties with the largest losses seen, the largest first, then by index; offered in order of index.</summary>
internal sealed class QuietestTies(int wanted)
{
    // A heap of the best so far, the worst of them in front.
    private readonly PriorityQueue<int, (double Loss, int Tie)> best = new(wanted + 1);
    private double least = double.NegativeInfinity;

    /// <summary>Gets the loss that another must exceed to be among them.</summary>
    public double Least => least;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(int tie, double loss)
    {
        if (loss > least)
        {
            Add(tie, loss);
        }
    }

    public void MoveTo(int[] top)
    {
        for (var i = best.Count - 1; i >= 0; i--)
        {
            top[i] = best.Dequeue();
        }
    }

    private void Add(int tie, double loss)
    {
        if (best.Count < wanted)
        {
            best.Enqueue(tie, (loss, -tie));
        }
        else
        {
            best.EnqueueDequeue(tie, (loss, -tie));
        }

        best.TryPeek(out _, out var worst);
        least = best.Count < wanted ? double.NegativeInfinity : worst.Loss;
    }
}
