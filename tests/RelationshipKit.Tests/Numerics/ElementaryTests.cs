using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

public class ElementaryTests
{
    [Fact]
    public void Exp2_Integers_ArePowersOfTwoToTheBit()
    {
        for (var k = -1022; k <= 1023; k++)
        {
            Assert.Equal(BitConverter.Int64BitsToDouble((long)(k + 1023) << 52), Elementary.Exp2(k));
        }

        for (var k = -1074; k < -1022; k++)
        {
            Assert.Equal(BitConverter.Int64BitsToDouble(1L << (k + 1074)), Elementary.Exp2(k));
        }
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(-1e300, 0.0)]
    [InlineData(-1075.0, 0.0)]
    [InlineData(1024.0, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp2_OutOfRange_IsTheLimit(double x, double expected) => Assert.Equal(expected, Elementary.Exp2(x));

    [Fact]
    public void ExpM1_MinusLn2_IsMinusOneHalf() => Assert.Equal(0.5, -Elementary.ExpM1(-0.6931471805599453));
}
