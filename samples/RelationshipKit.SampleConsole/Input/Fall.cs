using NodaTime;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>When the strength falls to a level if nothing happens; <see langword="null"/> if it already is there.</summary>
internal sealed record Fall(Strength Level, bool IsHalf, Instant? At);
