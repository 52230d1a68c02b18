namespace RelationshipKit.Charts;

/// <content>The English texts.</content>
public static partial class ChartTexts
{
    private sealed class EnglishTexts : IChartTexts
    {
        public string Language => "en";

        public string TextOf(ChartPhrase phrase) => phrase switch
        {
            ChartPhrase.DecimalSign => ".",
            ChartPhrase.Months => "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            ChartPhrase.Weekdays => "Mon Tue Wed Thu Fri Sat Sun",
            ChartPhrase.AsOf => "as of {0}",
            ChartPhrase.Today => "today",
            ChartPhrase.Nothing => "Nothing to show yet.",
            ChartPhrase.More => "and {0} more",
            ChartPhrase.Other => "other",
            ChartPhrase.TieTitle => "The tie to {0}",
            ChartPhrase.TieDescription =>
                "Strength of one tie over time, the touches by channel, and how it goes on with and without a touch today.",
            ChartPhrase.StrengthAxis => "strength (0 to 1)",
            ChartPhrase.SoFar => "so far",
            ChartPhrase.IfNothing => "if nothing happens",
            ChartPhrase.IfTouch => "with a touch today: {0}",
            ChartPhrase.FallsTo => "falls to {0} on {1}",
            ChartPhrase.IsBelow => "is at {0} or less already",
            ChartPhrase.NeverFalls => "stays above {0}",
            ChartPhrase.StrengthNow => "strength {0}",
            ChartPhrase.TouchLine => "{0}: {1}",
            ChartPhrase.CirclesTitle => "Circles by strength of tie",
            ChartPhrase.CirclesDescription =>
                "Everybody as a dot: the nearer to the centre, the stronger the tie; one sector for each circle.",
            ChartPhrase.CircleCount => "{0}: {1} of {2}",
            ChartPhrase.NoCircle => "no circle: {0}",
            ChartPhrase.NamesShown => "{0} of {1} names fit",
            ChartPhrase.RingUnit => "rings: strength",
            ChartPhrase.HeatmapTitle => "A year of touches",
            ChartPhrase.HeatmapOf => "A year of touches with {0}",
            ChartPhrase.HeatmapDescription => "One square for each day, darker the more touches there were.",
            ChartPhrase.TouchesADay => "touches a day",
            ChartPhrase.TouchCount => "touches: {0}",
            ChartPhrase.BalanceTitle => "Give and receive",
            ChartPhrase.BalanceDescription =>
                "Days given and received, older ones counting less (half-life 180 days), and the balance from -1 (I give all) to +1 "
                    + "(they give all).",
            ChartPhrase.Given => "given",
            ChartPhrase.Received => "received",
            ChartPhrase.DirectionDays => "days of contact, decayed; right: balance",
            ChartPhrase.Unknown => "unknown",
            ChartPhrase.WeekTitle => "The week of {0}",
            ChartPhrase.WeekDescription => "Whom to contact on which day, with the minutes.",
            ChartPhrase.WeekSum => "touches: {0}, minutes: {1}",
            ChartPhrase.WeekItem => "{0}: {1}, {2} min",
            ChartPhrase.MinutesADay => "below each day: minutes",
            ChartPhrase.LoadTitle => "Touches per week, simulated",
            ChartPhrase.LoadDescription =>
                "Touches and people due in each simulated week. Chance follows from the seed; this is not a prediction.",
            ChartPhrase.LoadSum => "{0} weeks, seed {1}: mean {2} a week, peak {3}, never reached {4}",
            ChartPhrase.PeopleAWeek => "people a week",
            ChartPhrase.Reached => "touches",
            ChartPhrase.Due => "due",
            ChartPhrase.Mean => "mean of touches",
            ChartPhrase.HealthTitle => "The last twelve months",
            ChartPhrase.HealthDescription => "Contact-days and living ties, month by month.",
            ChartPhrase.ContactDays => "contact-days a month",
            ChartPhrase.LivingTies => "ties with strength {0} or more",
            ChartPhrase.ReliabilityTitle => "How reliable the forecasts were",
            ChartPhrase.ReliabilityDescription =>
                "For groups of past forecasts: the chance that was forecast, and the share that came true, with a 90 % interval. On "
                    + "the line is perfect.",
            ChartPhrase.ReliabilitySum => "forecasts: {0}, each for {1} days",
            ChartPhrase.ForecastAxis => "forecast chance (%)",
            ChartPhrase.ObservedAxis => "came true (%)",
            ChartPhrase.Perfect => "perfect",
            ChartPhrase.Group => "a group of forecasts, 90 % interval",
            ChartPhrase.DecayTitle => "How fast contact fades",
            ChartPhrase.DecayDescription => "How much of a contact still counts after so many days.",
            ChartPhrase.DaysAxis => "days since contact",
            ChartPhrase.RetainedAxis => "still counts (%)",
            _ => phrase.ToString(),
        };

        public string NameOf(Channel channel)
        {
            ArgumentNullException.ThrowIfNull(channel);
            return channel.Name;
        }

        public string NameOf(Circle circle)
        {
            ArgumentNullException.ThrowIfNull(circle);
            return circle.Name;
        }
    }
}
