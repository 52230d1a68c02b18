using System.Text;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Serialization;

namespace RelationshipKit.Tests.Serialization;

public class RhythmJsonTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void Hazard_ThereAndBack_IsEqualToTheBit()
    {
        var (history, state) = Sample();
        var hazard = RhythmHazard.Default.FittedTo(history, [state], Start + Duration.FromDays(90));

        Assert.Equal(hazard, RhythmHazardJson.Load(new MemoryStream(Bytes(hazard))));
        Assert.Equal(Bytes(hazard), Bytes(RhythmHazardJson.Load(new MemoryStream(Bytes(hazard)))));
        Assert.Equal(RhythmHazard.Default, RhythmHazardJson.Load(new MemoryStream(Bytes(RhythmHazard.Default))));
    }

    // How far off a start is to be expected to be goes with it, also when it was fitted since.
    [Fact]
    public void Hazard_OfMail_KeepsItsExpectedError()
    {
        var (history, state) = Sample();
        var fitted = RhythmHazard.Mail.AtLevel(1.1).FittedTo(history, [state], Start + Duration.FromDays(90));
        var read = RhythmHazardJson.Load(new MemoryStream(Bytes(fitted)));

        Assert.Equal(fitted, read);
        Assert.Equal((0.05, 0.05), (RhythmHazard.Mail.ExpectedError, read.ExpectedError));
        var without = Encoding.UTF8.GetString(Bytes(read)).Replace("\"startError\": 0.05,", "", StringComparison.Ordinal);
        Assert.Equal(0.12, RhythmHazardJson.Load(new MemoryStream(Encoding.UTF8.GetBytes(without))).ExpectedError);
        Assert.DoesNotContain("startError", Encoding.UTF8.GetString(Bytes(RhythmHazard.Default)), StringComparison.Ordinal);
    }

    [Fact]
    public void History_ThereAndBack_IsEqualToTheBit()
    {
        var (history, _) = Sample();
        using var stream = new MemoryStream();
        RhythmHistoryJson.Save(stream, history);
        stream.Position = 0;

        Assert.Equal(history, RhythmHistoryJson.Load(stream));
        Assert.Equal(3, history.Gaps);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "version")]
    [InlineData("relationshipkit/hazard", "relationshipkit/gaps", "format")]
    [InlineData("\"gaps\": 0", "\"gaps\": -1", "gaps")]
    [InlineData("\"level\": 1", "\"level\": 0", "level")]
    [InlineData("\"level\": 1", "\"level\": 1, \"startError\": -0.1", "startError")]
    [InlineData("\"level\": 1", "\"level\": 1, \"startError\": 1.1", "startError")]
    [InlineData("\"rates\": [", "\"rates\": [[],", "rates")]
    [InlineData("1.0282187163328447", "-1", "rates[0][0]")]
    [InlineData("0.7866192639077774", "2", "rates[0][1]")]
    [InlineData("\"gaps\": 0", "\"gaps\": 0, \"more\": 1", "more")]
    public void Hazard_Damaged_IsRefusedWithItsPath(string part, string damage, string where)
    {
        var text = Encoding.UTF8.GetString(Bytes(RhythmHazard.Default));
        Assert.Contains(part, text, StringComparison.Ordinal);

        var problem = Assert.ThrowsAny<JsonException>(
            () => RhythmHazardJson.Load(new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(part, damage, StringComparison.Ordinal)))));
        Assert.Contains(where, problem.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(RhythmHazard hazard)
    {
        using var stream = new MemoryStream();
        RhythmHazardJson.Save(stream, hazard);
        return stream.ToArray();
    }

    private static (RhythmHistory History, RhythmState State) Sample()
    {
        var builder = new RhythmHistoryBuilder();
        Instant[] at = [Start, Start + Duration.FromDays(1.7), Start + Duration.FromDays(30.1), Start + Duration.FromDays(71)];
        var state = builder.Add(at, at);
        return (builder.ToHistory(), state);
    }
}
