using System.Collections.Concurrent;
using NodaTime;
using RelationshipKit.Scoring;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Finds the ties with the largest numbers of a column.</summary>
internal static class TopSearch
{
    public static TopList By(
        TableFold fold,
        TieChunk?[] chunks,
        int ties,
        ScoreColumn column,
        long asOf,
        ScoreSettings settings,
        Duration horizon,
        BulkOptions options,
        int wanted)
    {
        var found = new ConcurrentBag<TopList>();
        var finish = new Block(fold, column, asOf, settings, horizon).Finish;
        TableScan.Each(fold, chunks, ties, asOf, finish, options, NewScratch, static (reader, own, count, first) =>
        {
            own.Block.Finish.Write(reader.Sums, count, 0);
            own.Block.AddTo(own.Top, count, first);
        });

        var top = new TopList(wanted);
        foreach (var list in found)
        {
            top.AddAll(list);
        }

        return top;

        (TopList Top, Block Block) NewScratch()
        {
            var list = new TopList(wanted);
            found.Add(list);
            return (list, new Block(fold, column, asOf, settings, horizon));
        }
    }

    public static TopList PastDue(ReadOnlySpan<long> due, long asOf, int wanted)
    {
        var top = new TopList(wanted);
        for (var tie = 0; tie < due.Length; tie++)
        {
            if (due[tie] < asOf)
            {
                top.Add(~due[tie], tie); // the earlier due, the larger; cannot overflow
            }
        }

        return top;
    }

    // A block of one column, and the keys its numbers have.
    private sealed class Block
    {
        private readonly double[] numbers = [];
        private readonly int[] counts = [];
        private readonly long[] touches = [];

        public Block(TableFold fold, ScoreColumn column, long asOf, ScoreSettings settings, Duration horizon)
        {
            var columns = column switch
            {
                ScoreColumn.ContactDays => new ScoreColumns { ContactDays = counts = new int[TieSums.Capacity] },
                ScoreColumn.Touchpoints => new ScoreColumns { Touchpoints = counts = new int[TieSums.Capacity] },
                ScoreColumn.FirstTouch => new ScoreColumns { FirstTouch = touches = new long[TieSums.Capacity] },
                ScoreColumn.LastTouch => new ScoreColumns { LastTouch = touches = new long[TieSums.Capacity] },
                ScoreColumn.Strength => new ScoreColumns { Strength = numbers = new double[TieSums.Capacity] },
                ScoreColumn.ExpectedContacts => new ScoreColumns { ExpectedContacts = numbers = new double[TieSums.Capacity] },
                ScoreColumn.Balance => new ScoreColumns { Balance = numbers = new double[TieSums.Capacity] },
                ScoreColumn.BalanceLow => new ScoreColumns { BalanceLow = numbers = new double[TieSums.Capacity] },
                ScoreColumn.BalanceHigh => new ScoreColumns { BalanceHigh = numbers = new double[TieSums.Capacity] },
                ScoreColumn.Momentum => new ScoreColumns { Momentum = numbers = new double[TieSums.Capacity] },
                ScoreColumn.UsualGapDays => new ScoreColumns { UsualGapDays = numbers = new double[TieSums.Capacity] },
                ScoreColumn.SilentDays => new ScoreColumns { SilentDays = numbers = new double[TieSums.Capacity] },
                ScoreColumn.SilencePercentile => new ScoreColumns { SilencePercentile = numbers = new double[TieSums.Capacity] },
                ScoreColumn.ContactWithin => new ScoreColumns { ContactWithin = numbers = new double[TieSums.Capacity], Horizon = horizon },
                ScoreColumn.LosingTouch => new ScoreColumns { LosingTouch = numbers = new double[TieSums.Capacity] },
                _ => throw new ArgumentOutOfRangeException(nameof(column)),
            };
            Finish = new ScoreFinish(fold.Plan, settings, asOf, columns);
        }

        public ScoreFinish Finish { get; }

        public void AddTo(TopList top, int count, int first)
        {
            for (var i = 0; i < Math.Min(count, numbers.Length); i++)
            {
                if (!double.IsNaN(numbers[i]))
                {
                    top.Add(TopList.KeyOf(numbers[i]), first + i);
                }
            }

            for (var i = 0; i < Math.Min(count, counts.Length); i++)
            {
                top.Add(counts[i], first + i);
            }

            for (var i = 0; i < Math.Min(count, touches.Length); i++)
            {
                if (touches[i] != ScoreColumns.NoTouch)
                {
                    top.Add(touches[i], first + i);
                }
            }
        }
    }
}
