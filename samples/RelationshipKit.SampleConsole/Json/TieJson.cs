using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>One tie as <c>score --json</c> prints it; the order of the parameters is the order of the fields.</summary>
internal sealed record TieJson(
    string Contact,
    double Strength,
    double ExpectedContacts,
    string Evidence,
    int ContactDays,
    int Touchpoints,
    int Outgoing,
    int Incoming,
    string? FirstTouch,
    string? LastTouch,
    double? UsualGapDays,
    double? SilentDays,
    double? SilencePercentile,
    double Balance,
    double BalanceLow,
    double BalanceHigh,
    double Momentum,
    double? ContactWithin30Days)
{
    public static TieJson Of(Tie tie)
    {
        var score = tie.Score;
        return new TieJson(
            tie.Id,
            score.Strength.Value,
            score.ExpectedContacts,
            score.Evidence.ToString(),
            score.ContactDays,
            score.Touchpoints,
            score.Outgoing,
            score.Incoming,
            Text(score.FirstTouch),
            Text(score.LastTouch),
            score.Rhythm.UsualGapDays,
            score.Rhythm.SilentDays,
            score.Rhythm.SilencePercentile,
            score.Reciprocity.Balance,
            score.Reciprocity.Low,
            score.Reciprocity.High,
            score.Momentum,
            score.Forecast.ContactWithin(Words.Month));
    }

    public static string? Text(Instant? instant) => instant is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}
