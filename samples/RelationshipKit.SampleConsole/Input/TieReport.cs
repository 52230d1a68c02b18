using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>All there is to say about one tie.</summary>
internal sealed record TieReport(Tie Tie, Explanation Explanation, Conversation Conversation, ImmutableArray<Fall> Falls)
{
    private static readonly Strength Faint = Strength.FromValue(0.1);

    public static TieReport Of(Tie tie, Instant asOf)
    {
        var strength = tie.Score.Strength;
        var half = Strength.FromValue(strength.Value / 2);
        return new TieReport(
            tie,
            tie.Book?.Explain(tie.Contact.Id, asOf) ?? tie.Scorer.Explain(tie.Touchpoints, asOf),
            tie.Scorer.ConversationAt(tie.Touchpoints, asOf),
            half > Strength.None ? [FallTo(half, isHalf: true), FallTo(Faint, isHalf: false)] : []);

        Fall FallTo(Strength level, bool isHalf) =>
            new(
                level, isHalf,
                tie.Book is { } book ? book.FallsTo(tie.Contact.Id, asOf, level) : tie.Scorer.FallsTo(tie.Touchpoints, asOf, level));
    }
}
