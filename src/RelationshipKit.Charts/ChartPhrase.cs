namespace RelationshipKit.Charts;

/// <summary>A phrase of a picture, put into words by <see cref="IChartTexts"/>.</summary>
public enum ChartPhrase
{
    /// <summary>The sign between whole and decimal digits.</summary>
    DecimalSign,

    /// <summary>The twelve short names of the months, separated by spaces.</summary>
    Months,

    /// <summary>The seven short names of the days from Monday on, separated by spaces.</summary>
    Weekdays,

    /// <summary>The instant of the picture; {0} is a date.</summary>
    AsOf,

    /// <summary>The mark of the instant of the picture.</summary>
    Today,

    /// <summary>Said where there is nothing to show.</summary>
    Nothing,

    /// <summary>What a list left out; {0} is a number.</summary>
    More,

    /// <summary>All channels or circles that are not named.</summary>
    Other,

    /// <summary>The title of the picture of a tie; {0} is a name.</summary>
    TieTitle,

    /// <summary>What the picture of a tie shows.</summary>
    TieDescription,

    /// <summary>The axis of strength.</summary>
    StrengthAxis,

    /// <summary>The line of the past.</summary>
    SoFar,

    /// <summary>The line of the future without a touch.</summary>
    IfNothing,

    /// <summary>The line of the future with a touch; {0} is a channel.</summary>
    IfTouch,

    /// <summary>When a level is reached; {0} is the level, {1} a date.</summary>
    FallsTo,

    /// <summary>The level is reached already; {0} is the level.</summary>
    IsBelow,

    /// <summary>The level is not reached; {0} is the level.</summary>
    NeverFalls,

    /// <summary>The strength at the instant; {0} is a number.</summary>
    StrengthNow,

    /// <summary>The tooltip of a touch; {0} is a date, {1} a channel.</summary>
    TouchLine,

    /// <summary>The title of the picture of circles.</summary>
    CirclesTitle,

    /// <summary>What the picture of circles shows.</summary>
    CirclesDescription,

    /// <summary>A circle in the legend; {0} is its name, {1} how many it holds, {2} the advised number.</summary>
    CircleCount,

    /// <summary>People without a circle; {0} is how many.</summary>
    NoCircle,

    /// <summary>How many names are written; {0} of {1}.</summary>
    NamesShown,

    /// <summary>What the numbers on the rings are.</summary>
    RingUnit,

    /// <summary>The title of the calendar of touches.</summary>
    HeatmapTitle,

    /// <summary>The title of one contact's calendar; {0} is a name.</summary>
    HeatmapOf,

    /// <summary>What the calendar of touches shows.</summary>
    HeatmapDescription,

    /// <summary>The unit of the calendar's legend.</summary>
    TouchesADay,

    /// <summary>A number of touches; {0} is the number.</summary>
    TouchCount,

    /// <summary>The title of the picture of give and receive.</summary>
    BalanceTitle,

    /// <summary>What the picture of give and receive shows.</summary>
    BalanceDescription,

    /// <summary>Days given.</summary>
    Given,

    /// <summary>Days received.</summary>
    Received,

    /// <summary>The unit of give and receive.</summary>
    DirectionDays,

    /// <summary>Too little is known.</summary>
    Unknown,

    /// <summary>The title of the week; {0} is a date.</summary>
    WeekTitle,

    /// <summary>What the week shows.</summary>
    WeekDescription,

    /// <summary>The sum of the week; {0} is the number of touches, {1} the minutes.</summary>
    WeekSum,

    /// <summary>A touch of the week; {0} is a name, {1} a channel, {2} the minutes.</summary>
    WeekItem,

    /// <summary>The unit under the days.</summary>
    MinutesADay,

    /// <summary>The title of the simulated load.</summary>
    LoadTitle,

    /// <summary>What the simulated load shows.</summary>
    LoadDescription,

    /// <summary>The sum of the load; {0} weeks, {1} seed, {2} mean, {3} peak, {4} never reached.</summary>
    LoadSum,

    /// <summary>The axis of the load.</summary>
    PeopleAWeek,

    /// <summary>Touches made.</summary>
    Reached,

    /// <summary>People due.</summary>
    Due,

    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The title of the months.</summary>
    HealthTitle,

    /// <summary>What the months show.</summary>
    HealthDescription,

    /// <summary>Contact-days; the unit of bars.</summary>
    ContactDays,

    /// <summary>Living ties; {0} is the least strength.</summary>
    LivingTies,

    /// <summary>The title of the reliability of forecasts.</summary>
    ReliabilityTitle,

    /// <summary>What the reliability shows.</summary>
    ReliabilityDescription,

    /// <summary>The sum; {0} forecasts, {1} days of horizon.</summary>
    ReliabilitySum,

    /// <summary>The axis of the forecast.</summary>
    ForecastAxis,

    /// <summary>The axis of what came true.</summary>
    ObservedAxis,

    /// <summary>The diagonal.</summary>
    Perfect,

    /// <summary>A group of forecasts.</summary>
    Group,

    /// <summary>The title of decay curves.</summary>
    DecayTitle,

    /// <summary>What the decay curves show.</summary>
    DecayDescription,

    /// <summary>The axis of days.</summary>
    DaysAxis,

    /// <summary>The axis of what is retained.</summary>
    RetainedAxis,
}
