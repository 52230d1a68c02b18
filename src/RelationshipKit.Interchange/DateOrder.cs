namespace RelationshipKit.Interchange;

/// <summary>In which order a file writes day, month and year where numbers alone do not tell.</summary>
public enum DateOrder
{
    /// <summary>3/4/2024 is the third of April.</summary>
    DayMonthYear,

    /// <summary>3/4/2024 is the fourth of March.</summary>
    MonthDayYear,

    /// <summary>24/3/4 is the fourth of March.</summary>
    YearMonthDay,
}
