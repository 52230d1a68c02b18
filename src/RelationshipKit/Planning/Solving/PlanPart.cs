namespace RelationshipKit.Planning.Solving;

/// <summary>Some minutes on one day of the week, counted from 0.</summary>
internal readonly record struct PlanPart(int Day, int Minutes, bool IsBesideDays = false);
