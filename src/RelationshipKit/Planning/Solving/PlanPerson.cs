namespace RelationshipKit.Planning.Solving;

/// <summary>Somebody of whose options at most one is taken, and the groups in which that counts.</summary>
internal sealed class PlanPerson(PlanOption[] options, params int[] groups)
{
    public PlanOption[] Options { get; } = options;

    public int[] Groups { get; } = groups;
}
