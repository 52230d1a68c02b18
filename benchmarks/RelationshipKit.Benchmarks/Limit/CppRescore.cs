using RelationshipKit.Benchmarks.Peers;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary>The C++ program over columns of masses, all as of one landmark.</summary>
internal sealed class CppRescore : IPeer
{
    private readonly double[] masses;
    private readonly int[] days;
    private readonly long[] last;
    private readonly int[] counts;
    private readonly long landmark;
    private readonly CppAnswer answer;

    public CppRescore(StateRow[] rows, long landmark)
    {
        this.landmark = landmark;
        masses = new double[8 * rows.Length];
        for (var tie = 0; tie < rows.Length; tie++)
        {
            var own = rows[tie].MassesAt(landmark);
            for (var i = 0; i < own.Length; i++)
            {
                masses[(i * rows.Length) + tie] = own[i];
            }
        }

        days = Array.ConvertAll(rows, row => row.Days);
        last = Array.ConvertAll(rows, row => row.Latest);
        counts = Array.ConvertAll(rows, row => row.Touchpoints);
        answer = new CppAnswer(rows.Length);
    }

    public string Name => "cpp-rescore";

    public void Run() => CppLibrary.Rescore(masses, days, last, counts, landmark, PeerData.AsOfMicros, answer);

    public PeerAnswer Answer() => answer.Columns;

    public void Dispose()
    {
    }
}
