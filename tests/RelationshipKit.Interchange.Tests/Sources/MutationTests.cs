using System.Text;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>
/// Files of every family, of the project's own making, that were damaged at random: each is read, or refused by the one exception that is
/// documented.
/// </summary>
public class MutationTests
{
    private const int Rounds = 150;

    public static TheoryData<string> Families => [.. DamagedSamples.Whole.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public void Sample_Whole_GivesRecords(string family)
    {
        var account = Reading.OfText(DamagedSamples.Whole[family]).Account;

        Assert.True(account.Records > 0);
        Assert.True(account.Contacts + account.Touchpoints + account.Attempts + account.Automatic > 0);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Sample_Damaged_IsReadOrRefused(string family)
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = DamagedSamples.Damage(Encoding.UTF8.GetBytes(DamagedSamples.Whole[family]), random);
            try
            {
                var account = Reading.OfBytes(bytes).Account;
                Assert.True(account.Records >= account.SkippedCount - 1);
            }
            catch (InterchangeException)
            {
                // The documented answer.
            }
            catch (Exception e)
            {
                Assert.Fail($"round {round}: {e} of {Convert.ToBase64String(bytes)}");
            }
        }
    }
}
