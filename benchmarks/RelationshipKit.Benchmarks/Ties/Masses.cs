namespace RelationshipKit.Benchmarks.Ties;

/// <summary>A sum of weights that fade with three half-lives at once.</summary>
internal readonly record struct Masses(double OfThreeDays, double OfThirty, double OfThreeHundred)
{
    private static readonly Masses Whole = new(1, 1, 1);

    public static Masses operator +(Masses left, Masses right) =>
        new(left.OfThreeDays + right.OfThreeDays, left.OfThirty + right.OfThirty, left.OfThreeHundred + right.OfThreeHundred);

    public static Masses operator *(Masses left, Masses right) =>
        new(left.OfThreeDays * right.OfThreeDays, left.OfThirty * right.OfThirty, left.OfThreeHundred * right.OfThreeHundred);

    public static Masses operator *(Masses left, double weight) =>
        new(left.OfThreeDays * weight, left.OfThirty * weight, left.OfThreeHundred * weight);

    /// <summary>Returns what is left of one after so many days.</summary>
    public static Masses LeftAfter(double days) =>
        days == 0 ? Whole : new(Math.Pow(2, -days / 3), Math.Pow(2, -days / 30), Math.Pow(2, -days / 300));
}
