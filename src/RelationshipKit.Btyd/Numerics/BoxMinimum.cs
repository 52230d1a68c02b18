namespace RelationshipKit.Btyd.Numerics;

/// <summary>Where a function is least inside a box, as far as the search got.</summary>
/// <param name="Point">The point reached.</param>
/// <param name="Value">The function there.</param>
/// <param name="Iterations">How many steps were taken.</param>
/// <param name="Converged">Whether the gradient became small enough before the steps ran out.</param>
internal sealed record BoxMinimum(double[] Point, double Value, int Iterations, bool Converged);
