namespace RelationshipKit.Btyd.Tests;

public class NaNTests
{
    private static readonly RepeatHistory History = RepeatHistory.FromDays(2, 5, 9);

    public static TheoryData<string, Action> Members => new()
    {
        { "repeat history, last", () => RepeatHistory.FromDays(2, double.NaN, 9) },
        { "repeat history, age", () => RepeatHistory.FromDays(2, 5, double.NaN) },
        { "BG/NBD, r", () => BgNbd.FromParameters(double.NaN, 1, 1, 1) },
        { "BG/NBD, alpha", () => BgNbd.FromParameters(1, double.NaN, 1, 1) },
        { "BG/NBD, a", () => BgNbd.FromParameters(1, 1, double.NaN, 1) },
        { "BG/NBD, b", () => BgNbd.FromParameters(1, 1, 1, double.NaN) },
        { "Pareto/NBD, r", () => ParetoNbd.FromParameters(double.NaN, 1, 1, 1) },
        { "Pareto/NBD, alpha", () => ParetoNbd.FromParameters(1, double.NaN, 1, 1) },
        { "Pareto/NBD, s", () => ParetoNbd.FromParameters(1, 1, double.NaN, 1) },
        { "Pareto/NBD, beta", () => ParetoNbd.FromParameters(1, 1, 1, double.NaN) },
        { "BG/NBD, horizon of contact", () => BgNbd.Default.ContactProbability(History, double.NaN) },
        { "BG/NBD, horizon of contacts", () => BgNbd.Default.ExpectedContacts(History, double.NaN) },
        { "Pareto/NBD, horizon of contact", () => ParetoNbd.Default.ContactProbability(History, double.NaN) },
        { "Pareto/NBD, horizon of contacts", () => ParetoNbd.Default.ExpectedContacts(History, double.NaN) },
        { "fit settings, prior weight", () => BgNbd.Default.Fit([History], new() { PriorWeight = double.NaN }) },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void NaN_ForADouble_IsRefused(string member, Action use)
    {
        Assert.NotEmpty(member);
        Assert.ThrowsAny<ArgumentException>(use);
    }
}
