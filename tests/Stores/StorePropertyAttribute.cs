using FsCheck.Xunit;

namespace RelationshipKit.Tests.Stores;

/// <summary>A law that needs the database; it is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StorePropertyAttribute : PropertyAttribute
{
    public StorePropertyAttribute() => Skip = TestDatabase.Missing;
}
