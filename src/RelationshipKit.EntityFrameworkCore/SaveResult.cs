namespace RelationshipKit.EntityFrameworkCore;

/// <summary>What became of an update.</summary>
internal enum SaveResult
{
    Written,
    WrittenBefore,
    Conflict,
}
