namespace RelationshipKit.Tests.Scoring;

public class StrengthTests
{
    private static readonly Strength Weak = Strength.FromValue(0.25);
    private static readonly Strength Strong = Strength.FromValue(0.75);

    [Fact]
    public void FromValue_EndsOfTheRange_AreTaken()
    {
        Assert.Equal(0, Strength.FromValue(0).Value);
        Assert.Equal(1, Strength.FromValue(1).Value);
        Assert.Equal(Strength.None, Strength.FromValue(0));
        Assert.Equal(default, Strength.None);
    }

    [Theory]
    [InlineData(-0.0001)]
    [InlineData(1.0001)]
    [InlineData(double.NaN)]
    public void FromValue_OutOfRange_IsRefusedWithTheRange(double value)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Strength.FromValue(value));

        Assert.Equal("value", error.ParamName);
        Assert.Contains("it must be from 0 to 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_WeakStrongAndAlike_OrderByTheNumber()
    {
        var alike = Strength.FromValue(0.25);

        Assert.True(Weak < Strong && Weak <= Strong && Strong > Weak && Strong >= Weak);
        Assert.False(Strong < Weak || Strong <= Weak || Weak > Strong || Weak >= Strong);
        Assert.True(Weak <= alike && Weak >= alike && Weak == alike && !(Weak != alike));
        Assert.False(Weak < alike || Weak > alike);
        Assert.True(Weak.CompareTo(Strong) < 0 && Strong.CompareTo(Weak) > 0 && Weak.CompareTo(alike) == 0);
        Assert.Equal(Weak.GetHashCode(), alike.GetHashCode());
        Assert.NotEqual(Weak, Strong);
    }

    [Theory]
    [InlineData(0, "0.000")]
    [InlineData(0.12345, "0.123")]
    [InlineData(0.9999, "1.000")]
    public void ToString_Value_HasThreeDecimals(double value, string text) => Assert.Equal(text, Strength.FromValue(value).ToString());
}
