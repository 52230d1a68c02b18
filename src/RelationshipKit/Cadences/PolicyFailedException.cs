namespace RelationshipKit.Cadences;

/// <summary>Carries which policy threw, up to where the contact is resolved.</summary>
internal sealed class PolicyFailedException(string policy, Exception problem) : Exception("A cadence policy threw.", problem)
{
    public string Policy => policy;
}
