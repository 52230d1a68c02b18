namespace RelationshipKit.Numerics;

/// <summary>Work that is written once for lanes of any number.</summary>
internal interface ILaneWork
{
    /// <summary>Does the work on lanes.</summary>
    /// <typeparam name="T">The lanes.</typeparam>
    void On<T>()
        where T : struct, ILanes<T>;
}
