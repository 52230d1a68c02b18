namespace RelationshipKit.Tests.Stores;

/// <summary>Cases that need the database; they are skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute
{
    public StoreTheoryAttribute() => Skip = TestDatabase.Missing;
}
