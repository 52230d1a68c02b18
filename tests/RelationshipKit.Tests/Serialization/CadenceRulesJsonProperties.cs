using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;
using RelationshipKit.Testing;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Serialization;

[Properties(Arbitrary = [typeof(CadenceArbitraries)], Replay = "(6364136223846793005,1442695040888963407)")]
public class CadenceRulesJsonProperties
{
    [Property]
    public void There_and_back_a_plan_behaves_equally_over_a_year_of_dates(CadenceRules plan, CadenceExample history)
    {
        using var stream = new MemoryStream();
        CadenceRulesJson.Save(stream, plan);
        stream.Position = 0;
        var loaded = CadenceRulesJson.Load(stream);
        for (var day = 0; day <= 365; day += 7)
        {
            var one = plan.Resolve(history.HistoryAt(history.AsOf + Duration.FromDays(day)));
            var other = loaded.Resolve(history.HistoryAt(history.AsOf + Duration.FromDays(day)));
            Assert.Equal(
                (one.Window, one.State, one.IsResting, one.Policy?.ToString()),
                (other.Window, other.State, other.IsResting, other.Policy?.ToString()));
        }
    }
}
