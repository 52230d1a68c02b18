using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Cadences;

/// <summary>When a date is kept, and which of several dates is the one to keep.</summary>
internal static class DateWindows
{
    // The gesture of a touch shows that it is meant for a day. Some days before the day it is early, and not for another day.
    private const int MeantDaysBefore = 3;

    /// <summary>Returns the window of the first date that is neither over nor kept.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="leadDays">The days before it on which it may be kept already.</param>
    /// <param name="graceDays">The days after it on which it may still be kept.</param>
    /// <param name="occasion">What the date is.</param>
    /// <param name="nextAfter">The first date after one, or null.</param>
    public static CadenceWindow? FirstOpen(
        CadenceContext context, int leadDays, int graceDays, string? occasion, Func<LocalDate, LocalDate?> nextAfter)
    {
        var date = nextAfter(CadenceDates.Before(context.Today, graceDays + 1));
        while (date is { } day && day <= CadenceWindow.LastDate)
        {
            var window = CadenceWindow.OnDate(day, leadDays, graceDays, occasion);
            if (!IsOver(window, context.Today) && !IsKept(window, context))
            {
                return window;
            }

            date = nextAfter(day);
        }

        return null;
    }

    public static bool IsOver(CadenceWindow window, LocalDate today) => window.Latest < today;

    /// <summary>
    /// Returns whether a date was kept: from its day on by any touch but one that is theirs only; before it by a touch meant for it.
    /// </summary>
    public static bool IsKept(CadenceWindow window, CadenceContext context)
    {
        var day = window.On!.Value;
        var from = LocalDate.Min(window.Ideal, CadenceDates.Before(day, MeantDaysBefore));

        // Without a history the date counted from is all that is known of the last touch.
        return !context.KnowsHistory && context.Touchpoints.IsEmpty
            ? context.Reference >= day && context.Reference <= window.Latest && context.Reference <= context.Today
            : TouchDates.Any(
                context.Touchpoints, context.Zone, from, window.Latest,
                (touchpoint, date) => context.Qualifying.Holds(touchpoint) && Keeps(touchpoint, date >= day));
    }

    private static bool Keeps(Touchpoint touchpoint, bool isFromTheDayOn) =>
        (touchpoint.Direction != Direction.Incoming || Heard.IsBothAtOnce(touchpoint.Channel))
        && (isFromTheDayOn || touchpoint.Gesture is Gesture.Congratulate or Gesture.Gift);
}
