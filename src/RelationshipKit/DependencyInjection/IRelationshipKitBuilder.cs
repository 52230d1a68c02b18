using Microsoft.Extensions.DependencyInjection;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.DependencyInjection;

/// <summary>Configures RelationshipKit in a service collection.</summary>
/// <remarks>What is used last wins; settings are checked where they are given. Not safe to share between threads.</remarks>
public interface IRelationshipKitBuilder
{
    /// <summary>Gets the collection that is configured.</summary>
    IServiceCollection Services { get; }

    /// <summary>Uses fold settings other than the default ones. Changing them makes stored states useless.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    IRelationshipKitBuilder UseFold(FoldSettings settings);

    /// <summary>Uses score settings other than the default ones. Stored states stay as they are.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    IRelationshipKitBuilder UseScoring(ScoreSettings settings);
}
