using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Cadences;

/// <summary>
/// What a caller would write without the kit, policy by policy, each for its one case: dates and a loop over touchpoints.
/// </summary>
internal static class PlainPolicies
{
    private static readonly LocalDate Anchor = new(2024, 1, 31);
    private static readonly AnnualDate[] Occasions = [new(2, 29), new(10, 1)];

    private static readonly RelationshipScorer Scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);

    private static readonly Dictionary<string, Func<CadenceContext, PlainWindow?>> Named = new() { ["weeks"] = Weeks };

    public static PlainWindow? Never(CadenceContext context) => null;

    public static PlainWindow? Weeks(CadenceContext context) => EveryThreeWeeks(context.Reference);

    public static PlainWindow? Weekly(CadenceContext context)
    {
        var ideal = NextOf(context.Reference);
        return new PlainWindow(ideal, ideal.PlusDays(Period.DaysBetween(ideal, NextOf(ideal)) / 2));
    }

    public static PlainWindow? Fixed(CadenceContext context)
    {
        var months = (12 * (context.Reference.Year - Anchor.Year)) + context.Reference.Month - Anchor.Month;
        while (Anchor.PlusMonths(months) <= context.Reference)
        {
            months++;
        }

        var ideal = Anchor.PlusMonths(months);
        return new PlainWindow(ideal, ideal.PlusDays(Period.DaysBetween(ideal, Anchor.PlusMonths(months + 1)) / 2));
    }

    public static PlainWindow? Ladder(CadenceContext context)
    {
        var followUps = context.Touchpoints.Where(
            touchpoint => touchpoint.IsContact).Select(touchpoint => context.DateOf(touchpoint.At)).Distinct().Take(4).Count() - 1;
        return followUps switch
        {
            <= 0 => PlainWindow.Of(context.Reference, context.Reference.PlusDays(2)),
            1 => PlainWindow.Of(context.Reference, context.Reference.PlusWeeks(2)),
            2 => PlainWindow.Of(context.Reference, context.Reference.PlusWeeks(3)),
            _ => EveryThreeWeeks(context.Reference),
        };
    }

    public static PlainWindow? FromRhythm(CadenceContext context) =>
        PlainWindow.Of(
            context.Reference, context.Reference.PlusDays((int)Math.Clamp(Math.Ceiling(context.Rhythm.UsualGapDays ?? 180), 7, 180)));

    public static PlainWindow? WhenStrengthFallsTo(CadenceContext context)
    {
        var falls = Scorer.FallsTo(context.Touchpoints, context.Touchpoints[^1].At, Strength.FromValue(0.1));
        var days = falls is { } at ? Period.DaysBetween(context.Reference, at.InUtc().Date) : 7;
        return PlainWindow.Of(context.Reference, context.Reference.PlusDays(Math.Clamp(days, 7, 365)));
    }

    public static PlainWindow? OnOccasions(CadenceContext context)
    {
        var after = context.Reference.PlusDays(7);
        var soonest = LocalDate.MaxIsoValue;
        foreach (var occasion in Occasions)
        {
            var thisYear = occasion.InYear(after.Year);
            soonest = LocalDate.Min(soonest, thisYear > after ? thisYear : occasion.InYear(after.Year + 1));
        }

        return new PlainWindow(soonest.PlusDays(-7), soonest.PlusDays(3));
    }

    public static PlainWindow? ReplyOwed(CadenceContext context)
    {
        LocalDate? waiting = null;
        for (var i = context.Touchpoints.Length - 1; i >= 0 && IsUnanswered(context.Touchpoints[i]); i--)
        {
            waiting = context.DateOf(context.Touchpoints[i].At);
        }

        if (waiting is not { } since)
        {
            return null;
        }

        var ideal = LocalDate.Max(since.PlusDays(2), context.Reference.PlusDays(1));
        return new PlainWindow(ideal, ideal.PlusDays(2));
    }

    public static PlainWindow? ByCircle(CadenceContext context) => context.Contact.Circle switch
    {
        { } circle when circle == Circle.Inner => PlainWindow.Of(context.Reference, context.Reference.PlusWeeks(1)),
        { } circle when circle == Circle.Close => PlainWindow.Of(context.Reference, context.Reference.PlusMonths(1)),
        { } circle when circle == Circle.Affinity => PlainWindow.Of(context.Reference, context.Reference.PlusMonths(6)),
        { } circle when circle == Circle.Active => PlainWindow.Of(context.Reference, context.Reference.PlusYears(1)),
        _ => null,
    };

    public static PlainWindow? ForChoir(CadenceContext context) =>
        context.Contact.Tags.Contains("choir") ? EveryThreeWeeks(context.Reference) : null;

    public static PlainWindow? UnlessProfessional(CadenceContext context) =>
        context.Contact.Facets.Contains(Facet.Professional) ? null : EveryThreeWeeks(context.Reference);

    public static PlainWindow? FirstOfChoirAndRhythm(CadenceContext context) => ForChoir(context) ?? FromRhythm(context);

    public static PlainWindow? Soonest(CadenceContext context)
    {
        var soonest = Sooner(EveryThreeWeeks(context.Reference), FromRhythm(context)!.Value);
        return ReplyOwed(context) is { } reply ? Sooner(soonest, reply) : soonest;
    }

    public static PlainWindow? Latest(CadenceContext context)
    {
        var (weeks, rhythm) = (EveryThreeWeeks(context.Reference), FromRhythm(context)!.Value);
        return Sooner(weeks, rhythm) == weeks ? rhythm : weeks;
    }

    public static PlainWindow? CountingRich(CadenceContext context) => EveryThreeWeeks(LastTouch(context, IsRich) ?? context.Start);

    public static PlainWindow? CountingLetters(CadenceContext context) =>
        EveryThreeWeeks(LastTouch(context, touchpoint => touchpoint.Channel == Channel.Letter) ?? context.Start);

    public static PlainWindow? AtLeastAMonth(CadenceContext context)
    {
        var weeks = EveryThreeWeeks(context.Reference);
        return weeks.MovedTo(LocalDate.Max(weeks.Ideal, context.Reference.PlusMonths(1)));
    }

    public static PlainWindow? AtMostTenDays(CadenceContext context)
    {
        var weeks = EveryThreeWeeks(context.Reference);
        return weeks.MovedTo(LocalDate.Min(weeks.Ideal, context.Reference.PlusDays(10)));
    }

    public static PlainWindow? SchoolYear(CadenceContext context)
    {
        var weeks = EveryThreeWeeks(context.Reference);
        var inHolidays = weeks.Ideal.Month is 7 or 8;
        return inHolidays ? weeks.MovedTo(new LocalDate(weeks.Ideal.Year, 9, 1)) : weeks;
    }

    /// <summary>Spreads dates over a week by a hash; not the kit's, so that only the range is the same.</summary>
    public static PlainWindow? Spread(CadenceContext context)
    {
        var weeks = EveryThreeWeeks(context.Reference);
        var hash = 2_166_136_261u;
        foreach (var character in context.Contact.Id.Value)
        {
            hash = unchecked((hash ^ character) * 16_777_619);
        }

        hash = unchecked((hash ^ (uint)weeks.Ideal.DayOfYear) * 16_777_619);
        return weeks.MovedTo(weeks.Ideal.PlusDays((int)(hash >> 8) % 8));
    }

    public static PlainWindow? NotOnWeekends(CadenceContext context)
    {
        var weeks = EveryThreeWeeks(context.Reference);
        return weeks.Ideal.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => weeks.MovedTo(weeks.Ideal.PlusDays(2)),
            IsoDayOfWeek.Sunday => weeks.MovedTo(weeks.Ideal.PlusDays(1)),
            _ => weeks,
        };
    }

    public static PlainWindow? BackOff(CadenceContext context)
    {
        var (unanswered, last) = (0, (LocalDate?)null);
        for (var i = context.Touchpoints.Length - 1; i >= 0 && unanswered < 3
            && context.Touchpoints[i].Direction is Direction.Outgoing or Direction.Unknown; i--)
        {
            if (context.Touchpoints[i].Direction == Direction.Outgoing && context.DateOf(context.Touchpoints[i].At) is var date
                && date != last)
            {
                (last, unanswered) = (date, unanswered + 1);
            }
        }

        return unanswered < 3 ? EveryThreeWeeks(context.Reference)
            .MovedTo(context.Reference.PlusDays(21 << Math.Max(0, unanswered - 1))) : null;
    }

    public static PlainWindow? ByName(CadenceContext context) => Named["weeks"](context);

    private static PlainWindow EveryThreeWeeks(LocalDate reference) => PlainWindow.Of(reference, reference.PlusWeeks(3));

    private static LocalDate NextOf(LocalDate date) => LocalDate.Min(date.Next(IsoDayOfWeek.Tuesday), date.Next(IsoDayOfWeek.Friday));

    private static PlainWindow Sooner(PlainWindow left, PlainWindow right) =>
        left.Ideal < right.Ideal || (left.Ideal == right.Ideal && left.Latest <= right.Latest) ? left : right;

    private static bool IsRich(Touchpoint touchpoint) =>
        touchpoint.Channel == Channel.Voice || touchpoint.Channel == Channel.Video || touchpoint.Channel == Channel.InPerson
            || touchpoint.Channel == Channel.GroupEvent;

    private static bool IsUnanswered(Touchpoint touchpoint) =>
        touchpoint.Direction is Direction.Incoming or Direction.Unknown && touchpoint.Outcome != Outcome.Answered && !IsRich(touchpoint);

    private static LocalDate? LastTouch(CadenceContext context, Func<Touchpoint, bool> counts)
    {
        for (var i = context.Touchpoints.Length - 1; i >= 0; i--)
        {
            if (context.Touchpoints[i].IsContact && counts(context.Touchpoints[i]))
            {
                return context.DateOf(context.Touchpoints[i].At);
            }
        }

        return null;
    }
}
