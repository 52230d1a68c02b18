using RelationshipKit.Btyd.Numerics;

namespace RelationshipKit.Btyd.Tests.Numerics;

public class BoxMinimizerTests
{
    private static readonly double[] Low = [-5, -5];
    private static readonly double[] High = [5, 5];

    [Fact]
    public void Minimize_RosenbrocksValley_FindsItsEnd()
    {
        var best = BoxMinimizer.Minimize(Valley, [-1.2, 1], Low, High, 1e-9, 200);

        Assert.True(best.Converged);
        Assert.InRange(best.Iterations, 10, 100);
        Assert.Equal(1, best.Point[0], 1e-8);
        Assert.Equal(1, best.Point[1], 1e-8);
    }

    [Fact]
    public void Minimize_MinimumOutsideTheBox_EndsOnItsSide()
    {
        // With x held to at most 1/2, y = x^2 is best.
        var best = BoxMinimizer.Minimize(Valley, [-1.2, 1], Low, [0.5, 5], 1e-9, 200);

        Assert.True(best.Converged);
        Assert.Equal(0.5, best.Point[0]);
        Assert.Equal(0.25, best.Point[1], 1e-8);
    }

    [Fact]
    public void Minimize_AStartOutsideTheBox_IsMovedIntoIt()
    {
        var best = BoxMinimizer.Minimize(Valley, [100, -100], [2, 3], [3, 4], 1e-9, 200);

        Assert.Equal(2, best.Point[0], 1e-9);
        Assert.Equal(4, best.Point[1], 1e-9);
    }

    [Fact]
    public void Minimize_TooFewSteps_HasNotConverged()
    {
        var best = BoxMinimizer.Minimize(Valley, [-1.2, 1], Low, High, 1e-9, 3);

        Assert.False(best.Converged);
        Assert.Equal(3, best.Iterations);
    }

    [Fact]
    public void Minimize_AValueLargeBesideItsChanges_ConvergesAllTheSame()
    {
        // A decrease of the valley's last steps is below the last place of the value.
        var best = BoxMinimizer.Minimize((point, gradient) => 1e9 + Valley(point, gradient), [-1.2, 1], Low, High, 1e-7, 200);

        Assert.True(best.Converged);
        Assert.Equal(1, best.Point[0], 1e-5);
    }

    private static double Valley(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (x, y) = (point[0], point[1]);
        gradient[0] = (-2 * (1 - x)) - (400 * x * (y - (x * x)));
        gradient[1] = 200 * (y - (x * x));

        return ((1 - x) * (1 - x)) + (100 * (y - (x * x)) * (y - (x * x)));
    }
}
