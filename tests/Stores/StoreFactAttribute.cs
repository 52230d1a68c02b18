namespace RelationshipKit.Tests.Stores;

/// <summary>A case that needs the database; it is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute
{
    public StoreFactAttribute() => Skip = TestDatabase.Missing;
}
