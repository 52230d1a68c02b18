using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Testing;

/// <summary>
/// The laws of cadence policies, for policies of your own: <c>CadencePolicyLaws.Check(new QuarterlyLetter())</c> is a whole test, in any
/// test framework.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>It answers without throwing.</item>
/// <item>It says in words what it asks for: <see cref="object.ToString"/> is one line that is not the name of a type.</item>
/// <item>Its date comes after the one it counts from.</item>
/// <item>It says the same when it is asked again, whatever it was asked in between.</item>
/// <item>It says the same on every thread.</item>
/// <item>
/// What is due depends on what happened, and not on who looks when; a policy that asks for the score may change as the tie fades.
/// </item>
/// <item>One more touch never makes it due sooner, but for a policy that asks for the score.</item>
/// <item>It answers at both ends of the calendar, if settings ask for that.</item>
/// </list>
/// <para>That a window does not end before it begins needs no law: no such window can be made.</para>
/// <para>The methods keep nothing and are safe to call from several threads.</para>
/// </remarks>
public static class CadencePolicyLaws
{
    /// <summary>Checks a policy against all laws.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="settings">
    /// How many examples, which ones, and from which laws the policy differs on purpose; <see cref="CadencePolicyLawSettings.Default"/> if
    /// <see langword="null"/>.
    /// </param>
    /// <returns>What was looked at.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    /// <exception cref="LawBrokenException">The policy breaks a law: the first one, in the order above.</exception>
    public static LawReport Check(ICadencePolicy policy, CadencePolicyLawSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var chosen = settings ?? CadencePolicyLawSettings.Default;
        var checkedPolicy = new PolicyUnderLaw(policy, chosen);
        var generator = chosen.Contacts.IsEmpty ? CadenceArbitraries.Examples().Generator : CadenceExamples.Only(chosen.Contacts);
        var examples = LawExamples.Of(generator, chosen.Runs, chosen.Seed);
        var laws = checkedPolicy.Laws(examples);
        foreach (var law in laws)
        {
            law.Check(checkedPolicy.Name, examples, CadenceExamples.Plainer, chosen.Runs, chosen.Seed);
        }

        if (chosen.ToTheEndsOfTime)
        {
            var ends = LawExamples.Of(CadenceExamples.AtTheEnds(chosen.Contacts), chosen.Runs, chosen.Seed);
            checkedPolicy.AtTheEnds.Check(checkedPolicy.Name, ends, CadenceExamples.Plainer, chosen.Runs, chosen.Seed);
        }

        return new LawReport(
            laws.Length + (chosen.ToTheEndsOfTime ? 1 : 0), examples.Length,
            examples.Count(example => checkedPolicy.Ask(example) is not null));
    }
}
