namespace RelationshipKit;

/// <summary>Says when a contact is next wanted: the whole of what a cadence policy of your own has to write.</summary>
/// <remarks>
/// <para>
/// A policy is a pure function of its context: the same context gives the same window, on any thread, on any day. It compares with
/// <see cref="CadenceContext.Today"/> only if it must, since what is due should depend on what happened and not on who looks when. One more
/// touch moves its date on, or leaves it.
/// </para>
/// <para>
/// <see cref="object.ToString"/> should read as English after "wanted", such as "every 3 weeks": explanations, lists and errors show it.
/// </para>
/// <para>The laws in RelationshipKit.Testing check a policy in one line, and let it differ from them where it means to.</para>
/// </remarks>
public interface ICadencePolicy
{
    /// <summary>Returns the window in which the next touch is wanted.</summary>
    /// <param name="context">The contact and what is known of them; never <see langword="null"/>.</param>
    /// <returns>
    /// The window, its ideal date strictly after <see cref="CadenceContext.Reference"/>, or, of a policy that counts from an earlier touch
    /// of some kind, after that; <see langword="null"/> if nothing is asked for.
    /// </returns>
    CadenceWindow? NextDue(CadenceContext context);
}
