namespace RelationshipKit.Planning.Solving;

/// <summary>The option chosen of each person, -1 for none; what it gains; and what no choice can gain more than.</summary>
internal sealed record PlanSolution(int[] Chosen, double Gain, double UpperBound);
