using NodaTime;

namespace RelationshipKit.Testing;

/// <summary>What the laws of curves ask.</summary>
internal interface ICurve
{
    string Name { get; }

    Duration ShortestHalfLife { get; }

    Duration LongestHalfLife { get; }

    double RetainedAt(Duration age);

    // Per day.
    double DensityAt(Duration age);

    // The density after one age and then another, with what is stored in between.
    double DensityAfter(Duration first, Duration second);
}
