using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using RelationshipKit.Cadences;
using RelationshipKit.Forecasts;
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

    /// <summary>
    /// Uses a hazard for forecasts and silence percentiles, whatever <see cref="UseScoring"/> says of it; usually one fitted to the host's
    /// own history. The last one wins.
    /// </summary>
    /// <remarks>
    /// In a book that says what its log is of (<see cref="RelationshipBook.LogKind"/>), the rates of that kind take its place unless it was
    /// fitted to a history.
    /// </remarks>
    /// <param name="hazard">The hazard.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hazard"/> is <see langword="null"/>.</exception>
    IRelationshipKitBuilder UseForecast(RhythmHazard hazard);

    /// <summary>
    /// Uses a cadence for owners who have no plan of their own, instead of <see cref="Cadence.ByCircle"/>. The last one wins.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    IRelationshipKitBuilder UseCadence(ICadencePolicy policy);

    /// <summary>
    /// Registers a cadence policy under a name: in <see cref="CadencePolicies"/>, and as a keyed <see cref="ICadencePolicy"/>.
    /// </summary>
    /// <param name="name">
    /// The name: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <param name="policy">The policy.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name breaks the rule above, is taken, or the policy leads back to itself through named policies.
    /// </exception>
    IRelationshipKitBuilder AddCadencePolicy(string name, ICadencePolicy policy);

    /// <summary>Registers a cadence policy that is made with services, such as one that asks a calendar of terms.</summary>
    /// <param name="name">The name, as above.</param>
    /// <param name="factory">
    /// Makes the policy, once, when <see cref="CadencePolicies"/> are first asked for; the policy must be safe to share between threads.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name breaks the rule above, or is taken. That a policy leads back to itself is told when it is made.
    /// </exception>
    IRelationshipKitBuilder AddCadencePolicy(string name, Func<IServiceProvider, ICadencePolicy> factory);

    /// <summary>
    /// Registers a kind of cadence policies that are stored with their parameters; see <see cref="CadencePolicies.AddKind{T}"/>.
    /// </summary>
    /// <typeparam name="T">The type of the policies.</typeparam>
    /// <param name="kind">The name of the kind, as that of a policy above.</param>
    /// <param name="type">How the type is written and read, such as that of a source-generated context.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name breaks the rule above, is taken, or is a kind of the kit's own; or the type has a kind already.
    /// </exception>
    IRelationshipKitBuilder AddCadenceKind<T>(string kind, JsonTypeInfo<T> type)
        where T : ICadencePolicy;
}
