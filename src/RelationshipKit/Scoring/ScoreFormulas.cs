using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Scoring;

/// <summary>The formulas of scores, each in one place for one tie and for many side by side.</summary>
/// <remarks>Ages, gaps and silences are in days. What the letters mean is said where the numbers are: in the scores.</remarks>
internal static class ScoreFormulas
{
    /// <summary>Returns what the light ceiling lets through of what light cells add up to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HeldLight<T>(T light, double ceiling)
        where T : struct, ILanes<T> =>
        double.IsPositiveInfinity(ceiling) ? light : T.Of(-ceiling) * LaneElementary.ExpM1((T.Of(0) - light) / T.Of(ceiling));

    /// <summary>Returns the strength of a lambda.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Strength<T>(T lambda)
        where T : struct, ILanes<T> =>
        T.Of(0) - LaneElementary.ExpM1(T.Of(0) - lambda); // a difference, so that no contact is 0 and not -0, which would show in files

    /// <summary>
    /// Returns the lambda of what light and rich cells add up to, a few units in the last place apart from that of objects.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LambdaInBulk<T>(T light, T rich, double ceiling)
        where T : struct, ILanes<T> =>
        rich + (double.IsPositiveInfinity(ceiling) ? light
            : T.Of(-ceiling) * LaneElementary.ExpM1InBulk((T.Of(0) - light) / T.Of(ceiling)));

    /// <summary>Returns the strength of a lambda, a few units in the last place apart from that of objects.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T StrengthInBulk<T>(T lambda)
        where T : struct, ILanes<T> =>
        T.Of(0) - LaneElementary.ExpM1InBulk(T.Of(0) - lambda);

    /// <summary>Returns the balance of decayed direction-days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Balance<T>(T given, T received, ScoreSettings settings)
        where T : struct, ILanes<T>
    {
        var prior = T.Of(settings.BalancePrior);
        return (received - given) / (prior + given + (prior + received));
    }

    /// <summary>Returns the momentum of two masses; 0 while a tie is too young to tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Momentum<T>(
        T shortMass, T longMass, double shortHalfLife, double longHalfLife, T contactDays, T age, ScoreSettings settings)
        where T : struct, ILanes<T>
    {
        var zero = T.Of(0);
        var lately = Rate(shortMass, T.Of(shortHalfLife), age);
        var before = Rate(longMass, T.Of(longHalfLife), age);

        // After millennia of silence both have faded below the smallest number; the shorter one went first.
        var momentum = T.IfLess(zero, lately + before, (lately - before) / (lately + before), T.Of(-1));
        momentum = T.IfLess(age, T.Of(settings.MomentumFromAge.TotalDays), zero, momentum);
        return T.IfLess(contactDays, T.Of(settings.MomentumFromContactDays), zero, momentum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rate<T>(T mass, T halfLife, T age)
        where T : struct, ILanes<T> =>
        mass / halfLife / (T.Of(0) - LaneElementary.ExpM1((T.Of(0) - age) / halfLife * T.Of(Elementary.Ln2)));
}
