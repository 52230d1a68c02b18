namespace RelationshipKit.Validation.Lives;

/// <summary>Somebody's way to fill a week.</summary>
internal interface ILifeRule
{
    /// <summary>Gets the name in the table.</summary>
    string Name { get; }

    /// <summary>Returns the touches of a week, at most one a person.</summary>
    IEnumerable<LifeTouch> TouchesOf(LifeWeek week);
}
