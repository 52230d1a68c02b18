namespace RelationshipKit.Planning;

/// <summary>Puts the reasons of a plan into words. A host replaces it to use another language or another tone.</summary>
/// <remarks>
/// <para>Implementations are pure functions, safe to call from several threads at once. The English ones are
/// <see cref="PlanTexts.English"/>.</para>
/// <para>Codes may be added in later versions: a host's own texts fall back to the English ones for those they do not know.</para>
/// </remarks>
public interface IPlanTexts
{
    /// <summary>Returns a reason in words.</summary>
    /// <param name="reason">The reason; never <see langword="null"/>.</param>
    /// <returns>A phrase without a full stop.</returns>
    string TextOf(PlanReason reason);
}
