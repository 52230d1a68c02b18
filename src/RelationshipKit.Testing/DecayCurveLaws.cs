using System.Collections.Immutable;
using RelationshipKit.Ties;

namespace RelationshipKit.Testing;

/// <summary>
/// The laws of decay curves, for mixtures of your own: <c>DecayCurveLaws.Check(curve)</c> is a whole test, in any test framework.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Nothing is lost at age zero.</item>
/// <item>What is retained lies between 0 and 1, and what an age weighs is not negative.</item>
/// <item>It never rises.</item>
/// <item>It never jumps: in some time it falls by no more than the shortest half-life makes it fall.</item>
/// <item>It fades away.</item>
/// <item>All ages together weigh 1, so that a steady rate is read as that rate.</item>
/// <item>What is retained follows what an age weighs.</item>
/// <item>Decaying in two steps is decaying in one, through a stored state.</item>
/// </list>
/// <para>The methods keep nothing and are safe to call from several threads.</para>
/// </remarks>
public static class DecayCurveLaws
{
    /// <summary>Checks a curve against all laws.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="settings">How many pairs of ages, and which; <see cref="LawSettings.Default"/> if <see langword="null"/>.</param>
    /// <returns>What was looked at.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is <see langword="null"/>.</exception>
    /// <exception cref="LawBrokenException">The curve breaks a law: the first one, in the order above.</exception>
    public static LawReport Check(DecayCurve curve, LawSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Check(new FoldedCurve(curve), settings ?? LawSettings.Default);
    }

    // Whatever answers like a curve: the kit makes only curves that keep the laws, and a law must be seen broken to be believed.
    internal static LawReport Check(ICurve curve, LawSettings settings)
    {
        var checkedCurve = new CurveUnderLaw(curve);
        var examples = LawExamples.Of(CurveAges.Any(curve), settings.Runs, settings.Seed);
        ImmutableArray<Law<CurveAges>> laws = checkedCurve.Laws;
        foreach (var law in laws)
        {
            law.Check(curve.Name, examples, ages => ages.Plainer(), settings.Runs, settings.Seed);
        }

        return new LawReport(laws.Length, examples.Length, examples.Length);
    }
}
