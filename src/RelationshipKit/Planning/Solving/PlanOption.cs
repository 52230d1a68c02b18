namespace RelationshipKit.Planning.Solving;

/// <summary>One way to be in touch with somebody in a week: what it gains, and when it takes which time.</summary>
internal sealed class PlanOption(double gain, params PlanPart[] parts)
{
    /// <summary>Gets what it gains; positive.</summary>
    public double Gain { get; } = gain;

    /// <summary>Gets how much of the gain is for what comes first, whatever a minute is worth elsewhere.</summary>
    public double Precedence { get; init; }

    public PlanPart[] Parts { get; } = parts;

    public int Minutes { get; } = parts.Sum(part => part.Minutes);
}
