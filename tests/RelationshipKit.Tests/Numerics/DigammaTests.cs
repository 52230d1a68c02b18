using MathNet.Numerics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

// The expected values were computed with 40 decimal digits.
public class DigammaTests
{
    [Theory]
    [InlineData(1.0, -0.5772156649015329)]
    [InlineData(1.4616321449683623, 0.0)]
    [InlineData(66887624.51039033, 18.01852451561441)]
    [InlineData(0.3418408542882249, -3.048091230225137)]
    [InlineData(0.008557814262288419, -117.41549332323707)]
    [InlineData(63.89151336743186, 4.1493403622267255)]
    [InlineData(5.373426603178687, 1.5855390171778905)]
    [InlineData(26160472.84408863, 17.079760140356957)]
    [InlineData(6.612783002494834, 1.811492094214614)]
    [InlineData(77587448.7713226, 18.16691622298976)]
    public void Digamma_Values_MatchReference(double z, double expected) =>
        Assert.Equal(expected, GammaFunctions.Digamma(z), 2e-15 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(0.3471020073827428, 1000, 9.905654149592122)]
    [InlineData(1.2748155029795656, 60, 4.305329834061972)]
    [InlineData(10.855371443414928, 33, 1.4315594755296597)]
    [InlineData(0.035814441920888986, 100000, 39.95441499246873)]
    [InlineData(0.08003565878482932, 3, 13.90108714130548)]
    [InlineData(0.0011865323902862063, 100000, 854.8801807769446)]
    [InlineData(0.0013844087992158328, 32, 726.3550084465035)]
    [InlineData(0.024802470556166422, 20, 43.82749953569159)]
    [InlineData(12.417860299143463, 100000, 9.034713502053382)]
    [InlineData(0.046798887389069246, 100000, 33.38371136893503)]
    public void DigammaRising_Values_MatchReference(double z, int n, double expected) =>
        Assert.Equal(expected, GammaFunctions.DigammaRising(z, n), 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(50.19918056708165, 32, 133.6009878371972)]
    [InlineData(2727.9667151187227, 33, 261.26607664635065)]
    [InlineData(3118.321428827539, 20, 160.96180625459192)]
    [InlineData(0.0005508716644960954, 20, 31.83782960497013)]
    [InlineData(0.0006268481025303447, 60, 177.16194535469276)]
    [InlineData(0.0715599293063999, 33, 79.20717218845282)]
    [InlineData(158.47999729590788, 100000, 1052469.6946660187)]
    [InlineData(36.08335872169539, 3, 10.838777506584618)]
    [InlineData(969.4240601443558, 100000, 1056758.7977774553)]
    [InlineData(0.0008353215346304085, 33, 74.47365520581023)]
    public void LogRising_Values_MatchReference(double z, int n, double expected) =>
        Assert.Equal(expected, GammaFunctions.LogRising(z, n), 1e-13 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void GammaFunctions_AgainstAnotherLibrary_Agree()
    {
        for (var z = 1e-3; z < 1e6; z *= 1.37)
        {
            var logGamma = SpecialFunctions.GammaLn(z);
            var digamma = SpecialFunctions.DiGamma(z);

            Assert.Equal(logGamma, GammaFunctions.LogGamma(z), 1e-12 * Math.Max(1, Math.Abs(logGamma)));
            Assert.Equal(digamma, GammaFunctions.Digamma(z), 1e-11 * Math.Max(1, Math.Abs(digamma)));
        }
    }
}
