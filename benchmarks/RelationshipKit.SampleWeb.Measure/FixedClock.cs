using NodaTime;

namespace RelationshipKit.SampleWeb.Measure;

/// <summary>A clock that stands still, so that every run draws the same pages.</summary>
internal sealed class FixedClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
