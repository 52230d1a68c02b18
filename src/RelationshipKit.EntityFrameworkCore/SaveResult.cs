namespace RelationshipKit.EntityFrameworkCore;

/// <summary>The outcome of saving an update.</summary>
internal enum SaveResult
{
    Written,
    WrittenBefore,
    Conflict,
}
