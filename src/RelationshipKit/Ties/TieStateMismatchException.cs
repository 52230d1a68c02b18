using System.Collections.Immutable;

namespace RelationshipKit.Ties;

/// <summary>Says that a state was folded under other settings; folding the log again under the present ones is the way on.</summary>
public sealed class TieStateMismatchException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="TieStateMismatchException"/> class.</summary>
    /// <param name="settings">The names of the settings that differ.</param>
    public TieStateMismatchException(ImmutableArray<string> settings)
        : base(
            $"The state was folded under another {string.Join(", another ", settings)}; fold the log again under the present settings.") =>
        Settings = settings;

    /// <summary>Gets the names of the settings that differ; "zone" is the owner's zone.</summary>
    public ImmutableArray<string> Settings { get; }
}
