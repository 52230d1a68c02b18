using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Introductions;

/// <summary>Two contacts who do not know each other and might do each other good, and how far bringing them together has come.</summary>
/// <remarks>
/// <code>
/// Proposed --Agree--> OneAgreed --Agree by the other--> BothAgreed --Make--> Made --Conclude--> Concluded
/// any before Made --Drop--> Dropped
/// </code>
/// <para>
/// Each is asked before their name is passed on, so nothing can be made that one of them has not agreed to. A step that the state does not
/// allow is refused, as is one dated before the step before it. Each step returns a new introduction.
/// </para>
/// <para>Equality is that of all fields. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Introduction>))]
public sealed record Introduction
{
    /// <summary>
    /// Initializes a new instance of the <see cref="Introduction"/> class in the state <see cref="IntroductionState.Proposed"/>.
    /// </summary>
    /// <param name="seeker">The contact who needs something.</param>
    /// <param name="helper">The contact who offers it.</param>
    /// <param name="need">What the seeker needs.</param>
    /// <param name="proposedAt">When it was proposed; floored to whole microseconds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="need"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id names nobody, or both are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="proposedAt"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public Introduction(ContactId seeker, ContactId helper, Contribution need, Instant proposedAt)
    {
        ArgumentNullException.ThrowIfNull(need);
        Seeker = Somebody(seeker, nameof(seeker));
        Helper = Somebody(helper, nameof(helper));
        if (seeker == helper)
        {
            throw new ArgumentException("Both are the same contact; an introduction needs two.", nameof(helper));
        }

        Need = need;
        LastStepAt = SupportedTime.Floor(proposedAt);
    }

    /// <summary>Gets the contact who needs something.</summary>
    public ContactId Seeker { get; }

    /// <summary>Gets the contact who offers it.</summary>
    public ContactId Helper { get; }

    /// <summary>Gets what the seeker needs.</summary>
    public Contribution Need { get; }

    /// <summary>Gets the contact who is asked to make it; <see langword="null"/> for the owner. Neither seeker nor helper.</summary>
    /// <exception cref="ArgumentException">The id names nobody, or the seeker or the helper.</exception>
    public ContactId? Connector
    {
        get;
        init => field = value is { } connector && (connector == ContactId.None || connector == Seeker || connector == Helper)
            ? throw new ArgumentException("The connector must be a contact other than the two, or absent for the owner.", nameof(Connector))
            : value;
    }

    /// <summary>Gets how far it has come.</summary>
    public IntroductionState State { get; private init; }

    /// <summary>Gets who agreed first; <see langword="null"/> while nobody did.</summary>
    public ContactId? AgreedFirst { get; private init; }

    /// <summary>Gets what came of it; <see cref="IntroductionOutcome.Unknown"/> until it is concluded.</summary>
    public IntroductionOutcome Outcome { get; private init; }

    /// <summary>Gets when the last step was taken.</summary>
    public Instant LastStepAt { get; private init; }

    /// <summary>Gets a value indicating whether it still asks something of somebody: proposed, agreed by one, or agreed by both.</summary>
    public bool IsOpen => State < IntroductionState.Made;

    /// <summary>Notes that one of the two agreed; in which order they do is open.</summary>
    /// <param name="who">The seeker or the helper, who has not agreed before.</param>
    /// <param name="at">When.</param>
    /// <returns>The introduction, one step further.</returns>
    /// <exception cref="ArgumentException"><paramref name="who"/> is neither of the two, or has agreed before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="at"/> lies before the last step or outside the supported time.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The state is neither <see cref="IntroductionState.Proposed"/> nor <see cref="IntroductionState.OneAgreed"/>.
    /// </exception>
    public Introduction Agree(ContactId who, Instant at)
    {
        if (who != Seeker && who != Helper)
        {
            throw new ArgumentException("The contact is neither the seeker nor the helper.", nameof(who));
        }

        return State switch
        {
            IntroductionState.Proposed => Step(IntroductionState.OneAgreed, at) with { AgreedFirst = who },
            IntroductionState.OneAgreed when who != AgreedFirst => Step(IntroductionState.BothAgreed, at),
            IntroductionState.OneAgreed => throw new ArgumentException("The contact has agreed before; the other has not.", nameof(who)),
            _ => throw Refusal("agreed to", "Proposed or OneAgreed"),
        };
    }

