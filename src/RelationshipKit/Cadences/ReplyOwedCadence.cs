using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Cadences;

/// <summary>An answer to what the contact wrote and the owner has not answered.</summary>
internal sealed class ReplyOwedCadence : StockCadence
{
    public ReplyOwedCadence(int withinDays)
    {
        Numerics.Guard.InRange(withinDays, 1, 365);
        WithinDays = withinDays;
    }

    public int WithinDays { get; }

    protected override IReadOnlyList<object?> Settings => [WithinDays];

    public override string ToString() => $"an answer within {PeriodText.Count(WithinDays, "day")}";

    // Counted from the first of the messages that wait, but never for a day that is over when the last of them came.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        if (FirstUnanswered(context) is not { } waiting || CadenceDates.Plus(waiting, WithinDays) is not { } ideal
            || CadenceDates.Plus(reference, 1) is not { } tomorrow)
        {
            return null;
        }

        return new Wanted(CadenceWindow.From(LocalDate.Max(ideal, tomorrow), WithinDays), LocalDate.Min(waiting, reference), this);
    }

    private static LocalDate? FirstUnanswered(CadenceContext context)
    {
        LocalDate? first = null;
        for (var i = context.Touchpoints.Length - 1; i >= 0; i--)
        {
            var touchpoint = context.Touchpoints[i];
            if (!touchpoint.IsContact)
            {
                continue;
            }

            if (Heard.Owner(touchpoint))
            {
                break;
            }

            if (Heard.AsksForAnswer(touchpoint))
            {
                first = context.DateOf(touchpoint.At);
            }
        }

        return first is { } date && date >= context.Start ? date : null;
    }
}
