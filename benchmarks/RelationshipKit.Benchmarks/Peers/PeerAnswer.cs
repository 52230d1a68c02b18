using System.Runtime.Intrinsics;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>What every implementation computes: a row for each tie, and the ties whose silence is the greatest loss.</summary>
internal sealed class PeerAnswer(int contacts)
{
    public const int Quietest = 100;

    public double[] ExpectedContacts { get; } = new double[contacts];

    public double[] Balance { get; } = new double[contacts];

    public int[] ContactDays { get; } = new int[contacts];

    public long[] LastTouch { get; } = new long[contacts];

    public int[] Touchpoints { get; } = new int[contacts];

    /// <summary>Gets the ties with the largest silence in days times strength, the largest first, then by index.</summary>
    public int[] Top { get; } = new int[Math.Min(Quietest, contacts)];

    public static double Loss(double lambda, long lastTouch) =>
        (PeerData.AsOfMicros - lastTouch) / (double)PeerData.MicrosPerDay * -(Math.Exp(-lambda) - 1);

    /// <summary>Finds the top from the other columns.</summary>
    public void Rank()
    {
        var quietest = new QuietestTies(Top.Length);
        for (var tie = 0; tie < ExpectedContacts.Length; tie++)
        {
            quietest.Offer(tie, Loss(ExpectedContacts[tie], LastTouch[tie]));
        }

        quietest.MoveTo(Top);
    }

    /// <summary>Finds the top where strengths are at hand.</summary>
    public void Rank(ReadOnlySpan<double> strength)
    {
        var quietest = new QuietestTies(Top.Length);
        var tie = 0;
        for (; tie + Vector512<double>.Count <= strength.Length; tie += Vector512<double>.Count)
        {
            // Hardly any is among them; most are seen eight at a time.
            var silence = Vector512.ConvertToDouble(
                Vector512.Create(PeerData.AsOfMicros) - Vector512.Create(LastTouch, tie)) * (1.0 / PeerData.MicrosPerDay);
            var loss = silence * Vector512.Create(strength[tie..]);
            for (var lane = 0; lane < Vector512<double>.Count && Vector512.GreaterThanAny(loss, Vector512.Create(quietest.Least)); lane++)
            {
                quietest.Offer(tie + lane, loss[lane]);
                loss = loss.WithElement(lane, double.NegativeInfinity);
            }
        }

        for (; tie < strength.Length; tie++)
        {
            quietest.Offer(tie, Formula.AgeDays(LastTouch[tie]) * strength[tie]);
        }

        quietest.MoveTo(Top);
    }

    /// <summary>Throws if an answer differs from another by more than 1e-9 relative, or in a count.</summary>
    public void ThrowIfNot(PeerAnswer expected, string name)
    {
        for (var tie = 0; tie < ExpectedContacts.Length; tie++)
        {
            if (!(Close(ExpectedContacts[tie], expected.ExpectedContacts[tie]) && Close(Balance[tie], expected.Balance[tie])
                && ContactDays[tie] == expected.ContactDays[tie] && LastTouch[tie] == expected.LastTouch[tie]
                    && Touchpoints[tie] == expected.Touchpoints[tie]))
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"{name} differs at tie {tie}: lambda {ExpectedContacts[tie]:R} for {expected.ExpectedContacts[tie]:R}, balance {Balance[tie]:R} for {expected.Balance[tie]:R}, {ContactDays[tie]} contact-days for {expected.ContactDays[tie]}, {Touchpoints[tie]} touchpoints for {expected.Touchpoints[tie]}."));
            }
        }

        // Losses that differ in the last digits may change places.
        for (var i = 0; i < Top.Length; i++)
        {
            if (!Close(Loss(ExpectedContacts[Top[i]], LastTouch[Top[i]]), expected.Loss(i)))
            {
                throw new InvalidOperationException(
                    FormattableString.Invariant($"{name} ranks tie {Top[i]} in place {i}, not {expected.Top[i]}."));
            }
        }
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(1e-3, Math.Abs(right));

    private double Loss(int place) => Loss(ExpectedContacts[Top[place]], LastTouch[Top[place]]);
}
