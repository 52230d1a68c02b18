using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>When methods are compiled.</summary>
internal static class Compile
{
    /// <summary>
    /// In full, at once: for loops over columns. A job of millions may be over before the runtime has seen them often enough to compile
    /// them again.
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
