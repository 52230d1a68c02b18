using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <content>What dates add to the sums.</content>
internal sealed partial class DecayLanes
{
    /// <summary>Returns what dates add to all lanes.</summary>
    /// <param name="dates">The dates.</param>
    /// <param name="landmark">The landmark of each lane.</param>
    /// <param name="terms">One for each date and lane.</param>
    public void Terms(ReadOnlySpan<DateTerms> dates, ReadOnlySpan<double> landmark, Span<double> terms) =>
        Terms(dates, 0, Width, landmark, terms);

    /// <summary>Returns what a date adds to the standing lanes.</summary>
    public void StandingTerms(in DateTerms date, ReadOnlySpan<double> landmark, Span<double> terms) =>
        Terms(new ReadOnlySpan<DateTerms>(in date), 0, Momentum, landmark, terms);

    /// <summary>Returns what a date adds to the lanes of momentum.</summary>
    public void MomentumTerms(in DateTerms date, ReadOnlySpan<double> landmark, Span<double> terms) =>
        Terms(new ReadOnlySpan<DateTerms>(in date), Momentum, Width, landmark, terms);

    [MethodImpl(Compile.AtOnce)]
    private void Terms(ReadOnlySpan<DateTerms> dates, int first, int end, ReadOnlySpan<double> landmark, Span<double> terms)
    {
        LaneWidths.Run(LaneWidth, new Decaying(this, dates, first, end, landmark, terms));
    }

    [MethodImpl(Compile.AtOnce)]
    private void Terms<T>(ReadOnlySpan<DateTerms> dates, int first, int end, ReadOnlySpan<double> landmark, Span<double> terms)
        where T : struct, ILanes<T>
    {
        // Lanes first: what belongs to them is loaded once for all dates.
        var width = end - first;
        for (var lane = first; lane < end; lane += T.Count)
        {
            var (rate, high, low) = (T.Load(perMicro.AsSpan(lane)), T.Load(microsHigh.AsSpan(lane)), T.Load(microsLow.AsSpan(lane)));
            var (start, at) = (T.Load(landmark[lane..]), lane - first);
            ReadOnlySpan<long> parts = part.AsSpan(lane, T.Count);
            foreach (ref readonly var date in dates)
            {
                Split(T.Pick(date.Instants, parts), rate, high, low, out var whole, out var fraction);
                var power = LaneElementary.PowerOfSixteenthsOfNormal(fraction * T.Of(Elementary.Cells));
                (T.Pick(date.Weights, parts) * power * PowerOfTwo(whole - start)).Store(terms[at..]);
                at += width;
            }
        }

        foreach (ref readonly var date in dates)
        {
            if (date.Micros[0] is < -SupportedTime.WholeAsDouble or > SupportedTime.WholeAsDouble)
            {
                FarTerms(date, first, end, landmark, terms);
            }

            terms = terms[width..];
        }
    }

    // The same for instants that a double cannot hold exactly: in longs, one lane after the other.
    private void FarTerms(in DateTerms date, int first, int end, ReadOnlySpan<double> landmark, Span<double> terms)
    {
        for (var lane = first; lane < end; lane++)
        {
            var (at, weight) = (date.Micros[(int)part[lane]], date.Weights[(int)part[lane]]);
            Split(lane, at, out var whole, out var fraction);
            terms[lane - first] = weight * Elementary.Exp2(fraction) * PowerOfTwo(whole - landmark[lane]);
        }
    }

    private readonly ref struct Decaying(
        DecayLanes lanes, ReadOnlySpan<DateTerms> dates, int first, int end, ReadOnlySpan<double> landmark, Span<double> terms)
        : ILaneWork
    {
        private readonly ReadOnlySpan<DateTerms> dates = dates;
        private readonly ReadOnlySpan<double> landmark = landmark;
        private readonly Span<double> terms = terms;

        public void On<T>()
            where T : struct, ILanes<T> => lanes.Terms<T>(dates, first, end, landmark, terms);
    }
}