    /// <summary>Notes that one of the two declined, or that it was called off.</summary>
    /// <param name="at">When.</param>
    /// <returns>The introduction, dropped.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="at"/> lies before the last step or outside the supported time.
    /// </exception>
    /// <exception cref="InvalidOperationException">It is no longer open.</exception>
    public Introduction Drop(Instant at) =>
        IsOpen ? Step(IntroductionState.Dropped, at) : throw Refusal("dropped", "Proposed, OneAgreed or BothAgreed");

    /// <summary>Notes that it was made.</summary>
    /// <param name="at">When.</param>
    /// <returns>The introduction, made.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="at"/> lies before the last step or outside the supported time.
    /// </exception>
    /// <exception cref="InvalidOperationException">Not both have agreed, or it was made before.</exception>
    public Introduction Make(Instant at) =>
        State == IntroductionState.BothAgreed ? Step(IntroductionState.Made, at) : throw Refusal("made", "BothAgreed");

    /// <summary>Notes what came of it.</summary>
    /// <param name="outcome">What came of it; not <see cref="IntroductionOutcome.Unknown"/>.</param>
    /// <param name="at">When that became known.</param>
    /// <returns>The introduction, concluded.</returns>
    /// <exception cref="ArgumentException">The outcome is unknown.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The outcome is not defined, or <paramref name="at"/> lies before the last step or outside the supported time.
    /// </exception>
    /// <exception cref="InvalidOperationException">It was not made, or is concluded.</exception>
    public Introduction Conclude(IntroductionOutcome outcome, Instant at)
    {
        if (Guard.Defined(outcome) == IntroductionOutcome.Unknown)
        {
            throw new ArgumentException("The outcome is Unknown; it must be Met, Helped or Nothing.", nameof(outcome));
        }

        return State == IntroductionState.Made
            ? Step(IntroductionState.Concluded, at) with { Outcome = outcome }
            : throw Refusal("concluded", "Made");
    }

    /// <summary>Returns what is needed and how far it has come, which is not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString()
    {
        var how = State switch
        {
            IntroductionState.Proposed => "proposed",
            IntroductionState.OneAgreed => "agreed by one",
            IntroductionState.BothAgreed => "agreed by both",
            IntroductionState.Made => "made",
            IntroductionState.Concluded => "concluded",
            _ => "dropped",
        };
        return $"an introduction for {Need}, {how}";
    }

    /// <summary>Gets what identifies the introduction: the two and the need.</summary>
    internal string Key =>
        $"{Uri.EscapeDataString(Seeker.Value)} {Uri.EscapeDataString(Helper.Value)} {Need.Kind} "
            + $"{Uri.EscapeDataString(Need.Topic.ToUpperInvariant())}";

    /// <summary>Returns an introduction as a document holds it.</summary>
    internal static Introduction Restore(
        Introduction proposed, IntroductionState state, ContactId? agreedFirst, IntroductionOutcome outcome)
    {
        var isAgreed =
            state is IntroductionState.OneAgreed or IntroductionState.BothAgreed or IntroductionState.Made or IntroductionState.Concluded;
        return (isAgreed
            ? agreedFirst == proposed.Seeker || agreedFirst == proposed.Helper
            : state == IntroductionState.Dropped || agreedFirst is null)
            && (state == IntroductionState.Concluded) == (outcome != IntroductionOutcome.Unknown)
            ? proposed with { State = state, AgreedFirst = agreedFirst, Outcome = outcome }
            : throw new ArgumentException("The state, who agreed first and the outcome do not fit together.", nameof(state));
    }

    private static ContactId Somebody(ContactId id, string paramName) =>
        id == ContactId.None ? throw new ArgumentException("The id names nobody; it must name a contact.", paramName) : id;

    private Introduction Step(IntroductionState next, Instant at)
    {
        var floored = SupportedTime.Floor(at);
        return floored >= LastStepAt
            ? this with { State = next, LastStepAt = floored }
            : throw new ArgumentOutOfRangeException(
                nameof(at), $"The instant is {floored}; it must not be before the last step, {LastStepAt}.");
    }

    private InvalidOperationException Refusal(string step, string allowed) =>
        new($"The introduction is {State}; it can be {step} only when it is {allowed}.");
}
